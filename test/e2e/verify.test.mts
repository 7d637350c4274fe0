import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { nodes, openLab } from './harness/index.mts';
import type { Lab } from './harness/index.mts';

/** Packs that the shipped run left, changed by hand and given to the shipped verification. */
let lab: Lab;
let evidence: Record<string, Uint8Array> = {};
let identities: Uint8Array = new Uint8Array();
let digest = '';

beforeAll(async () => {
	lab = await openLab({ scenario: 'golden' });
	const run = await lab.run();
	for (const [name, bytes] of run.zips) {
		if (name.includes('evidence')) evidence = unzipSync(bytes);
		else identities = bytes;
	}
	const [sealed] = run.items(nodes.seal);
	digest = String(sealed?.json['tagManifestSha256']);
});

afterAll(() => lab.close());

/** The evidence pack with some files replaced; `null` leaves a file out. */
function changed(changes: Record<string, Uint8Array | null>): Uint8Array {
	const files = Object.entries({ ...evidence, ...changes });
	return zipSync(
		Object.fromEntries(files.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : []))),
		// Dozens of packs that nobody keeps; what n8n compressed is verified too.
		{ level: 0 },
	);
}

/** One bit, in the middle of the file. */
function flipped(bytes: Uint8Array): Uint8Array {
	// A population without anybody is an empty file.
	const copy = bytes.length === 0 ? new Uint8Array(1) : Uint8Array.from(bytes);
	const middle = Math.floor(copy.length / 2);
	copy[middle] = (copy[middle] ?? 0) ^ 1;
	return copy;
}

const inside = (name: string) => name.slice(name.indexOf('/') + 1);
const bag = () => Object.keys(evidence)[0]?.split('/')[0] ?? '';

it('finds both packs as they were sealed, also against the digest kept elsewhere', async () => {
	const both = new Map([
		['evidence.zip', changed({})],
		['identities.zip', identities],
	]);
	const { packs, explanation } = await lab.verify(both, digest);
	expect(explanation).toBe('');
	expect(packs.map(({ valid }) => valid)).toEqual([true, true]);
});

it('finds the evidence pack valid when the names are deleted', async () => {
	const { packs } = await lab.verify(new Map([['evidence.zip', changed({})]]), digest);
	expect(packs.map(({ valid }) => valid)).toEqual([true]);
});

it('names the file in which one bit was changed, whichever it is', async () => {
	const names = Object.keys(evidence).sort();
	expect(names.map(inside)).toEqual(
		expect.arrayContaining([
			'bagit.txt',
			'bag-info.txt',
			'manifest-sha256.txt',
			'tagmanifest-sha256.txt',
		]),
	);
	const zips = new Map(
		names.map((name, index) => [
			`${String(index).padStart(2, '0')}.zip`,
			changed({ [name]: flipped(evidence[name] ?? new Uint8Array()) }),
		]),
	);
	const { packs, explanation } = await lab.verify(zips);
	expect(explanation).toBe('');
	expect(packs).toHaveLength(names.length);
	for (const [index, name] of names.entries()) {
		expect(packs[index]?.['valid'], name).toBe(false);
		expect(packs[index]?.['changed'], name).toContain(inside(name));
	}
});

it('names a file that was added and one that is missing', async () => {
	const missing = Object.keys(evidence).find((name) => name.endsWith('findings.csv')) ?? '';
	const zips = new Map([
		['1-added.zip', changed({ [`${bag()}/data/added.txt`]: Buffer.from('added') })],
		['2-missing.zip', changed({ [missing]: null })],
	]);
	const { packs } = await lab.verify(zips);
	expect(packs.map(({ valid }) => valid)).toEqual([false, false]);
	expect(packs[0]).toMatchObject({ added: ['data/added.txt'] });
	expect(packs[1]).toMatchObject({ missing: ['data/findings.csv'] });
});

it('finds a pack that was rewritten as a whole only against the digest kept elsewhere', async () => {
	const other = await openLab({ scenario: 'no-hires' });
	const run = await other.run();
	await other.close();
	const zips = new Map([...run.zips].filter(([name]) => name.includes('evidence')));
	expect(await lab.verify(zips)).toMatchObject({ packs: [{ valid: true }] });
	expect(await lab.verify(zips, digest)).toMatchObject({ packs: [{ valid: false }] });
});

it('says what is wrong when there is no pack', async () => {
	const zips = new Map([['other.zip', zipSync({ 'readme.txt': Buffer.from('no pack') })]]);
	const { status, explanation } = await lab.verify(zips);
	expect(status).toBe('error');
	expect(explanation).toMatch(/"Verify packs" stopped: .+/);
});
