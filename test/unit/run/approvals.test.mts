import { describe, expect, it } from 'vitest';

import { sha256OfJson } from '../../../nodes/shared/sha256.ts';
import { aHired, aUser, check, employed, screened, type Company } from './company.mts';

/** Completed two days after the first day, 12 October 2026. */
const LATE = screened('a', { completed_at: '2026-10-14' });

const APPROVAL = {
	id: 'A-1',
	type: 'exception',
	check_id: 'SCR-02',
	subject_id: 'contact-a:opp-a',
	record_id: '',
	reason: 'The provider was late',
	compensating_control: 'reduced access',
	requested_by: 'requester@example.com',
	approved_by: 'approver@example.com',
	approved_at: '2026-10-09',
	expires_at: '2026-12-31',
};

const STAFF = [
	employed('a'),
	employed('requester'),
	employed('approver', { personal_email: 'approver.home@example.com' }),
	employed('left', { status: 'terminated', end_date: '2026-10-08' }),
	employed('gone', { status: 'terminated' }),
	employed('purple', { status: 'purple' }),
	employed('newcomer', { start_date: '2026-10-10' }),
	employed('someday', { start_date: '11/10/2026' }),
];

const late = (approval: object, more: Company = {}): Company => ({
	hires: [aHired()],
	screening: [LATE],
	staff: STAFF,
	approvals: [{ ...APPROVAL, ...approval }],
	...more,
});

const statusOf = (company: Company) => check(company).of('SCR-02').status;

