import { expect, it } from 'vitest';

import { aHired, aSuperAdmin, check, employed, screened, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const EARLIER = '2026-10-26T06:00:00.000Z';
const YEARLY = { screening: { rescreenMonths: 12 } };

/** Somebody who has worked here for years: no hire of the period. */
const staff = (changes = {}) => [employed('a', { start_date: '2020-03-02', ...changes })];
const done = (completed_at: string, changes = {}) => [screened('a', { completed_at, ...changes })];
const someone = (completed_at: string, changes: Company = {}): Company => ({
	policy: YEARLY,
	staff: staff(),
	screening: done(completed_at),
	...changes,
});
const job = (months: number, row: object) => ({
	screening: {
		rescreenMonths: 12,
		rescreenJobs: [{ jobTitle: '', department: '', months, ...row }],
	},
});
const withJob = (policy: Company['policy'], cells: object): Company =>
	someone('2024-11-01', { policy, staff: staff(cells) });
/** A run of a week before, of a list on which the report still was. */
const remembered = (completed_at: string): Company['previous'] =>
	check({ ...someone(completed_at), asOf: EARLIER }).evidence;

/** Archived with a non-hired reason before the first day: left out of the population. */
function withdrawn() {
	const archivedAt = Date.parse('2026-10-01T09:00:00Z');
	const archive = { opportunityId: 'opp-a', reasonId: 'reason-no', archivedAt };
	return aHired('a', {
		archivedAt: null,
		hiredReasonId: null,
		archives: [{ ...archive, reasonType: 'non-hired' }],
	});
}

cases('SCR-14', [
	['B.2 not due: 61 days before', someone('2026-01-02'), 'pass not-due', 'E-a'],
	['B.2 within sixty days', someone('2026-01-01'), 'warn due-soon', 'E-a'],
	['due today', someone('2025-11-02'), 'warn due-soon', 'E-a'],
	['B.2 overdue by a day', someone('2025-11-01'), 'fail overdue', 'E-a'],
	[
		'the latest counts',
		someone('', {
			screening: [
				...done('2020-01-01', { report_id: 'old' }),
				...done('2026-05-01', { report_id: 'new' }),
			],
		}),
		'pass not-due',
		'E-a',
	],
	[
		'a new one runs, which cures nothing yet',
		someone('', {
			screening: [
				...done('2025-01-01', { report_id: 'old' }),
				...done('', { report_id: 'new', status: 'pending' }),
			],
		}),
		'fail overdue',
		'E-a',
	],
	[
		'a new one has a status that nobody knows',
		someone('', {
			screening: [
				...done('2025-01-01', { report_id: 'old' }),
				...done('', { report_id: 'new', status: 'odd' }),
			],
		}),
		'indeterminate unknown-status',
		'E-a',
	],
	[
		'a new one is done, nobody can read when',
		someone('', {
			screening: [
				...done('2025-01-01', { report_id: 'old' }),
				...done('soon', { report_id: 'new' }),
			],
		}),
		'indeterminate completion-unreadable',
		'E-a',
	],
	[
		'linked by the employee id, whatever the address',
		someone('', { screening: done('2026-05-01', { email: '', external_id: 'E-a' }) }),
		'pass not-due',
		'E-a',
	],
	[
		'linked by an e-mail under another name (rules.md §4)',
		someone('', { screening: done('2026-05-01', { name: 'Somebody Else' }) }),
		'warn linked-by-email-names-differ',
		'E-a',
	],
	[
		'an e-mail of two people links nobody',
		someone('2026-05-01', {
			staff: [...staff(), employed('b', { start_date: '2020-03-02', email: 'a@example.com' })],
		}),
		'fail no-screening',
		'E-a',
	],
	['nobody screened', someone('', { screening: [screened('z')] }), 'fail no-screening', 'E-a'],
	[
		'B.2 leaver',
		someone('2020-01-01', {
			staff: [...staff({ status: 'left', end_date: '2026-10-01' }), employed('b')],
		}),
		'not_applicable left',
		'E-a',
	],
	[
		'leaves later',
		someone('2020-01-01', {
			staff: [...staff({ status: 'left', end_date: '2026-12-01' }), employed('b')],
		}),
		'fail overdue',
		'E-a',
	],
	[
		'unknown employment',
		someone('2020-01-01', { staff: [...staff({ status: 'odd' }), employed('b')] }),
		'indeterminate unknown-status',
		'E-a',
	],
	[
		'B.2 no roster: leavers only',
		someone('2020-01-01', { staff: staff({ status: 'left', end_date: '2026-10-01' }) }),
		'indeterminate list-leavers-only',
		'E-a',
	],
	[
		'no roster: too old',
		someone('2026-05-01', { staffExportedAt: '2026-10-01T06:00:00Z' }),
		'indeterminate list-too-old',
		'E-a',
	],
	[
		'overdue by a screening list that is too old',
		someone('2020-01-01', { screeningExportedAt: '2026-10-01T06:00:00Z' }),
		'indeterminate list-too-old',
		'E-a',
	],
	[
		'nothing on a list that did not arrive',
		someone('', { screening: 'failed' }),
		'indeterminate list-failed',
		'E-a',
	],
	[
		'B.2 a job without a cycle',
		withJob(job(0, { jobTitle: ' OFFICE manager' }), { job_title: 'Office Manager' }),
		'not_applicable no-cycle',
		'E-a',
	],
	[
		'a job with a longer cycle',
		withJob(job(36, { jobTitle: 'Office Manager' }), { job_title: 'Office Manager' }),
		'pass not-due',
		'E-a',
	],
	[
		'a department with a longer cycle',
		withJob(job(36, { department: 'Facilities' }), { department: 'facilities' }),
		'pass not-due',
		'E-a',
	],
	[
		'a job of another department',
		withJob(job(36, { jobTitle: 'Office Manager', department: 'Facilities' }), {
			job_title: 'Office Manager',
			department: 'Sales',
		}),
		'fail overdue',
		'E-a',
	],
	[
		'B.2 not lawful for the job',
		withJob(
			{ screening: { rescreenMonths: 12, exemptJobTitles: ['Office Manager'] } },
			{ job_title: 'Office Manager' },
		),
		'not_applicable exempt-job-title',
		'E-a',
	],
	[
		'the first screening of a hire is not this check’s',
		{
			policy: YEARLY,
			hires: [aHired()],
			staff: [employed('a', { start_date: '2026-10-12' })],
			screening: [screened('z')],
		},
		'not_applicable first-screening',
		'E-a',
	],
	[
		'somebody who was withdrawn before the start, and works here all the same',
		{
			policy: YEARLY,
			hires: [withdrawn()],
			staff: [employed('a', { start_date: '2026-10-12' })],
			screening: [screened('z')],
		},
		'fail no-screening',
		'E-a',
	],
	[
		'a report that the provider deleted since',
		someone('', { screening: [screened('z')], previous: remembered('2026-05-01') }),
		'pass not-due',
		'E-a',
	],
	[
		'a report that the provider deleted since, and that is too old',
		someone('', { screening: [screened('z')], previous: remembered('2024-05-01') }),
		'fail overdue',
		'E-a',
	],
	[
		'a newer one than the earlier run knew',
		someone('2026-10-28', { previous: remembered('2024-05-01') }),
		'pass not-due',
		'E-a',
	],
]);

it('remembers the screening of a hire by its staff row (SCR-02)', () => {
	const then = {
		hires: [aHired()],
		staff: [employed('a', { start_date: '2026-10-12' })],
		screening: [screened()],
	};
	const previous = check({ ...then, asOf: EARLIER }).evidence;
	const now = { ...then, policy: YEARLY, screening: [screened('z')], previous };
	const finding = check(now).of('SCR-14', 'E-a');
	expect(finding).toMatchObject({ status: 'pass', observed: { lastCompletedOn: '2026-10-01' } });
});

it('is switched off until the policy has a cycle', () => {
	const { run } = check(someone('2020-01-01', { policy: {} }));
	const verdict = run.checks.find(({ id }) => id === 'SCR-14');
	expect(verdict?.verdictText).toBe(
		'Not set up: set in the policy after how many months people are screened again (screening.rescreenMonths)',
	);
});

it('calls nothing calm when the staff list did not arrive', () => {
	const { run } = check({
		users: [aSuperAdmin()],
		policy: YEARLY,
		staff: [],
		screening: [screened()],
	});
	const verdict = run.checks.find(({ id }) => id === 'SCR-14');
	expect(verdict?.verdictText).toContain('Could not be checked: there were no staff rows');
	expect(verdict?.verdictText).toContain('the Staff List did not arrive');
});
