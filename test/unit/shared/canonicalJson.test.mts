import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalJson, compareCodeUnits } from '../../../nodes/shared/canonicalJson.ts';

describe('canonicalJson (RFC 8785)', () => {
	it('gives what the reference implementation gives, for any JSON value', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
				expect(canonicalJson(value)).toBe(canonicalize(value));
			}),
			{ numRuns: 500 },
		);
	});

	it('does not depend on the order in which members were added', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
				const reversed = Object.fromEntries(Object.entries(record).reverse());
				expect(canonicalJson(reversed)).toBe(canonicalJson(record));
			}),
		);
	});

	it('writes records whose members are in order already as it writes all others', () => {
		const inOrder = (value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(inOrder);
			if (typeof value !== 'object' || value === null) return value;
			const sorted = Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b));
			return Object.fromEntries(sorted.map(([key, member]) => [key, inOrder(member)]));
		};
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
				const ordered = inOrder(value);
				expect(canonicalJson(ordered)).toBe(canonicalize(value));
				expect(canonicalJson({ b: [{ z: 1, a: ordered }], a: ordered })).toBe(
					canonicalize({ b: [{ z: 1, a: value }], a: value }),
				);
			}),
			{ numRuns: 500 },
		);
	});

	it('takes no longer than it must for what is nested deeply and not in order', () => {
		const depth = 2000;
		const text = `${'{"b":0,"a":'.repeat(depth)}0${'}'.repeat(depth)}`;
		expect(canonicalJson(JSON.parse(text))).toHaveLength(text.length);
	});

	it('sorts keys by UTF-16 code units, as the example in RFC 8785 section 3.2.3', () => {
		const value = {
			'\u20ac': 'Euro Sign',
			'\r': 'Carriage Return',
			'\ufb33': 'Hebrew Letter Dalet With Dagesh',
			'1': 'One',
			'\ud83d\ude00': 'Emoji: Grinning Face',
			'\u0080': 'Control',
			'\u00f6': 'Latin Small Letter O With Diaeresis',
		};
		expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
			// JavaScript itself moves integer-like keys to the front when it parses.
			'One',
			'Carriage Return',
			'Control',
			'Latin Small Letter O With Diaeresis',
			'Euro Sign',
			'Emoji: Grinning Face',
			'Hebrew Letter Dalet With Dagesh',
		]);
	});

	it('keeps code unit order where ECMAScript would sort keys as numbers, and keys with a meaning of their own', () => {
		expect(canonicalJson({ a: { 9: 1, 10: 2, b: 3 } })).toBe('{"a":{"10":2,"9":1,"b":3}}');
		expect(canonicalJson(JSON.parse('{"z":[{"__proto__":{"b":1,"a":2}}]}'))).toBe(
			'{"z":[{"__proto__":{"a":2,"b":1}}]}',
		);
	});

	it('leaves out members without a value and keeps their place in arrays', () => {
		expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
		expect(canonicalJson([undefined, 1])).toBe('[null,1]');
	});

	it.each([
		['NaN', NaN],
		['infinity', Infinity],
		['half a surrogate pair', '\ud800'],
		['half a surrogate pair in a key', { '\ud800': 1 }],
		['a function', () => 1],
		['a bigint', 1n],
		['nothing', undefined],
	])('refuses %s', (_, value) => {
		expect(() => canonicalJson(value)).toThrow(/Canonical JSON cannot hold/);
	});
});

describe('compareCodeUnits', () => {
	it('is a total order that agrees with the built-in sort', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), (texts) => {
				expect([...texts].sort(compareCodeUnits)).toEqual([...texts].sort());
			}),
		);
	});
});
