import { describe, expect, it } from 'vitest';

import { aUser, check, employed } from './company.mts';

describe('managers in Lever who go round in circles', () => {
	const SIZE = 1000;
	const keyOf = (n: number) => String(n).padStart(4, '0');
	const chain = Array.from({ length: SIZE }, (_, n) =>
		aUser(keyOf(n), { managerId: `user-${keyOf((n + 1) % SIZE)}` }),
	);
	const left = (key: string) =>
		employed(key, {
			email: `user-${key}@example.com`,
			status: 'terminated',
			end_date: '2026-10-01',
		});

	it.each([
		['a chain of a thousand that bites its tail', chain],
		[
			'two who manage each other',
			[aUser('0000', { managerId: 'user-0001' }), aUser('0001', { managerId: 'user-0000' })],
		],
	])('%s: each finding goes to the manager, and no further', (_, users) => {
		const staff = [employed('z'), ...users.map((_user, n) => left(keyOf(n)))];
		const { findings } = check({ users, staff });
		const ofLeavers = findings.filter(({ checkId }) => checkId === 'UAR-01');
		expect(ofLeavers.map(({ subjectId, remediation }) => [subjectId, remediation.ownerId])).toEqual(
			users.map(({ userId, managerId }) => [userId, managerId]),
		);
	});

	it('one who manages himself is not asked to decide about his own account', () => {
		const user = aUser('0000', { managerId: 'user-0000' });
		const { of } = check({ users: [user], staff: [employed('z'), left('0000')] });
		expect(of('UAR-01')).toMatchObject({ status: 'fail', remediation: { ownerId: null } });
	});
});
