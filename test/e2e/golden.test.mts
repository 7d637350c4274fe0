import { execFileSync } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadScenario } from '../../mock-lever/index.mts';
import { differencesOf, expectedUnder } from '../golden/differences.mts';
import { evidenceDate, nodes, openLab } from './harness/index.mts';
import type { Lab, LabRun, Pack } from './harness/index.mts';
import { tracesOf } from './harness/traces.mts';

/**
 * The golden scenario through the shipped workflow: once with the API key and nothing changed, once with
 * OAuth2 on a machine in another time zone and language, without the minute that its pace takes.
 */
const scenario = loadScenario('golden', evidenceDate);
const runs = new Map<string, LabRun>();
let lab: Lab;

beforeAll(async () => {
	lab = await openLab({ scenario: 'golden', n8n: 'commandLine' });
	runs.set('API key', await lab.run({ pace: 'asShipped' }));
	const settings = { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
	runs.set('OAuth2', await lab.run({ authentication: 'oAuth2', settings }));
});

afterAll(() => lab.close());

function packOf(run: LabRun | undefined, name: 'evidence' | 'identities'): Pack {
	const pack = run?.[name];
	if (!pack) throw new Error(`The run left no ${name} pack: ${run?.explanation}`);
	return pack;
}

/** Checks of what the credential itself is and may do. */
const isAboutCredential = (checkId: string) => /^CON-0[1-3]$/.test(checkId);

describe.each(['API key', 'OAuth2'])('golden scenario, %s', (name) => {
	const evidence = () => packOf(runs.get(name), 'evidence');

	it('completes', () => {
		expect(runs.get(name)).toMatchObject({ status: 'success', explanation: '' });
		expect(runs.get(name)?.times(nodes.compliance)).toBe(1);
	});

	it('gives every expected result, and no other', () => {
		expect(expectedUnder(scenario, null).length).toBeGreaterThan(500);
		const others = {
			expected: scenario.expected.filter(({ checkId }) => !isAboutCredential(checkId)),
			usual: scenario.usual,
		};
		// The cells of these are for an API key; with OAuth2 they say other things of the same account.
		const findings = evidence()
			.findings()
			.filter(({ checkId }) => name === 'API key' || !isAboutCredential(checkId));
		expect(differencesOf(findings, name === 'API key' ? scenario : others)).toEqual([]);
	});

	it('names each reason for which a candidate was left out', () => {
		const leftOut = evidence()
			.run()
			.checks.flatMap((check) => Object.keys(check.notInPopulation));
		expect(scenario.notInPopulation.length).toBeGreaterThan(0);
		for (const each of scenario.notInPopulation) {
			expect(
				leftOut.some((reason) => reason.toLowerCase().includes(each.reasonContains.toLowerCase())),
				`${each.file}: ${each.reasonContains}`,
			).toBe(true);
		}
	});

	it('gives one finding for each collection record', () => {
		const collections = JSON.parse(evidence().text('data/collections.json'));
		const ids = (Array.isArray(collections) ? collections : collections.collections).map(
			(collection: { collectionId: string }) => collection.collectionId,
		);
		const judged = evidence()
			.findings()
			.filter((finding) => finding.checkId === 'IPE-01')
			.map((finding) => finding.subjectId);
		expect(judged.sort()).toEqual(ids.sort());
	});

	it('says first that it is test data', () => {
		expect(evidence().run().production).toBe(false);
		expect(evidence().text('data/report.html')).toContain('TEST DATA, NOT EVIDENCE');
	});

	it('starts the exceptions with the summary and leaves out nothing that is not fine', () => {
		const [summary, ...exceptions] = runs.get(name)?.items(nodes.compliance, 1) ?? [];
		expect(summary?.json).toMatchObject({ kind: 'summary', alert: true });
		const open = evidence()
			.findings()
			.filter(({ status }) => ['fail', 'warn', 'indeterminate'].includes(status));
		expect(exceptions.map(({ json }) => json['fingerprint']).sort()).toEqual(
			open.map(({ fingerprint }) => fingerprint).sort(),
		);
	});

	it('leaves packs that sha256sum finds unchanged, the evidence also without the names', async () => {
		for (const pack of ['evidence', 'identities'] as const) {
			const { folder } = packOf(runs.get(name), pack);
			for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
				expect(sha256sum(folder, manifest)).toMatch(/: OK\n/);
			}
		}
		const alone = `${evidence().folder}-alone`;
		await cp(evidence().folder, alone, { recursive: true });
		expect(sha256sum(alone, 'manifest-sha256.txt')).not.toMatch(/FAILED/);
		await rm(alone, { recursive: true });
	});
});

/** @throws when a file was changed or is missing */
function sha256sum(folder: string, manifest: string): string {
	return execFileSync('sha256sum', ['--check', '--strict', manifest], {
		cwd: path.resolve(folder),
		encoding: 'utf8',
	});
}

