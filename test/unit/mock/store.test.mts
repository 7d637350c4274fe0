import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import type { StoredOpportunity } from '../../../mock-lever/scenarios/records.mts';
import { Collection } from '../../../mock-lever/server/collection.mts';
import { LeverStore } from '../../../mock-lever/server/store.mts';
import type { Order } from '../../../mock-lever/server/orders.mts';
import { AS_OF } from './client.mts';

interface Item {
	id: string;
	rank: number;
	at: number | null;
	labels: string[];
}

const order: Order<Item> = {
	name: 'rank',
	parts: [{ of: (item) => item.rank, descending: true }, { of: (item) => item.id }],
};
const keyOf = (item: Item) => [item.rank, item.id];
const momentOf = (item: Item) => item.at;
const labelsOf = (item: Item) => item.labels;

const item = fc.record({
	id: fc.integer({ min: 0, max: 30 }).map(String),
	rank: fc.integer({ min: 0, max: 3 }),
	at: fc.option(fc.integer({ min: -5, max: 20 })),
	labels: fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c')),
});
const change = fc.oneof(
	{ weight: 3, arbitrary: item.map((record) => ({ put: record })) },
	{ weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }).map((id) => ({ remove: String(id) })) },
);

const byRank = (a: Item, b: Item) => b.rank - a.rank || (a.id < b.id ? -1 : 1);
const ids = (records: readonly Item[]) => records.map(({ id }) => id);

describe('a collection follows its changes', () => {
	it('gives after any changes what a fresh look at the records gives', () => {
		const start = fc.uniqueArray(item, { selector: ({ id }) => id });
		fc.assert(
			fc.property(start, fc.array(fc.array(change, { maxLength: 4 })), (records, rounds) => {
				const collection = new Collection<Item>([...records]);
				const truth = new Map(records.map((record) => [record.id, record]));
				for (const round of rounds) {
					for (const each of round) {
						if ('put' in each) {
							collection.put(each.put);
							truth.set(each.put.id, each.put);
						} else {
							expect(collection.remove(each.remove)).toBe(truth.get(each.remove));
							truth.delete(each.remove);
						}
					}
					const now = [...truth.values()];
					expect(collection.size).toBe(now.length);
					const sorted = collection.inOrder(order, keyOf, '');
					expect(ids(sorted.map(({ record }) => record))).toEqual(ids(now.sort(byRank)));
					for (const label of ['a', 'b', 'nowhere']) {
						const relation = collection.grouped(labelsOf);
						const expected = now.filter(({ labels }) => labels.includes(label));
						expect(ids(relation.of(label)).sort()).toEqual(ids(expected).sort());
						expect(relation.count(label)).toBe(expected.length);
					}
					const among = collection.between(momentOf, 3, 9).map(({ record }) => record);
					const expected = now.filter(({ at }) => at !== null && at >= 3 && at <= 9);
					expect(ids(among).sort()).toEqual(ids(expected).sort());
					for (const record of now) expect(collection.get(record.id)).toBe(record);
				}
			}),
		);
	});

	it('moves single records instead of sorting everything again', () => {
		const records = Array.from({ length: 1000 }, (_, index) => ({
			id: `item-${index}`,
			rank: index % 7,
			at: null,
			labels: [],
		}));
		const collection = new Collection<Item>(records);
		let keys = 0;
		const counting = (each: Item) => {
			keys += 1;
			return keyOf(each);
		};
		collection.inOrder(order, counting, '');
		expect(keys).toBe(1000);
		collection.put({ id: 'item-5', rank: 100, at: null, labels: [] });
		const [first] = collection.inOrder(order, counting, '');
		expect(first?.record.id).toBe('item-5');
		expect(keys).toBe(1001);
	});

	it('sorts again when what the order depends on has changed', () => {
		const store = new LeverStore(loadScenario('no-hires', AS_OF).db);
		const byStage: Order<StoredOpportunity> = {
			name: 'stage for this test',
			parts: [
				{ of: (record, account) => account.get('stages', record.stage)?.text ?? '' },
				{ of: (record) => record.id },
			],
			dependsOn: ['stages'],
		};
		const before = store.inOrder('opportunities', byStage).at(-1)?.record.stage;
		const [moved] = store.inOrder('opportunities', byStage).map(({ record }) => record);
		const stage = store.get('stages', moved?.stage ?? '');
		if (stage === undefined) throw new Error('The first opportunity has no stage.');
		expect(stage.id).not.toBe(before);
		store.put('stages', { ...stage, text: 'zzz' });
		expect(store.inOrder('opportunities', byStage).at(-1)?.record.stage).toBe(stage.id);
	});
});

describe('the store', () => {
	it('tells of every change, and of none that was not one', () => {
		const store = new LeverStore(loadScenario('empty', AS_OF).db);
		let told = 0;
		const end = store.onChange(() => (told += 1));
		const [user] = store.database().users;
		if (user === undefined) throw new Error('The account has no user.');
		store.put('users', { ...user, name: 'Somebody Else' });
		expect(told).toBe(1);
		store.remove('users', 'nobody');
		expect(told).toBe(1);
		store.remove('users', user.id);
		expect(told).toBe(2);
		expect(store.get('users', user.id)).toBeUndefined();
		end();
		store.put('users', user);
		expect(told).toBe(2);
		expect(store.database().users).toEqual([user]);
	});

	it('holds another account after replace', () => {
		const store = new LeverStore(loadScenario('no-hires', AS_OF).db);
		expect(store.collection('opportunities').size).toBeGreaterThan(0);
		store.replace(loadScenario('empty', AS_OF).db);
		expect(store.collection('opportunities').size).toBe(0);
		expect(store.database().opportunities).toEqual([]);
	});
});

describe('json-server’s own routes over the store', () => {
	const withMock = async (
		look: (get: (path: string, method?: string) => Promise<Response>) => Promise<void>,
	) => {
		const mock = await startMock({ asOf: AS_OF, scenario: 'no-hires' });
		try {
			await look((path, method = 'GET') => fetch(`${mock.url}/_mock/store${path}`, { method }));
		} finally {
			await mock.close();
		}
	};

	it('show records as they are stored, filtered, sorted and nested', () =>
		withMock(async (get) => {
			const stages = (await (await get('/stages?_sort=rank&_limit=1')).json()) as object[];
			expect(stages).toEqual([expect.objectContaining({ id: 'lead-new', rank: 1 })]);
			const [offer] = (await (await get('/offers?_limit=1')).json()) as Array<{
				opportunityId: string;
			}>;
			const own = await (await get(`/opportunities/${offer?.opportunityId}/offers`)).json();
			expect(own).toContainEqual(offer);
		}));

	it('change nothing, and take what cannot be read', () =>
		withMock(async (get) => {
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
				expect((await get('/stages/lead-new', method)).status, method).toBe(404);
			}
			expect((await get('/stages/%E0%A4%A')).status).toBe(404);
			expect((await get('/stages/lead-new')).status).toBe(200);
		}));
});
