import { describe, expect, it } from 'vitest';

import { leverPath } from '../../../nodes/shared/transport/requests/path.ts';
import { sentQuery } from '../../../nodes/shared/transport/requests/query.ts';
import { fc, test } from './fastCheck.mts';

describe('leverPath', () => {
	it('puts ids in their place, trimmed and encoded', () => {
		expect(leverPath`/users`).toBe('/users');
		expect(leverPath`/opportunities/${' 3f1c8a52 '}/offers`).toBe('/opportunities/3f1c8a52/offers');
		expect(leverPath`/users/${'a b%ü'}`).toBe('/users/a%20b%25%C3%BC');
	});

	it.each([
		'',
		'  ',
		'.',
		'..',
		'...',
		'../users',
		'a/b',
		'a\\b',
		'a?x=1',
		'a#b',
		'a\nb',
		'\ud800',
	])('refuses %j', (id) => {
		expect(() => leverPath`/users/${id}`).toThrow(/ID/);
	});

	test.prop([fc.string()])('never leaves its place in the path', (id) => {
		let path: string;
		try {
			path = leverPath`/users/${id}/x`;
		} catch {
			return;
		}
		const url = new URL(`https://api.lever.co/v1${path}`);
		expect(url.pathname.split('/')).toHaveLength(5);
		expect(url.pathname.startsWith('/v1/users/')).toBe(true);
		expect(url.search).toBe('');
	});
});

describe('sentQuery', () => {
	it('sends text, repeats arrays and leaves out what is not there', () => {
		expect(
			sentQuery({
				limit: 100,
				archived: false,
				tag: ['a', undefined, 'b'],
				none: undefined,
				empty: [],
			}),
		).toEqual({ limit: '100', archived: 'false', tag: ['a', 'b'] });
	});
});
