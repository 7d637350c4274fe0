import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { inCheckout } from './checkout.mts';
import { PlainMessage, runStep, showProgress } from './steps.mjs';

const manifestFiles = ['package.json', 'package-lock.json'];

/** Cache of everything that is too large or too slow to be made again for every clone. */
export const cacheFolder = path.join(
	process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
	'n8n-nodes-lever',
);

export interface N8nInstallation {
	/** Folder that holds `node_modules/n8n` */
	folder: string;
	/** n8n's command line program, to be run by Node 24 */
	program: string;
}

/**
 * The real n8n, installed once per lock file (scripts/n8n) into the cache outside the checkout.
 * The finished folder appears by a rename, so an interrupted installation never counts as one; a
 * lock folder keeps two installers apart.
 *
 * @throws PlainMessage when a step stops
 */
export async function installN8n(): Promise<N8nInstallation> {
	const folder = path.join(cacheFolder, `n8n-${await manifestDigest()}`);
	const installation = { folder, program: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
	if (await exists(folder)) return installation;
	await mkdir(cacheFolder, { recursive: true });
	const release = await takeLock(`${folder}.lock`);
	try {
		if (!(await exists(folder))) await install(folder);
	} finally {
		await release();
	}
	return installation;
}

async function install(folder: string): Promise<void> {
	await removeLeftovers(`${path.basename(folder)}.installing-`);
	const unfinished = `${folder}.installing-${process.pid}`;
	await mkdir(unfinished);
	for (const file of manifestFiles) {
		await cp(inCheckout('scripts', 'n8n', file), path.join(unfinished, file));
	}
	console.error(
		'The first time, a real n8n is installed into the cache: 2.2 GB, 3 to 8 minutes. Later runs find it there.',
	);
	const env = { ...process.env, npm_config_ignore_scripts: 'true' };
	let packages = 0;
	const counting = setInterval(() => {
		readdir(path.join(unfinished, 'node_modules')).then(
			(names) => (packages = names.length),
			() => undefined,
		);
	}, 2000);
	try {
		await runStep(
			'Installing n8n (npm ci, 2 to 5 minutes)',
			'npm',
			['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'],
			{ cwd: unfinished, env, detail: () => `${packages} folders so far` },
		);
	} finally {
		clearInterval(counting);
	}
	await runStep('Compiling sqlite3 for n8n (about 75 seconds)', 'npm', ['rebuild', 'sqlite3'], {
		cwd: unfinished,
		env: { ...process.env, npm_config_ignore_scripts: 'false' },
	});
	await rename(unfinished, folder);
}

/** First 16 hexadecimal digits of the SHA-256 of the two files that decide what is installed. */
async function manifestDigest(): Promise<string> {
	const hash = createHash('sha256');
	for (const file of manifestFiles) hash.update(await readFile(inCheckout('scripts', 'n8n', file)));
	return hash.digest('hex').slice(0, 16);
}

/** Half-done folders of installers that were interrupted; called under the lock. */
async function removeLeftovers(prefix: string): Promise<void> {
	for (const name of await readdir(cacheFolder)) {
		if (name.startsWith(prefix)) await rm(path.join(cacheFolder, name), { recursive: true });
	}
}

/**
 * Takes a lock that is a folder (making one is atomic) with the owner's process id in it.
 * A lock whose owner has ended is taken over.
 *
 * @returns a function that gives the lock back
 */
async function takeLock(lock: string): Promise<() => Promise<void>> {
	const deadline = Date.now() + 30 * 60_000;
	let waiting: ReturnType<typeof showProgress> | undefined;
	for (;;) {
		if (await makeFolder(lock)) {
			await writeFile(path.join(lock, 'pid'), String(process.pid));
			waiting?.end('done');
			return () => rm(lock, { recursive: true, force: true });
		}
		if (await isAbandoned(lock)) {
			await rm(lock, { recursive: true, force: true });
			continue;
		}
		if (Date.now() > deadline) {
			throw new PlainMessage(
				`Another process has been installing n8n for 30 minutes. If there is none, remove ${lock} and start again.`,
			);
		}
		waiting ??= showProgress('Waiting for another process that is installing n8n');
		await wait(1000);
	}
}

async function makeFolder(folder: string): Promise<boolean> {
	try {
		await mkdir(folder);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

async function isAbandoned(lock: string): Promise<boolean> {
	const pid = Number(await readFile(path.join(lock, 'pid'), 'utf8').catch(() => ''));
	if (!pid) {
		// Between making the folder and writing the id there is a moment without an id.
		const made = await stat(lock).catch(() => undefined);
		return made !== undefined && Date.now() - made.mtimeMs > 10_000;
	}
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'ESRCH';
	}
}

async function exists(file: string): Promise<boolean> {
	return stat(file).then(
		() => true,
		() => false,
	);
}
