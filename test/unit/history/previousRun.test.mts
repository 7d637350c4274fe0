import { describe, expect, it } from 'vitest';

import { readPreviousRun } from '../../../nodes/LeverCompliance/history/index.ts';
import { seal } from '../../../nodes/LeverEvidence/seal/seal.ts';
import type { EvidenceItem } from '../../../nodes/shared/contracts/index.ts';
import {
	aHired,
	aSuperAdmin,
	aUser,
	check,
	collectionOf,
	employed,
	inputOf,
	screened,
	type Company,
} from '../run/company.mts';

const EARLIER = '2026-10-26T06:00:00.000Z';
const THEN: Company = {
	hires: [aHired('a'), aHired('b')],
	users: [aSuperAdmin(), aUser('one')],
	screening: [screened('a')],
	staff: [employed('a')],
};

const earlier = (changes: Company = {}): EvidenceItem[] =>
	check({ ...THEN, asOf: EARLIER, ...changes }).evidence;

const given = (items: readonly object[]) =>
	items.map((json) => ({ json: json as Record<string, never> }));

const { lever } = inputOf({ hires: [aHired('a')], users: [aSuperAdmin()] });

const ofItems = (items: readonly object[]) =>
	readPreviousRun({ wired: true, items: given(items), files: [] }, lever);

/** As Compression: Decompress gives the pack: every path within the folder of the pack. */
const filesOf = (items: readonly EvidenceItem[]) => {
	const { evidence } = seal(items);
	return evidence.files.map(({ path, content }) => ({
		path: `${evidence.summary.bagName}/${path}`,
		content,
	}));
};
const ofFiles = (files: ReturnType<typeof filesOf>) =>
	readPreviousRun({ wired: true, items: [{ json: {} }], files }, lever);

describe('an earlier run', () => {
	it.each([
		['items', () => ofItems(earlier())],
		['items in another order', () => ofItems(earlier().reverse())],
		['the files of its pack', () => ofFiles(filesOf(earlier()))],
		[
			'the files of a pack of test data, which its head says in a member of its own',
			() => {
				const collections = { hires: { production: false } };
				return ofFiles(filesOf(earlier({ collections })));
			},
		],
	])('is read from %s', (_form, read) => {
		const { list, previousRun } = read();
		expect(list.notices).toEqual([]);
		expect(list.state).toBe('read');
		expect(previousRun).toMatchObject({ asOf: EARLIER, intact: true, altered: [] });
		expect([...(previousRun?.hires?.keys() ?? [])].sort()).toEqual([
			'contact-a:opp-a',
			'contact-b:opp-b',
		]);
		expect([...(previousRun?.users?.keys() ?? [])].sort()).toEqual(['user-admin', 'user-one']);
		expect(previousRun?.lastScreenings.get('E-a')).toEqual([{ on: '2026-10-01' }]);
		expect(list.summary.understood).toContain('2 hires, 2 users, as it was sealed');
	});

	it('says the same whether it came as items or as a pack', () => {
		expect(ofFiles(filesOf(earlier()))).toEqual(ofItems(earlier()));
	});

	it('may come without some of its populations, which are then not known', () => {
		const { list, previousRun } = ofItems(earlier().filter(({ kind }) => kind !== 'user'));
		expect(previousRun).toMatchObject({ intact: true, users: null });
		expect(previousRun?.hires?.size).toBe(2);
		expect(list.notices).toEqual(['Previous Run came without its users.']);
	});

	it('knows that nobody was hired when it says so', () => {
		const { previousRun } = ofItems(earlier({ hires: [] }));
		expect(previousRun?.hires?.size).toBe(0);
	});
});

