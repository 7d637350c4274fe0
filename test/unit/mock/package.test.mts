import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AS_OF, bearer } from './client.mts';

const SOURCE = fileURLToPath(new URL('../../../mock-lever/', import.meta.url));

interface Manifest {
	bin: Record<string, string>;
	dependencies: Record<string, string>;
	engines: { node: string };
}

let folder: string;
let installed: string;
let files: string[];
let manifest: Manifest;

/** The folder of a package that the checkout has installed. */
function installedPackage(name: string): string {
	const require = createRequire(join(SOURCE, 'package.json'));
	const found = (require.resolve.paths(name) ?? [])
		.map((modules) => join(modules, name))
		.find((place) => {
			try {
				return readFileSync(join(place, 'package.json')).length > 0;
			} catch {
				return false;
			}
		});
	if (found === undefined) throw new Error(`${name} is not installed.`);
	return found;
}

/** Packs a build and unpacks the tarball as npm would, its dependencies linked to the checkout's. */
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mock-lever-package-'));
	const packed = join(folder, 'packed');
	mkdirSync(packed);
	for (const name of ['package.json', 'README.md', 'LICENSE']) {
		cpSync(join(SOURCE, name), join(packed, name));
	}
	await execa(process.execPath, [join(SOURCE, 'packaging', 'build.mts'), join(packed, 'dist')]);
	const { stdout } = await execa('npm', ['pack', '--json', '--ignore-scripts', '--offline'], {
		cwd: packed,
	});
	const [{ filename, files: list }] = JSON.parse(stdout) as [
		{ filename: string; files: Array<{ path: string }> },
	];
	files = list.map(({ path }) => path);
	installed = join(folder, 'node_modules', 'mock-lever');
	mkdirSync(installed, { recursive: true });
	const tarball = join(packed, filename);
	await execa('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
	manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as Manifest;
	for (const name of Object.keys(manifest.dependencies)) {
		const link = join(folder, 'node_modules', name);
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(installedPackage(name), link);
	}
});
afterAll(async () => {
	await rm(folder, { recursive: true });
});

describe('the published package', () => {
	it('is compiled JavaScript with its data and its README, and nothing else', () => {
		expect(files).toContain('README.md');
		expect(files).toContain('LICENSE');
		expect(files).toContain('dist/lever.openapi.yaml');
		expect(files).toContain('dist/database/account.schema.json');
		for (const name of ['cells', 'golden', 'runs', 'variants']) {
			const folder = `scenarios/${name}`;
			const data = readdirSync(join(SOURCE, folder)).filter((file) => file.endsWith('.json'));
			expect(files, folder).toEqual(
				expect.arrayContaining(data.map((file) => `dist/${folder}/${file}`)),
			);
		}
		const unexpected = files.filter(
			(path) =>
				!/^(README\.md|LICENSE|package\.json|dist\/.*\.(mjs|d\.mts|json|yaml|css|js))$/.test(path),
		);
		expect(unexpected).toEqual([]);
	});

	it('runs outside the repository: starts, answers, checks its answers, stops', async () => {
		const cli = join(installed, manifest.bin['mock-lever'] ?? '');
		const child = spawn(cli, ['--port', '0', '--json', '--as-of', AS_OF], {
			cwd: folder,
			env: { ...process.env, MOCK_LEVER_CHECK_ANSWERS: '1' },
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		let line = '';
		for await (const data of child.stdout) {
			line += String(data);
			if (line.endsWith('\n')) break;
		}
		const told = JSON.parse(line) as { url: string; baseUrl: string; keys: { all: string } };
		const headers = { authorization: bearer(told.keys.all) };
		for (const path of ['/opportunities?limit=3', '/postings', '/requisitions']) {
			const answer = await fetch(`${told.baseUrl}${path}`, { headers });
			expect(answer.status, path).toBe(200);
			expect(((await answer.json()) as { data: unknown[] }).data.length, path).toBeGreaterThan(0);
		}
		expect((await fetch(`${told.url}/_mock/`)).status).toBe(200);
		child.kill('SIGTERM');
		const [code] = (await once(child, 'exit')) as [number | null];
		expect(code).toBe(0);
	});

	it('can be imported', async () => {
		const program = `
			const { startMock } = await import('mock-lever');
			const mock = await startMock({ scenario: 'generated', size: 20, asOf: '${AS_OF}' });
			console.log(mock.baseUrl);
			await mock.close();`;
		const { stdout } = await execa(process.execPath, ['--input-type=module', '--eval', program], {
			cwd: folder,
		});
		expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
	});
});
