import { describe, expect, it } from 'vitest';

import {
	addressMeaning,
	isCompanyDomain,
} from '../../../nodes/LeverCompliance/checks/access/addressOf.ts';
import { aUser, check, type Company } from '../run/company.mts';
import { approvalOf, oneUser, staffOf, type Row } from './accessCompany.mts';
import { cases } from './cases.mts';

const withAddress = (email: string, more: Company = {}): Company =>
	oneUser({ email }, { staff: [staffOf('a', { email }), APPROVER], ...more });
const offTheList = (more: Company = {}, user = {}): Company =>
	oneUser(user, { staff: [staffOf('b'), APPROVER], ...more });
const APPROVER = staffOf('approver', { email: 'approver@example.com' });
const external = (expires_at: string, more = {}) => ({
	approvals: [approvalOf('external_account', { expires_at, ...more })],
});

describe('UAR-04 (evidence date: Monday, 2 November 2026)', () => {
	cases('UAR-04', [
		['one person of the staff', oneUser(), 'pass one-person'],
		[
			'somebody who left is UAR-01’s',
			oneUser(
				{},
				{ staff: [staffOf('a', { status: 'left', end_date: '2026-10-01' }), staffOf('b')] },
			),
			'pass one-person',
		],
		['on no staff list', offTheList(), 'fail orphaned'],
		[
			'on no staff list, with a directory id that the list does not know',
			offTheList({}, { externalDirectoryId: 'X-9' }),
			'fail orphaned',
		],
		['free mail', withAddress('somebody@gmail.com'), 'fail free-mail'],
		['free mail of a country', withAddress('somebody@yahoo.co.uk'), 'fail free-mail'],
		['a shared mailbox', withAddress('recruiting@example.com'), 'fail shared-address'],
		[
			'another domain',
			oneUser({}, { policy: { access: { companyDomains: ['example.org'] } } }),
			'fail foreign-domain',
		],
		[
			'below a domain of the company',
			withAddress('a@eu.example.com', { policy: { access: { companyDomains: ['@Example.com'] } } }),
			'pass one-person',
		],
		[
			'a service account',
			offTheList({ policy: { access: { serviceAccounts: ['user-a'] } } }),
			'not_applicable service-account',
		],
		['external for 31 days', offTheList(external('2026-12-03')), 'pass external-approved'],
		['external for 30 days', offTheList(external('2026-12-02')), 'warn approval-expires-soon'],
		['external without an end', offTheList(external('')), 'warn external-without-end'],
		['external until yesterday', offTheList(external('2026-11-01')), 'fail orphaned'],
		[
			'approved by oneself',
			offTheList(external('2027-01-01', { approved_by: 'user-a@example.com' })),
			'fail orphaned',
		],
		[
			'approved by oneself, by name',
			offTheList(external('2027-01-01', { approved_by: 'User a' })),
			'fail orphaned',
		],
		[
			'a free-mail address that its owner approved by name',
			{
				...withAddress('somebody@gmail.com'),
				...external('2027-01-01', { approved_by: 'User a' }),
			},
			'fail free-mail',
		],
		[
			'a free-mail address that is approved',
			{ ...withAddress('somebody@gmail.com'), ...external('2027-01-01') },
			'pass external-approved',
		],
		['an empty list', oneUser({}, { staff: [] }), 'indeterminate list-empty'],
		[
			'an old list without the account, and a directory id',
			offTheList({ staffExportedAt: '2026-10-01T00:00:00Z' }, { externalDirectoryId: 'X-9' }),
			'pass linked-to-directory',
		],
		[
			'§1 an empty list and a directory id: another account of the person would not be seen',
			oneUser({ externalDirectoryId: 'X-9' }, { staff: [] }),
			'indeterminate read-incomplete',
		],
		[
			'§1 a failed list and a directory id',
			oneUser({ externalDirectoryId: 'X-9' }, { staff: 'failed' }),
			'indeterminate read-incomplete',
		],
		[
			'leavers only',
			offTheList({ staff: [staffOf('b', { status: 'left', end_date: '2026-10-01' })] }),
			'indeterminate list-leavers-only',
		],
		[
			'an old list, but the address tells enough',
			{ ...withAddress('jobs@example.com'), staffExportedAt: '2026-10-01T00:00:00Z' },
			'fail shared-address',
		],
	]);

	it('finds two accounts of one person, and not a deactivated one', () => {
		const second = (deactivatedAt: number | null): Company => ({
			users: [aUser('a'), aUser('b', { externalDirectoryId: 'E-a', deactivatedAt })],
			staff: [staffOf('a')],
		});
		expect(check(second(null)).of('UAR-04', 'user-a').reasonCode).toBe('several-accounts');
		expect(check(second(null)).of('UAR-04', 'user-b').reasonCode).toBe('several-accounts');
		expect(check(second(1)).of('UAR-04', 'user-a').reasonCode).toBe('one-person');
	});

	it('does not count an account of a system as a second one', () => {
		const company: Company = {
			users: [aUser('a'), aUser('api', { externalDirectoryId: 'E-a' })],
			staff: [staffOf('a')],
			policy: { access: { serviceAccounts: ['user-api@example.com'] } },
		};
		expect(check(company).of('UAR-04', 'user-a').reasonCode).toBe('one-person');
	});

	const FRONT_DESK = { email: 'frontdesk@example.com' };
	const atFrontDesk = (...rows: Row[]): Company => oneUser(FRONT_DESK, { staff: rows });
	cases('UAR-04', [
		[
			'an account of two people',
			atFrontDesk(staffOf('b', FRONT_DESK), staffOf('c', FRONT_DESK)),
			'fail several-people',
		],
		[
			'an account of two people is none of an agency',
			{
				...atFrontDesk(staffOf('b', FRONT_DESK), staffOf('c', FRONT_DESK)),
				...external('2027-01-01'),
			},
			'fail several-people',
		],
		[
			'two rows of one employee id',
			atFrontDesk(staffOf('b', FRONT_DESK), staffOf('b', { ...FRONT_DESK, name: 'User c' })),
			'pass one-person',
		],
		[
			'two rows of one name',
			atFrontDesk(staffOf('b', FRONT_DESK), staffOf('c', { ...FRONT_DESK, name: 'B, USER' })),
			'pass one-person',
		],
		[
			'an address that somebody had who left',
			atFrontDesk(
				staffOf('b', { ...FRONT_DESK, status: 'left', end_date: '2026-01-05' }),
				staffOf('c', FRONT_DESK),
			),
			'pass one-person',
		],
		[
			'two rows without a name: one person or two',
			atFrontDesk(staffOf('b', { ...FRONT_DESK, name: '' }), staffOf('c', FRONT_DESK)),
			'indeterminate several-rows',
		],
		[
			'§1 a foreign domain, and the approvals did not arrive',
			oneUser({}, { approvals: 'failed', policy: { access: { companyDomains: ['example.org'] } } }),
			'indeterminate list-failed',
		],
		[
			'§1 free mail, and the approvals did not arrive',
			withAddress('somebody@gmail.com', { approvals: 'failed' }),
			'indeterminate list-failed',
		],
		[
			'§1 orphaned, and the approvals did not arrive',
			offTheList({ approvals: 'failed' }),
			'indeterminate list-failed',
		],
		[
			'§1 one person of the staff needs no approval',
			oneUser({}, { approvals: 'failed' }),
			'pass one-person',
		],
	]);

	it('cannot call an account orphaned by a list that was cut off', () => {
		const cut = { users: { complete: false, incompleteBecause: 'It ended early.' } };
		expect(check(offTheList({ collections: cut })).of('UAR-04').status).toBe('indeterminate');
	});

	it('names no address', () => {
		expect(JSON.stringify(check(withAddress('somebody@gmail.com')).of('UAR-04'))).not.toContain(
			'@',
		);
	});
});

describe('what an address says', () => {
	it.each([
		['recruiting@example.com', true],
		['HR-Team@example.com', true],
		['jobs2@example.com', true],
		['no.reply+lever@example.com', true],
		['it@example.com', true],
		['admin.jones@example.com', false],
		['team.lead@example.com', false],
		['jo@example.com', false],
		['1234@example.com', false],
		['recruiting', false],
	])('%s is one of a function: %s', (address, generic) => {
		expect(addressMeaning(address).isGeneric).toBe(generic);
	});

	it.each([
		['a@gmail.com', true],
		['a@GMX.de', true],
		['a@mail.example.com', false],
		['a@web.example.de', false],
		['a@me.com', true],
		['a@gmail.example.com', false],
	])('%s is free mail: %s', (address, free) => {
		expect(addressMeaning(address).isFreeMail).toBe(free);
	});

	it('knows domains below one, and not those that only end alike', () => {
		expect(isCompanyDomain('eu.example.com', ['example.com'])).toBe(true);
		expect(isCompanyDomain('notexample.com', ['example.com'])).toBe(false);
	});
});
