import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { seal } from '../../../nodes/LeverEvidence/seal/seal.ts';
import { parseManifest } from '../../../nodes/LeverEvidence/bag/manifest.ts';
import { sha256, sha256OfLines } from '../../../nodes/shared/sha256.ts';
import { syntheticItems } from './support/syntheticRun.mts';
import { textOf } from './support/tampering.mts';

const items = syntheticItems();
const sealed = seal(items);

describe('a pack', () => {
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'lever-pack-'));
		for (const [name, { files }] of Object.entries(sealed)) {
			for (const file of files) {
				const path = join(folder, name, file.path);
				await mkdir(dirname(path), { recursive: true });
				await writeFile(path, file.content);
			}
		}
	});

	afterAll(async () => await rm(folder, { recursive: true }));

	it.each(['evidence', 'identities'])('%s passes sha256sum -c on both manifests', async (name) => {
		const cwd = join(folder, name);
		for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
			const { stdout } = await execa('sha256sum', ['--strict', '-c', manifest], { cwd });
			expect(stdout).toMatch(/: OK$/m);
			expect(stdout).not.toMatch(/FAILED/);
		}
	});

	it('fails sha256sum -c when a file is changed', async () => {
		const path = join(folder, 'evidence', 'data/run.json');
		const before = textOf(sealed.evidence.files, 'data/run.json');
		await writeFile(path, before.replace('UTC', 'UTD'));
		const result = await execa('sha256sum', ['-c', 'manifest-sha256.txt'], {
			cwd: join(folder, 'evidence'),
			reject: false,
		});
		await writeFile(path, before);
		expect(result.exitCode).toBe(1);
		expect(result.stdout).toContain('data/run.json: FAILED');
	});

	it('has the files of a BagIt bag and the payload of the design', () => {
		expect(sealed.evidence.files.map(({ path }) => path)).toEqual([
			'bagit.txt',
			'bag-info.txt',
			'manifest-sha256.txt',
			'tagmanifest-sha256.txt',
			'data/checks.json',
			'data/collections.json',
			'data/findings.csv',
			'data/findings.jsonl',
			'data/joiners.csv',
			'data/populations/audit-events.ndjson',
			'data/populations/connection.ndjson',
			'data/populations/definitions.ndjson',
			'data/populations/files.ndjson',
			'data/populations/hires.ndjson',
			'data/populations/joiners.ndjson',
			'data/populations/opportunities.ndjson',
			'data/populations/postings.ndjson',
			'data/populations/requisitions.ndjson',
			'data/populations/screening.ndjson',
			'data/populations/staff.ndjson',
			'data/populations/users.ndjson',
			'data/report.html',
			'data/run.json',
		]);
		expect(sealed.identities.files.map(({ path }) => path).slice(4)).toEqual([
			'data/about.json',
			'data/identities.ndjson',
			'data/matches.ndjson',
			'data/people.csv',
		]);
	});

	it('lists every payload file in the manifest, and every tag file but itself in the tag manifest', () => {
		for (const { files } of Object.values(sealed)) {
			const manifest = parseManifest(textOf(files, 'manifest-sha256.txt'));
			const payload = files.filter(({ path }) => path.startsWith('data/'));
			expect([...manifest.keys()]).toEqual(payload.map(({ path }) => path));
			expect([...parseManifest(textOf(files, 'tagmanifest-sha256.txt')).keys()]).toEqual([
				'bag-info.txt',
				'bagit.txt',
				'manifest-sha256.txt',
			]);
		}
	});

	it('has names that every file system takes', () => {
		for (const { files, summary } of Object.values(sealed)) {
			expect(summary.bagName).toMatch(/^[a-zA-Z0-9-]+$/);
			for (const { path } of files) expect(path).toMatch(/^[a-z0-9-]+([./][a-z0-9-]+)*$/);
		}
	});

	it('states size, date and software in bag-info.txt, in a form that must not drift', () => {
		const { files } = sealed.evidence;
		const payload = files.filter(({ path }) => path.startsWith('data/'));
		const bytes = payload.reduce((sum, { content }) => sum + content.length, 0);
		expect(textOf(files, 'bag-info.txt')).toBe(
			[
				'External-Identifier: lever-evidence-2026-11-02T060000Z',
				'External-Description: Evidence of compliance checks on Lever data: ids, statuses and dates; no names.',
				'Bagging-Date: 2026-11-02',
				'Lever-Evidence-Date: 2026-11-02T06:00:00.000Z',
				'Bag-Software-Agent: n8n-nodes-lever 0.1.0',
				`Payload-Oxum: ${bytes}.${payload.length}`,
				'Lever-Pack: evidence',
				'Lever-Pack-Format: 1',
				'Lever-Reliable: yes',
				`Lever-Payload-Manifest: ${sha256(textOf(files, 'manifest-sha256.txt'))}`,
				'',
			].join('\n'),
		);
		expect(textOf(files, 'bagit.txt')).toBe(
			'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
		);
	});

	it('names the evidence pack in the identities pack, and not the other way round', () => {
		const digest = sealed.evidence.summary.tagManifestSha256;
		expect(digest).toBe(sha256(textOf(sealed.evidence.files, 'tagmanifest-sha256.txt')));
		expect(textOf(sealed.identities.files, 'bag-info.txt')).toContain(
			`Lever-Evidence-Pack-Tagmanifest: ${digest}\n`,
		);
		const evidence = sealed.evidence.files.map(({ content }) => content.toString('utf8')).join('');
		expect(evidence).not.toContain(sealed.identities.summary.tagManifestSha256);
	});

	it('has the same bytes for the same items in any order', () => {
		const again = seal([...syntheticItems()].reverse());
		for (const pack of ['evidence', 'identities'] as const) {
			for (const [index, file] of sealed[pack].files.entries()) {
				expect(again[pack].files[index]?.path).toBe(file.path);
				expect(again[pack].files[index]?.content.equals(file.content), file.path).toBe(true);
			}
		}
	});

	it('can be checked against run.json with coreutils: populations and findings have their hashes', () => {
		const { files } = sealed.evidence;
		const run = JSON.parse(textOf(files, 'data/run.json'));
		for (const { name, sha256: digest } of run.populations) {
			const file = [...files, ...sealed.identities.files].find(({ path }) =>
				path.endsWith(`/${name}.ndjson`),
			);
			if (name !== 'collections') expect(sha256(file?.content ?? 'missing'), name).toBe(digest);
		}
		const lines = textOf(files, 'data/findings.jsonl').split('\n').filter(Boolean);
		for (const check of run.checks) {
			const own = lines.filter((line) => line.includes(`"checkId":"${check.id}"`));
			expect(sha256OfLines(own), check.id).toBe(check.findingsSha256);
		}
	});
});
