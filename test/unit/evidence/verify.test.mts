import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readExpectedDigests } from '../../../nodes/LeverEvidence/verify/anchor.ts';
import { locatePacks } from '../../../nodes/LeverEvidence/verify/locatePacks.ts';
import { formatManifest } from '../../../nodes/LeverEvidence/bag/manifest.ts';
import { seal } from '../../../nodes/LeverEvidence/seal/seal.ts';
import { digestsOf } from '../../../nodes/LeverEvidence/bag/bag.ts';
import { sha256 } from '../../../nodes/shared/sha256.ts';
import { syntheticItems } from './support/syntheticRun.mts';
import { flipped, given, verify } from './support/tampering.mts';

const sealed = seal(syntheticItems({ hires: 5, users: 3 }));
const packs = {
	evidence: given(sealed.evidence.files),
	identities: given(sealed.identities.files),
};
const NOTHING = { changed: [], added: [], missing: [], disagreements: [] };
const paths = (pack: keyof typeof packs) => packs[pack].map(({ path }) => path);
const everyFile = (['evidence', 'identities'] as const).flatMap((pack) =>
	paths(pack).map((path) => [pack, path] as const),
);

describe('Verify', () => {
	it.each(['evidence', 'identities'] as const)('finds %s as sealed', (pack) => {
		expect(verify(packs[pack])).toMatchObject({
			...NOTHING,
			valid: true,
			packName: sealed[pack].summary.bagName,
			pack,
			files: packs[pack].length,
			tagManifestSha256: sealed[pack].summary.tagManifestSha256,
			anchored: null,
			alteredOrIncomplete: [],
			testData: false,
		});
	});

	it('says that without an anchor a pack rewritten as a whole verifies', () => {
		expect(verify(packs.evidence).message).toContain('rewritten as a whole would look the same');
	});

	it.each(everyFile)('%s: any flipped bit of %s names that file and no other', (pack, path) => {
		const size = packs[pack].find((file) => file.path === path)?.content.length ?? 0;
		fc.assert(
			fc.property(fc.nat(size - 1), fc.integer({ min: 1, max: 255 }), (position, mask) => {
				const result = verify(flipped(packs[pack], path, position, mask));
				expect(result).toMatchObject({ ...NOTHING, valid: false, changed: [path] });
				expect(result.message).toContain(`Changed: ${path}.`);
			}),
			{ numRuns: 40 },
		);
	});

	it.each(
		['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'].flatMap(
			(path) => [['evidence', path] as const, ['identities', path] as const],
		),
	)('%s: every single byte of %s, flipped, names that file', (pack, path) => {
		const size = packs[pack].find((file) => file.path === path)?.content.length ?? 0;
		for (let position = 0; position < size; position++) {
			for (const mask of [0x01, 0x20, 0x80]) {
				const { changed, added, missing } = verify(flipped(packs[pack], path, position, mask));
				expect({ changed, added, missing }, `${position} ${mask}`).toEqual({
					changed: [path],
					added: [],
					missing: [],
				});
			}
		}
	});

	it.each(everyFile)('%s: names %s when it is missing', (pack, path) => {
		const result = verify(packs[pack].filter((file) => file.path !== path));
		expect(result).toMatchObject({ ...NOTHING, valid: false, missing: [path] });
	});

	it.each(everyFile)('%s: names %s when it is cut or emptied', (pack, path) => {
		for (const keep of [0, 0.5]) {
			const cut = packs[pack].map((file) =>
				file.path === path
					? { path, content: file.content.subarray(0, Math.floor(file.content.length * keep)) }
					: file,
			);
			expect(verify(cut)).toMatchObject({ ...NOTHING, valid: false, changed: [path] });
		}
	});

	it.each([
		'data/extra.json',
		'data/populations/more.ndjson',
		'data/bagit.txt',
		'notes.txt',
		'sub/bagit.txt',
		'.DS_Store',
	])('names an added %s', (path) => {
		const result = verify([...packs.evidence, { path, content: Buffer.from('x') }]);
		expect(result).toMatchObject({ ...NOTHING, valid: false, added: [path] });
	});

	it('names a file that arrives twice', () => {
		const twice = [...packs.evidence, { path: 'data/run.json', content: Buffer.from('{}') }];
		expect(verify(twice)).toMatchObject({ valid: false, added: ['data/run.json'] });
	});

	it('names a changed, an added and a missing file together', () => {
		const files = flipped(packs.evidence, 'data/findings.csv', 100, 1)
			.filter(({ path }) => path !== 'data/checks.json')
			.concat({ path: 'data/new.txt', content: Buffer.from('new') });
		expect(verify(files)).toMatchObject({
			valid: false,
			changed: ['data/findings.csv'],
			added: ['data/new.txt'],
			missing: ['data/checks.json'],
		});
	});

	it('keeps naming the payload file when a tag file was changed as well', () => {
		for (const tagFile of ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt']) {
			const files = flipped(
				flipped(packs.evidence, 'data/findings.csv', 500, 1),
				tagFile,
				tagFile === 'manifest-sha256.txt' ? 3 : 20,
				1,
			);
			const { changed, valid } = verify(files);
			expect(valid).toBe(false);
			expect(changed).toContain(tagFile);
			expect(changed).toContain('data/findings.csv');
		}
	});

	it('is not fooled by a manifest written again over a changed payload', () => {
		const files = rewritten(flipped(packs.evidence, 'data/findings.csv', 500, 1), [
			'manifest-sha256.txt',
		]);
		const result = verify(files);
		expect(result).toMatchObject({ valid: false, changed: ['manifest-sha256.txt'] });
		expect(result.message).toContain('more files may have been changed');
	});

	it('is not fooled by both manifests written again over a changed payload', () => {
		const files = rewritten(flipped(packs.evidence, 'data/findings.csv', 500, 1), [
			'manifest-sha256.txt',
			'tagmanifest-sha256.txt',
		]);
		expect(verify(files).valid).toBe(false);
	});

	it('finds findings that no longer add up, in a pack that was written as a whole', () => {
		const findings = sealed.evidence.files.filter(({ path }) => path !== 'data/findings.jsonl');
		const original = sealed.evidence.files.find(({ path }) => path === 'data/findings.jsonl');
		const text = original?.content.toString('utf8') ?? '';
		const content = Buffer.from(text.replace('"status":"fail"', '"status":"pass"'));
		expect(content.equals(original?.content ?? Buffer.alloc(0))).toBe(false);
		const payload = [...given(findings), { path: 'data/findings.jsonl', content }];
		const info = payload.find(({ path }) => path === 'bag-info.txt');
		const manifest = formatManifest(digestsOf(payload.filter((f) => f.path.startsWith('data/'))));
		if (info) {
			info.content = Buffer.from(
				info.content.toString().replace(/(Lever-Payload-Manifest: ).*/, `$1${sha256(manifest)}`),
			);
		}
		const files = rewritten(payload, ['manifest-sha256.txt', 'tagmanifest-sha256.txt']);
		const result = verify(files);
		expect(result).toMatchObject({ changed: [], added: [], missing: [], valid: false });
		expect(result.disagreements).toEqual([
			expect.stringMatching(/^data\/findings.jsonl and data\/checks.json do not agree about /),
		]);
	});

	it('still verifies the evidence pack when the identities pack is gone', () => {
		const { packs: located } = locatePacks(
			packs.evidence.map((file) => ({ ...file, path: `a/${file.path}` })),
		);
		expect(located).toHaveLength(1);
		expect(verify(located[0]?.files ?? []).valid).toBe(true);
	});

	it('gives a sentence for whatever stands in the tag files', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(
					'bagit.txt',
					'bag-info.txt',
					'manifest-sha256.txt',
					'tagmanifest-sha256.txt',
				),
				fc.uint8Array({ maxLength: 400 }),
				(path, bytes) => {
					const files = packs.evidence.map((file) =>
						file.path === path ? { path, content: Buffer.from(bytes) } : file,
					);
					const result = verify(files);
					expect(result.valid).toBe(false);
					expect(result.changed).toEqual([path]);
				},
			),
		);
	});

	it('gives a sentence for payload that is no JSON', () => {
		const files = packs.evidence.map((file) =>
			file.path.endsWith('.json') || file.path.endsWith('.jsonl')
				? { ...file, content: Buffer.from('[1, null') }
				: file,
		);
		expect(verify(files)).toMatchObject({ valid: false, packName: 'pack', testData: null });
	});
});

