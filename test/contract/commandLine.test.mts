import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../mock-lever/cli.mts', import.meta.url));

interface Ended {
	code: number | null;
	out: string;
	told: string;
}

/** Runs the command line to its end. */
function run(...args: string[]): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
		let out = '';
		let told = '';
		child.stdout.on('data', (part: Buffer) => (out += part.toString()));
		child.stderr.on('data', (part: Buffer) => (told += part.toString()));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, out, told }));
	});
}

/** One sentence (it may hold a list of names), no stack, exit code 2, nothing that looks like a start. */
function expectRefused({ code, out, told }: Ended) {
	expect(told.trim()).toMatch(/^\S.*[.!?]$/s);
	expect(told.trim().split('\n').length).toBeLessThanOrEqual(2);
	expect(told).not.toMatch(/\n\s+at |node:internal|Error:/);
	expect(out).toBe('');
	expect(code).toBe(2);
}

describe('bad command lines: one sentence, exit code 2, nothing overwritten', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'mock-lever-contract-'));
	});
	afterAll(() => rm(folder, { recursive: true }));

	test.each([
		['an unknown flag', ['--no-such-flag']],
		['an unknown short flag', ['-x']],
		['a word without a flag', ['golden']],
		['a flag without its value', ['--port']],
		['a port that is no number', ['--port', 'abc']],
		['a port out of range', ['--port', '70000']],
		['a wrong scenario', ['--port', '0', '--scenario', 'silver']],
		['a name that every object has', ['--port', '0', '--scenario', 'constructor']],
		['a wrong mode', ['--port', '0', '--mode', 'wrong']],
		['a moment that cannot be read', ['--port', '0', '--as-of', 'yesterday']],
		['a size below 1', ['--port', '0', '--scenario', 'generated', '--size', '0']],
		['a size that is no number', ['--port', '0', '--scenario', 'generated', '--size', 'many']],
		['an unknown fault', ['--port', '0', '--fault', 'earthquake']],
		['a fault with an unknown part', ['--port', '0', '--fault', 'serverError:never=1']],
		['a rate that is no number', ['--port', '0', '--rate-limit', 'fast']],
	])('%s', async (_, args) => {
		expectRefused(await run(...args));
	});

	test('a port in use', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const ended = await run('--port', String(port));
		expectRefused(ended);
		expect(ended.told).toContain(String(port));
		await new Promise((resolve) => server.close(resolve));
	});

	test.each([
		['no JSON', '{"data": '],
		['an empty file', ''],
		['another JSON', '[1, 2, 3]'],
		['records that are none', '{"format": "mock-lever", "version": 1, "opportunities": "many"}'],
		['null', 'null'],
	])('a malformed --db file: %s', async (name, content) => {
		const path = join(folder, `${name}.json`.replaceAll(' ', '-'));
		await writeFile(path, content);
		const before = await readdir(folder);
		const ended = await run('--port', '0', '--db', path);
		expectRefused(ended);
		expect(ended.told).toContain(path);
		expect(await readFile(path, 'utf8')).toBe(content);
		expect(await readdir(folder)).toEqual(before);
	});

	test('a --db that is a folder, or lies in a folder that is not there', async () => {
		expectRefused(await run('--port', '0', '--db', folder));
		expectRefused(await run('--port', '0', '--db', join(folder, 'none', 'account.json')));
	});

	test('a wrong scenario beside a new --db file makes no file', async () => {
		const path = join(folder, 'new.json');
		expectRefused(await run('--port', '0', '--db', path, '--scenario', 'silver'));
		expect(await readdir(folder)).not.toContain('new.json');
	});

	test('a port in use leaves a new --db file unmade', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		expectRefused(await run('--port', String(port), '--db', join(folder, 'unmade.json')));
		expect(await readdir(folder)).not.toContain('unmade.json');
		await new Promise((resolve) => server.close(resolve));
	});
});
