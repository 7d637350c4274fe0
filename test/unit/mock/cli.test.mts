import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

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
		[['--scenario', 'sliver'], /no scenario "sliver".*golden, empty, no-hires/],
		[['--scenario', 'constructor'], /no scenario/],
		[['--as-of', '2026-11-02T06:00:00'], /offset/],
		[['--as-of', '2026-11-02'], /offset/],
		[['--as-of', '2026-13-45T06:00:00Z'], /2026-13-45/],
		[['--mode', 'real'], /documented or seed/],
		[['--rate-limit', 'fast'], /--rate-limit/],
		[['--rate-limit', '0'], /--rate-limit/],
		[['--host', '203.0.113.7', '--port', '0'], /no address "203.0.113.7"/],
		[['extra'], /extra/],
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
	it('is ready in under 2 seconds, prints what is needed, answers the printed curl line and ends on SIGINT', async () => {
		const begin = performance.now();
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
		expect(performance.now() - begin).toBeLessThan(2000);
		const [, key = '', url = ''] = /curl -u (\S+): '(\S+)'/.exec(stdout) ?? [];
		expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\//);
		const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
		const answer = await fetch(url, { headers: { authorization } });
		expect(((await answer.json()) as { data: unknown[] }).data).toHaveLength(2);
		child.kill('SIGINT');
		const [code] = (await once(child, 'exit')) as [number | null];
		expect(code).toBe(0);
	});

	it('--help names every option', async () => {
		const { code, stdout } = await run('--help');
		expect(code).toBe(0);
		for (const option of ['port', 'host', 'scenario', 'as-of', 'mode', 'rate-limit']) {
			expect(stdout).toContain(`--${option}`);
		}
	});
});
