import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

import { cacheFolder, exists, openCache, removeLeftovers, unfinishedName } from './cache.mts';
import { inCheckout } from './checkout.mts';
import { commandExists } from './commands.mjs';
import { withLock } from './lock.mts';
import { PlainMessage, runStep } from './steps.mjs';

const manifestFiles = ['package.json', 'package-lock.json'];

export interface N8nInstallation {
	/** Folder that holds `node_modules/n8n` */
	folder: string;
	/** n8n's command line program, to be run by Node 24 */
	program: string;
}

/**
 * The real n8n, installed once per lock file (scripts/n8n) into the cache outside the checkout.
 * The finished folder appears by a rename, so an interrupted installation never counts as one; a
 * lock keeps two installers apart.
 *
 * @throws PlainMessage when a compiler is missing or a step stops
 */
export async function installN8n(): Promise<N8nInstallation> {
	const folder = path.join(cacheFolder, `n8n-${await manifestDigest()}`);
	if (!(await exists(folder))) {
		await openCache();
		await withLock(`${folder}.lock`, 'installing n8n', async () => {
			if (!(await exists(folder))) await install(folder);
		});
	}
	return { folder, program: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}

async function install(folder: string): Promise<void> {
	await refuseWithoutCompiler();
	await removeLeftovers();
	const unfinished = unfinishedName(folder);
	await mkdir(unfinished);
	for (const file of manifestFiles) {
		await cp(inCheckout('scripts', 'n8n', file), path.join(unfinished, file));
	}
	console.error(
		`The first time, a real n8n is installed into ${cacheFolder} (2.2 GB, 3 to 8 minutes). Later runs find it there.`,
	);
	const total = await countPackages();
	let fetched = 0;
	await runStep(
		'Installing n8n, 2 to 5 minutes',
		'npm',
		['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=http'],
		{
			cwd: unfinished,
			// One line per downloaded package archive.
			onOutput: (text) => (fetched += text.split('.tgz').length - 1),
			detail: () => (fetched < total ? `${fetched} of ${total} packages` : 'unpacking'),
		},
	);
	await runStep(
		'Compiling sqlite3 for n8n, about 75 seconds',
		'npm',
		['rebuild', 'sqlite3', '--ignore-scripts=false'],
		{ cwd: unfinished },
	);
	await rename(unfinished, folder);
}

/** sqlite3 has no prebuilt binary that its install script could use here. */
async function refuseWithoutCompiler(): Promise<void> {
	const missing = ['python3', 'make', 'g++'].filter((command) => !commandExists(command));
	if (missing.length === 0) return;
	throw new PlainMessage(
		`n8n needs sqlite3, which is compiled here, and ${missing.join(' and ')} cannot be found. Install python3, make and g++ (Debian: apt-get install python3 make g++) and start again.`,
	);
}

/** First 16 hexadecimal digits of the SHA-256 of the two files that decide what is installed. */
async function manifestDigest(): Promise<string> {
	const hash = createHash('sha256');
	for (const file of manifestFiles) hash.update(await readFile(inCheckout('scripts', 'n8n', file)));
	return hash.digest('hex').slice(0, 16);
}

async function countPackages(): Promise<number> {
	const lock: unknown = JSON.parse(
		await readFile(inCheckout('scripts', 'n8n', 'package-lock.json'), 'utf8'),
	);
	if (typeof lock !== 'object' || lock === null || !('packages' in lock)) return 0;
	return Object.keys(lock.packages ?? {}).length - 1;
}
