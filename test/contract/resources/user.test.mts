import { describe, expect, test } from 'vitest';
import { ACCOUNTS, ids, readAll, readOne, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import { list, ms, object, orNull, text, uid } from '../support/shape.mts';

const EVERYBODY = '/users?includeDeactivated=true';

describeShape({
	title: '§5.4 user',
	shape: object({
		id: uid,
		name: text,
		username: text,
		email: text,
		accessRole: orNull(text),
		photo: orNull(text),
		createdAt: ms,
		deactivatedAt: orNull(ms),
		externalDirectoryId: orNull(text),
		linkedContactIds: orNull(list(uid)),
		jobTitle: orNull(text),
		managerId: orNull(uid),
	}),
	example: EXAMPLES.user,
	read: (mock) => readAll(mock, EVERYBODY),
});

describe.each(ACCOUNTS)('§5.4 users, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[record] all twelve keys, in this order, are on every record', async () => {
		for (const user of await readAll(account.mock, EVERYBODY)) {
			expect(Object.keys(user)).toEqual(Object.keys(EXAMPLES.user));
		}
	});

	test('[doc] inactive users are left out unless includeDeactivated=true', async () => {
		const active = await readAll(account.mock, '/users');
		const everybody = await readAll(account.mock, EVERYBODY);
		expect(active.every(({ deactivatedAt }) => deactivatedAt === null)).toBe(true);
		expect(everybody.some(({ deactivatedAt }) => deactivatedAt !== null)).toBe(true);
		expect(ids(active)).toEqual(
			ids(everybody.filter(({ deactivatedAt }) => deactivatedAt === null)),
		);
	});

	test('[doc][record] the username is the local part of the e-mail address', async () => {
		for (const { username, email } of await readAll(account.mock, EVERYBODY)) {
			expect(username).toBe(String(email).split('@')[0]);
		}
	});

	test('[doc] the five roles occur as written, with spaces', async () => {
		const roles = new Set((await readAll(account.mock, EVERYBODY)).map((user) => user.accessRole));
		for (const role of [
			'super admin',
			'admin',
			'team member',
			'limited team member',
			'interviewer',
		]) {
			expect(roles).toContain(role);
		}
	});

	test('[seed] a role may be none, empty or custom', async () => {
		const roles = (await readAll(account.mock, EVERYBODY)).map((user) => user.accessRole);
		expect(roles).toContain(null);
		expect(roles).toContain('');
		const known = ['super admin', 'admin', 'team member', 'limited team member', 'interviewer', ''];
		expect(roles.some((role) => role !== null && !known.includes(String(role)))).toBe(true);
	});

	test('[record] a manager is a user', async () => {
		const everybody = await readAll(account.mock, EVERYBODY);
		const known = ids(everybody);
		const managers = everybody.map(({ managerId }) => managerId).filter((id) => id !== null);
		expect(managers.length).toBeGreaterThan(0);
		expect(managers.filter((id) => !known.includes(id))).toEqual([]);
	});

	test('[doc] a single user may be deactivated, and reads the same', async () => {
		const everybody = await readAll(account.mock, EVERYBODY);
		const gone = everybody.find(({ deactivatedAt }) => deactivatedAt !== null);
		expect(await readOne(account.mock, `/users/${String(gone?.id)}`)).toEqual(gone);
	});
});