describe('an approval (rules.md §1)', () => {
	it.each([
		['counts', {}, 'excepted'],
		['counts when it names the contact', { subject_id: 'contact-a' }, 'excepted'],
		['counts when it names the opportunity', { subject_id: 'opp-a' }, 'excepted'],
		['is for one check only', { check_id: 'SCR-01' }, 'fail'],
		['is for one subject only', { subject_id: 'contact-b' }, 'fail'],
		['must be older than the first day', { approved_at: '2026-10-12' }, 'fail'],
		['counts a moment before it', { approved_at: '2026-10-11T23:59:59Z' }, 'excepted'],
		['must not be expired', { expires_at: '2026-11-01' }, 'fail'],
		['holds on its last day', { expires_at: '2026-11-02' }, 'excepted'],
		['is not given by the requester', { approved_by: 'Requester@example.com ' }, 'fail'],
		['is not given by the subject', { approved_by: 'a@example.com' }, 'fail'],
		['needs a control of the closed list', { compensating_control: 'trust' }, 'fail'],
		['needs an approver who can be compared', { approved_by: 'The boss' }, 'fail'],
		['needs an approver of the staff', { approved_by: 'outsider@example.com' }, 'fail'],
		['needs a requester of the staff', { requested_by: 'outsider@example.com' }, 'fail'],
		['is not given by somebody who had left', { approved_by: 'left@example.com' }, 'fail'],
		[
			'stands when the approver leaves later',
			{ approved_by: 'left@example.com', approved_at: '2026-10-01' },
			'excepted',
		],
		['needs a last day that can be read', { approved_by: 'gone@example.com' }, 'fail'],
		['needs a status that can be read', { approved_by: 'purple@example.com' }, 'fail'],
		['is not given by somebody who began later', { approved_by: 'newcomer@example.com' }, 'fail'],
		[
			'counts from the first day of the approver on',
			{ approved_by: 'newcomer@example.com', approved_at: '2026-10-10' },
			'excepted',
		],
		['needs a first day that can be read', { approved_by: 'someday@example.com' }, 'fail'],
	])('%s', (_rule, approval, status) => {
		expect(statusOf(late(approval))).toBe(status);
	});

	it('knows by the staff list that two addresses are one person', () => {
		const twoAddresses = {
			approved_by: 'approver.home@example.com',
			requested_by: 'approver@example.com',
		};
		expect(statusOf(late(twoAddresses))).toBe('fail');
		// Without the staff list nobody can know.
		expect(statusOf(late(twoAddresses, { staff: undefined }))).toBe('excepted');
	});

	it.each([
		['not connected', undefined],
		['failed', 'failed' as const],
		[
			'of people whose last day is known',
			[employed('left', { status: 'active', end_date: '2026-12-31' })],
		],
		['with leavers only', [employed('left', { status: 'terminated', end_date: '2026-10-08' })]],
	])('is accepted with a note when the staff list is %s', (_, staff) => {
		const { status, message } = check(late({}, { staff })).of('SCR-02');
		expect(status).toBe('excepted');
		expect(message).toContain('could not be found on a staff list');
		expect(check(late({})).of('SCR-02').message).not.toContain('could not be found');
	});

	it('names whom the staff list does not know, by role', () => {
		const { message } = check(late({ approved_by: 'outsider@example.com' })).of('SCR-02');
		expect(message).toContain(
			'The approval A-1 does not count, because by the staff list its approver did not work here on 2026-10-09.',
		);
		expect(message).not.toContain('@');
	});

	it('needs an address and nothing beside it, which could not be compared', () => {
		const named = (approved_by: string) =>
			late({ approved_by, requested_by: 'requester@example.com' }, { staff: undefined });
		expect(statusOf(named('Requester <requester@example.com>'))).toBe('fail');
		expect(statusOf(named('approver@example.com'))).toBe('excepted');
	});

	it.each([
		['gone', 'the staff list does not say clearly whether its approver worked here on 2026-10-09'],
		[
			'purple',
			'the staff list does not say clearly whether its approver worked here on 2026-10-09',
		],
		['newcomer', 'by the staff list its approver did not work here on 2026-10-09'],
		['left', 'by the staff list its approver did not work here on 2026-10-09'],
	])('says of %s no more than the staff list does', (who, because) => {
		const { message } = check(late({ approved_by: `${who}@example.com` })).of('SCR-02');
		expect(message).toContain(`The approval A-1 does not count, because ${because}.`);
	});

	it.each([
		['excepts', {}],
		['came too late', { approved_at: '2026-10-20' }],
		['does not count', { approved_by: 'requester@example.com' }],
	])('that %s is referenced as evidence by the hash of its row', (_, changes) => {
		const { of, evidence } = check(late(changes));
		const list = evidence.find((one) => one.kind === 'collection' && one.resource === 'approvals');
		if (list?.kind !== 'collection') throw new Error('No collection of approvals');
		expect(of('SCR-02').evidence.at(-1)).toEqual({
			collectionId: list.collectionId,
			recordId: 'A-1',
			rawSha256: sha256OfJson({ ...APPROVAL, ...changes }),
			leverUrl: null,
		});
	});

	it('knows the subject by their staff row too', () => {
		const staff = [employed('a', { personal_email: 'private@example.com' }), ...STAFF.slice(1)];
		expect(statusOf(late({ approved_by: 'private@example.com' }, { staff }))).toBe('fail');
	});

	it('that came too late is shown, and the fail stands', () => {
		const finding = check(late({ approved_at: '2026-10-20' })).of('SCR-02');
		expect(finding).toMatchObject({ status: 'fail', approvalId: 'A-1' });
		expect(finding.message).toContain('came after the deviation');
	});

	it('that does not count is named with its reason', () => {
		const { message } = check(late({ approved_by: 'requester@example.com' })).of('SCR-02');
		expect(message).toContain(
			'The approval A-1 does not count, because requester and approver are one person',
		);
	});

	it('leaves the deviation disclosed', () => {
		const { run, summary, of } = check(late({}));
		expect(of('SCR-02')).toMatchObject({
			reasonCode: 'completed-after-start',
			approvalId: 'A-1',
			remediation: { dueAt: '2026-12-31' },
		});
		expect(run.checks.find(({ id }) => id === 'SCR-02')).toMatchObject({
			verdict: 'deviations',
			verdictText: '1 deviation in 1; 1 excepted by approval',
		});
		expect(summary.counts.excepted).toBe(1);
		const deviations = summary.counts.fail + 1;
		expect(summary.headline).toMatch(
			new RegExp(`^${deviations} deviations?, 1 of them excepted by approval`),
		);
	});

	it('touches neither pass nor indeterminate', () => {
		expect(statusOf(late({}, { screening: [screened()] }))).toBe('pass');
		expect(statusOf(late({}, { screening: [screened('a', { completed_at: '' })] }))).toBe(
			'indeterminate',
		);
	});

	it.each([
		['2026-10-30', 'excepted'],
		// The window of five business days after 23 October ended on 30 October.
		['2026-10-31', 'fail'],
	])('for a leaver of 23 October, given on %s: %s', (approved_at, status) => {
		const company: Company = {
			users: [aUser('a')],
			staff: [
				...STAFF,
				{
					external_id: 'E-9',
					email: 'user-a@example.com',
					name: 'User a',
					status: 'terminated',
					start_date: '',
					end_date: '2026-10-23',
					personal_email: '',
				},
			],
			approvals: [{ ...APPROVAL, check_id: 'UAR-01', subject_id: 'user-a', approved_at }],
		};
		expect(check(company).of('UAR-01').status).toBe(status);
	});

	it('never covers a population that was not read', () => {
		const company: Company = {
			screening: 'failed',
			approvals: [{ ...APPROVAL, check_id: 'IPE-01', subject_id: 'screeningList' }],
		};
		const statuses = check(company).findings.map(({ status }) => status);
		expect(statuses).not.toContain('excepted');
	});
});

describe('a confirmed match (rules.md §4 M1)', () => {
	const stranger = { email: 'stranger@example.com', name: 'Somebody Else' };
	const company = (record_id: string, more: Company = {}): Company => ({
		hires: [aHired()],
		screening: [screened('x', { report_id: '', ...stranger })],
		staff: [...STAFF, employed('shared', { external_id: 'R-1' })],
		approvals: [
			{
				...APPROVAL,
				type: 'confirmed_match',
				check_id: '',
				subject_id: 'contact-a',
				record_id,
			},
		],
		...more,
	});

	it('by the position of a row links nobody, and is named', () => {
		const { of, run, summary } = check(company('row-1'));
		expect(of('SCR-01').reasonCode).toBe('no-screening');
		const notice = run.notices.find((text) => text.includes('a confirmed match is not used'));
		expect(notice).toContain('(row 1)');
		expect(summary.alert).toBe(true);
	});

	it('by a reference that is on both lists binds neither', () => {
		const screening = [screened('x', { report_id: 'R-1', ...stranger })];
		const { of, run } = check(company('R-1', { screening }));
		expect(of('SCR-01').reasonCode).toBe('no-screening');
		expect(run.notices.join(' ')).toContain('on both the Screening List and the Staff List');
		expect(check(company('R-1', { screening, staff: STAFF })).of('SCR-01').status).toBe('pass');
	});
});
