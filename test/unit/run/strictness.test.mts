import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { check, type Company } from './company.mts';
import { companyOf, people } from './madeUpPeople.mts';

type Changes = NonNullable<Company['policy']>;

/** Pairs of policies that differ in one decision; the second one asks for more. */
const STRICTER: Array<[name: string, policy: Changes, stricter: Changes]> = [
	['validity', { screening: { validityMonths: 12 } }, { screening: { validityMonths: 6 } }],
	[
		'before the first day',
		{ screening: { completeBefore: 'onOrBefore' } },
		{ screening: { completeBefore: 'before' } },
	],
	[
		'age of the screening list',
		{ screening: { listMaxAgeDays: 366 } },
		{ screening: { listMaxAgeDays: 0 } },
	],
	['horizon', { screening: { horizonDays: 10 } }, { screening: { horizonDays: 90 } }],
	['nobody exempt', { screening: { exemptJobTitles: ['Engineer'] } }, {}],
	[
		'time to close a conditional start',
		{ screening: { conditionalStartDays: 84 } },
		{ screening: { conditionalStartDays: 30 } },
	],
	['leavers', { access: { leaverBusinessDays: 20 } }, { access: { leaverBusinessDays: 0 } }],
	[
		'signed before the first day',
		{ offers: { signedBefore: 'onOrBefore' } },
		{ offers: { signedBefore: 'before' } },
	],
	['Super Admins', { access: { mostSuperAdmins: 50 } }, { access: { mostSuperAdmins: 1 } }],
];

describe('a stricter policy', () => {
	it.each(STRICTER)('never turns a fail into a pass: %s', (_, policy, stricter) => {
		fc.assert(
			fc.property(people, (some) => {
				const company = companyOf(some);
				const before = check({ ...company, policy }).findings;
				const failed = new Set(
					before
						.filter(({ status }) => status === 'fail')
						.map(({ checkId, subjectId }) => `${checkId} ${subjectId}`),
				);
				const passed = check({ ...company, policy: stricter })
					.findings.filter(({ status }) => status === 'pass')
					.map(({ checkId, subjectId }) => `${checkId} ${subjectId}`);
				expect(passed.filter((key) => failed.has(key))).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});
});
