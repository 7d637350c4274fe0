import { describe, expect, it } from 'vitest';

import {
	aHired,
	anOffer,
	aUser,
	check,
	employed,
	millis,
	screened,
	type Company,
} from '../run/company.mts';
import { cases } from './cases.mts';

const one = (screening: Company['screening'], more: Company = {}): Company => ({
	hires: [aHired()],
	screening,
	...more,
});
const startsOn = (day: string) => ({ startDateRaw: millis(`${day}T00:00:00Z`) });
const upcoming = (day: string, screening: Company['screening']): Company => ({
	hires: [aHired('a', {}, startsOn(day))],
	screening,
});
/** A row that belongs to nobody, so that the list is not empty. */
const OTHER = screened('nobody-here', { name: 'Somebody Else' });
const UNREAD = { reason: 'forbidden', message: 'Lever refused it.' } as const;
/** An id of the hire, and nothing else of them. */
const MISTYPED = screened('x', { external_id: 'opp-a', name: 'Somebody Else' });
/** In time, with the name of the hire and an address that is not theirs. */
const NAMESAKE = screened('namesake', { name: 'Person a' });
const twoNamesakes: Company = {
	hires: ['a', 'b'].map((key) =>
		aHired(key, { identity: { name: 'Kim Doe', emails: [`${key}@example.com`], otherEmails: [] } }),
	),
	screening: [screened('kim', { name: 'Kim Doe' })],
};

/** Linked by e-mail and name; the staff list names 5 May 1975. */
const born = (date_of_birth: string): Company =>
	one([screened('a', { date_of_birth })], {
		staff: [employed('a', { date_of_birth: '1975-05-05' })],
		policy: { screening: { matchByNameAndBirthDate: true } },
	});

describe('SCR-01', () => {
	cases('SCR-01', [
		['§5 linked and done', one([screened()]), 'pass screening-exists'],
		['§5 linked and running', one([screened('a', { status: 'pending' })]), 'pass screening-exists'],
		['§5 only stopped', one([screened('a', { status: 'canceled' })]), 'fail only-stopped'],
		[
			'§5 unknown status',
			one([screened('a', { status: 'purple' })]),
			'indeterminate unknown-status',
		],
		['§5 none', one([OTHER]), 'fail no-screening'],
		['§5 list empty', one([]), 'indeterminate list-empty'],
		['§5 list failed', one('failed'), 'indeterminate list-failed'],
		[
			'§5 none, and the list is too old to prove it',
			one([OTHER], { screeningExportedAt: '2026-10-03T06:00:00Z' }),
			'indeterminate list-too-old',
		],
		[
			'§5 a list of exactly the allowed age proves it',
			one([OTHER], { screeningExportedAt: '2026-10-26T06:00:00Z' }),
			'fail no-screening',
		],
		[
			'§5 linked stands on an old list',
			one([screened()], { screeningExportedAt: '2026-10-03T06:00:00Z' }),
			'pass screening-exists',
		],
		[
			'§5 only a Lever tag',
			{ hires: [aHired('a', { screeningTags: ['reportReturned'] })], screening: [OTHER] },
			'warn only-lever-tag',
		],
		['§5 only ambiguous', twoNamesakes, 'indeterminate ambiguous-candidates', 'contact-a:opp-a'],
		[
			'§5 SCR-07: an id of this hire, and nothing else is theirs',
			one([MISTYPED]),
			'indeterminate ambiguous-candidates',
		],
		[
			"§4 a stopped record is not mended by a namesake's",
			one([screened('a', { status: 'canceled' }), NAMESAKE]),
			'fail only-stopped',
		],
		['§5 not yet due', upcoming('2026-11-10', [OTHER]), 'not_applicable not-yet-due'],
		['the day of the evidence counts as due', upcoming('2026-11-02', [OTHER]), 'fail no-screening'],
		[
			'§5 start missing, not linked',
			{ hires: [aHired('a', {}, { startDateRaw: null })], screening: [OTHER] },
			'indeterminate start-missing',
		],
		[
			'§5 start missing, linked',
			{ hires: [aHired('a', {}, { startDateRaw: null })], screening: [screened()] },
			'pass screening-exists',
		],
		[
			'§5 start missing, only stopped: not linked to one that counts',
			{
				hires: [aHired('a', {}, { startDateRaw: null })],
				screening: [screened('a', { status: 'canceled' })],
			},
			'indeterminate start-missing',
		],
		[
			'§5 offers unread, linked',
			{ hires: [aHired('a', { offers: [], offersRead: UNREAD })], screening: [screened()] },
			'pass screening-exists',
		],
		[
			'§5 offers unread, not linked',
			{ hires: [aHired('a', { offers: [], offersRead: UNREAD })], screening: [OTHER] },
			'indeterminate offers-unread',
		],
		[
			'§5 offers unread, not linked, first day from the staff list',
			{
				hires: [aHired('a', { offers: [], offersRead: UNREAD })],
				screening: [OTHER],
				staff: [employed('a', { start_date: '2026-10-05' })],
			},
			'indeterminate offers-unread',
		],
		[
			'§5 exempt place',
			one([OTHER], { policy: { screening: { exemptWorkLocations: [' berlin'] } } }),
			'not_applicable exempt-work-location',
		],
		[
			'§5 exempt job',
			one([OTHER], { policy: { screening: { exemptJobTitles: ['engineer'] } } }),
			'not_applicable exempt-job-title',
		],
		[
			'§5 anonymised without a confirmed match',
			{ hires: [aHired('a', { isAnonymized: true })], screening: [screened()] },
			'not_applicable anonymised',
		],
		[
			'§4 linked by name only',
			one([screened('other', { name: 'Person a' })]),
			'warn linked-by-name-only',
		],
		[
			'§4 linked by e-mail without a shared name word',
			one([screened('a', { name: 'Somebody Else' })]),
			'warn linked-by-email-names-differ',
		],
	]);
});

