import { afterAll, beforeAll } from 'vitest';
import type { MockLever, MockOptions } from '../../../mock-lever/index.mts';
import { startMock } from '../../../mock-lever/index.mts';
import type { ListBody } from '../../unit/mock/client.mts';
import { send, walk } from '../../unit/mock/client.mts';

/** Evidence date of these tests; a Monday */
export const AS_OF = '2026-11-02T06:00:00Z';
export const DAY = 86_400_000;

export type Json = Record<string, unknown>;

/** Both kinds of data that the mock has: written by hand, and made from a seed. */
export const ACCOUNTS = ['golden', 'generated'] as const;

/** Of the generated account: enough offers for every status */
const COMPANY = { size: 240, hires: 40, offers: 100 };

/** A mock for the tests of one block; it may be asked as fast as one likes. */
export function useMock(options: MockOptions = {}): { readonly mock: MockLever } {
	let running: MockLever | undefined;
	beforeAll(async () => {
		running = await startMock({ asOf: AS_OF, rateLimit: false, ...COMPANY, ...options });
	});
	afterAll(() => running?.close());
	return {
		get mock() {
			if (running === undefined) throw new Error('The mock is not started yet.');
			return running;
		},
	};
}

/** Every record of a list, with the largest pages. */
export async function readAll<T extends Json = Json>(mock: MockLever, path: string): Promise<T[]> {
	const { records } = await walk<T>(mock, path, 100);
	return records;
}

export const everyOpportunity = (mock: MockLever): Promise<Json[]> =>
	readAll(mock, '/opportunities?confidentiality=all');

/** A record of an opportunity, and whose it is. */
export interface Sub {
	opportunity: string;
	record: Json;
}

const AT_ONCE = 16;

async function readSubs(mock: MockLever, name: string, query: string): Promise<Sub[]> {
	const waiting = await everyOpportunity(mock);
	const found: Sub[] = [];
	const work = async () => {
		for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
			const opportunity = String(next.id);
			const path = `/opportunities/${opportunity}/${name}${query}`;
			const { status, text, body } = await send<ListBody>(mock, path);
			if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
			for (const record of body.data) found.push({ opportunity, record });
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return found;
}

const known = new WeakMap<MockLever, Map<string, Promise<Sub[]>>>();

/** Every record of one sub-list, over all opportunities; read once per mock, so not for data that changes. */
export async function everySub(mock: MockLever, name: string, query = ''): Promise<Sub[]> {
	const lists = known.get(mock) ?? new Map<string, Promise<Sub[]>>();
	known.set(mock, lists);
	const list = lists.get(name + query) ?? readSubs(mock, name, query);
	lists.set(name + query, list);
	return [...(await list)];
}

/** One object; fails when the answer is not 200. */
export async function readOne(mock: MockLever, path: string): Promise<Json> {
	const { status, text, body } = await send<{ data: Json }>(mock, path);
	if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
	return body.data;
}

export const ids = (records: readonly Json[]): unknown[] => records.map(({ id }) => id);
