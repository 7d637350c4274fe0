import { describe, expect, it } from 'vitest';

import { accountState } from '../../../nodes/LeverCompliance/checks/access/accountState.ts';
import type { User } from '../../../nodes/shared/contracts/index.ts';
import { aUser, check, millis, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

/** Somebody who works here, so that the list can be the full staff. */
const COLLEAGUE = {
	external_id: 'E-1',
	email: 'colleague@example.com',
	name: 'A Colleague',
	status: 'active',
	end_date: '',
};
const row = (status: string, end_date = '', more = {}) => ({
	external_id: 'E-2',
	email: 'user-a@example.com',
	name: 'User a',
	status,
	end_date,
	...more,
});
const company = (
	user: Partial<User>,
	rows: Array<Record<string, unknown>>,
	more: Company = {},
): Company => ({
	users: [aUser('a', user)],
	staff: [COLLEAGUE, ...rows],
	...more,
});
const active = (...rows: Array<Record<string, unknown>>) => company({}, rows);
const deactivatedOn = (day: string, ...rows: Array<Record<string, unknown>>) =>
	company({ deactivatedAt: millis(`${day}T12:00:00Z`) }, rows);

describe('UAR-01 (evidence date: Monday, 2 November 2026)', () => {
	cases('UAR-01', [
		['§7 current staff', active(row('active')), 'pass current-staff'],
		['§7 a future end', active(row('terminated', '2026-11-03')), 'pass leaves-later'],
		['§7 current with a future end', active(row('active', '2026-11-30')), 'pass leaves-later'],
		[
			'§7 left on Friday: 1 business day',
			active(row('terminated', '2026-10-30')),
			'warn leaver-within-window',
		],
		['§7 5 business days', active(row('terminated', '2026-10-26')), 'warn leaver-within-window'],
		['§7 6 business days', active(row('terminated', '2026-10-23')), 'fail leaver-active'],
		[
			'§7 left today: not a future end',
			active(row('terminated', '2026-11-02')),
			'warn leaver-within-window',
		],
		[
			'§7 deactivated on the fifth business day',
			deactivatedOn('2026-10-19', row('terminated', '2026-10-12')),
			'pass deactivated-in-time',
		],
		[
			'§7 deactivated on the sixth',
			deactivatedOn('2026-10-20', row('terminated', '2026-10-12')),
			'fail deactivated-late',
		],
		[
			'§7 deactivated before the end',
			deactivatedOn('2026-10-01', row('terminated', '2026-10-12')),
			'pass deactivated-in-time',
		],
		['§7 leaver without end date', active(row('terminated')), 'indeterminate end-missing'],
		[
			'§2 end that cannot be read',
			active(row('terminated', '03/04/2026')),
			'indeterminate end-unreadable',
		],
		['§7 not on the list, active', active(), 'indeterminate not-on-staff-list'],
		[
			'§7 not on the list, deactivated',
			deactivatedOn('2026-10-01'),
			'not_applicable deactivated-not-on-list',
		],
		['§4 unknown status', active(row('purple')), 'indeterminate unknown-status'],
		[
			'§7 a future end with an unknown status',
			active(row('purple', '2026-11-03')),
			'pass leaves-later',
		],
		[
			'an unknown status whose last day has passed',
			active(row('purple', '2026-10-01')),
			'indeterminate unknown-status',
		],
		[
			'§7 current, although a last day has passed',
			active(row('active', '2026-10-01')),
			'pass current-staff-past-end',
		],
		[
			'§7 a current row wins over an old one',
			active(row('terminated', '2026-01-30'), row('active', '', { external_id: 'E-3' })),
			'pass current-staff',
		],
		[
			'§7 e-mail case-folded',
			active(row('active', '', { email: 'USER-A@Example.com' })),
			'pass current-staff',
		],
		[
			'§7 then the external directory id',
			company({ externalDirectoryId: 'E-2' }, [row('active', '', { email: 'other@example.com' })]),
			'pass current-staff',
		],
		[
			'§7 leavers only',
			{ users: [aUser('a')], staff: [row('terminated', '2026-01-30')] },
			'indeterminate list-leavers-only',
		],
		['empty', { users: [aUser('a')], staff: [] }, 'indeterminate list-empty'],
		['failed', { users: [aUser('a')], staff: 'failed' }, 'indeterminate list-failed'],
		[
			'§7 older than 7 days',
			company({}, [row('terminated', '2026-01-30')], { staffExportedAt: '2026-10-26T05:59:59Z' }),
			'indeterminate list-too-old',
		],
		[
			'§7 exactly 7 days old',
			company({}, [row('terminated', '2026-01-30')], { staffExportedAt: '2026-10-26T06:00:00Z' }),
			'fail leaver-active',
		],
		[
			'a policy of no business days',
			company({}, [row('terminated', '2026-10-30')], {
				policy: { access: { leaverBusinessDays: 0 } },
			}),
			'fail leaver-active',
		],
	]);

	it('names the manager as owner, or nobody', () => {
		const leaver = row('terminated', '2026-10-01');
		expect(check(company({ managerId: 'user-m' }, [leaver])).of('UAR-01').remediation.ownerId).toBe(
			'user-m',
		);
		expect(check(active(leaver)).of('UAR-01').remediation.ownerId).toBeNull();
	});

	it('names PCI DSS 8.2.5 only when access ends at once', () => {
		const leaver = row('terminated', '2026-10-01');
		const ids = (more: Company) =>
			check(company({}, [leaver], more))
				.of('UAR-01')
				.controls.map(({ id }) => id);
		expect(ids({})).not.toContain('8.2.5');
		expect(ids({})).toContain('A.5.18');
		expect(ids({ policy: { access: { leaverBusinessDays: 0 } } })).toContain('8.2.5');
	});
});

describe('the user inventory (§7)', () => {
	it.each([
		['super admin', null, 'active'],
		['Team Member', null, 'active'],
		['', null, 'roleNotSet'],
		[null, null, 'roleNotSet'],
		['3f1c8a52-6b0d-4e7e-9a41-0c5d2f6b7e10', null, 'roleNotSet'],
		['admin', 1, 'deactivated'],
	] as const)('role %s, deactivated %s: %s', (accessRole, deactivatedAt, state) => {
		expect(accountState(aUser('a', { accessRole, deactivatedAt }))).toBe(state);
	});

	it('stands on every user row, which has no name and no address', () => {
		const { evidence } = check(company({}, []));
		const [record] = evidence.filter((item) => item.kind === 'user');
		expect(record).toMatchObject({ accountState: 'active' });
		expect(Object.keys(record ?? {})).not.toContain('name');
		expect(JSON.stringify(record)).not.toContain('@');
	});
});
