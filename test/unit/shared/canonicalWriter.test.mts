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

	it('takes known texts as they are', () => {
		const part = { b: 1, a: 2 };
		const textOf = canonicalWriter(new Map([[part, 'known']]));
		expect(textOf({ z: part, y: [part, { ...part }] })).toBe(
			'{"y":[known,{"a":2,"b":1}],"z":known}',
		);
	});
});
