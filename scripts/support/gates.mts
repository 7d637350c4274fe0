import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

import { checkoutFolder, inCheckout, installedCommand } from './checkout.mts';
import { buildPackage } from './package.mts';
import { PlainMessage, runStep } from './steps.mjs';

/** One thing that must hold; `check` throws a PlainMessage when it does not. */
export interface Gate {
	name: string;
	check: () => Promise<void>;
}

const gates: Gate[] = [
	{ name: 'n8n-node lint: nothing to complain, no warnings', check: lint },
	{ name: 'community scanner: source', check: () => scan(checkoutFolder, SOURCE_FILE_PATTERNS) },
	{ name: 'community scanner: packed package', check: scanPacked },
	{ name: 'types agree: nodes and credentials', check: () => command('tsc', ['--noEmit']) },
	{
		name: 'types agree: mock, scripts and tests',
		check: () => command('tsc', ['--noEmit', '--project', 'tsconfig.tools.json']),
	},
	{ name: 'formatted by prettier', check: () => command('prettier', ['--check', '.']) },
	{
		name: 'API description: redocly lint',
		check: () => command('redocly', ['lint', 'lever', '--config', 'api/redocly.yaml']),
	},
	{ name: 'API types made from the description', check: typesAreFresh },
	{ name: 'no runtime dependencies', check: noDependencies },
	{ name: 'lock files name no registry host', check: locksNameNoHost },
];

/**
 * Checks every gate, also after one that does not hold.
 *
 * @param more gates that need what went before, such as a test run
 */
export async function runGates(more: Gate[] = []): Promise<{ passed: number; failed: number }> {
	const all = [...gates, ...more];
	let failed = 0;
	for (const gate of all) {
		try {
			await gate.check();
		} catch (error) {
			if (!(error instanceof PlainMessage)) throw error;
			failed += 1;
			console.log(`✗ ${gate.name}\n${error.message}`);
			continue;
		}
		console.log(`✓ ${gate.name}`);
	}
	return { passed: all.length - failed, failed };
}

async function command(name: string, args: string[]): Promise<void> {
	await outputOf(name, args);
}

async function outputOf(name: string, args: string[]): Promise<string> {
	return runStep(name, installedCommand(name), args, { cwd: checkoutFolder, quiet: true });
}

/** ESLint ends with 0 on warnings: its last line tells. */
async function lint(): Promise<void> {
	const output = await outputOf('n8n-node', ['lint']);
	if (/\b[1-9]\d* warnings?\b/.test(output)) throw new PlainMessage(output);
}

async function scanPacked(): Promise<void> {
	const built = await buildPackage();
	// What the scanner itself reads of a published package.
	await scan(built.unpacked, ['**/*.js', 'package.json']);
}

async function scan(folder: string, patterns: string[]): Promise<void> {
	const result = await analyzePackage(folder, patterns);
	if (!result.passed) throw new PlainMessage(result.details ?? result.message ?? 'No reason given');
}

async function typesAreFresh(): Promise<void> {
	const fresh = path.join(tmpdir(), `lever-${process.pid}.d.ts`);
	await command('openapi-typescript', ['api/lever.openapi.yaml', '--output', fresh]);
	const [made, kept] = await Promise.all([
		readFile(fresh, 'utf8'),
		readFile(inCheckout('api', 'lever.d.ts'), 'utf8'),
	]);
	await rm(fresh);
	if (made !== kept) {
		throw new PlainMessage('api/lever.d.ts is older than the description. Run npm run types.');
	}
}

async function noDependencies(): Promise<void> {
	const manifest = JSON.parse(await readFile(inCheckout('package.json'), 'utf8'));
	if (Object.keys(manifest.dependencies ?? {}).length > 0) {
		throw new PlainMessage('package.json has dependencies; a community node may have none.');
	}
}

async function locksNameNoHost(): Promise<void> {
	for (const lock of ['package-lock.json', path.join('scripts', 'n8n', 'package-lock.json')]) {
		const resolved = /"resolved": "(https?:[^"]*)"/.exec(await readFile(inCheckout(lock), 'utf8'));
		if (resolved) throw new PlainMessage(`${lock} names a registry host: ${resolved[1]}`);
	}
}
