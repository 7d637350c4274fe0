import { describe, expect, test } from 'vitest';
import { basic, send } from '../unit/mock/client.mts';
import type { Json } from './support/account.mts';
import { everyOpportunity, ids, readAll, useMock } from './support/account.mts';

describe('§4.2 common rules', () => {
	const account = useMock();
	const read = (query: string) => readAll(account.mock, `/opportunities?${query}`);

	test('[doc] _start and _end are inclusive, and either may stand alone', async () => {
		const all = await read('');
		const times = all.map(({ createdAt }) => Number(createdAt)).toSorted((a, b) => a - b);
		const low = times[Math.floor(times.length / 3)] as number;
		const high = times[Math.floor((2 * times.length) / 3)] as number;
		const within = (start: number, end: number) =>
			ids(all.filter(({ createdAt }) => Number(createdAt) >= start && Number(createdAt) <= end));
		expect(ids(await read(`created_at_start=${low}&created_at_end=${high}`))).toEqual(
			within(low, high),
		);
		expect(ids(await read(`created_at_start=${low}`))).toEqual(within(low, Infinity));
		expect(ids(await read(`created_at_end=${low}`))).toEqual(within(0, low));
		expect(ids(await read(`created_at_start=${low}&created_at_end=${low}`))).toEqual(
			within(low, low),
		);
		expect(within(low, low).length).toBeGreaterThan(0);
	});

	test.each(['created_at_start', 'updated_at_end', 'advanced_at_start', 'archived_at_end'])(
		'[doc] %s is an integer of milliseconds: anything else is 400',
		async (name) => {
			for (const value of ['2026-01-01', '1.5', 'NaN', '1e12', '']) {
				const { status, body } = await send(account.mock, `/opportunities?${name}=${value}`);
				expect(status, value).toBe(400);
				expect(body.code).toBe('BadRequestError');
			}
		},
	);

	test('[doc] a repeated parameter is the union; [guess] in both spellings', async () => {
		const [a, b] = await Promise.all([read('origin=applied'), read('origin=referred')]);
		expect(a.length * b.length).toBeGreaterThan(0);
		const union = ids([...a, ...b]).sort();
		for (const query of [
			'origin=applied&origin=referred',
			'origin[]=applied&origin[]=referred',
			'origin%5B%5D=applied&origin%5B%5D=referred',
		]) {
			expect(ids(await read(query)).sort(), query).toEqual(union);
		}
	});

	test('[doc] accessRole[]=admin', async () => {
		const plain = ids(await readAll(account.mock, '/users?accessRole=admin'));
		expect(plain.length).toBeGreaterThan(0);
		expect(ids(await readAll(account.mock, '/users?accessRole%5B%5D=admin'))).toEqual(plain);
	});

	test('[guess] different parameters combine by AND', async () => {
		const both = ids(await read('origin=applied&archived=true'));
		const applied = new Set(ids(await read('origin=applied')));
		expect(both).toEqual(ids(await read('archived=true')).filter((id) => applied.has(id)));
		expect(both.length).toBeGreaterThan(0);
	});

	test('[doc] text filters are case-sensitive', async () => {
		const [tag] = await readAll(account.mock, '/tags');
		const text = String(tag?.text);
		const of = (value: string) => read(`tag=${encodeURIComponent(value)}`);
		expect((await of(text)).length).toBeGreaterThan(0);
		const other = text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
		const having = (await everyOpportunity(account.mock)).filter((one) =>
			(one.tags as string[]).includes(other),
		);
		expect(await of(other)).toHaveLength(having.length);
	});

	test('[guess] unknown query parameters are ignored', async () => {
		expect(ids(await read('no_such_parameter=1'))).toEqual(ids(await read('')));
	});

	test('[doc] perform_as on a read is no filter', async () => {
		const [user] = await readAll(account.mock, '/users');
		expect(ids(await read(`perform_as=${String(user?.id)}`))).toEqual(ids(await read('')));
	});
});

describe('§4.2 confidentiality [doc]', () => {
	const account = useMock();

	test.each(['/opportunities', '/postings', '/requisitions'])(
		'%s: non-confidential by default, else confidential, or all',
		async (list) => {
			const read = (value: string) => readAll(account.mock, `${list}?confidentiality=${value}`);
			const all = await read('all');
			const of = (value: string) =>
				ids(all.filter(({ confidentiality }) => confidentiality === value));
			expect(of('confidential').length).toBeGreaterThan(0);
			expect(ids(await readAll(account.mock, list))).toEqual(of('non-confidential'));
			expect(ids(await read('non-confidential'))).toEqual(of('non-confidential'));
			expect(ids(await read('confidential'))).toEqual(of('confidential'));
		},
	);

	test.each(['/opportunities', '/postings', '/requisitions'])(
		'%s: without the grant, asking for confidential data is 403',
		async (list) => {
			const authorization = basic(account.mock.keys.noConfidential);
			for (const value of ['confidential', 'all']) {
				const path = `${list}?confidentiality=${value}`;
				expect((await send(account.mock, path, { authorization })).status).toBe(403);
			}
			for (const query of ['', '?confidentiality=non-confidential']) {
				expect((await send(account.mock, list + query, { authorization })).status).toBe(200);
			}
		},
	);

	test('a confidential record is not shown alone either, nor what belongs to it', async () => {
		const { mock } = account;
		const [one] = await readAll(mock, '/opportunities?confidentiality=confidential');
		const path = `/opportunities/${String((one as Json).id)}`;
		const authorization = basic(mock.keys.noConfidential);
		for (const sub of ['', '/offers', '/notes', '/resumes']) {
			expect((await send(mock, path + sub)).status, sub).toBe(200);
			expect([403, 404], sub).toContain((await send(mock, path + sub, { authorization })).status);
		}
	});
});
