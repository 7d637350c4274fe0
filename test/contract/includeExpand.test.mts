import { describe, expect, test } from 'vitest';
import type { ListBody } from '../unit/mock/client.mts';
import { send } from '../unit/mock/client.mts';
import type { Json } from './support/account.mts';
import { everySub, ids, readAll, readOne, useMock } from './support/account.mts';

/** The table of §4.1: list → what can be expanded, with a key that the object in its place has. */
const EXPANDABLE: ReadonlyArray<[list: string, fields: Record<string, string>]> = [
	[
		'/opportunities',
		{
			applications: 'opportunityId',
			stage: 'text',
			owner: 'email',
			followers: 'email',
			sourcedBy: 'email',
			contact: 'emails',
		},
	],
	['offers', { creator: 'email' }],
	[
		'applications',
		{ posting: 'text', postingOwner: 'email', postingHiringManager: 'email', user: 'email' },
	],
	['/postings', { user: 'email', owner: 'email', hiringManager: 'email', followers: 'email' }],
	['/requisitions', { creator: 'email', owner: 'email', hiringManager: 'email', postings: 'text' }],
	['interviews', { user: 'email', stage: 'text', feedbackForms: 'fields', postings: 'text' }],
	['panels', { user: 'email', stage: 'text' }],
	['forms', { user: 'email', stage: 'text' }],
	['feedback', { user: 'email' }],
	['notes', { user: 'email' }],
	['referrals', { user: 'email', referrer: 'email', stage: 'text' }],
];

const CASES = EXPANDABLE.flatMap(([list, fields]) =>
	Object.entries(fields).map(([field, key]) => ({ list, field, key })),
);

describe('§4.1 expand [doc]', () => {
	const account = useMock();

	/** Every record, with a query. */
	async function read(list: string, query: string): Promise<Json[]> {
		if (list.startsWith('/')) return readAll(account.mock, `${list}?${query}`);
		return (await everySub(account.mock, list, `?${query}`)).map(({ record }) => record);
	}

	test.each(CASES)(
		'$list: $field becomes the full object, a null stays null',
		async ({ list, field, key }) => {
			const plain = await read(list, 'limit=100');
			const expanded = new Map((await read(list, `expand=${field}`)).map((one) => [one.id, one]));
			let objects = 0;
			for (const before of plain) {
				const wanted = before[field];
				const after = expanded.get(before.id)?.[field];
				if (wanted === null) {
					expect(after).toBeNull();
					continue;
				}
				const whole = (Array.isArray(after) ? after : [after]) as Json[];
				expect(ids(whole)).toEqual(Array.isArray(wanted) ? wanted : [wanted]);
				for (const one of whole) expect(one).toHaveProperty(key);
				objects += whole.length;
			}
			expect(objects).toBeGreaterThan(0);
		},
	);

	test('stage is exactly {id, text}; owner has the shape of a user, contact that of a contact', async () => {
		const found = await readAll(
			account.mock,
			'/opportunities?stage_id=offer&expand=stage&expand=owner&expand=contact',
		);
		const one = found.find(({ owner }) => owner !== null);
		expect(one?.stage).toEqual({ id: 'offer', text: 'Offer' });
		const { id: owner } = one?.owner as Json;
		const { id: contact } = one?.contact as Json;
		expect(one?.owner).toEqual(await readOne(account.mock, `/users/${String(owner)}`));
		expect(one?.contact).toEqual(await readOne(account.mock, `/contacts/${String(contact)}`));
	});

	test.each(EXPANDABLE.filter(([list]) => list.startsWith('/')).map(([list]) => list))(
		'single reads of %s expand as well',
		async (list) => {
			const [first] = await readAll(account.mock, list);
			const [name] = Object.keys(EXPANDABLE.find(([path]) => path === list)?.[1] ?? {});
			const path = `${list}/${String(first?.id)}?expand=${String(name)}`;
			const fromList = (await readAll(account.mock, `${list}?expand=${String(name)}`))[0];
			expect(await readOne(account.mock, path)).toEqual(fromList);
		},
	);

	test.each(['/opportunities?expand=', '/postings?expand=', '/requisitions?expand='])(
		'[lib, one] %sposting: 400 "posting is not expandable"',
		async (path) => {
			const { status, body } = await send(account.mock, `${path}posting`);
			expect(status).toBe(400);
			expect(body).toEqual({ code: 'BadRequestError', message: 'posting is not expandable' });
		},
	);
});

describe('§4.1 include [doc]', () => {
	const account = useMock();
	const keys = async (query: string) => {
		const { body } = await send<ListBody>(account.mock, `/opportunities?limit=5&${query}`);
		return body.data.map((record) => Object.keys(record).sort());
	};

	test('only the named fields come back; repeat it for more', async () => {
		for (const found of await keys('include=id')) expect(found).toEqual(['id']);
		for (const found of await keys('include=id&include=stage'))
			expect(found).toEqual(['id', 'stage']);
	});

	test('[guess] the bracket form works as well', async () => {
		for (const found of await keys('include%5B%5D=id&include[]=stage')) {
			expect(found).toEqual(['id', 'stage']);
		}
	});

	test('absent: all fields', async () => {
		for (const found of await keys('')) expect(found.length).toBeGreaterThan(25);
	});

	test('works on single objects', async () => {
		const [one] = await readAll(account.mock, '/opportunities?stage_id=offer');
		const path = `/opportunities/${String(one?.id)}?include=name`;
		expect(await readOne(account.mock, path)).toEqual({ name: one?.name });
	});

	test('expanded fields are always included', async () => {
		for (const found of await keys('include=id&expand=owner'))
			expect(found).toEqual(['id', 'owner']);
	});

	test('works on postings: content, followers', async () => {
		const [one] = await readAll(account.mock, '/postings?include=content&include=followers');
		expect(one).toHaveProperty('content');
		expect(one).toHaveProperty('followers');
	});
});