it('says of the credential what is true of it', () => {
	const found = (name: string) =>
		packOf(runs.get(name), 'evidence')
			.findings()
			.filter(({ checkId }) => isAboutCredential(checkId))
			.map(({ checkId, status }) => `${checkId} ${status}`);
	expect(found('OAuth2')).toEqual(expect.arrayContaining(['CON-02 pass', 'CON-03 not_applicable']));
	expect(found('API key')).toEqual(
		expect.arrayContaining(['CON-02 not_applicable', 'CON-03 pass']),
	);
});

it('the same evidence date gives the same findings, byte for byte', () => {
	const packs = [...runs.keys()].map((name) => packOf(runs.get(name), 'evidence'));
	// What is said of the credential, and of what it may read, differs with it.
	const ofCredential = packs.flatMap((pack) => {
		const { collections } = JSON.parse(pack.text('data/collections.json')) as {
			collections: Array<{ purpose?: string; collectionId: string }>;
		};
		return collections
			.filter(({ purpose }) => purpose === 'connection')
			.map(({ collectionId }) => collectionId);
	});
	expect(ofCredential).toHaveLength(packs.length);
	for (const file of ['data/findings.jsonl', 'data/findings.csv']) {
		const [first, second] = packs.map((pack) =>
			pack
				.text(file)
				.split('\n')
				.filter(
					(line) => !/\bCON-0\d\b/.test(line) && !ofCredential.some((id) => line.includes(id)),
				),
		);
		expect(first?.length).toBeGreaterThan(500);
		expect(second, file).toEqual(first);
	}
});

it('an exception that was reported before is not reported again, the summary is', () => {
	const [first, second] = [...runs.values()];
	expect(first?.items(nodes.newExceptions)).toHaveLength(
		first?.items(nodes.compliance, 1).length ?? Number.NaN,
	);
	expect(second?.items(nodes.newExceptions).map(({ json }) => json['kind'])).toEqual(['summary']);
});

it('nothing but GET was sent to Lever, and POST for tokens', () => {
	const sent = lab.mock.requests();
	expect(sent.length).toBeGreaterThan(200);
	for (const { method, path: place } of sent) {
		expect(`${method} ${place}`).toMatch(/^(GET \/|POST \/oauth\/token$)/);
	}
});

describe('people in the packs', () => {
	const { db, companion } = scenario;
	const names = new Set(
		[...db.contacts, ...db.users, ...companion.screening, ...companion.staff].map(
			({ name }) => name ?? '',
		),
	);
	const addresses = new Set([
		...db.contacts.flatMap(({ emails }) => emails),
		...db.users.map(({ email }) => email),
		...[...companion.screening, ...companion.staff].map(({ email }) => email ?? ''),
	]);
	const phones = db.contacts.flatMap((contact) => contact.phones.map(({ value }) => value));
	const people = new Set([...names, ...addresses].filter((text) => text.length > 3));

	it('there are hundreds of them to look for', () => expect(people.size).toBeGreaterThan(300));

	it.each(['API key', 'OAuth2'])('none is in any file of the evidence pack, %s', (name) => {
		for (const [file, bytes] of packOf(runs.get(name), 'evidence').files) {
			expect(tracesOf(people, bytes), file).toEqual([]);
		}
	});

	it('the identities pack has them, so the search finds what is there', () => {
		const all = Buffer.concat([...packOf(runs.get('API key'), 'identities').files.values()]);
		expect(tracesOf(people, all).length).toBeGreaterThan(100);
	});

	it('no phone number of a contact is in either pack', () => {
		expect(phones.length).toBeGreaterThan(100);
		for (const pack of ['evidence', 'identities'] as const) {
			for (const [file, bytes] of packOf(runs.get('API key'), pack).files) {
				expect(tracesOf(phones, bytes), file).toEqual([]);
			}
		}
	});

	it.each([
		['UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
		['UTF-16 at an odd place', (text: string) => Buffer.from(`\0${text}`, 'utf16le').subarray(1)],
		['Base64', (text: string) => Buffer.from(`"${Buffer.from(`x${text}`).toString('base64')}"`)],
		['hexadecimal', (text: string) => Buffer.from(Buffer.from(text).toString('hex'))],
		['percent-encoding', (text: string) => Buffer.from(encodeURIComponent(text))],
		[
			'HTML entities',
			(text: string) => Buffer.from(text.replace(/./gu, (c) => `&#${c.codePointAt(0)};`)),
		],
		[
			'JSON escapes',
			(text: string) =>
				Buffer.from(
					text.replace(/[^ ]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
				),
		],
		['other case', (text: string) => Buffer.from(text.toUpperCase())],
		['other composition', (text: string) => Buffer.from(text.normalize('NFD'))],
	])('the search would find a name in %s', (_encoding, write) => {
		expect(tracesOf(['Tomáš Hruška'], write('about Tomáš Hruška here'))).toEqual(['Tomáš Hruška']);
	});
});
