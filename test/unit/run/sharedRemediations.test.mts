import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { SHARED_REMEDIATIONS } from '../../../nodes/LeverCompliance/checks/sharedRemediations.ts';
import type { HireOffer } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, REFUSED, screened, type Company } from './company.mts';

const withStart = (startDateRaw: HireOffer['startDateRaw']) => aHired('a', {}, { startDateRaw });

/** How many results there are for a reason, deviations aside, and what they say is to be done. */
function toDo(company: Company, reasonCode: string) {
	const given = check(company).findings.filter(
		(finding) => finding.status !== 'fail' && finding.reasonCode === reasonCode,
	);
	return {
		count: given.length,
		texts: [...new Set(given.map(({ remediation }) => remediation.text))],
	};
}

describe('what to do for a reason that many checks share', () => {
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
		[
			'a completion on two days in two zones',
			{
				hires: [aHired('a', { workLocation: 'Tokyo' })],
				screening: [screened('a', { completed_at: '2026-10-12T16:00:00Z' })],
				policy: { workZones: { Tokyo: 'Asia/Tokyo' } },
			},
			'time-zone-sensitive',
			/^Find out which of the two days holds/,
		],
		[
			'only a tag in Lever',
			{ hires: [aHired('a', { screeningTags: ['reportReturned'] })], screening: [screened('b')] },
			'only-lever-tag',
			/^Connect the provider's record/,
		],
	])('is not what a deviation asks for: %s', (_, company, reasonCode, text) => {
		const { count, texts } = toDo({ screening: [screened()], ...company }, reasonCode);
		expect(count).toBeGreaterThan(0);
		expect(texts).toEqual([expect.stringMatching(text)]);
	});

	it('is known for reasons that there are', () => {
		const sources = globSync('nodes/LeverCompliance/**/*.ts').filter(
			(path) => !path.endsWith('sharedRemediations.ts'),
		);
		const code = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
		for (const reason of Object.keys(SHARED_REMEDIATIONS)) expect(code).toContain(`'${reason}'`);
	});
});
