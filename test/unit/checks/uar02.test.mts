import { describe, expect, it } from 'vitest';

import { aUser, check, millis, type Company } from '../run/company.mts';
import { staffOf } from './accessCompany.mts';
import { cases } from './cases.mts';

const APPROVER = 'approver@example.com';
const approval = (more = {}) => ({
	id: 'A-1',
	type: 'privileged_user',
	subject_id: 'user-a',
	approved_by: APPROVER,
	approved_at: '2026-01-05',
	expires_at: '2027-01-05',
	...more,
});
const company = (
	accessRole: string | null,
	approvals: Company['approvals'] = [approval()],
	more: Company = {},
): Company => ({ users: [aUser('a', { accessRole })], approvals, ...more });

const superAdmins = (number: number): Company => ({
	users: Array.from({ length: number }, (_, index) =>
		aUser(`s${index}`, { accessRole: 'Super Admin' }),
	),
	approvals: [approval()],
});

describe('UAR-02 of a user (evidence date: Monday, 2 November 2026)', () => {
	cases(
		'UAR-02',
		(
			[
				['§7 a Super Admin on the list', company('super admin'), 'pass approved'],
				['§7 an Admin, in other letters', company(' Admin '), 'pass approved'],
				['§7 a custom role is privileged', company('3f1c8a52'), 'pass approved'],
				[
					'§7 a custom role on no list',
					company('3f1c8a52', [approval({ subject_id: 'user-b' })]),
					'fail not-approved',
				],
				['§7 team member', company('team member', []), 'not_applicable not-privileged'],
				['§7 limited team member', company('limited team member'), 'not_applicable not-privileged'],
				['§7 interviewer', company('Interviewer', 'failed'), 'not_applicable not-privileged'],
				['§7 an empty role', company(''), 'indeterminate role-not-set'],
				['§7 no role', company(null), 'indeterminate role-not-set'],
				['an empty list', company('admin', []), 'indeterminate list-empty'],
				['a list that failed', company('admin', 'failed'), 'indeterminate list-failed'],
				[
					'§7 ends in 30 days',
					company('admin', [approval({ expires_at: '2026-12-02' })]),
					'warn approval-expires-soon',
				],
				[
					'§7 ends in 31 days',
					company('admin', [approval({ expires_at: '2026-12-03' })]),
					'pass approved',
				],
				[
					'ends today',
					company('admin', [approval({ expires_at: '2026-11-02' })]),
					'warn approval-expires-soon',
				],
				[
					'ended yesterday',
					company('admin', [approval({ expires_at: '2026-11-01' })]),
					'fail approval-not-live',
				],
				['without an end', company('admin', [approval({ expires_at: '' })]), 'pass approved'],
				[
					'the one that holds longest counts',
					company('admin', [approval({ expires_at: '2026-11-05' }), approval({ id: 'A-2' })]),
					'pass approved',
				],
				[
					'dated after the evidence date',
					company('admin', [approval({ approved_at: '2026-11-03' })]),
					'fail approval-not-live',
				],
				[
					'§1 approved by the person it is about',
					company('admin', [approval({ approved_by: 'USER-A@example.com ' })]),
					'fail approval-not-live',
				],
				[
					'§1 approved under another address of the same person',
					company('admin', [approval({ approved_by: 'a.work@example.com' })], {
						staff: [
							{
								external_id: 'E-1',
								email: 'a.work@example.com',
								name: 'User a',
								status: 'active',
								end_date: '',
							},
						],
						users: [aUser('a', { accessRole: 'admin', externalDirectoryId: 'E-1' })],
					}),
					'fail approval-not-live',
				],
				[
					'§1 approved by a name, which cannot be compared',
					company('admin', [approval({ approved_by: 'User a' })]),
					'fail approval-not-live',
				],
				[
					'§1 approved by a name beside an address',
					company('admin', [approval({ approved_by: 'User a <user-a@example.com>' })]),
					'fail approval-not-live',
				],
				[
					'§1 approved by the user, named by the id',
					company('admin', [approval({ approved_by: 'user-a' })]),
					'fail approval-not-live',
				],
				[
					'approved by another user, named by the id',
					company('admin', [approval({ approved_by: 'user-b' })], {
						users: [aUser('a', { accessRole: 'admin' }), aUser('b')],
					}),
					'pass approved',
				],
				[
					'§1 approved by who asked for it',
					company('admin', [approval({ requested_by: ' Approver@example.com' })]),
					'fail approval-not-live',
				],
				[
					'§1 approved by who asked for it, once by address and once by id',
					company(
						'admin',
						[approval({ requested_by: 'user-b', approved_by: 'user-b@example.com' })],
						{ users: [aUser('a', { accessRole: 'admin' }), aUser('b')] },
					),
					'fail approval-not-live',
				],
				[
					'asked for by somebody else',
					company('admin', [approval({ requested_by: 'user-a@example.com' })]),
					'pass approved',
				],
				[
					'approved by somebody of the staff',
					company('admin', [approval()], {
						staff: [staffOf('a'), staffOf('b', { email: APPROVER })],
					}),
					'pass approved',
				],
				[
					'approved by somebody of the staff whom only the directory id of the account leads to',
					company('admin', [approval({ approved_by: 'user-b@example.com' })], {
						staff: [staffOf('a'), staffOf('b', { email: 'b.private@example.com' })],
						users: [
							aUser('a', { accessRole: 'admin' }),
							aUser('b', { externalDirectoryId: 'E-b' }),
						],
					}),
					'pass approved',
				],
				[
					'approved by nobody of the staff',
					company('admin', [approval()], { staff: [staffOf('a')] }),
					'fail approval-not-live',
				],
				[
					'approved by somebody who had left',
					company('admin', [approval()], {
						staff: [
							staffOf('a'),
							staffOf('b', { email: APPROVER, status: 'left', end_date: '2026-01-04' }),
						],
					}),
					'fail approval-not-live',
				],
				[
					'approved by somebody who left later',
					company('admin', [approval()], {
						staff: [
							staffOf('a'),
							staffOf('b', { email: APPROVER, status: 'left', end_date: '2026-01-05' }),
						],
					}),
					'pass approved',
				],
				[
					'§2 ended earlier on the evidence date',
					company('admin', [approval({ expires_at: '2026-11-02T05:59:00Z' })]),
					'fail approval-not-live',
				],
				[
					'§2 ends later on the evidence date',
					company('admin', [approval({ expires_at: '2026-11-02T06:01:00Z' })]),
					'warn approval-expires-soon',
				],
				[
					'§2 given later on the evidence date',
					company('admin', [approval({ approved_at: '2026-11-02T06:01:00Z' })]),
					'fail approval-not-live',
				],
				[
					'§2 given earlier on the evidence date',
					company('admin', [approval({ approved_at: '2026-11-02T05:59:00Z' })]),
					'pass approved',
				],
				[
					'another type of approval',
					company('admin', [approval({ type: 'external_account' })]),
					'fail not-approved',
				],
				[
					'a shorter warning',
					company('admin', [approval({ expires_at: '2026-12-02' })], {
						policy: { access: { expiryWarningDays: 7 } },
					}),
					'pass approved',
				],
			] as const
		).map(([rule, given, result]) => [rule, given, result, 'user-a']),
	);

	it('names the row of the staff list by which an approver does not count, and no person', () => {
		const left = staffOf('b', { email: APPROVER, status: 'left', end_date: '2026-01-04' });
		const { message, evidence } = check(
			company('admin', [approval()], { staff: [staffOf('a'), left] }),
		).of('UAR-02', 'user-a');
		expect(message).toContain(
			'because by the staff list its approver did not work here on 2026-01-05.',
		);
		expect(message).not.toContain('@');
		expect(evidence.map(({ recordId }) => recordId)).toEqual(['user-a', 'A-1', 'E-b']);
	});

	it('leaves deactivated accounts out and counts them', () => {
		const { run, findings } = check({
			users: [aUser('a', { accessRole: 'admin', deactivatedAt: millis('2026-10-01T00:00:00Z') })],
			approvals: [approval()],
		});
		const [line] = run.checks.filter(({ id }) => id === 'UAR-02');
		expect(line?.notInPopulation).toEqual({ 'deactivated account': 1 });
		expect(findings.filter((one) => one.checkId === 'UAR-02')).toHaveLength(1);
	});

	it('is not set up without a list', () => {
		const { run } = check({ users: [aUser('a', { accessRole: 'admin' })] });
		expect(run.checks.find(({ id }) => id === 'UAR-02')).toMatchObject({ verdict: 'notSetUp' });
	});

	it('can be excepted only for an approval that ended', () => {
		const exception = {
			id: 'X-1',
			type: 'exception',
			check_id: 'UAR-02',
			subject_id: 'user-a',
			reason: 'Hands over',
			compensating_control: 'supervised work',
			requested_by: 'requester@example.com',
			approved_by: APPROVER,
			approved_at: '2026-10-01',
			expires_at: '2026-12-01',
		};
		const ended = company('admin', [approval({ expires_at: '2026-11-01' }), exception]);
		expect(check(ended).of('UAR-02', 'user-a').status).toBe('excepted');
		expect(check(company('admin', [exception])).of('UAR-02', 'user-a').status).toBe('fail');
	});

	it('cannot tell that nobody approved when the list was cut off', () => {
		const { status } = check({
			...company('admin', [approval({ subject_id: 'user-b' })]),
			collections: { users: { complete: false, incompleteBecause: 'It ended early.' } },
		}).of('UAR-02', 'user-a');
		expect(status).toBe('indeterminate');
	});
});

describe('UAR-02 of the account: the number of Super Admins', () => {
	cases(
		'UAR-02',
		[
			[0, 'fail no-super-admin'],
			[1, 'warn one-super-admin'],
			[2, 'pass number-of-super-admins'],
			[5, 'pass number-of-super-admins'],
			[6, 'fail too-many-super-admins'],
		].map(([number, result]) => [
			`§7 ${number}`,
			superAdmins(Number(number)),
			String(result),
			'account',
		]),
	);

	it('does not count deactivated ones', () => {
		const users = [
			aUser('a', { accessRole: 'super admin' }),
			aUser('b', { accessRole: 'super admin', deactivatedAt: millis('2026-10-01T00:00:00Z') }),
		];
		expect(check({ users, approvals: [approval()] }).of('UAR-02', 'account').reasonCode).toBe(
			'one-super-admin',
		);
	});
});
