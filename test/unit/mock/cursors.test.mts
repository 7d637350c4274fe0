import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever, Scenario } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import type { StoredOpportunity } from '../../../mock-lever/scenarios/records.mts';
import type { ListBody } from './client.mts';
import { AS_OF, send, walk } from './client.mts';

let mock: MockLever;
let scenario: Scenario;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
	scenario = loadScenario('golden', AS_OF);
});
afterAll(async () => {
	await mock.close();
});

type Opportunity = StoredOpportunity & Record<string, unknown>;

const rank = (stage: string) =>
	scenario.db.stages.find((each) => each.id === stage)?.rank ?? Number.NaN;
const visible = () =>
	scenario.db.opportunities.filter((each) => each.confidentiality === 'non-confidential');
const byStage = (a: StoredOpportunity, b: StoredOpportunity) =>
	rank(a.stage) - rank(b.stage) || b.lastAdvancedAt - a.lastAdvancedAt || (a.id < b.id ? -1 : 1);
const ids = (records: Array<{ id: string }>) => records.map((each) => each.id);

describe('walking a list page by page', () => {
	it.each([1, 7, 50, 100])('gives the whole set in order, limit %i', async (limit) => {
		const { records, pages } = await walk<Opportunity>(mock, '/opportunities', limit);
		expect(ids(records)).toEqual(ids(visible().sort(byStage)));
		expect(pages).toBe(Math.ceil(visible().length / limit));
	});

	it('takes the cursor encoded once and encoded twice', async () => {
		const once = await walk<Opportunity>(mock, '/opportunities', 20);
		const twice = await walk<Opportunity>(mock, '/opportunities', 20, encodeURIComponent);
		expect(ids(twice.records)).toEqual(ids(once.records));
	});

	it('windows of created_at come in stage order too', async () => {
		const start = scenario.asOf - 200 * 86_400_000;
		const path = `/opportunities?created_at_start=${start}`;
		const { records } = await walk<Opportunity>(mock, path, 9);
		const expected = visible().filter((each) => each.createdAt >= start);
		expect(ids(records)).toEqual(ids(expected.sort(byStage)));
		expect(records.length).toBeGreaterThan(20);
	});

	it('with updated_at the order is by that moment', async () => {
		const { records } = await walk<Opportunity>(mock, '/opportunities?updated_at_start=0', 9);
		const expected = visible()
			.filter((each) => each.updatedAt !== null)
			.sort((a, b) => Number(a.updatedAt) - Number(b.updatedAt) || (a.id < b.id ? -1 : 1));
		expect(ids(records)).toEqual(ids(expected));
	});

	it.each(['/users?includeDeactivated=true', '/stages', '/tags', '/archive_reasons'])(
		'%s',
		async (path) => {
			const whole = await send<ListBody>(mock, path);
			const { records } = await walk(mock, path, 2);
			expect(records).toEqual(whole.body.data);
		},
	);
});

describe('the form of a cursor', () => {
	it('is the percent-encoded sort key of the first record of the next page', async () => {
		const first = await send<ListBody<Opportunity>>(mock, '/opportunities?limit=5');
		const [, , , , , sixth] = visible().sort(byStage);
		const next = first.body.next ?? '';
		expect(next.startsWith('%5B')).toBe(true);
		expect(JSON.parse(decodeURIComponent(next))).toEqual([
			rank(sixth?.stage ?? ''),
			sixth?.lastAdvancedAt,
			sixth?.id,
		]);
		const second = await send<ListBody<Opportunity>>(mock, `/opportunities?limit=5&offset=${next}`);
		expect(second.body.data[0]?.id).toBe(sixth?.id);
	});

	it('is two parts long with updated_at', async () => {
		const { body } = await send<ListBody>(mock, '/opportunities?limit=1&updated_at_start=0');
		expect(JSON.parse(decodeURIComponent(body.next ?? ''))).toHaveLength(2);
	});
});

describe('cursors that Lever refuses', () => {
	const refused = async (path: string) => {
		const { status, body } = await send(mock, path);
		expect(status).toBe(400);
		expect(body).toEqual({ code: 'BadRequestError', message: 'Invalid offset token' });
	};

	it.each(['100', '', '%5B', '%255B%2525', '%5B1%2C2%2C%22invented%22%5D', 'null'])(
		'invented: %j',
		(offset) => refused(`/opportunities?offset=${offset}`),
	);

	it('of another list, and of another order of the same list', async () => {
		const users = await send<ListBody>(mock, '/users?limit=1');
		await refused(`/opportunities?offset=${users.body.next}`);
		const updated = await send<ListBody>(mock, '/opportunities?limit=1&updated_at_start=0');
		await refused(`/opportunities?offset=${updated.body.next}`);
	});

	it('kept from an earlier run', async () => {
		const { body } = await send<ListBody>(mock, '/opportunities?limit=1');
		const restarted = await startMock({ asOf: AS_OF });
		try {
			const { status } = await send(restarted, `/opportunities?offset=${body.next}`);
			expect(status).toBe(400);
		} finally {
			await restarted.close();
		}
	});
});
