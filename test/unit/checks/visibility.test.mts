import { describe, expect, it } from 'vitest';

import type { Policy } from '../../../nodes/LeverCompliance/policy/index.ts';
import {
	aHired,
	aSuperAdmin,
	aUser,
	check,
	employed,
	REFUSED,
	screened,
	type Company,
} from '../run/company.mts';
import { cases } from './cases.mts';

type Sentinels = Policy['connection']['sentinels'];

const confidential = (id: string) => ({ kind: 'confidentialOpportunity' as const, id, team: '' });
const superAdmin = (id: string) => ({ kind: 'superAdmin' as const, id, team: '' });
const BOTH = [confidential('opp-a'), superAdmin('user-admin')];

const company = (sentinels: Sentinels, more: Company = {}): Company => ({
	hires: [aHired('a', { confidential: true }), aHired('b')],
	users: [aSuperAdmin()],
	screening: [screened('a'), screened('b')],
	policy: { connection: { sentinels } },
	collections: { records: {} },
	...more,
});
const CUT = { complete: false, incompleteBecause: 'It ended early.' };

describe('IPE-02', () => {
	cases('IPE-02', [
		['§8 both are seen', company(BOTH), 'pass sentinels-seen'],
		['no Super Admin named', company([confidential('opp-a')]), 'warn not-testable'],
		['no confidential opportunity named', company([superAdmin('user-admin')]), 'warn not-testable'],
		[
			'B.2 the confidential opportunity is missing',
			company([...BOTH, confidential('opp-z')]),
			'fail sentinel-missing',
		],
		['B.2 the Super Admin is missing', company([superAdmin('user-z')]), 'fail sentinel-missing'],
		[
			'no longer confidential',
			company([confidential('opp-b'), superAdmin('user-admin')]),
			'warn not-testable',
		],
		[
			'no Super Admin any more',
			company(BOTH, { users: [aUser('admin', { accessRole: 'admin' })] }),
			'warn not-testable',
		],
		[
			'the pipeline was not read',
			company([...BOTH, confidential('opp-z')], { collections: {} }),
			'warn not-testable',
		],
		[
			'§1 missing from a read that was cut off',
			company([confidential('opp-z')], { collections: { records: CUT } }),
			'indeterminate read-incomplete',
		],
		[
			'§1 a Super Admin is missing, and something else was cut off',
			company([superAdmin('user-z')], { collections: { records: CUT } }),
			'fail sentinel-missing',
		],
		[
			'§1 a Super Admin is missing from users that were cut off',
			company([superAdmin('user-z')], { collections: { records: {}, users: CUT } }),
			'indeterminate read-incomplete',
		],
		[
			'§1 an opportunity is missing, and the users were cut off',
			company([confidential('opp-z')], { collections: { records: {}, users: CUT } }),
			'fail sentinel-missing',
		],
		[
			'§1 both are missing, and the users were cut off',
			company([superAdmin('user-z'), confidential('opp-z')], {
				collections: { records: {}, users: CUT },
			}),
			'fail sentinel-missing',
		],
		[
			'§1 both are missing, and the records were cut off',
			company([confidential('opp-z'), superAdmin('user-z')], { collections: { records: CUT } }),
			'fail sentinel-missing',
		],
		[
			'§1 both are missing, and both were cut off',
			company([confidential('opp-z'), superAdmin('user-z')], {
				collections: { records: CUT, users: CUT },
			}),
			'indeterminate read-incomplete',
		],
	]);

	it('is not set up without sentinels, and clean verdicts say so (rules.md §8)', () => {
		const { run } = check(company([]));
		const verdictOf = (id: string) => run.checks.find((one) => one.id === id)?.verdictText;
		expect(verdictOf('IPE-02')).toMatch(/^Not set up: name records/);
		expect(verdictOf('SCR-01')).toContain('visibility not tested');
	});

	it('takes every pass away when a sentinel is missing, and nothing else', () => {
		const whole = check(company(BOTH));
		const blind = check(company([...BOTH, confidential('opp-z')]));
		expect(whole.findings.filter(({ status }) => status === 'pass').length).toBeGreaterThan(5);
		expect(blind.findings.filter(({ status }) => status === 'pass')).toEqual([]);
		const notPassed = ({ findings }: typeof whole) =>
			findings
				.filter(
					({ checkId, status, reasonCode }) =>
						checkId !== 'IPE-02' && status !== 'pass' && reasonCode !== 'sentinel-missing',
				)
				.map(({ checkId, subjectId, status }) => `${checkId} ${subjectId} ${status}`);
		expect(notPassed(blind)).toEqual(notPassed(whole));
		expect(blind.of('SCR-01', 'contact-a:opp-a')).toMatchObject({
			status: 'indeterminate',
			reasonCode: 'sentinel-missing',
			observed: { withoutIt: 'screening-exists' },
		});
		expect(blind.run.notices.join(' ')).toContain('no pass of this run stands');
		expect(blind.summary.alert).toBe(true);
	});

	it('leaves passes where it cannot be told that a sentinel is missing', () => {
		const cut = check(company([confidential('opp-z')], { collections: { records: CUT } }));
		expect(cut.of('SCR-01', 'contact-a:opp-a').status).toBe('pass');
		expect(cut.run.notices.join(' ')).toContain('not everything was read');
	});

	it('takes every pass away for a Super Admin who is missing, whatever else was cut off', () => {
		const blind = check(company([superAdmin('user-z')], { collections: { records: CUT } }));
		expect(blind.of('SCR-01', 'contact-a:opp-a')).toMatchObject({
			status: 'indeterminate',
			reasonCode: 'sentinel-missing',
		});
	});

	it('says in every clean verdict that visibility is not tested, until it is', () => {
		const clean = (given: Company) => {
			const { run, summary } = check(given);
			return [
				run.checks.find(({ id }) => id === 'SCR-01')?.verdictText ?? '',
				summary.headline,
				run.notices.join(' '),
			].map((text) => /visibility not tested/i.test(text));
		};
		expect(clean(company([]))).toEqual([true, true, true]);
		expect(clean(company([superAdmin('user-admin')]))).toEqual([true, true, true]);
		expect(clean(company(BOTH))).toEqual([false, false, false]);
	});

	it('calls nothing "not occurring" beside a missing sentinel', () => {
		const { run } = check({ ...company([superAdmin('user-z'), confidential('opp-z')]), hires: [] });
		expect(run.checks.find(({ id }) => id === 'OFR-03')?.verdictText).toContain(
			'a record that is known to be there was not visible',
		);
	});
});

