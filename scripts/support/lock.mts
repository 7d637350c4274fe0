import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { isRunning } from './cache.mts';
import { PlainMessage, showProgress } from './steps.mjs';

const patienceMilliseconds = 30 * 60_000;

/**
 * Runs `work` while no other process does: the lock is a folder (making one is atomic) that holds the
 * owner's process id. A lock whose owner has ended is taken over.
 *
 * @param lock path of the lock folder
 * @param what what the other process would be doing, for instance "installing n8n"
 * @throws PlainMessage when the other process takes longer than 30 minutes
 */
export async function withLock<T>(lock: string, what: string, work: () => Promise<T>): Promise<T> {
	await take(lock, what);
	try {
		return await work();
	} finally {
		await rm(lock, { recursive: true, force: true });
	}
}

async function take(lock: string, what: string): Promise<void> {
	const deadline = Date.now() + patienceMilliseconds;
	let waiting: ReturnType<typeof showProgress> | undefined;
	while (!(await makeFolder(lock))) {
		if (await isAbandoned(lock)) {
			await rm(lock, { recursive: true, force: true });
			continue;
		}
		if (Date.now() > deadline) {
			throw new PlainMessage(
				`Another process has been ${what} for 30 minutes. If there is none, remove ${lock} and start again.`,
			);
		}
		waiting ??= showProgress(`Waiting for another process that is ${what}`);
		await wait(500);
	}
	await writeFile(path.join(lock, 'pid'), String(process.pid));
	waiting?.end('done');
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
	return !isRunning(pid);
}
