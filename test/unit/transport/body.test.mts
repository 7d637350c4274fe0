import { describe, expect, it } from 'vitest';

import { jsonOrRest, jsonOrText } from '../../../nodes/shared/transport/faults/body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const broken = Uint8Array.from([...bytes('{"name":"M'), 0xc3, 0x28, 0xff, ...bytes('"}')]);

describe('the body of an answer', () => {
	it.each([
		['{"data":[{"name":"Zoë 李 🙂"}]}', { data: [{ name: 'Zoë 李 🙂' }] }],
		['\uFEFF{"data":[]}', { data: [] }],
		['', ''],
		['{"data": [', '{"data": ['],
		['<html>', '<html>'],
	])('%j', (text, expected) => {
		expect(jsonOrText(bytes(text))).toEqual(expected);
	});

	it('keeps a replacement character that Lever itself sent', () => {
		expect(jsonOrText(bytes('{"name":"M\uFFFD"}'))).toEqual({ name: 'M\uFFFD' });
	});

	it('with bytes that are no UTF-8 is refused, not repaired', () => {
		expect(() => jsonOrText(broken)).toThrow(
			/bytes that are no text in UTF-8\. Nothing of it was used/,
		);
	});

	it('of a web page in another encoding is told apart all the same', () => {
		expect(jsonOrText(Uint8Array.from([...bytes('<html>Gesch'), 0xe4, ...bytes('ft')]))).toMatch(
			/^<html>/,
		);
	});

	it('of a refusal is read as far as it goes', () => {
		expect(jsonOrRest(broken)).toMatchObject({ name: expect.stringMatching(/^M/) });
	});
});