describe('SCR-02', () => {
	const done = (completed_at: string, more = {}) => screened('a', { completed_at, ...more });
	const inLosAngeles = (completed_at: string): Company => ({
		hires: [aHired('a', { workLocation: 'Los Angeles' })],
		screening: [done(completed_at)],
		policy: { workZones: { 'Los Angeles': 'America/Los_Angeles' } },
	});
	cases('SCR-02', [
		[
			'§5 SCR-07: an id of this hire, and nothing else is theirs',
			one([MISTYPED]),
			'indeterminate ambiguous-candidates',
		],
		[
			"§4 a fail stays a fail beside a namesake's record in time",
			one([screened('a', { completed_at: '2026-10-14' }), NAMESAKE]),
			'fail completed-after-start',
		],
		['§5 before the start', one([screened()]), 'pass completed-in-time'],
		['§5 on the start day', one([done('2026-10-12')]), 'pass completed-in-time'],
		['§5 the day after: no grace', one([done('2026-10-13')]), 'fail completed-after-start'],
		[
			'§2 in the work zone on the day, in UTC the day after',
			inLosAngeles('2026-10-12T23:30:00-07:00'),
			'warn time-zone-sensitive',
		],
		[
			'§2 the evening before in the work zone',
			inLosAngeles('2026-10-11T23:30:00-07:00'),
			'pass completed-in-time',
		],
		['§5 running', one([screened('a', { status: 'pending' })]), 'fail not-completed'],
		['§5 only stopped', one([screened('a', { status: 'canceled' })]), 'fail only-stopped'],
		['§5 older than the validity', one([done('2025-10-11')]), 'fail stale'],
		['§5 exactly as old as the validity', one([done('2025-10-12')]), 'pass completed-in-time'],
		['§5 no completion', one([done('')]), 'indeterminate completion-unreadable'],
		['§2 ambiguous completion', one([done('03/04/2026')]), 'indeterminate completion-unreadable'],
		[
			'§5 unknown status',
			one([screened('a', { status: 'purple' })]),
			'indeterminate unknown-status',
		],
		[
			'§5 unknown beside running',
			one([
				screened('a', { status: 'purple', report_id: '1' }),
				screened('a', { status: 'pending', report_id: '2' }),
			]),
			'fail not-completed',
		],
		[
			'§5 the earliest decides, a later re-run cures nothing',
			one([done('2026-10-20', { report_id: '1' }), done('2026-10-14', { report_id: '2' })]),
			'fail completed-after-start',
		],
		[
			'§5 a cancelled one is not used beside another',
			one([
				done('2026-10-01', { report_id: '1', status: 'complete with canceled' }),
				done('2026-10-14', { report_id: '2' }),
			]),
			'fail completed-after-start',
		],
		[
			'§5 a cancelled one counts if alone',
			one([done('2026-10-01', { status: 'complete with canceled' })]),
			'pass completed-in-time',
		],
		[
			'§5 late, but an undated one may be the earliest',
			one([done('2026-10-14', { report_id: '1' }), done('', { report_id: '2' })]),
			'indeterminate completion-unreadable',
		],
		[
			'§5 in time stands beside an undated one',
			one([done('2026-10-01', { report_id: '1' }), done('', { report_id: '2' })]),
			'pass completed-in-time',
		],
		[
			'§5 late beside an undated one with a cancelled search, which does not decide',
			one([
				done('2026-10-14', { report_id: '1' }),
				done('', { report_id: '2', status: 'complete with canceled' }),
			]),
			'fail completed-after-start',
		],
		[
			'§5 a cancelled one in time beside an undated one that decides',
			one([
				done('2026-10-01', { report_id: '1', status: 'complete with canceled' }),
				done('', { report_id: '2' }),
			]),
			'indeterminate completion-unreadable',
		],
		['§5 nothing linked', one([OTHER]), 'fail no-screening'],
		['nothing linked on an empty list', one([]), 'indeterminate list-empty'],
		[
			'only ambiguous candidates',
			twoNamesakes,
			'indeterminate ambiguous-candidates',
			'contact-a:opp-a',
		],
		[
			'a tag has no date',
			{ hires: [aHired('a', { screeningTags: ['reportReturned'] })], screening: [OTHER] },
			'indeterminate only-lever-tag',
		],
		['§5 not yet due', upcoming('2026-11-03', [OTHER]), 'not_applicable not-yet-due'],
		[
			'§5 start missing',
			{ hires: [aHired('a', {}, { startDateRaw: null })], screening: [screened()] },
			'indeterminate start-missing',
		],
		[
			'§1 offers unread, nothing linked, first day from the staff list',
			{
				hires: [aHired('a', { offers: [], offersRead: UNREAD })],
				screening: [OTHER],
				staff: [employed('a', { start_date: '2026-10-05' })],
			},
			'indeterminate offers-unread',
		],
		[
			'§3 the staff list says when work began',
			one([done('2026-10-12')], { staff: [employed('a', { start_date: '2026-10-05' })] }),
			'fail completed-after-start',
		],
		[
			'§3 an earlier signed start would have failed',
			{
				hires: [
					aHired('a', {
						offers: [
							anOffer('a', startsOn('2026-10-12')),
							anOffer('old', {
								opportunityId: 'opp-a',
								candidateSignedAt: millis('2026-09-01T10:00:00Z'),
								...startsOn('2026-09-28'),
							}),
						],
					}),
				],
				screening: [screened()],
			},
			'warn earlier-start-would-fail',
		],
		[
			'§4 a fail by name only stays a fail',
			one([screened('x', { name: 'Person a', completed_at: '2026-10-14' })]),
			'fail completed-after-start',
		],
	]);

	it('says in the message how late, against which day, and where that day comes from', () => {
		const { message, observed, remediation } = check(one([done('2026-10-14')])).of('SCR-02');
		expect(message).toContain('2026-10-14');
		expect(message).toContain('2 days after the first day');
		expect(message).toContain('2026-10-12 (offer)');
		expect(observed).toMatchObject({ daysLate: 2, completedOn: '2026-10-14' });
		// Critical: one business day after Monday, 2 November 2026.
		expect(remediation).toMatchObject({ ownerId: 'user-owner', dueAt: '2026-11-03' });
	});
});

