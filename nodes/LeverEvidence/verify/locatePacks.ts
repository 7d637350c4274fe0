import { compareCodeUnits } from '../../shared/canonicalJson';
import { TAG_FILES } from '../bag/tagFiles';
import type { GivenFile } from './givenFile';

/** The files of one pack, with paths relative to its folder. */
export interface LocatedPack {
	/** Last part of its folder's path; empty when the files have no folder */
	folder: string;
	files: GivenFile[];
}

interface Located {
	packs: LocatedPack[];
	/** Paths of files that are in no pack's folder */
	elsewhere: string[];
}

/**
 * Finds the packs among files: a folder that holds a tag file is a pack's folder, unless it lies inside
 * another one. So a zip with or without a top-level folder, and two packs side by side, all work, also
 * when one of the tag files is missing.
 */
export function locatePacks(files: readonly GivenFile[]): Located {
	const given = withoutFolders(files).map((file) => ({ ...file, path: cleanPath(file.path) }));
	const folders = packFolders(given);
	const packs = new Map<string, LocatedPack>(
		folders.map((folder) => [folder, { folder: lastPart(folder), files: [] }]),
	);
	const elsewhere: string[] = [];
	for (const file of given) {
		const folder = folders.find((candidate) => isBelow(file.path, candidate));
		if (folder === undefined) elsewhere.push(file.path);
		else packs.get(folder)?.files.push({ ...file, path: file.path.slice(folder.length) });
	}
	return { packs: [...packs.values()], elsewhere: elsewhere.sort(compareCodeUnits) };
}

/** Folders with a trailing `/`, or '' for none; shortest first, none inside another. */
function packFolders(files: readonly GivenFile[]): string[] {
	const candidates = new Set<string>();
	for (const { path } of files) {
		const slash = path.lastIndexOf('/') + 1;
		if (TAG_FILES.includes(path.slice(slash))) candidates.add(path.slice(0, slash));
	}
	const folders: string[] = [];
	for (const candidate of [...candidates].sort(compareCodeUnits)) {
		if (!folders.some((folder) => isBelow(candidate, folder))) folders.push(candidate);
	}
	return folders;
}

/** Archives may list a folder as an entry without content: nothing that can be a file of a pack. */
function withoutFolders(files: readonly GivenFile[]): GivenFile[] {
	const parents = new Set<string>();
	for (const { path } of files) {
		const parts = path.split('/');
		for (let depth = 1; depth < parts.length; depth++) parents.add(parts.slice(0, depth).join('/'));
	}
	return files.filter(
		({ path, content }) => content.length > 0 || !parents.has(path.replace(/\/$/, '')),
	);
}

function cleanPath(path: string): string {
	return path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
}

function isBelow(path: string, folder: string): boolean {
	return path.startsWith(folder);
}

function lastPart(folder: string): string {
	return folder.split('/').filter(Boolean).at(-1) ?? '';
}
