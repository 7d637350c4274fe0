import { describe, expect, test } from 'vitest';
import type { MockLever } from '../../../mock-lever/index.mts';
import type { Json } from './account.mts';
import { ACCOUNTS, useMock } from './account.mts';
import type { Fits } from './shape.mts';
import { misfits, notFound } from './shape.mts';

export interface Resource {
	/** Section of the reference and name, for the titles */
	title: string;
	shape: Fits;
	/** Record of the reference */
	example?: Json;
	/** Keys of the example that the mock need not have, each with a reason beside it */
	exceptKeys?: readonly string[];
	/** Every record of the account */
	read: (mock: MockLever) => Promise<Json[]>;
}

/** Holds every record of the mock against the table and the example of its section. */
export function describeShape({ title, shape, example, exceptKeys = [], read }: Resource): void {
	if (example !== undefined) {
		test(`${title}: the example of the reference fits its table`, () => {
			expect(shape(example, 'example')).toEqual([]);
		});
	}
	describe.each(ACCOUNTS)(`${title}, account %s`, (scenario) => {
		const account = useMock({ scenario });
		test('each field has its type, null only where it may be, and no key is missing or unknown', async () => {
			const records = await read(account.mock);
			expect(records.length).toBeGreaterThan(0);
			expect(misfits(records, shape)).toEqual([]);
		});
		if (example === undefined) return;
		test('each key of the example comes with a value of the same kind', async () => {
			const missing = notFound(example, await read(account.mock));
			expect(missing.filter((key) => !exceptKeys.includes(key))).toEqual([]);
		});
	});
}
