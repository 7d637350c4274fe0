import { describe, expect, it } from 'vitest';
import type { ListBody } from '../client.mts';
import { walk } from '../client.mts';
import type { Fields } from './account.mts';
import { db, mock, must, page, read, useMock } from './account.mts';
import { LISTS } from './reads.mts';

useMock();

const idOf = (record: Fields) => String(record.id ?? record.text);
const withExpansions = LISTS.filter(({ expand }) => expand.length > 0);
const paged = LISTS.filter((list) => list.paged !== false);

/** Ids of a field, whether it holds one or several */
const idsIn = (value: unknown) => [value].flat().filter((each) => typeof each === 'string');

describe.each(LISTS)('$path', ({ path, ids, include, paged: hasPages }) => {
	it('gives everything, in Lever’s order', async () => {
		expect(ids.length).toBeGreaterThan(0);
		if (hasPages === false) {
			const body = await page(path);
			expect(Object.keys(body)).toEqual(['data']);
			expect(body.data.map(idOf)).toEqual(ids);
		} else {
			const { records } = await walk<Fields>(mock(), path, 100);
			expect(records.map(idOf)).toEqual(ids);
		}
	});

	it('shows nothing that only the store needs', async () => {
		const { data } = await page(path);
		const own = path.endsWith('/applications') ? [] : ['opportunityId'];
		for (const name of ['rank', 'pipeline', 'hasInterview', 'redirected', ...own]) {
			for (const record of data) expect(record).not.toHaveProperty(name);
		}
	});

	it('include keeps the named fields only', async () => {
		const query = include.map((name) => `include=${name}`).join('&');
		for (const record of (await page(`${path}?${query}`)).data) {
			expect(Object.keys(record).sort()).toEqual([...include].sort());
		}
	});

	it('refuses what cannot be expanded, and ignores what it does not know', async () => {
		const { status, body } = await read(`${path}?expand=toString`);
		expect([status, body]).toEqual([
			400,
			{ code: 'BadRequestError', message: 'toString is not expandable' },
		]);
		expect((await read(`${path}?nonsense=1&_limit=1`)).text).toBe((await read(path)).text);
	});
});

describe.each(paged)('cursors of $path', ({ path, ids }) => {
	it('walk to the end in small steps, in either encoding, and find the same', async () => {
		const limit = Math.max(1, Math.ceil(ids.length / 4));
		const plain = await walk<Fields>(mock(), path, limit);
		expect(plain.records.map(idOf)).toEqual(ids);
		expect(plain.pages).toBe(Math.ceil(ids.length / limit));
		const encoded = await walk<Fields>(mock(), path, limit, encodeURIComponent);
		expect(encoded.records.map(idOf)).toEqual(ids);
	});

	it.each(['limit=0', 'limit=101', 'offset=%5B1%5D'])('refuse %s', async (parameter) => {
		expect((await read(`${path}?${parameter}`)).status).toBe(400);
	});
});

/** The list of an opportunity in which a field holds something, or the whole list */
function pathWith(collection: keyof typeof db, path: string, name: string): string {
	if (!path.startsWith('/opportunities/')) return path;
	const holds = (record: object) => idsIn((record as Fields)[name]).length > 0;
	const open = ({ opportunityId }: { opportunityId?: unknown }) =>
		db.opportunities.find(({ id }) => id === opportunityId)?.confidentiality === 'non-confidential';
	const record = must(
		(db[collection] as object[]).filter(open).find(holds) as Fields | undefined,
		`${collection} with ${name}`,
	);
	return path.replace(/^\/opportunities\/[^/]+/, `/opportunities/${record.opportunityId}`);
}

describe.each(withExpansions)('expand of $path', ({ collection, path: usual, expand }) => {
	it.each(expand)('%s gives whole objects for ids', async (name) => {
		const path = pathWith(collection, usual, name);
		const all = await walk<Fields>(mock(), `${path}?expand=${name}`, 100);
		expect(all.records.flatMap((record) => record[name] ?? []).length).toBeGreaterThan(0);
		const before = (await page(path)).data;
		const after = (await page(`${path}?expand=${name}&include=id`)).data;
		for (const [index, record] of after.entries()) {
			const was = before[index]?.[name];
			const objects = [record[name]].flat().filter((each) => each !== null);
			expect(objects.map((each) => (each as Fields).id)).toEqual(idsIn(was));
			if (was === null) expect(record[name]).toBeNull();
		}
	});

	it('all at once, on a list and on a single record', async () => {
		const path = usual;
		const query = expand.map((name) => `expand=${name}`).join('&');
		const { data } = await page(`${path}?${query}`);
		for (const name of expand) expect(data[0]).toHaveProperty(name);
		// Offers have no read of a single one (lever-api.md §5.2).
		if (path.endsWith('/offers')) return;
		const one = await read<{ data: Fields }>(`${path}/${idOf(data[0] ?? {})}?${query}`);
		expect(one.body.data).toEqual(data[0]);
	});
});

it('a cursor of one list is foreign to another, and to that of another opportunity', async () => {
	const { next } = await page('/users?limit=1');
	expect((await read(`/postings?offset=${next}`)).status).toBe(400);
	const notes = LISTS.filter(({ ids }) => ids.length > 1).filter(({ path }) =>
		path.startsWith('/opportunities/'),
	);
	for (const { path } of notes.slice(0, 3)) {
		const { next: cursor } = await read<ListBody>(`${path}?limit=1`).then(({ body }) => body);
		const other = path.replace(/\/opportunities\/[^/]+/, (text) => `${text.slice(0, -1)}0`);
		expect((await read(`${other}?offset=${cursor}`)).status).toBeGreaterThanOrEqual(400);
	}
});
