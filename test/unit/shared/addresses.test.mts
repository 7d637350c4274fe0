import { describe, expect, it } from 'vitest';

import {
	hashedIds,
	holdsAddress,
	packId,
	withoutAddresses,
} from '../../../nodes/shared/addresses.ts';

describe('addresses', () => {
	it.each([
		['ada@example.com', true],
		['see ada@example.com, please', true],
		['https://example.com/?to=ada%40example.com', true],
		['ada＠example.com', true],
		['Engineer @ Berlin', false],
		['@handle', false],
		['R-100', false],
		['', false],
	])('sees whether "%s" holds one', (text, holds) => {
		expect(holdsAddress(text)).toBe(holds);
	});

	it('hides whole words, and keeps the rest', () => {
		expect(withoutAddresses('ask\n<ada@example.com> or %40bob now')).toBe('ask\n… or … now');
		expect(withoutAddresses('Engineer @ Berlin')).toBe('Engineer @ Berlin');
	});

	it.each([
		['no at sign', 'x'],
		['at signs', 'x@'],
		['spaces', ' '],
		['only signs', '@'],
	])('needs no longer than it must for a long text of %s', (_, part) => {
		const text = part.repeat(1_000_000);
		// A search that tries every beginning and every end would outlast the runner's limit for a test.
		expect(withoutAddresses(`${text}@`).length).toBeLessThanOrEqual(text.length + 1);
		expect(holdsAddress(`${text}ada@example.com`)).toBe(true);
	});

	it('makes a digest of an id that is an address, or longer than ids are, and of no other', () => {
		// printf %s ada@example.com | sha256sum
		expect(packId('ada@example.com')).toBe('sha256:b5fc85e55755f9e0');
		expect(packId('R-100')).toBe('R-100');
		expect(packId('x'.repeat(256))).toBe('x'.repeat(256));
		expect(packId('x'.repeat(1_000_000))).toMatch(/^sha256:[0-9a-f]{16}$/);
		expect(hashedIds(['R-1', null])).toBeUndefined();
		expect(hashedIds(['R-1', 'ada@example.com', null])).toEqual({
			'sha256:b5fc85e55755f9e0': 'ada@example.com',
		});
	});
});
