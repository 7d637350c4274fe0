import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { openOutputFolder } from '../../../scripts/support/outputFolder.mts';
import type { OutputFolder } from '../../../scripts/support/outputFolder.mts';

let place = '';
let out = '';

beforeEach(async () => {
	place = await mkdtemp(path.join(tmpdir(), 'lever-output-'));
	out = path.join(place, 'out');
});

afterEach(() => rm(place, { recursive: true }));

async function fill({ unfinished }: OutputFolder, text: string): Promise<void> {
	for (const pack of ['evidence', 'identities']) {
		await mkdir(path.join(unfinished, pack));
		await writeFile(path.join(unfinished, pack, 'bagit.txt'), text);
	}
}

const textOf = (pack: string) => readFile(path.join(out, pack, 'bagit.txt'), 'utf8');

it('shows nothing before it is published, and then both packs', async () => {
	const output = await openOutputFolder(out);
	await fill(output, 'first');
	expect((await readdir(out)).filter((name) => !name.startsWith('.'))).toEqual([]);
	await output.publish();
	await output.discard();
	expect((await readdir(out)).sort()).toEqual(['evidence', 'identities']);
	expect(await textOf('evidence')).toBe('first');
});

it('replaces the packs of an earlier run and leaves everything else alone', async () => {
	const first = await openOutputFolder(out);
	await fill(first, 'first');
	await first.publish();
	await writeFile(path.join(out, 'note.txt'), 'mine');
	const second = await openOutputFolder(out);
	await fill(second, 'second');
	await second.publish();
	expect((await readdir(out)).sort()).toEqual(['evidence', 'identities', 'note.txt']);
	expect(await textOf('identities')).toBe('second');
});

it('leaves nothing when it is discarded', async () => {
	const output = await openOutputFolder(out);
	await fill(output, 'half');
	await output.discard();
	expect(await readdir(place)).toEqual([]);
});

it('keeps the earlier packs when a later run is discarded', async () => {
	const first = await openOutputFolder(out);
	await fill(first, 'first');
	await first.publish();
	const second = await openOutputFolder(out);
	await fill(second, 'half');
	await second.discard();
	expect((await readdir(out)).sort()).toEqual(['evidence', 'identities']);
	expect(await textOf('evidence')).toBe('first');
});

it('refuses a folder in which somebody keeps something else', async () => {
	await mkdir(path.join(out, 'evidence'), { recursive: true });
	await writeFile(path.join(out, 'evidence', 'thesis.doc'), '');
	await expect(openOutputFolder(out)).rejects.toThrow(/not a pack of an earlier run/);
});