describe('IPE-03 (evidence date: Monday, 2 November 2026)', () => {
	const closing = (to: string, started: string, more: Company = {}): Company => {
		const period = { from: '2026-01-01', to };
		const read = { period, startedAt: started };
		return {
			...more,
			period,
			collections: { hires: read, offers: read, users: read, ...more.collections },
		};
	};
	const PERIOD_TO = '2026-10-31';
	const period = { from: '2025-10-01', to: PERIOD_TO };
	cases('IPE-03', [
		['§8 a daily run', {}, 'not_applicable interim'],
		['on the last day', closing('2026-11-02', '2026-11-02T06:00:00Z'), 'not_applicable interim'],
		['§8 read after the end', closing(PERIOD_TO, '2026-11-02T06:00:00Z'), 'pass closes-the-period'],
		[
			'B.2 events read before the end',
			closing(PERIOD_TO, '2026-10-31T20:00:00Z'),
			'fail read-before-end',
		],
		[
			'the state a week after',
			closing('2026-10-26', '2026-11-02T06:00:00Z'),
			'pass closes-the-period',
		],
		[
			'B.2 the state later than that',
			closing('2026-10-25', '2026-11-02T06:00:00Z'),
			'fail state-read-late',
		],
		[
			'a run of the last days kept the state',
			closing('2026-10-20', '2026-11-02T06:00:00Z', {
				previous: check({ asOf: '2026-10-19T06:00:00.000Z' }).evidence,
			}),
			'pass closes-the-period',
		],
		[
			'§8 every read was refused',
			{
				period,
				collections: { hires: REFUSED, offers: REFUSED, users: REFUSED },
			},
			'indeterminate read-incomplete',
		],
		[
			'§8 nothing of all this was read',
			{ period, users: [], collections: { hires: null, offers: null, users: null, files: {} } },
			'indeterminate nothing-read',
		],
		[
			'§1 read before the end, and another read was cut off: what was read comes first',
			closing(PERIOD_TO, '2026-10-31T20:00:00Z', { collections: { records: CUT } }),
			'fail read-before-end',
		],
		[
			'an add-on that was not bought takes nothing away',
			closing(PERIOD_TO, '2026-11-02T06:00:00Z', { collections: { auditEvents: REFUSED } }),
			'pass closes-the-period',
		],
		[
			'B.2 a screening list of before the end',
			{ period, screening: [screened()], screeningExportedAt: '2026-10-28T00:00:00Z' },
			'fail read-before-end',
		],
		[
			'§2 a screening list of the day after the end, west of Greenwich',
			{
				period,
				screening: [screened()],
				screeningExportedAt: '2026-11-01T00:00:00Z',
				policy: { organisationZone: 'America/Los_Angeles' },
			},
			'pass closes-the-period',
		],
		[
			'a screening list that nobody dated',
			{ period, screening: [screened()] },
			'pass closes-the-period',
		],
		[
			'a staff list of within the period',
			{ period, staff: [employed()], staffExportedAt: '2026-10-28T00:00:00Z' },
			'pass closes-the-period',
		],
		[
			'B.2 a staff list of long after the end',
			{
				...closing('2026-10-20', '2026-10-22T06:00:00Z'),
				staff: [employed()],
				staffExportedAt: '2026-10-28T00:00:00Z',
			},
			'fail state-read-late',
		],
		[
			'a screening list that did not arrive',
			{ period, screening: 'failed' },
			'indeterminate read-incomplete',
		],
	]);

	it('says which lists it could not judge, because nobody says when they were exported', () => {
		const { of } = check({ period, screening: [screened()], staff: [employed()] });
		expect(of('IPE-03').message).toContain('Screening List, Staff List');
	});

	it('names what was searched, where nothing was read', () => {
		const { of } = check({
			period,
			users: [],
			collections: { hires: null, offers: null, users: null, files: {} },
		});
		expect(of('IPE-03').evidence).not.toEqual([]);
	});
});
