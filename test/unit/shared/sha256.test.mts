import { execFileSync } from 'node:child_process';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sha256, sha256OfJson, sha256OfLines } from '../../../nodes/shared/sha256.ts';

const OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('sha256', () => {
	it.each([
		['', OF_NOTHING],
		// FIPS 180-4, example of one block
		['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
	])('gives the published digest of "%s"', (text, digest) => {
		expect(sha256(text)).toBe(digest);
		expect(sha256(Buffer.from(text))).toBe(digest);
	});

	it('hashes text as UTF-8, as sha256sum does', () => {
		const text = 'Zoë Åkerström 山田\n';
		const printed = execFileSync('sha256sum', { input: text }).toString();
		expect(sha256(text)).toBe(printed.slice(0, 64));
	});
});

describe('sha256OfLines', () => {
	it('is the digest of the lines with an LF after each', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), (lines) => {
				expect(sha256OfLines(lines)).toBe(sha256(lines.map((line) => `${line}\n`).join('')));
			}),
		);
	});

	it('is the digest of nothing for no lines', () => {
		expect(sha256OfLines([])).toBe(OF_NOTHING);
	});
});

describe('sha256OfJson', () => {
	it('is the same for the same value, however its members are ordered', () => {
		expect(sha256OfJson({ a: 1, b: [2] })).toBe(sha256OfJson({ b: [2], a: 1 }));
		expect(sha256OfJson({ a: 1 })).toBe(sha256('{"a":1}'));
	});
});
