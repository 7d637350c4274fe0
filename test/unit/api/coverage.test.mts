import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { readDescription } from '../../../mock-lever/answers/description.mts';
import { findOperation, operationsOf } from '../../../mock-lever/answers/operations.mts';
import { startMock } from '../../../mock-lever/index.mts';
import { apiCoverageGate, notExercised } from '../../../scripts/support/apiCoverage.mts';
import { AS_OF, send } from '../mock/client.mts';

const operations = operationsOf(readDescription());

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'lever-coverage-test-'));
	vi.stubEnv('MOCK_LEVER_COVERAGE', folder);
});
afterAll(async () => {
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true });
});

const written = async () => {
	const texts = (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8'));
	return (await Promise.all(texts)).join('');
};

it('a mock notes what was exercised with success, each thing once and at once', async () => {
	const mock = await startMock({ asOf: AS_OF, rateLimit: false });
	await send(mock, '/users?email=a%40example.com&accessRole[]=admin&tomorrow=1');
	await send(mock, '/users?email=a%40example.com');
	await send(mock, '/users?limit=0');
	await send(mock, '/tags', { authorization: '' });
	expect(await written()).toBe(
		[
			'{"operation":"listUsers"}',
			'{"operation":"listUsers","parameter":"email"}',
			'{"operation":"listUsers","parameter":"accessRole"}',
			'{"operation":"listUsers","parameter":"tomorrow","unknown":true}',
			'',
		].join('\n'),
	);
	await mock.close();
});

it('the gate names what was not, and what the description does not know', async () => {
	const print = vi.spyOn(console, 'log').mockImplementation(() => {});
	const { message } = await apiCoverageGate(folder)
		.check()
		.then(
			() => ({ message: 'holds' }),
			(error: Error) => error,
		);
	expect(message).toContain('\n  listTags\n');
	expect(message).toContain('\n  listUsers limit\n');
	expect(message).not.toContain('listUsers email');
	expect(print).toHaveBeenCalledWith(expect.stringContaining('listUsers tomorrow'));
	print.mockRestore();
});

it('nothing is missing when everything was exercised', () => {
	const lines = operations.flatMap(({ id, parameters }) => [
		{ operation: id },
		...[...parameters].map((parameter) => ({ operation: id, parameter })),
	]);
	expect(notExercised(operations, lines)).toEqual([]);
	expect(notExercised(operations, lines.slice(1))).toHaveLength(1);
});

it('every operation is found by its own path, and parameters that are shared count', () => {
	for (const operation of operations) {
		expect(findOperation(operations, operation.path.replaceAll(/[{}]/g, ''))?.id).toBe(
			operation.id,
		);
	}
	const users = operations.find(({ id }) => id === 'listUsers');
	expect([...(users?.parameters ?? [])]).toEqual(
		expect.arrayContaining(['limit', 'offset', 'include', 'accessRole']),
	);
});
