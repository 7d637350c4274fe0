import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalJson, canonicalWriter } from '../../../nodes/shared/canonicalJson.ts';

describe('canonicalWriter', () => {
	it('writes records of many shapes in any order as canonicalJson does', () => {
		const textOf = canonicalWriter();
		const names = ['b', 'a', 'é', '10', '9', 'aa', 'Z'];
		const records = Array.from({ length: 300 }, (_, index) => {
			const own = names.filter((_name, position) => ((index * 37) >> position) % 2 === 1);
			if (index % 3 === 0) own.reverse();
			return Object.fromEntries(own.map((name) => [name, { [name]: [index, '"', undefined] }]));
		});
		for (const record of records) expect(textOf(record)).toBe(canonicalJson(record));
		expect(textOf({ b: 1, a: undefined, Z: [{ d: null, c: true }] })).toBe(
			'{"Z":[{"c":true,"d":null}],"b":1}',
		);
	});

	it('writes what one record has after another has it too, whatever lay between', () => {
		const value = fc.constantFrom<unknown>(0, -0, 1, '', '"', 'a', 'b', '0', true, false, null);
		const inner = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { maxKeys: 3 });
		const record = fc.dictionary(fc.constantFrom('x', 'b', 'a'), fc.oneof(value, inner));
		fc.assert(
			fc.property(fc.array(fc.oneof(record, fc.array(record)), { maxLength: 30 }), (records) => {
				const textOf = canonicalWriter();
				expect(records.map((one) => textOf(one))).toEqual(records.map((one) => canonicalize(one)));
			}),
			{ numRuns: 500 },
		);
	});

	it('takes known texts as they are', () => {
		const part = { b: 1, a: 2 };
		const textOf = canonicalWriter(new Map([[part, 'known']]));
		expect(textOf({ z: part, y: [part, { ...part }] })).toBe(
			'{"y":[known,{"a":2,"b":1}],"z":known}',
		);
	});
});
