import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import { syntheticItems } from '../../unit/evidence/support/syntheticRun.mts';
import { binary, failedItem, items, readBinary, runNode } from '../harness/index.mts';

const sealWith = async (rows: readonly object[], onError?: 'continueRegularOutput') =>
	await runNode({
		node: 'leverEvidence',
		parameters: { operation: 'seal' },
		inputs: { 0: items(rows) },
		...(onError ? { onError } : {}),
	});

const verifyWith = async (given: INodeExecutionData[], expectedDigest = '') =>
	await runNode({
		node: 'leverEvidence',
		parameters: { operation: 'verify', expectedDigest },
		inputs: { 0: given },
	});

/** What n8n's Compression node does with an item: entries named by `fileName`, all binaries in one zip. */
function compress(item: INodeExecutionData): Uint8Array {
	const entries: Record<string, Uint8Array> = {};
	for (const [property, { fileName }] of Object.entries(item.binary ?? {})) {
		entries[fileName ?? property] = readBinary(item, property);
	}
	return zipSync(entries);
}

/** What it makes of a zip: path in `directory`, last part in `fileName`, as `prepareBinaryData` splits them. */
function decompress(zip: Uint8Array): INodeExecutionData {
	const files: Record<string, IBinaryData> = {};
	for (const [index, [path, content]] of Object.entries(unzipSync(zip)).entries()) {
		const slash = path.lastIndexOf('/');
		files[`file_${index}`] = {
			...binary(content, path.slice(slash + 1)),
			...(slash > 0 ? { directory: path.slice(0, slash) } : {}),
		};
	}
	return { json: {}, binary: files, pairedItem: { item: 0 } };
}

describe('Seal on the engine', () => {
	it('gives both packs, each as one item with all its files', async () => {
		const { outputs, error, hints } = await sealWith(syntheticItems());
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		const [evidence, identities, ...others] = outputs[0] ?? [];
		expect(others).toEqual([]);
		expect(evidence?.json).toMatchObject({
			kind: 'pack',
			pack: 'evidence',
			bagName: 'lever-evidence-2026-11-02T060000Z',
			reliable: true,
			testData: false,
			alteredOrIncomplete: [],
			limits: [],
			headline: '7 deviations, 3 could not be decided, 4 warnings in 89 results',
			tagManifestSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
			files: 23,
		});
		expect(identities?.json).toMatchObject({ kind: 'pack', pack: 'identities', files: 8 });
		expect(evidence?.pairedItem).toEqual({ item: 0 });
		expect(evidence?.binary?.data_report_html).toMatchObject({
			fileName: 'lever-evidence-2026-11-02T060000Z/data/report.html',
			mimeType: 'text/html',
		});
		expect(Object.keys(evidence?.binary ?? {}).every((name) => /^\w+$/.test(name))).toBe(true);
	});

	it('gives the same digest again, and another for another run', async () => {
		const digest = async (rows: readonly object[]) =>
			(await sealWith(rows)).outputs[0]?.[0]?.json.tagManifestSha256;
		const first = await digest(syntheticItems());
		expect(await digest(syntheticItems().reverse())).toBe(first);
		expect(await digest(syntheticItems({ hires: 25 }))).not.toBe(first);
	});

	it('leaves a pack and a red hint when a node in between dropped something', async () => {
		const rows = syntheticItems().filter(
			(item) => item.kind !== 'finding' || item.status !== 'fail',
		);
		const { outputs, hints } = await sealWith(rows);
		expect(outputs[0]?.[0]?.json).toMatchObject({ reliable: false });
		expect(outputs[0]?.[0]?.json.headline).toMatch(/^ALTERED OR INCOMPLETE/);
		expect(hints).toEqual([expect.objectContaining({ type: 'danger' })]);
	});

	it('warns of test data', async () => {
		const { hints } = await sealWith(syntheticItems({ production: false }));
		expect(hints).toEqual([
			expect.objectContaining({
				type: 'warning',
				message: expect.stringMatching(/^TEST DATA, NOT EVIDENCE/),
			}),
		]);
	});

	it.each<[string, object[], RegExp, RegExp]>([
		[
			'Exceptions instead of Evidence',
			[{ kind: 'summary', headline: '3 deviations' }],
			/output 'Exceptions'/,
			/Connect the output 'Evidence'/,
		],
		[
			'both outputs merged',
			[...syntheticItems(), { kind: 'summary', headline: '3 deviations' }],
			/output 'Exceptions'/,
			/Connect the output 'Evidence'/,
		],
		[
			'Lever without Lever Compliance',
			[{ kind: 'user', userId: 'u', name: 'Ana', email: 'ana@example.com' }],
			/before anything was checked/,
			/Put 'Lever Compliance' between/,
		],
		[
			'simplified items of Lever',
			[{ id: 'o', stage: 'Applied', archived: false }],
			/None of these items comes from 'Lever Compliance'/,
			/output 'Evidence'/,
		],
		['an empty item', [{}], /None of these items/, /output 'Evidence'/],
	])('stops at %s and says what to connect', async (_, rows, message, description) => {
		const { error, outputs } = await sealWith(rows);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(description);
		expect(error?.message).not.toMatch(/ana/i);
		expect(outputs.flat()).toEqual([]);
	});

	it('goes on with the sentence when told to', async () => {
		const { outputs } = await sealWith([{ id: 'o' }], 'continueRegularOutput');
		expect(outputs[0]?.[0]?.json).toEqual({
			error: "None of these items comes from 'Lever Compliance'",
		});
	});

	it('takes an item that failed on the way as alteration', async () => {
		const { outputs } = await runNode({
			node: 'leverEvidence',
			parameters: { operation: 'seal' },
			inputs: { 0: [...items(syntheticItems()), failedItem('Request failed')] },
		});
		expect(outputs[0]?.[0]?.json.alteredOrIncomplete).toEqual([
			'1 item of an unknown kind arrived',
		]);
	});
});

