import { afterAll, beforeAll } from 'vitest';
import type { MockLever, MockOptions } from '../../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../../mock-lever/index.mts';
import type { LeverDatabase } from '../../../../mock-lever/scenarios/records.mts';
import type { Answer, ListBody } from '../client.mts';
import { AS_OF, basic, send } from '../client.mts';

/** The golden company, and the same data beside it to compare with */
export const { db, asOf } = loadScenario('golden', AS_OF);

export type Fields = Record<string, unknown>;

let running: MockLever | undefined;

/** Starts the mock for all tests of a file. */
export function useMock(options: MockOptions = {}): void {
	beforeAll(async () => {
		running = await startMock({ asOf: AS_OF, rateLimit: false, ...options });
	});
	afterAll(async () => {
		await running?.close();
	});
}

export function mock(): MockLever {
	if (running === undefined) throw new Error('The mock did not start.');
	return running;
}

export const read = <T = Fields,>(
	path: string,
	key?: keyof MockLever['keys'],
): Promise<Answer<T>> =>
	send<T>(mock(), path, key === undefined ? {} : { authorization: basic(mock().keys[key]) });

/** One page of a list, which must answer 200. */
export async function page(path: string): Promise<ListBody<Fields>> {
	const { status, body, text } = await read<ListBody<Fields>>(path);
	if (status !== 200) throw new Error(`${path} answers ${status}: ${text}`);
	return body;
}

/** The record, which must be there. */
export function must<T>(record: T | undefined, what: string): T {
	if (record === undefined) throw new Error(`The golden company has no ${what}.`);
	return record;
}

/** Collections of records that belong to an opportunity */
export type Below = {
	[K in keyof LeverDatabase]: LeverDatabase[K][number] extends { opportunityId: string }
		? K
		: never;
}[keyof LeverDatabase];

/** The opportunity, open to everybody, that has most of a kind; its cursors have something to do. */
export function richest(collection: Below): string {
	const open = new Set(
		db.opportunities
			.filter(({ confidentiality }) => confidentiality === 'non-confidential')
			.map(({ id }) => id),
	);
	const counts = new Map<string, number>();
	for (const { opportunityId } of db[collection]) {
		if (open.has(opportunityId)) {
			counts.set(opportunityId, (counts.get(opportunityId) ?? 0) + 1);
		}
	}
	const best = [...counts].sort(([, a], [, b]) => b - a)[0];
	return must(best, collection)[0];
}