describe('SCR-07', () => {
	cases('SCR-07', [
		['§4 e-mail and name', one([screened()]), 'pass identity-agrees'],
		[
			'§4 by id',
			one([screened('x', { external_id: 'opp-a', name: 'Person a' })]),
			'pass identity-agrees',
		],
		[
			'§4 e-mail without a shared name word',
			one([screened('a', { name: 'Somebody Else' })]),
			'warn names-differ',
		],
		['§4 e-mail and no name to compare', one([screened('a', { name: '' })]), 'warn names-differ'],
		[
			'§4 one record by e-mail and name, another by e-mail without a shared name word',
			one([
				screened('a', { report_id: '1', name: 'Somebody Else' }),
				screened('a', { report_id: '2' }),
			]),
			'warn names-differ',
		],
		[
			'an e-mail of this opportunity, and one of another',
			{
				hires: [
					aHired('a', {
						identity: {
							name: 'Person a',
							emails: ['a@example.com'],
							otherEmails: ['old@example.com'],
						},
					}),
				],
				screening: [screened(), screened('b', { email: 'old@example.com', name: 'Person a' })],
			},
			'warn email-of-other-opportunity',
		],
		[
			"§4 two people's records fit one name",
			one([NAMESAKE, screened('another', { name: 'Person a' })]),
			'fail ambiguous',
		],
		['§4 name only', one([screened('x', { name: 'Person a' })]), 'warn name-only'],
		[
			'an e-mail of another opportunity only',
			{
				hires: [
					aHired('a', {
						identity: { name: 'Person a', emails: [], otherEmails: ['a@example.com'] },
					}),
				],
				screening: [screened()],
			},
			'warn email-of-other-opportunity',
		],
		[
			'B.2: an id of this hire, and nothing else is theirs',
			one([MISTYPED]),
			'fail record-of-somebody-else',
		],
		[
			'§5 the same beside a record of their own',
			one([screened(), MISTYPED]),
			'fail record-of-somebody-else',
		],
		[
			"§4 a namesake's record beside their own",
			one([screened(), NAMESAKE]),
			'pass identity-agrees',
		],
		['§5 ambiguous', twoNamesakes, 'fail ambiguous', 'contact-b:opp-b'],
		['nothing linked', one([OTHER]), 'not_applicable nothing-linked'],
		['list empty', one([]), 'indeterminate list-empty'],
		['list failed', one('failed'), 'indeterminate list-failed'],
		['B.2 dates of birth differ', born('1990-01-01'), 'fail birth-dates-differ'],
		['dates of birth agree', born('1975-05-05'), 'pass identity-agrees'],
		['no date of birth on the record', born(''), 'pass identity-agrees'],
		[
			'§10 dates of birth are not compared unless switched on',
			{ ...born('1990-01-01'), policy: {} },
			'pass identity-agrees',
		],
		[
			'§4 dates of birth differ, and a person confirmed the record',
			{
				...born('1990-01-01'),
				approvals: [
					{
						type: 'confirmed_match',
						subject_id: 'contact-a',
						record_id: 'report-a',
						requested_by: 'one@example.com',
						approved_by: 'two@example.com',
						approved_at: '2026-10-09',
					},
				],
			},
			'pass identity-agrees',
		],
	]);

	it.each(['SCR-01', 'SCR-02', 'SCR-07'])('%s says of a record without a name what is so', (id) => {
		const { message } = check(one([screened('a', { name: '' })])).of(id);
		expect(message).toMatch(/one of them is missing|has no name/);
	});

	it("says of several people's records that somebody else is not all it may be", () => {
		const { message } = check(one([NAMESAKE, screened('another', { name: 'Person a' })])).of(
			'SCR-07',
		);
		expect(message).toContain('or records of several people fit this hire');
	});

	it('compares dates of birth and tells none (rules.md §10)', () => {
		const output = check(born('1990-01-01'));
		expect(output.of('SCR-07').evidence.map(({ recordId }) => recordId)).toContain('E-a');
		expect(JSON.stringify(output)).not.toMatch(/1990|1975/);
	});
});

