import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { inCheckout, nodeBinary } from '../../scripts/support/checkout.mts';

/** `npm run demo` as a process: what it leaves, what it says, and that nothing of it stays behind. */
let place = '';

beforeAll(async () => {
	place = await mkdtemp(path.join(tmpdir(), 'lever-demo-test-'));
});

afterAll(() => rm(place, { recursive: true, force: true }));

interface Ended {
	code: number;
	output: string;
}

function start(args: string[]) {
	const child = spawn(nodeBinary, [inCheckout('scripts', 'demo.mts'), ...args], {
		cwd: place,
		// Temporary folders and processes of this demo only are looked for.
		env: { ...process.env, TMPDIR: place, INIT_CWD: place },
	});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
	const ended = new Promise<Ended>((resolve) =>
		child.once('close', (code) => resolve({ code: code ?? -1, output })),
	);
	return { child, ended, said: () => output };
}

/** Command lines of running processes that name this test's folder (Linux). */
async function processesHere(): Promise<string[]> {
	const found: string[] = [];
	for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
		if (Number(pid) === process.pid) continue;
		const settings = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
		const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
		if (settings.includes(place) && command !== '') found.push(command.replaceAll('\0', ' '));
	}
	return found;
}

describe('refuses before anything starts, in one line, with exit code 2', () => {
	it.each([
		[['--as-of', '2026-11-02T06:00:00'], /offset/],
		[['--no-such-flag'], /no-such-flag.*Usage/],
		[['extra'], /extra.*Usage/],
	])('%s', async (args, says) => {
		const { code, output } = await start(args).ended;
		expect(code).toBe(2);
		expect(output).toMatch(says);
		expect(output.trim().split('\n')).toHaveLength(1);
		expect(await readdir(place)).toEqual([]);
	});
});

it('Ctrl-C leaves no process, no output and no temporary folder', async () => {
	const demo = start(['--out', 'stopped']);
	while (!/Running the daily evidence run/.test(demo.said())) await wait(100);
	while (!(await processesHere()).some((command) => command.includes('execute'))) await wait(100);
	demo.child.kill('SIGINT');
	const { code } = await demo.ended;
	expect(code).toBe(130);
	await expect.poll(processesHere, { timeout: 5000 }).toEqual([]);
	expect(await readdir(place)).toEqual([]);
});

it('leaves both packs, a table and the way to the report', async () => {
	const { code, output } = await start(['--as-of', '2026-11-02T06:00:00Z', '--out', 'packs']).ended;
	expect(output).toMatch(/SCR-02 .*deviations in/);
	expect(output).toContain(path.join(place, 'packs', 'evidence', 'data', 'report.html'));
	expect(code).toBe(0);
	expect((await readdir(path.join(place, 'packs'))).sort()).toEqual(['evidence', 'identities']);
	expect(await processesHere()).toEqual([]);
});

it('says in words that a scenario does not exist', async () => {
	const { code, output } = await start(['--scenario', 'no-such', '--out', 'none']).ended;
	expect(code).not.toBe(0);
	expect(output).toMatch(/There is no scenario "no-such"/);
	expect(output).not.toMatch(/\bat .+:\d+:\d+/);
	expect(await readdir(place)).not.toContain('none');
});
