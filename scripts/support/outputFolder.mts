import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { exists } from './cache.mts';
import { packNames } from './dailyRun.mts';
import { PlainMessage } from './steps.mjs';

/** A place beside the final one; what is written there appears at once or not at all. */
export interface OutputFolder {
	/** Write here */
	unfinished: string;
	/** Puts what was written in its place, instead of the packs of an earlier run */
	publish: () => Promise<void>;
	/** Removes what was not published, and the folder if it was made for this */
	discard: () => Promise<void>;
}

/**
 * @throws PlainMessage when something that is not a pack of an earlier run stands in the way
 */
export async function openOutputFolder(folder: string): Promise<OutputFolder> {
	for (const pack of packNames) await refuseForeign(path.join(folder, pack));
	let leftover = (await exists(folder)) ? path.join(folder, `.unfinished-${process.pid}`) : folder;
	const unfinished = path.join(folder, `.unfinished-${process.pid}`);
	await mkdir(unfinished, { recursive: true });
	return {
		unfinished,
		async publish() {
			for (const pack of packNames) {
				const place = path.join(folder, pack);
				const earlier = path.join(unfinished, `earlier-${pack}`);
				if (await exists(place)) await rename(place, earlier);
				await rename(path.join(unfinished, pack), place);
			}
			leftover = unfinished;
			await rm(unfinished, { recursive: true });
		},
		async discard() {
			await rm(leftover, { recursive: true, force: true });
		},
	};
}

async function refuseForeign(place: string): Promise<void> {
	if (!(await exists(place))) return;
	const names = await readdir(place).catch(() => ['not a folder']);
	if (names.length === 0 || names.includes('bagit.txt')) return;
	throw new PlainMessage(
		`${place} is there already and is not a pack of an earlier run. Choose another folder with --out.`,
		2,
	);
}