describe('an expected digest', () => {
	const digest = sealed.evidence.summary.tagManifestSha256;

	it('anchors the pack that it belongs to', () => {
		expect(verify(packs.evidence, [digest])).toMatchObject({ valid: true, anchored: true });
	});

	it('refuses any other pack', () => {
		const result = verify(packs.evidence, [sha256('another')]);
		expect(result).toMatchObject({ valid: false, anchored: false });
		expect(result.message).toContain('not the one it anchors');
	});

	it('says nothing about the identities pack that names the evidence pack', () => {
		expect(verify(packs.identities, [digest])).toMatchObject({ valid: true, anchored: null });
		const both = [digest, sealed.identities.summary.tagManifestSha256];
		expect(verify(packs.identities, both)).toMatchObject({ valid: true, anchored: true });
	});

	it('is read as people paste it', () => {
		expect(readExpectedDigests('')).toEqual({ digests: [] });
		expect(readExpectedDigests(` SHA256:${digest.toUpperCase()}\n${digest}`)).toEqual({
			digests: [digest, digest],
		});
		expect(readExpectedDigests('abc')).toEqual({ unreadable: 'abc' });
	});
});

describe('finding packs among files', () => {
	const below = (folder: string, pack: keyof typeof packs) =>
		packs[pack].map((file) => ({ ...file, path: `${folder}${file.path}` }));

	it.each(['', 'evidence/', '/home/me/packs/evidence/', './evidence/', 'C:\\packs\\evidence\\'])(
		'in the folder "%s"',
		(folder) => {
			const { packs: located, elsewhere } = locatePacks(below(folder, 'evidence'));
			expect(elsewhere).toEqual([]);
			expect(located).toHaveLength(1);
			expect(located[0]?.files.map(({ path }) => path)).toEqual(paths('evidence'));
		},
	);

	it('side by side, with other files around them', () => {
		const { packs: located, elsewhere } = locatePacks([
			...below('out/evidence/', 'evidence'),
			...below('out/identities/', 'identities'),
			{ path: 'out/evidence.zip', content: Buffer.from('PK') },
		]);
		expect(located.map(({ folder }) => folder)).toEqual(['evidence', 'identities']);
		expect(located.map(({ files }) => verify(files).valid)).toEqual([true, true]);
		expect(elsewhere).toEqual(['out/evidence.zip']);
	});

	it('when one of the tag files is missing', () => {
		const files = below('x/', 'evidence').filter(({ path }) => path !== 'x/bagit.txt');
		expect(verify(locatePacks(files).packs[0]?.files ?? []).missing).toEqual(['bagit.txt']);
	});

	it('past the folder entries that some archives have', () => {
		const folders = ['x', 'x/data', 'x/data/populations/'].map((path) => ({
			path,
			content: Buffer.alloc(0),
		}));
		const { packs: located } = locatePacks([...folders, ...below('x/', 'evidence')]);
		expect(verify(located[0]?.files ?? []).valid).toBe(true);
	});

	it('in nothing', () => {
		expect(locatePacks([{ path: 'a.txt', content: Buffer.from('a') }])).toEqual({
			packs: [],
			elsewhere: ['a.txt'],
		});
	});
});

/** What somebody does who changes a file and makes manifests fit again. */
function rewritten(
	files: ReadonlyArray<{ path: string; content: Buffer }>,
	manifests: readonly string[],
) {
	let current = [...files];
	for (const name of manifests) {
		const covered = current.filter(({ path }) =>
			name === 'manifest-sha256.txt'
				? path.startsWith('data/')
				: ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'].includes(path),
		);
		const content = Buffer.from(formatManifest(digestsOf(covered)));
		current = [...current.filter(({ path }) => path !== name), { path: name, content }];
	}
	return current;
}
