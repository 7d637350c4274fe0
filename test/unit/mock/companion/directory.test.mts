import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import { AS_OF } from '../client.mts';

let mock: MockLever;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF });
});
afterAll(async () => {
	await mock.close();
});

type Row = Record<string, string>;
const DAY = 86_400_000;

async function rows(list: string, variant = 'plain'): Promise<Row[]> {
	const response = await fetch(`${mock.url}/companion/${list}.csv?variant=${variant}`);
	return parse(await response.text(), { columns: true }) as Row[];
}

const of = (list: Row[], email: string) => {
	const found = list.find((row) => row.email === email);
	if (found === undefined) throw new Error(`Nobody has the address ${email}.`);
	return found;
};

describe('directory.csv', () => {
	it('has an account for everybody on the staff list, in its columns', async () => {
		const [staff, directory] = [await rows('staff'), await rows('directory')];
		expect(Object.keys(directory[0] ?? {})).toEqual([
			'external_id',
			'user_name',
			'email',
			'name',
			'status',
			'created_at',
			'last_login',
			'groups',
		]);
		expect(directory.map((row) => row.email)).toEqual(staff.map((row) => row.email));
	});

	it('gives leavers no account in use, and puts Lever users and administrators into groups', async () => {
		const directory = await rows('directory');
		const staff = await rows('staff');
		const now = mock.world.now();
		for (const [index, { status, groups, last_login: lastLogin }] of directory.entries()) {
			const end = Date.parse(staff[index]?.end_date ?? '');
			if (end + DAY < now) expect([status, groups]).toEqual(['DEPROVISIONED', '']);
			if (status === 'STAGED') expect(lastLogin).toBe('');
			else expect(Date.parse(lastLogin ?? '')).toBeLessThan(now + DAY);
		}
		const admin = mock.world.store
			.database()
			.users.find((user) => user.accessRole === 'super admin');
		expect(of(directory, admin?.email ?? '').groups).toBe('everyone;lever-users;lever-admins');
	});

	it('holds people who have not signed in for more than 90 days, and others who have', async () => {
		const now = mock.world.now();
		const days = (await rows('directory'))
			.filter(({ status }) => status === 'ACTIVE')
			.map((row) => (now - Date.parse(row.last_login ?? '')) / DAY);
		expect(days.some((each) => each > 90)).toBe(true);
		expect(days.filter((each) => each < 30).length).toBeGreaterThan(days.length / 2);
	});

	it('follows what happens', async () => {
		const { world } = mock;
		const email = 'sample.recruiter@example.com';
		const user = world.addUser({ name: 'Sample Recruiter', email, accessRole: 'admin' });
		expect(of(await rows('directory'), email)).toMatchObject({
			external_id: user.externalDirectoryId,
			status: 'ACTIVE',
			groups: 'everyone;lever-users;lever-admins',
		});
		world.signIn({ user: user.id });
		const seen = Date.parse(of(await rows('directory'), email).last_login ?? '');
		expect(Math.abs(world.now() - seen)).toBeLessThan(60_000);
		world.deactivateUser({ user: user.id });
		expect(of(await rows('directory'), email)).toMatchObject({
			status: 'ACTIVE',
			groups: 'everyone',
		});
		world.endEmployment({ email, endDate: '2026-10-30' });
		expect(of(await rows('directory'), email).status).toBe('DEPROVISIONED');
	});

	it('has the variants of a list', async () => {
		expect(Object.keys((await rows('directory', 'no-email'))[0] ?? {})).not.toContain('email');
		const unreadable = await rows('directory', 'unreadable-date');
		expect(unreadable.filter((row) => row.last_login === 'some time in spring')).toHaveLength(1);
		const response = await fetch(`${mock.url}/companion/directory.csv?variant=leavers-only`);
		expect(response.status).toBe(404);
	});
});