describe('SCR-09', () => {
	const running = screened('a', { status: 'pending' });
	cases('SCR-09', [
		[
			'§5 SCR-07: an id of this hire, and nothing else is theirs',
			upcoming('2026-11-10', [MISTYPED]),
			'indeterminate ambiguous-candidates',
		],
		[
			"§4 a running record beside a namesake's that is done",
			upcoming('2026-11-10', [screened('a', { status: 'pending' }), NAMESAKE]),
			'warn running',
		],
		['§5 done', upcoming('2026-11-10', [screened()]), 'pass done'],
		['§5 running', upcoming('2026-11-10', [running]), 'warn running'],
		['§5 nothing', upcoming('2026-11-10', [OTHER]), 'warn no-screening'],
		[
			'stopped',
			upcoming('2026-11-10', [screened('a', { status: 'canceled' })]),
			'warn only-stopped',
		],
		[
			'stale on the first day',
			upcoming('2026-11-10', [screened('a', { completed_at: '2025-11-09' })]),
			'warn stale',
		],
		[
			'unknown status',
			upcoming('2026-11-10', [screened('a', { status: 'purple' })]),
			'indeterminate unknown-status',
		],
		[
			'done without a date',
			upcoming('2026-11-10', [screened('a', { completed_at: '' })]),
			'indeterminate completion-unreadable',
		],
		[
			'§2 done after the first day: that day has not come',
			upcoming('2026-11-10', [screened('a', { completed_at: '2026-11-20' })]),
			'indeterminate completion-ahead',
		],
		[
			'done before the first day, on a day that has not come either',
			upcoming('2026-11-10', [screened('a', { completed_at: '2026-11-04' })]),
			'indeterminate completion-ahead',
		],
		[
			'§2 the same, and in one of work zone and UTC before the first day',
			{
				...upcoming('2026-11-10', [screened('a', { completed_at: '2026-11-10T23:30:00-08:00' })]),
				hires: [aHired('a', { workLocation: 'Los Angeles' }, startsOn('2026-11-10'))],
				policy: { workZones: { 'Los Angeles': 'America/Los_Angeles' } },
			},
			'indeterminate completion-ahead',
		],
		[
			'done on the first day, which is too late where the policy says so, and has not come',
			{
				...upcoming('2026-11-03', [screened('a', { completed_at: '2026-11-03' })]),
				policy: { screening: { completeBefore: 'before' } },
			},
			'indeterminate completion-ahead',
		],
		[
			'done on a day that has come where the provider is',
			upcoming('2026-11-10', [screened('a', { completed_at: '2026-11-03' })]),
			'pass done',
		],
		[
			'§2 done before the first day in the work zone, on it in UTC',
			{
				...upcoming('2026-11-03', [screened('a', { completed_at: '2026-11-03T05:00:00Z' })]),
				hires: [aHired('a', { workLocation: 'Los Angeles' }, startsOn('2026-11-03'))],
				policy: {
					workZones: { 'Los Angeles': 'America/Los_Angeles' },
					screening: { completeBefore: 'before' },
				},
				asOf: '2026-11-03T06:00:00.000Z',
			},
			'warn time-zone-sensitive',
		],
		['nothing on an empty list', upcoming('2026-11-10', []), 'indeterminate list-empty'],
		['started', one([screened()]), 'not_applicable started'],
		[
			'starts on the evidence day: due',
			upcoming('2026-11-02', [running]),
			'not_applicable started',
		],
		['last day of the horizon', upcoming('2026-12-02', [running]), 'warn running'],
		[
			'a day beyond the horizon',
			upcoming('2026-12-03', [running]),
			'not_applicable beyond-horizon',
		],
		[
			'start missing',
			{ hires: [aHired('a', {}, { startDateRaw: null })], screening: [running] },
			'indeterminate start-missing',
		],
		[
			'only a Lever tag',
			{
				hires: [aHired('a', { screeningTags: ['invitationPending'] }, startsOn('2026-11-10'))],
				screening: [OTHER],
			},
			'warn only-lever-tag',
		],
		[
			'§4 done, by name only',
			upcoming('2026-11-10', [screened('x', { name: 'Person a', ordered_at: '2026-09-20' })]),
			'warn linked-by-name-only',
		],
	]);

	it.each([
		// From Monday: Thursday is three business days away, Wednesday two.
		['2026-11-05', 'medium', '2026-11-03'],
		['2026-11-04', 'high', '2026-11-02'],
		['2026-11-03', 'high', '2026-11-02'],
		// A Monday: two business days before it is Thursday.
		['2026-11-09', 'medium', '2026-11-05'],
	])('a start on %s is of %s severity, due %s', (start, severity, dueAt) => {
		const finding = check(upcoming(start, [running])).of('SCR-09');
		expect(finding.severity).toBe(severity);
		expect(finding.remediation).toMatchObject({ ownerId: 'user-owner', dueAt });
	});

	it('names the owner and the due day of a pass too', () => {
		const { remediation } = check(upcoming('2026-11-10', [screened()])).of('SCR-09');
		expect(remediation).toMatchObject({ ownerId: 'user-owner', dueAt: '2026-11-06' });
	});

	const ADMIN = { accessRole: 'super admin' };
	const GONE = { deactivatedAt: millis('2026-01-01T00:00:00Z') };
	it.each([
		['owner', { owner: 'user-o' }, [aUser('1', ADMIN)], 'user-o', ''],
		['hiring manager', { hiringManager: 'user-h' }, [aUser('1', ADMIN)], 'user-h', ''],
		['first active Super Admin', {}, [aUser('3', ADMIN), aUser('2', ADMIN)], 'user-2', 'Super'],
		[
			'active Super Admin',
			{},
			[aUser('1', { ...ADMIN, ...GONE }), aUser('2'), aUser('3', ADMIN)],
			'user-3',
			'goes to a Super Admin.',
		],
		['active user', {}, [aUser('1', GONE), aUser('2')], 'user-2', 'goes to an active user.'],
	])('always has an owner (§5): %s', (_, hire, users, ownerId, note) => {
		const company: Company = {
			...upcoming('2026-11-10', [running]),
			hires: [aHired('a', { owner: null, hiringManager: null, ...hire }, startsOn('2026-11-10'))],
			users,
		};
		const { remediation } = check(company).of('SCR-09');
		expect(remediation.ownerId).toBe(ownerId);
		expect(remediation.text).toContain(note);
		expect(remediation.text.includes('Lever names neither')).toBe(note !== '');
	});
});
