import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { UNDECIDED_REMEDIATIONS } from '../../../nodes/LeverCompliance/checks/undecided.ts';
import { aHired, anOffer, check, REFUSED, screened, type Company } from './company.mts';

const withStart = (startDateRaw: unknown) =>
	aHired('a', { offers: [anOffer('a', { startDateRaw } as never)] });

/** How many undecided results there are for a reason, and what they say is to be done. */
function toDo(company: Company, reasonCode: string) {
	const undecided = check(company).findings.filter(
		(finding) => finding.status === 'indeterminate' && finding.reasonCode === reasonCode,
	);
	return {
		count: undecided.length,
		texts: [...new Set(undecided.map(({ remediation }) => remediation.text))],
	};
}

describe('what to do about what could not be decided', () => {
	it.each<[string, Company, string, RegExp]>([
		['no first day', { hires: [withStart(null)] }, 'start-missing', /^Enter the first day/],
		[
			'a first day in doubt',
			{ hires: [withStart('03/04/2026')] },
			'start-unreadable',
			/^Correct the/,
		],
		[
			'a status that nobody knows',
			{ hires: [aHired()], screening: [screened('a', { status: 'purple' })] },
			'unknown-status',
			/^Add the status to 'Status Mappings'/,
		],
		[
			'a completion that cannot be read',
			{ hires: [aHired()], screening: [screened('a', { completed_at: 'soon' })] },
			'completion-unreadable',
			/^Have the date of completion corrected/,
		],
		[
			'a list that failed',
			{ hires: [aHired()], screening: 'failed' },
			'list-failed',
			/^Connect a recent and complete list/,
		],
		[
			'offers that Lever refused',
			{
				hires: [
					aHired('a', {
						offers: [],
						offersRead: { reason: 'forbidden', message: 'Offers could not be read.' },
					}),
				],
				screening: [screened()],
				collections: { offers: REFUSED },
			},
			'offers-unread',
			/^Let the credential read offers/,
		],
		[
			'a read that was not complete',
			{ hires: [aHired()], screening: [screened()], collections: { hires: { complete: false } } },
			'read-incomplete',
			/^Mend what kept everything from being read/,
		],
	])('is not what a deviation asks for: %s', (_, company, reasonCode, text) => {
		const { count, texts } = toDo({ screening: [screened()], ...company }, reasonCode);
		expect(count).toBeGreaterThan(1);
		expect(texts).toEqual([expect.stringMatching(text)]);
	});

	it('is known for reasons that there are', () => {
		const sources = globSync('nodes/LeverCompliance/**/*.ts').filter(
			(path) => !path.endsWith('undecided.ts'),
		);
		const code = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
		for (const reason of Object.keys(UNDECIDED_REMEDIATIONS)) expect(code).toContain(`'${reason}'`);
	});
});
