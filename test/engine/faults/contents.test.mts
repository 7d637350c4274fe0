import type { IDataObject } from 'n8n-workflow';
import { beforeAll, describe, expect, it } from 'vitest';

import type { FaultName, MockLever } from '../../../mock-lever/index.mts';
import { expectHonest, incomplete, outcomeOf, recordsOf } from './outcome.mts';
import { EVIDENCE as FULL, OFFERS, OPPORTUNITIES, read, startCompany } from './reads.mts';
import type { Reading } from './reads.mts';

/** Answers whose contents are not as documented: what is known is read, the rest passes through. */

/** Few requests are enough here. */
const EVIDENCE: Reading = { ...FULL, size: 200 };

async function withMock<T>(reading: Reading, use: (mock: MockLever) => Promise<T>): Promise<T> {
	const mock = await startCompany(reading);
	try {
		return await use(mock);
	} finally {
		await mock.close();
	}
}

const keyed = (records: IDataObject[]) =>
	new Map(records.map((record) => [String(record['id']), record]));

/** Record → names of the fields that are not as in the truth. */
function differences(records: IDataObject[], truth: Map<string, IDataObject>): string[][] {
	return records
		.map((record) => {
			const sound = truth.get(String(record['id'])) ?? {};
			const names = new Set([...Object.keys(record), ...Object.keys(sound)]);
			return [...names].filter(
				(name) => JSON.stringify(record[name]) !== JSON.stringify(sound[name]),
			);
		})
		.filter((names) => names.length > 0);
}

const UNKNOWN = [
	'mockUnknownText',
	'mockUnknownNumber',
	'mockUnknownNothing',
	'mockUnknownList',
	'mockUnknownObject',
];

describe.each([OPPORTUNITIES, OFFERS])('$name', (reading) => {
	let truth: Map<string, IDataObject>;

	beforeAll(async () => {
		truth = keyed(await withMock(reading, async (mock) => recordsOf(await read(reading, mock))));
	});

	async function readWith(fault: FaultName): Promise<IDataObject[]> {
		return await withMock(reading, async (mock) => {
			mock.faults.add({ fault, after: 1, ...(reading.path && { path: reading.path }) });
			const run = await read(reading, mock);
			expect(mock.faults.list()[0]?.struck).toBe(1);
			const outcome = outcomeOf(run);
			expect(outcome.said).toEqual([]);
			expect(incomplete(outcome)).toEqual([]);
			const records = recordsOf(run);
			expect([...keyed(records).keys()].sort()).toEqual([...truth.keys()].sort());
			return records;
		});
	}

	it('gives fields that nobody has described as they are', async () => {
		const changed = differences(await readWith('unknownFields'), truth);
		expect(changed.length).toBeGreaterThan(0);
		for (const names of changed) expect(names).toEqual(UNKNOWN);
	});

	it('gives null where a text is documented', async () => {
		const changed = differences(await readWith('nullForText'), truth);
		expect(changed).toHaveLength(1);
		expect(changed[0]).toHaveLength(1);
	});

	it('gives a record of 10 MB whole', async () => {
		const records = await readWith('largeRecord');
		expect(differences(records, truth)).toEqual([['mockLargeText']]);
		const large = records.find(({ mockLargeText }) => mockLargeText !== undefined);
		expect(String(large?.['mockLargeText'])).toHaveLength(10_000_000);
	});
});

describe('with Simplify', () => {
	it.each(['unknownFields', 'nullForText', 'largeRecord'] as const)(
		'%s leaves the fields of the schema',
		async (fault) => {
			const simple = {
				...OPPORTUNITIES,
				parameters: { ...OPPORTUNITIES.parameters, simplify: true },
			};
			await withMock(simple, async (mock) => {
				const sound = recordsOf(await read(simple, mock));
				mock.faults.add({ fault, after: 1, path: '/opportunities' });
				const records = recordsOf(await read(simple, mock));
				expect(records.map((record) => Object.keys(record))).toEqual(
					sound.map((record) => Object.keys(record)),
				);
			});
		},
	);
});

describe(EVIDENCE.name, () => {
	/** Hashes are over the record as Lever sent it, so they differ where it does. */
	const withoutHashes = (records: IDataObject[]) =>
		records
			.map((record) =>
				JSON.stringify(record, (key, value: unknown) => (key === 'rawSha256' ? '' : value)),
			)
			.sort();

	it.each(['unknownFields', 'largeRecord'] as const)(
		'%s changes hashes and nothing else',
		async (fault) => {
			await withMock(EVIDENCE, async (mock) => {
				const sound = await read(EVIDENCE, mock);
				mock.faults.add({ fault, times: fault === 'unknownFields' ? Infinity : 1 });
				const run = await read(EVIDENCE, mock);
				expect(withoutHashes(recordsOf(run))).toEqual(withoutHashes(recordsOf(sound)));
				expect(incomplete(outcomeOf(run))).toEqual([]);
				expect(outcomeOf(run).records).not.toEqual(outcomeOf(sound).records);
			});
		},
	);

	it('null where a text is documented loses nobody; only a tag without a name is no tag', async () => {
		const others = (records: IDataObject[]) =>
			records.filter(({ definitionType }) => definitionType !== 'tag').length;
		await withMock(EVIDENCE, async (mock) => {
			const sound = recordsOf(await read(EVIDENCE, mock));
			mock.faults.add({ fault: 'nullForText', times: Infinity });
			const run = await read(EVIDENCE, mock);
			expect(run.error).toBeUndefined();
			expect(incomplete(outcomeOf(run)).map(({ resource }) => resource)).toEqual(['tags']);
			expect(others(recordsOf(run))).toBe(others(sound));
		});
	});

	it('a list refused at any place is never left out in silence', async () => {
		await withMock(EVIDENCE, async (mock) => {
			const truth = outcomeOf(await read(EVIDENCE, mock));
			for (let after = 0; after < 8; after++) {
				mock.faults.clear();
				mock.faults.add({ fault: 'forbidden', path: '/opportunities', after });
				expectHonest(outcomeOf(await read(EVIDENCE, mock)), truth, mock);
			}
		});
	});
});
