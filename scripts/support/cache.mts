import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** Everything that is too large or too slow to be made again for every clone and every run. */
export const cacheFolder = path.join(
	process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'),
	'n8n-nodes-lever',
);

/** The cache folder, made if it is missing. */
export async function openCache(): Promise<string> {
	await mkdir(cacheFolder, { recursive: true });
	return cacheFolder;
}

/** Name of a folder that a process is still filling; it gets its own name when it is complete. */
export function unfinishedName(folder: string): string {
	return `${folder}.unfinished-${process.pid}`;
}

/** Removes half-done folders of processes that have ended. */
export async function removeLeftovers(): Promise<void> {
	for (const name of await readdir(cacheFolder)) {
		const owner = /\.unfinished-(\d+)$/.exec(name)?.[1];
		if (owner === undefined || isRunning(Number(owner))) continue;
		await rm(path.join(cacheFolder, name), { recursive: true, force: true });
	}
}

/** Whether a process with this id exists. */
export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
	}
}

/** Keeps the newest folders with a prefix and removes older ones, but never one used in the last day. */
export async function keepNewest(prefix: string, count: number): Promise<void> {
	const found: Array<{ folder: string; usedAt: number }> = [];
	for (const name of await readdir(cacheFolder)) {
		if (!name.startsWith(prefix)) continue;
		const folder = path.join(cacheFolder, name);
		const facts = await stat(folder).catch(() => undefined);
		if (facts) found.push({ folder, usedAt: facts.mtimeMs });
	}
	found.sort((a, b) => b.usedAt - a.usedAt);
	const dayAgo = Date.now() - 86_400_000;
	for (const { folder, usedAt } of found.slice(count)) {
		if (usedAt < dayAgo) await rm(folder, { recursive: true, force: true });
	}
}

export async function exists(file: string): Promise<boolean> {
	return stat(file).then(
		() => true,
		() => false,
	);
}
