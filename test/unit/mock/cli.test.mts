import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FLAGS } from '../../../mock-lever/command/flags.mts';
import { readCommand } from '../../../mock-lever/command/read.mts';

const CLI = fileURLToPath(new URL('../../../mock-lever/cli.mts', import.meta.url));

/** Runs the command line to its end. */
async function run(...args: string[]) {
	const child = spawn(process.execPath, [CLI, ...args]);
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
	child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
	const [code] = (await once(child, 'close')) as [number | null];
	return { code, stdout, stderr };
}

describe('bad input ends with one sentence and exit code 2', () => {
	it.each([
		[['--potr', '4010'], /--potr/],
		[['--port'], /port/],
		[['--port', 'http'], /--port needs a number/],
		[['--port', '70000'], /--port needs a number/],
		[['--scenario', 'sliver'], /no scenario "sliver".*golden, empty, /],
		[['--scenario', 'constructor'], /no scenario/],
		[['--as-of', '2026-11-02T06:00:00'], /offset/],
		[['--as-of', '2026-11-02'], /offset/],
		[['--as-of', '2026-13-45T06:00:00Z'], /2026-13-45/],
		[['--mode', 'real'], /documented or seed/],
		[['--rate-limit', 'fast'], /--rate-limit/],
		[['--rate-limit', '0'], /--rate-limit/],
		[['--host', '203.0.113.7', '--port', '0'], /no address "203.0.113.7"/],
		[['extra'], /"extra" is no option/],
		[['-p', '0'], /no option "-p"/],
		[['--json=yes'], /--json takes no value/],
		[['--no-json'], /no option "--no-json"/],
		[['--size', '0'], /size must be a whole number from 1/],
		[['--size', 'large'], /--size needs a whole number/],
		[['--size', '5', '--hires', '9'], /hires must be a whole number from 0 to 5/],
		[['--size', '5', '--scenario', 'golden'], /--size is for the scenario generated/],
		[['--shape', 'round'], /even or skewed/],
		[['--latency', '-5'], /--latency needs a number/],
		[['--token-lifetime', '0'], /--token-lifetime needs a whole number, 1 or more/],
		[['--redirect-uri', 'my app'], /--redirect-uri needs an address/],
		[['--fault', 'sunshine'], /rateLimited.*not "sunshine"/],
	])('%j', async (args, sentence) => {
		const { code, stdout, stderr } = await run(...args);
		expect(code).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).toMatch(sentence);
		expect(stderr.trim().split('\n')).toHaveLength(1);
		expect(stderr).not.toMatch(/\n\s+at |node:/);
	});

	it('a port in use', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		try {
			const { code, stderr } = await run('--port', String(port));
			expect(code).toBe(2);
			expect(stderr).toBe(
				`Port ${port} is in use. Choose another one with --port, or --port 0 for any free one.\n`,
			);
		} finally {
			other.close();
		}
	});
});

describe('a started mock', () => {
	it('prints what is needed, answers the printed curl line and ends on SIGINT', async () => {
		const child = spawn(process.execPath, [
			CLI,
			...['--port', '0', '--scenario', 'golden', '--as-of', '2026-11-02T06:00:00Z'],
			...['--rate-limit', 'off', '--mode', 'seed'],
		]);
		let stdout = '';
		for await (const data of child.stdout) {
			stdout += String(data);
			if (stdout.includes('Stop with')) break;
		}
		const [, key = '', url = ''] = /curl -u (\S+): '(\S+)'/.exec(stdout) ?? [];
		expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\//);
		const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
		const answer = await fetch(url, { headers: { authorization } });
		expect(((await answer.json()) as { data: unknown[] }).data).toHaveLength(2);
		child.kill('SIGINT');
		const [code] = (await once(child, 'exit')) as [number | null];
		expect(code).toBe(0);
	});

	it('--json is one line that says all a program needs', async () => {
		const child = spawn(process.execPath, [
			CLI,
			...[
				'--port',
				'0',
				'--json',
				'--size',
				'30',
				'--seed',
				'4',
				'--as-of',
				'2026-11-02T06:00:00Z',
			],
		]);
		let stdout = '';
		for await (const data of child.stdout) {
			stdout += String(data);
			if (stdout.endsWith('\n')) break;
		}
		const told = JSON.parse(stdout) as Record<string, unknown>;
		const { baseUrl, keys, scenario, oauth } = told;
		expect(scenario).toBe('generated');
		expect(oauth).toMatchObject({ audience: `${String(baseUrl)}/` });
		const authorization = `Bearer ${(keys as { all: string }).all}`;
		const answer = await fetch(`${String(baseUrl)}/opportunities?confidentiality=all`, {
			headers: { authorization },
		});
		expect(((await answer.json()) as { data: unknown[] }).data).toHaveLength(30);
		child.kill('SIGTERM');
		const [code] = (await once(child, 'exit')) as [number | null];
		expect(code).toBe(0);
	});

	it('--help names every option', async () => {
		const { code, stdout } = await run('--help');
		expect(code).toBe(0);
		for (const { name } of FLAGS) expect(stdout).toContain(`--${name}`);
	});
});

describe('the command line', () => {
	it.each([
		[['--port', '0', '--port', '7'], { port: 7 }],
		[['--port=9'], { port: 9 }],
		[[], { port: 4010, scenario: 'golden' }],
		[['--hires', '3'], { hires: 3, scenario: 'generated' }],
		[['--rate-limit', '2.5'], { rateLimit: { perSecond: 2.5, burst: 5 } }],
		[['--rate-limit', 'off'], { rateLimit: false }],
		[['--quiet'], { output: 'nothing' }],
		[
			['--fault', 'unavailable', '--fault', 'forbidden:after=2,path=/users'],
			{ faults: [{ fault: 'unavailable' }, { fault: 'forbidden', after: 2, path: '/users' }] },
		],
	])('%j', (args, expected) => {
		expect(readCommand(args)).toMatchObject(expected);
	});
});
