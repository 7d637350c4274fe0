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
/** Hired seven weeks ago, due again after a month; all there is names the employee, and is no screening. */
const vouchedFor: Company = {
	policy: { screening: { rescreenMonths: 1 } },
	hires: [aHired()],
	staff: [employed('a', { start_date: '2026-09-14' })],
	screening: done('2026-10-20', { record_type: 'supplier attestation', external_id: 'E-a' }),
};
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

/** The same person a week after the run of `then`, when nothing of it is on the list any more. */
const gone = (then: Company, changes: Company = {}): Company => ({
	...then,
	policy: YEARLY,
	screening: [screened('z')],
	previous: check({ ...then, asOf: EARLIER }).evidence,
	...changes,
});
const WORD = { report_id: 'word', provider: 'Lever' };
const byWord = (completed_at: string) => someone('', { screening: done(completed_at, WORD) });
const REPORT = { report_id: 'of-the-provider' };
/** A hire of the period whose screening SCR-02 looks at; SCR-14 is off. */
const starter = (start_date: string, screening: object): Company => ({
	hires: [aHired()],
	staff: [employed('a', { start_date })],
	screening: [screened('a', { external_id: 'E-other', ...screening })],
});

cases('SCR-14', [
	[
		"§4 somebody's word in Lever that is gone, known from the earlier run (SCR-14)",
		gone(byWord('2026-05-01')),
		'warn weak-source',
		'E-a',
	],
	[
		'and from the run before that, of which the earlier run knew',
		{
			...gone(byWord('2026-05-01')),
			previous: check({ ...gone(byWord('2026-05-01')), asOf: '2026-10-28T06:00:00.000Z' }).evidence,
		},
		'warn weak-source',
		'E-a',
	],
	[
		'that was due soon then, under a policy that gives more time now',
		gone(byWord('2025-12-01'), {
			policy: { screening: { rescreenMonths: 36 } },
		}),
		'warn weak-source',
		'E-a',
	],
	[
		"somebody's newer word, and a report that was overdue beside it",
		gone(someone('', { screening: [...done('2025-04-01', REPORT), ...done('2026-05-01', WORD)] })),
		'warn weak-source',
		'E-a',
	],
	[
		"somebody's newer word, and a report that is not due, of which only the word is left",
		gone(someone('', { screening: [...done('2026-04-01', REPORT), ...done('2026-05-01', WORD)] }), {
			screening: done('2026-05-01', WORD),
		}),
		'pass not-due',
		'E-a',
	],
	[
		"§4 somebody's word in Lever that is gone, known from the earlier run (SCR-02)",
		gone(starter('2026-10-12', WORD)),
		'warn weak-source',
		'E-a',
	],
	[
		'and that came after the first day',
		gone(starter('2026-09-14', WORD)),
		'warn weak-source',
		'E-a',
	],
	[
		"a provider's report that came after the first day",
		gone(starter('2026-09-14', REPORT)),
		'pass not-due',
		'E-a',
	],
	[
		'a report that came after the first day, from an earlier run without its screening records',
		gone(starter('2026-09-14', REPORT), {
			previous: check({ ...starter('2026-09-14', REPORT), asOf: EARLIER }).evidence.filter(
				({ kind }) => kind !== 'screeningRecord',
			),
		}),
		'not_applicable first-screening',
		'E-a',
	],
	[
		"§4 somebody's word in Lever that names the employee, before the first day came",
		gone(starter('2026-10-28', { ...WORD, external_id: 'E-a' })),
		'warn weak-source',
		'E-a',
	],
	[
		'§4 linked by name only in the earlier run',
		gone(starter('2026-10-12', { email: 'other@example.com' })),
		'warn linked-by-name-only',
		'E-a',
	],
	[
		'§4 linked by name only, and after the first day, in the earlier run',
		gone(starter('2026-09-14', { email: 'other@example.com' })),
		'warn linked-by-name-only',
		'E-a',
	],
	[
		'§4 linked by an e-mail under another name in the earlier run',
		gone(starter('2026-10-12', { name: 'Somebody Else' })),
		'warn linked-by-email-names-differ',
		'E-a',
	],
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
	[
		'B.2 SCR-15 the word of a supplier is no screening of an employee',
		someone('', { screening: done('2026-05-01', { record_type: 'supplier attestation' }) }),
		'fail no-screening',
		'E-a',
	],
	[
		'the word of a supplier for its own person, by the staff list',
		someone('', {
			staff: staff({ employment_type: 'contractor' }),
			screening: done('2026-05-01', { record_type: 'supplier attestation' }),
		}),
		'pass not-due',
		'E-a',
	],
	[
		'the word of a supplier for its own person, by a tag of the hire',
		{
			policy: { screening: { ...YEARLY.screening, contractorTags: ['contractor'] } },
			hires: [aHired('a', { identity: { ...aHired().identity, tags: ['Contractor'] } })],
			staff: [employed('a', { start_date: '2026-10-12' })],
			screening: done('2026-10-01', { record_type: 'supplier attestation' }),
		},
		'pass not-due',
		'E-a',
	],
	[
		'the word of a supplier, for a hire of whom it could not be read whether it is its own person',
		{
			policy: YEARLY,
			hires: [aHired('a', { postingId: 'posting-a' })],
			staff: staff(),
			screening: done('2026-05-01', { record_type: 'supplier attestation' }),
		},
		'indeterminate employment-type-unknown',
		'E-a',
	],
	[
		'the word of a supplier, which the earlier run knew of too',
		{ ...vouchedFor, previous: check({ ...vouchedFor, asOf: EARLIER }).evidence },
		'fail no-screening',
		'E-a',
	],
	[
		"somebody's newer word in Lever beside a record of the provider that is not due",
		someone('', {
			screening: [
				...done('2026-04-01', { report_id: 'of-the-provider' }),
				...done('2026-05-01', { report_id: 'word', provider: 'Lever' }),
			],
		}),
		'pass not-due',
		'E-a',
	],
	[
		"somebody's newer word in Lever beside a record of the provider that is overdue",
		someone('', {
			screening: [
				...done('2025-04-01', { report_id: 'of-the-provider' }),
				...done('2026-05-01', { report_id: 'word', provider: 'Lever' }),
			],
		}),
		'warn weak-source',
		'E-a',
	],
	[
		"somebody's word in Lever (rules.md §4)",
		someone('', { screening: done('2026-05-01', { provider: 'Lever' }) }),
		'warn weak-source',
		'E-a',
	],
	[
		'by the employee id, where the e-mail leads to a hire whom no row of the list belongs to',
		{
			policy: YEARLY,
			hires: [aHired()],
			staff: staff({ external_id: 'E-77', email: 'work@corp.example', name: 'Kim Work' }),
			screening: done('2026-05-01', { external_id: 'E-77' }),
		},
		'pass not-due',
		'E-77',
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

it("says that a supplier's attestation is all there is", () => {
	const screening = done('2026-05-01', { record_type: 'supplier attestation' });
	const { message, evidence } = check(someone('', { screening })).of('SCR-14', 'E-a');
	expect(message).toContain("only a supplier's attestation, which counts for contractors only");
	expect(evidence.map(({ recordId }) => recordId)).toContain('report-a');
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
