import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rename, rm, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';

import {
	cacheFolder,
	exists,
	keepNewest,
	openCache,
	removeLeftovers,
	unfinishedName,
} from './cache.mts';
import { checkoutFolder, inCheckout, installedCommand } from './checkout.mts';
import { withLock } from './lock.mts';
import { PlainMessage, runStep } from './steps.mjs';

/** What the published package is made from. */
const sources = [
	'api',
	'credentials',
	'nodes',
	'icons',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'README.md',
	'CHANGELOG.md',
	'LICENSE',
];

export interface BuiltPackage {
	/** Folder with package.json and dist, as after `n8n-node build` */
	folder: string;
	/** What `npm pack` made */
	tarball: string;
	/** The tarball's content, unpacked */
	unpacked: string;
}

/**
 * Builds and packs the package, away from the checkout: several runs at a time (a demo, tests) do not
 * disturb each other, and unchanged sources are built once.
 *
 * @throws PlainMessage with the compiler's lines when the build stops
 */
export async function buildPackage(): Promise<BuiltPackage> {
	await openCache();
	const folder = path.join(cacheFolder, `package-${await sourceDigest()}`);
	if (!(await exists(folder))) {
		await withLock(`${folder}.lock`, 'building the package', async () => {
			if (!(await exists(folder))) await build(folder);
		});
	}
	const now = new Date();
	await utimes(folder, now, now);
	await keepNewest('package-', 6);
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new PlainMessage(`There is no packed package in ${folder}. Remove it.`);
	return {
		folder,
		tarball: path.join(folder, tarball),
		unpacked: path.join(folder, 'unpacked', 'package'),
	};
}

/**
 * Compiles the package for tests of single nodes: types that do not agree are reported and leave the
 * JavaScript in place, so that one unfinished file does not stop every test. The type check is a gate.
 *
 * @returns folder with package.json and dist
 */
export async function compilePackage(): Promise<string> {
	await openCache();
	const digest = await sourceDigest();
	const built = path.join(cacheFolder, `package-${digest}`);
	if (await exists(built)) return built;
	const folder = path.join(cacheFolder, `compiled-${digest}`);
	await withLock(`${folder}.lock`, 'compiling the package', async () => {
		if (await exists(folder)) return;
		const unfinished = await copySources(folder);
		const compile = runStep('Compiling the nodes', installedCommand('tsc'), [], {
			cwd: unfinished,
		});
		await compile.catch((error: unknown) => {
			if (!(error instanceof PlainMessage)) throw error;
			console.error(error.message);
		});
		await rename(unfinished, folder);
	});
	await keepNewest('compiled-', 6);
	return folder;
}

/** @returns the folder that is to be renamed to `folder` when it is complete */
async function copySources(folder: string): Promise<string> {
	await removeLeftovers();
	const unfinished = unfinishedName(folder);
	// Of an earlier try in this process.
	await rm(unfinished, { recursive: true, force: true });
	await mkdir(unfinished, { recursive: true });
	for (const source of sources) {
		if (await exists(inCheckout(source))) {
			await cp(inCheckout(source), path.join(unfinished, source), { recursive: true });
		}
	}
	await symlink(inCheckout('node_modules'), path.join(unfinished, 'node_modules'));
	return unfinished;
}

async function build(folder: string): Promise<void> {
	const unfinished = await copySources(folder);
	const at = { cwd: unfinished };
	await runStep('Building the package', installedCommand('n8n-node'), ['build'], at);
	await runStep('Packing it', 'npm', ['pack', '--ignore-scripts', '--loglevel=error'], at);
	const [tarball] = (await readdir(unfinished)).filter((name) => name.endsWith('.tgz'));
	if (!tarball) throw new PlainMessage('npm pack left no package.');
	await mkdir(path.join(unfinished, 'unpacked'));
	await runStep('Unpacking it', 'tar', ['-xzf', tarball, '-C', 'unpacked'], at);
	await rename(unfinished, folder);
}

/** Two clones never share a build: it points to the clone's node_modules. */
async function sourceDigest(): Promise<string> {
	const hash = createHash('sha256').update(checkoutFolder);
	for (const source of sources) {
		for (const file of await filesBelow(inCheckout(source))) {
			hash.update(`\n${path.relative(checkoutFolder, file)}\n`).update(await readFile(file));
		}
	}
	return hash.digest('hex').slice(0, 16);
}

async function filesBelow(place: string): Promise<string[]> {
	if (!(await exists(place))) return [];
	const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => null);
	if (entries === null) return [place];
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort();
}
