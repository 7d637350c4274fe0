import { describe, expect, test } from 'vitest';
import { basic, send } from '../unit/mock/client.mts';
import { useMock } from './support/account.mts';
import { READS, realPaths } from './support/paths.mts';

describe('§8 what an API key can be allowed', () => {
	const account = useMock();

	test('[doc][guess] each read has one permission: list a set, read one item, download a file', async () => {
		const { mock } = account;
		const real = await realPaths(mock);
		const differ: string[] = [];
		const asked = async (path: string, permissions: string[]) => {
			const { text, id } = mock.access.keyDesk.make({ name: 'Contract', permissions });
			const options = { authorization: basic(text), redirect: 'manual' } as const;
			const { status } = await send(mock, real(path), options);
			mock.access.keyDesk.remove(id);
			return status;
		};
		for (const { path, permission } of READS) {
			const alone = await asked(path, [permission]).catch((fault: unknown) => String(fault));
			if (alone !== 200 && alone !== 302)
				differ.push(`${path}: with "${permission}" alone ${alone}`);
		}
		expect(differ).toEqual([]);
	});

	test('[doc] the wrong permission is 403: any other does not open it', async () => {
		const { mock } = account;
		const real = await realPaths(mock);
		const { text } = mock.access.keyDesk.make({ name: 'Tags', permissions: ['list tags'] });
		for (const { path, permission } of READS) {
			if (permission === 'list tags') continue;
			const answer = await send(mock, real(path), { authorization: basic(text) });
			expect(answer.status, path).toBe(403);
			expect(answer.body.code, path).toBe('ForbiddenError');
		}
	});

	test('[doc] a separate tick allows confidential data', async () => {
		const { keyDesk } = account.mock.access;
		const permissions = ['list opportunities'];
		const path = '/opportunities?confidentiality=all';
		const without = keyDesk.make({ name: 'Without', permissions });
		const having = keyDesk.make({ name: 'With', permissions, confidential: true });
		const status = async (key: string) =>
			(await send(account.mock, path, { authorization: basic(key) })).status;
		expect(await status(without.text)).toBe(403);
		expect(await status(having.text)).toBe(200);
	});

	test('[guess] least privilege opens the paths of §7 and nothing that is better left off', async () => {
		const { mock } = account;
		const real = await realPaths(mock);
		const status = async (path: string) =>
			(await send(mock, real(path), { authorization: basic(mock.keys.leastPrivilege) })).status;
		for (const path of [
			'/opportunities',
			'/opportunities/{opportunity}',
			'/opportunities/{opportunity}/offers',
			'/contacts/{contact}',
			'/users',
			'/stages',
			'/archive_reasons',
		]) {
			expect(await status(path), path).toBe(200);
		}
		for (const path of [
			'/opportunities/{opportunity}/resumes',
			'/opportunities/{opportunity}/resumes/{resumes}/download',
			'/opportunities/{opportunity}/files/{files}/download',
			'/opportunities/{opportunity}/offers/{offers}/download',
			'/opportunities/{opportunity}/notes',
			'/opportunities/{opportunity}/feedback',
			'/opportunities?confidentiality=all',
		]) {
			expect(await status(path), path).toBe(403);
		}
	});
});