describe('an earlier run that was changed', () => {
	const change = (kind: EvidenceItem['kind'], to: object) =>
		earlier().map((item) => (item.kind === kind ? { ...item, ...to } : item));

	it.each<[string, () => ReturnType<typeof ofItems>, string[]]>([
		['a hire', () => ofItems(change('hire', { startDate: '2026-01-01' })), ['hires']],
		['a user left out', () => ofItems(withoutFirst(earlier(), 'user')), ['users']],
		['the head', () => ofItems(change('run', { production: false })), ['run']],
		['the policy in the head', () => ofItems(change('run', { policy: { own: 1 } })), ['run']],
		['a result', () => ofItems(change('finding', { status: 'pass' })), ['SCR-02']],
		[
			'a file of the pack',
			() =>
				ofFiles(
					filesOf(earlier()).map((file) =>
						file.path.endsWith('hires.ndjson')
							? { ...file, content: Buffer.from(`${file.content.toString()}\n`) }
							: file,
					),
				),
			['hires'],
		],
		[
			'a file that is no JSON any more',
			() =>
				ofFiles(
					filesOf(earlier()).map((file) =>
						file.path.endsWith('users.ndjson') ? { ...file, content: Buffer.from('{') } : file,
					),
				),
			['users'],
		],
	])('%s', (_what, read, altered) => {
		const { list, previousRun } = read();
		expect(previousRun).toMatchObject({ intact: false, altered });
		if (altered.includes('run')) expect(previousRun).toMatchObject({ hires: null, users: null });
		for (const name of altered) {
			if (name === 'hires' || name === 'users') expect(previousRun).toMatchObject({ [name]: null });
		}
		expect(list.notices.join()).toContain('was changed since it was made');
	});
});

describe('what is connected as an earlier run and is none', () => {
	const stranger = earlier({ users: [aUser('stranger')], hires: [aHired('z')] });
	const otherHost = earlier({
		collections: { users: { baseUrl: 'https://api.eu.lever.co/v1' } },
	});
	it.each<[string, readonly object[], string, string]>([
		['nothing', [], 'empty', 'arrived empty'],
		['an empty item of n8n', [{}], 'empty', 'arrived empty'],
		['an item with an error', [{ error: 'Not found' }], 'failed', 'delivered an error'],
		['rows of a list', [{ name: 'x' }], 'failed', 'it holds no head of a run'],
		['two runs', [...earlier(), ...earlier()], 'failed', 'it holds more than one run'],
		['the run itself', check(THEN).evidence, 'failed', 'is not before the one of this run'],
		[
			'a later run',
			earlier({ asOf: '2026-11-03T06:00:00.000Z' }),
			'failed',
			'2026-11-03T06:00:00.000Z, is not before the one of this run, 2026-11-02T06:00:00.000Z',
		],
		['a run of other users', stranger, 'failed', 'another account of Lever'],
		['a run of another host', otherHost, 'failed', 'another account of Lever'],
	])('%s', (_what, items, state, notice) => {
		const { list, previousRun } = ofItems(items);
		expect(previousRun).toBeNull();
		expect(list.state).toBe(state);
		expect(list.collection).toMatchObject({ complete: false, state });
		expect(list.notices).toEqual([expect.stringContaining(notice)]);
	});

	it('an address of a proxy or of the mock, which may be another one in each run', () => {
		const custom = (baseUrl: string) => ({
			hires: { environment: 'custom' as const, baseUrl },
			offers: { environment: 'custom' as const, baseUrl },
			users: { environment: 'custom' as const, baseUrl },
		});
		const items = earlier({ collections: custom('http://127.0.0.1:1/v1') });
		const now = inputOf({ collections: custom('http://127.0.0.1:2/v1') });
		const read = readPreviousRun({ wired: true, items: given(items), files: [] }, now.lever);
		expect(read.previousRun).not.toBeNull();
	});

	it('a collection record that names no run', () => {
		expect(ofItems([collectionOf('hires')]).list.notices.join()).toContain('no head of a run');
	});
});

function withoutFirst(items: readonly EvidenceItem[], kind: EvidenceItem['kind']) {
	const index = items.findIndex((item) => item.kind === kind);
	return items.filter((_item, position) => position !== index);
}
