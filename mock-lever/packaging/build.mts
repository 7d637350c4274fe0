/**
 * Compiles the package into a folder: `node packaging/build.mts [folder]`, default `dist`. What the code reads
 * beside itself (scenarios, schema, web page, API description) is copied to where it looks for it.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, globSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const here = resolve(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? join(here, 'dist'));

/** Everything that is no code, and who reads it */
const RESOURCES = [
	'scenarios/company/*.json',
	'scenarios/cells/*.json',
	'scenarios/golden/*.json',
	'scenarios/variants/*.json',
	'scenarios/runs/*.json',
	'database/account.schema.json',
	'admin/page/*.css',
	'admin/page/*.js',
];

rmSync(target, { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(
	process.execPath,
	[compiler, '--project', 'tsconfig.build.json', '--outDir', target],
	{
		cwd: here,
		stdio: 'inherit',
	},
);
if (status !== 0) process.exit(status ?? 1);
for (const file of globSync(RESOURCES, { cwd: here })) cpSync(join(here, file), join(target, file));
cpSync(join(here, '..', 'api', 'lever.openapi.yaml'), join(target, 'lever.openapi.yaml'));
chmodSync(join(target, 'cli.mjs'), 0o755);