describe('Verify on the engine', async () => {
	const [evidence, identities] =
		(await sealWith(syntheticItems({ production: false }))).outputs[0] ?? [];
	if (!evidence || !identities) throw new Error('Seal gave no packs');
	const digest = String(evidence.json.tagManifestSha256);

	it('verifies what Compression packed and unpacked, both packs at once', async () => {
		const given = [decompress(compress(evidence)), decompress(compress(identities))];
		const { outputs, error } = await verifyWith(given, digest);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				valid: true,
				packName: 'lever-evidence-2026-11-02T060000Z',
				pack: 'evidence',
				files: 23,
				anchored: true,
				testData: true,
				tagManifestSha256: digest,
				filesElsewhere: [],
			}),
			expect.objectContaining({
				valid: true,
				packName: 'lever-identities-2026-11-02T060000Z',
				anchored: null,
			}),
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('has every file in one top-level folder of the archive', () => {
		const names = Object.keys(unzipSync(compress(evidence)));
		expect(new Set(names.map((name) => name.split('/')[0]))).toEqual(
			new Set(['lever-evidence-2026-11-02T060000Z']),
		);
		expect(names).toContain('lever-evidence-2026-11-02T060000Z/bagit.txt');
	});

	it('verifies the output of Seal as it is', async () => {
		const { outputs } = await verifyWith([evidence, identities]);
		expect(outputs[0]?.map(({ json }) => json.valid)).toEqual([true, true]);
	});

	it('verifies files read from disk, one per item, and names the changed one', async () => {
		const zip = unzipSync(compress(evidence));
		const given = Object.entries(zip).map(([path, content], item) => {
			const slash = path.lastIndexOf('/');
			const bytes = path.endsWith('findings.csv')
				? Buffer.concat([content, Buffer.from(' ')])
				: content;
			const data = {
				...binary(bytes, path.slice(slash + 1)),
				directory: `/packs/${path.slice(0, slash)}`,
			};
			return { json: {}, binary: { data }, pairedItem: { item } };
		});
		const { outputs } = await verifyWith(given);
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			valid: false,
			changed: ['data/findings.csv'],
			added: [],
			missing: [],
			message: expect.stringMatching(/^Changed: data\/findings\.csv\./),
		});
	});

	it('says that a pack is not the anchored one', async () => {
		const { outputs } = await verifyWith([evidence], 'a'.repeat(64));
		expect(outputs[0]?.[0]?.json).toMatchObject({ valid: false, anchored: false });
	});

	it('stops at what is no pack and says what to do', async () => {
		const zip = { json: {}, binary: { data: binary(compress(evidence), 'pack.zip') } };
		const packed = await verifyWith([zip]);
		expect(packed.error?.message).toBe('The pack is still packed');
		expect(packed.error?.description).toContain("'Decompress'");

		const nothing = await verifyWith(items([{ hello: 'world' }]));
		expect(nothing.error?.message).toBe('No file arrived to verify');

		const other = await verifyWith([{ json: {}, binary: { data: binary('x', 'x.txt') } }]);
		expect(other.error?.message).toBe('There is no evidence pack among these files');

		const digestless = await verifyWith([evidence], 'abc');
		expect(digestless.error?.message).toBe("'Expected Digest' is not a SHA-256 digest");
	});
});
