import { describe, expect, test } from 'vitest';
import { basic, bearer, send } from '../unit/mock/client.mts';
import type { Json } from './support/account.mts';
import { everyOpportunity, everySub, ids, readAll, useMock } from './support/account.mts';

describe('§7 mode documented [record]', () => {
	const account = useMock();

	test('no /v1/offers', async () => {
		expect((await send(account.mock, '/offers')).status).toBe(404);
	});

	test('the stage is an id string in every unexpanded record; no embedded offers', async () => {
		for (const record of await everyOpportunity(account.mock)) {
			expect(typeof record.stage).toBe('string');
			expect(record).not.toHaveProperty('offers');
		}
	});

	test('[lib, one] expand=offers is 400', async () => {
		const { status, body } = await send(account.mock, '/opportunities?expand=offers');
		expect(status).toBe(400);
		expect(body.message).toBe('offers is not expandable');
	});
});

describe('§7 mode seed [guess]', () => {
	const account = useMock({ mode: 'seed' });

	test('GET /v1/offers: the list envelope, items as §5.2 with opportunity, opportunityId and signedAt', async () => {
		const { body } = await send(account.mock, '/offers?limit=1');
		expect(Object.keys(body)).toEqual(['data', 'hasNext', 'next']);
		const all = new Map((await readAll(account.mock, '/offers')).map((one) => [one.id, one]));
		const subs = await everySub(account.mock, 'offers');
		for (const { opportunity, record } of subs) {
			const one = all.get(record.id);
			if (one === undefined) continue;
			const { opportunity: of, opportunityId, signedAt, ...rest } = one;
			expect(rest).toEqual(record);
			expect(of ?? opportunityId).toBe(opportunity);
			expect(opportunityId).toBe(opportunity);
			expect(signedAt === null || Number.isInteger(signedAt)).toBe(true);
			if (record.status === 'draft') expect(signedAt).toBeNull();
		}
		const seen = subs.filter(({ record }) => all.has(record.id));
		expect(seen.length).toBeGreaterThan(subs.length / 2);
		expect([...all.values()].some(({ signedAt }) => Number.isInteger(signedAt))).toBe(true);
	});

	test('opportunities embed the stage object and offers', async () => {
		const stages = new Map((await readAll(account.mock, '/stages')).map((one) => [one.id, one]));
		const records = await readAll(account.mock, '/opportunities');
		for (const { stage } of records) expect(stage).toEqual(stages.get((stage as Json).id));
		const offers = records.flatMap((record) => record.offers as Json[]);
		expect(offers.length).toBeGreaterThan(0);
		for (const offer of offers) {
			expect(Object.keys(offer)).toEqual(expect.arrayContaining(['status', 'signedAt']));
		}
	});
});

describe('§7 an authoriser who is no Super Admin [seed]', () => {
	const account = useMock({ lesserRoles: 'ownView' });

	test('sees own or followed opportunities only, none of them confidential', async () => {
		const { mock } = account;
		const { access_token: token } = mock.oauth.grant({ role: 'team member' });
		const users = await readAll(mock, '/users?accessRole=team+member');
		const { body } = await send<{ data: Json[] }>(mock, '/opportunities?limit=100', {
			authorization: bearer(token),
		});
		const sets = users.map(
			({ id }) =>
				(record: Json) =>
					record.owner === id || (record.followers as unknown[]).includes(id),
		);
		expect(body.data.length).toBeGreaterThan(0);
		expect(sets.some((own) => body.data.every(own))).toBe(true);
		expect(body.data.every(({ confidentiality }) => confidentiality === 'non-confidential')).toBe(
			true,
		);
	});

	test('a Super Admin sees the whole organisation', async () => {
		const { mock } = account;
		const { access_token: token } = mock.oauth.grant();
		const { body } = await send<{ data: Json[] }>(mock, '/opportunities?limit=100', {
			authorization: bearer(token),
		});
		const whole = await send<{ data: Json[] }>(mock, '/opportunities?limit=100', {
			authorization: basic(mock.keys.all),
		});
		expect(ids(body.data)).toEqual(ids(whole.body.data));
	});
});
