import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadScenario, type MockLever } from '../../../mock-lever/index.mts';
import type { Hire, LeverCollection } from '../../../nodes/shared/contracts/index.ts';
import { AS_OF, collect, mockLever, type CollectRun } from './collecting.mts';

const isHire = (item: CollectRun['items'][number]) => item.kind === 'hire';

function hireIds({ items }: CollectRun): string[] {
	return items.filter(isHire).map(({ hireId }) => hireId);
}

/** What a collection record says that does not come from the clock, the pace or the windows they lead to. */
function stable(collection: LeverCollection): Partial<LeverCollection> {
	const {
		startedAt: _started,
		finishedAt: _finished,
		retries: _retries,
		throttled: _throttled,
		pages: _pages,
		// Its digest covers the record with its times.
		given: _given,
		requests,
		...rest
	} = collection;
	const byTheClock = ['updated_at_start', 'created_at_start', 'created_at_end'];
	const timeless = requests.filter(({ query }) => !byTheClock.some((name) => name in query));
	return { ...rest, requests: timeless };
}

describe('Evidence: Collect on the golden scenario', () => {
	const scenario = loadScenario('golden', AS_OF);
	let mock: MockLever;
	let run: CollectRun;

	beforeAll(async () => {
		mock = await mockLever();
		run = await collect(mock.baseUrl, mock.keys.all);
	});
	afterAll(async () => await mock.close());

	it('finishes, with complete collections of everything', () => {
		expect(run.error).toBeUndefined();
		expect(run.collections.map(({ purpose, resource }) => `${purpose} ${resource}`)).toEqual([
			'definitions archive_reasons',
			'definitions stages',
			'definitions tags',
			'hires opportunities',
			'identities opportunities',
			'offers offers',
			'interviews feedback',
			'users users',
			'records opportunities',
			'jobs postings',
			'jobs requisitions',
			'auditEvents audit_events',
			'connection connection',
		]);
		expect(run.collections.filter(({ complete }) => !complete)).toEqual([]);
		expect(run.collections.filter(({ duplicates }) => duplicates > 0)).toEqual([]);
	});

	it('finds every hire of every situation, and nobody else of them', () => {
		const expected = new Set([
			...scenario.expected
				.filter(({ subjectType }) => subjectType === 'hire')
				.map(({ subjectId }) => subjectId),
			...scenario.notInPopulation.map(({ subjectId }) => subjectId),
		]);
		expect(expected.size).toBeGreaterThan(100);
		expect(hireIds(run)).toEqual([...expected].sort());
	});

	it('gives every user', () => {
		const users = run.items.filter((item) => item.kind === 'user').map(({ userId }) => userId);
		expect(users).toEqual(scenario.db.users.map(({ id }) => id).sort());
	});

	it('gives what was archived in the period, and the whole pipeline', () => {
		const since = Date.parse('2025-11-01T00:00:00Z');
		const wanted = scenario.db.opportunities.filter(
			({ archived }) => archived === null || archived.archivedAt >= since,
		);
		const given = run.items.filter((item) => item.kind === 'opportunity');
		expect(given.map(({ opportunityId }) => opportunityId)).toEqual(
			wanted.map(({ id }) => id).sort(),
		);
	});

	it('links every item to the item that came in', () => {
		for (const { pairedItem } of run.outputs[0] ?? []) expect(pairedItem).toEqual({ item: 0 });
	});

	it('only ever reads', () => {
		expect(mock.requests().length).toBeGreaterThan(100);
		expect([...new Set(mock.requests().map(({ method }) => method))]).toEqual(['GET']);
	});

	it('holds no pay, phone, photo or document', () => {
		const text = JSON.stringify(run.items);
		for (const word of ['salary', 'downloadUrl', 'fileName', 'phones', 'photo', 'links']) {
			expect(text).not.toContain(`"${word}`);
		}
	});

	it('warns that this is test data', () => {
		expect(run.hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('Test data, not evidence') }),
		]);
	});

	it('gives the same again', async () => {
		const again = await collect(mock.baseUrl, mock.keys.all);
		const population = ({ items }: CollectRun) => items.filter(({ kind }) => kind !== 'collection');
		expect(JSON.stringify(population(again))).toBe(JSON.stringify(population(run)));
		expect(again.collections.map(stable)).toEqual(run.collections.map(stable));
	});

	it('finds the same hires when it reads everything', async () => {
		const exhaustive = await collect(mock.baseUrl, mock.keys.all, {
			checkFamilies: ['hires'],
			options: { exhaustive: true },
		});
		const comparable = ({
			collectionIds: _ids,
			opportunityCollectionIds: _others,
			feedback: _feedback,
			...hire
		}: Hire) => hire;
		expect(exhaustive.items.filter(isHire).map(comparable)).toEqual(
			run.items.filter(isHire).map(comparable),
		);
		expect(exhaustive.only('hires').uniqueIds).toBe(scenario.db.opportunities.length);
	});

	it.each([
		['true', 0],
		[' False ', 1],
	])('reads %j of an expression as the switch', async (text, least) => {
		const { only } = await collect(mock.baseUrl, mock.keys.all, {
			checkFamilies: ['hires'],
			options: { exhaustive: text },
		});
		expect(only('identities').requests.length).toBeGreaterThanOrEqual(least);
		if (least === 0) expect(only('identities').requests).toEqual([]);
	});

	it('finds the same hires where stages come as objects', async () => {
		const seed = await mockLever({ mode: 'seed' });
		try {
			const embedded = await collect(seed.baseUrl, seed.keys.all, { checkFamilies: ['hires'] });
			const comparable = ({ rawSha256: _raw, feedback: _feedback, ...hire }: Hire) => hire;
			expect(embedded.items.filter(isHire).map(comparable)).toEqual(
				run.items.filter(isHire).map(comparable),
			);
		} finally {
			await seed.close();
		}
	});

	it('stops when the execution is stopped', async () => {
		const before = mock.requests().length;
		const stopped = await collect(
			mock.baseUrl,
			mock.keys.all,
			{ options: { requestsPerSecond: 5 } },
			{ onStart: (cancel) => setTimeout(cancel, 2000) },
		);
		expect(stopped.items).toEqual([]);
		expect(stopped.status).not.toBe('success');
		expect(mock.requests().length - before).toBeLessThan(60);
	});

	it('collects once, however many items come in', async () => {
		const twice = await collect(
			mock.baseUrl,
			mock.keys.all,
			{ checkFamilies: ['users'] },
			{ inputs: { 0: [{ json: {} }, { json: {} }] } },
		);
		expect(twice.collections).toHaveLength(1);
	});
});

describe('other evidence dates', () => {
	it.each(['2027-01-03T23:30:00Z', '2026-02-28T00:00:00+14:00'])('%s', async (asOf) => {
		const scenario = loadScenario('golden', asOf);
		const mock = await mockLever({ asOf });
		try {
			const run = await collect(mock.baseUrl, mock.keys.all, {
				evidenceDate: asOf,
				checkFamilies: ['hires'],
			});
			const expected = [...scenario.expected, ...scenario.notInPopulation]
				.map(({ subjectId }) => subjectId)
				.filter((id) => id.includes(':'));
			expect(hireIds(run)).toEqual([...new Set(expected)].sort());
		} finally {
			await mock.close();
		}
	});
});

describe('an account with nothing in it', () => {
	it.each([
		// A new account has not bought audit events.
		['empty', ['auditEvents']],
		['no-hires', []],
	])('%s: leaves all collection records', async (scenario, refused) => {
		const mock = await mockLever({ scenario });
		try {
			const run = await collect(mock.baseUrl, mock.keys.all);
			expect(run.error).toBeUndefined();
			expect(run.collections).toHaveLength(13);
			const incomplete = run.collections.filter(({ complete }) => !complete);
			expect(incomplete.map(({ purpose }) => purpose)).toEqual(refused);
			expect(run.hints.filter(({ type }) => type === 'warning')).toEqual([]);
			expect(hireIds(run)).toEqual([]);
			expect(run.only('users').uniqueIds).toBeGreaterThan(0);
			expect(run.only('hires').visibility.confidential).toBe('included');
		} finally {
			await mock.close();
		}
	});
});

describe('a key that may not read everything', () => {
	let mock: MockLever;
	beforeAll(async () => {
		mock = await mockLever();
	});
	afterAll(async () => await mock.close());

	it('offers: every hire stays, unread, and Lever is not asked again and again', async () => {
		const before = mock.requests().length;
		const run = await collect(mock.baseUrl, mock.keys.noOffers);
		expect(run.error).toBeUndefined();
		expect(run.only('offers')).toMatchObject({
			complete: false,
			records: 0,
			failure: { reason: 'forbidden', httpStatus: 403 },
		});
		const hires = run.items.filter(isHire);
		expect(hires.length).toBeGreaterThan(100);
		for (const { offersRead } of hires) expect(offersRead).toMatchObject({ reason: 'forbidden' });
		const asked = mock.requests().slice(before);
		// Those that were under way when the third refusal came: at most as many as are sent side by side.
		expect(asked.filter(({ path }) => path.endsWith('/offers')).length).toBeLessThanOrEqual(35);
		expect(run.hints.map(({ message }) => message).join()).toContain('Not complete: offers');
	});

	it('confidential records: the rest is read, and the records say what was not tested', async () => {
		const all = await collect(mock.baseUrl, mock.keys.all, { checkFamilies: ['hires'] });
		const run = await collect(mock.baseUrl, mock.keys.noConfidential);
		const confidential = all.items.filter(isHire).filter((hire) => hire.confidential);
		expect(confidential.length).toBeGreaterThan(0);
		expect(hireIds(run)).toEqual(
			hireIds(all).filter((id) => !confidential.some(({ hireId }) => hireId === id)),
		);
		expect(run.only('hires')).toMatchObject({
			complete: true,
			visibility: { confidential: 'forbidden' },
			rule: expect.stringContaining('Confidential hires were not tested'),
		});
		expect(run.only('records').visibility.confidential).toBe('forbidden');
	});

	it('users: everything else is there', async () => {
		const run = await collect(mock.baseUrl, mock.keys.noUsers);
		expect(run.error).toBeUndefined();
		expect(run.only('users')).toMatchObject({ complete: false, failure: { httpStatus: 403 } });
		expect(run.items.some(({ kind }) => kind === 'user')).toBe(false);
		expect(hireIds(run).length).toBeGreaterThan(100);
	});

	it('no key of this account: stops, with what to do and nothing of the key', async () => {
		const run = await collect(mock.baseUrl, 'a-key-that-nobody-made');
		expect(run.outputs).toEqual([]);
		expect(run.error?.message).toContain('did not accept the API key');
		expect(run.error?.description).toContain('Open the credential');
		expect(`${run.error?.message} ${run.error?.description}`).not.toContain('nobody-made');
	});
});

describe('settings that cannot be used', () => {
	it.each([
		['an evidence date without offset', { evidenceDate: '2026-11-02T06:00:00' }, 'no offset'],
		['an evidence date that is a day', { evidenceDate: '2026-11-02' }, 'no time'],
		['words for an evidence date', { evidenceDate: 'tomorrow' }, 'not a date'],
		['a switch that is neither', { options: { exhaustive: 'perhaps' } }, 'Exhaustive: enter true'],
		['half a day', { options: { periodDaysBack: 0.5 } }, 'Period Days Back'],
		['a day back to come', { options: { periodDaysBack: -1 } }, 'Period Days Back'],
		[
			'a period that ends before it begins',
			{ options: { periodDaysBack: 30, periodDaysAhead: -31 } },
			'Period Days Ahead: the period would end before it begins. Enter -30 or more',
		],
	])('%s: refused before anything is read', async (_what, parameters, message) => {
		const mock = await mockLever({ scenario: 'empty' });
		try {
			const run = await collect(mock.baseUrl, mock.keys.all, parameters);
			expect(run.error?.message).toContain(message);
			expect(run.outputs).toEqual([]);
			expect(mock.requests()).toEqual([]);
		} finally {
			await mock.close();
		}
	});

	it('a negative number of days ahead ends the period before the evidence date', async () => {
		const mock = await mockLever({ scenario: 'empty' });
		try {
			const options = { periodDaysBack: 30, periodDaysAhead: -30 };
			const run = await collect(mock.baseUrl, mock.keys.all, { options });
			expect(run.collections[0]?.period).toEqual({ from: '2026-10-03', to: '2026-10-03' });
		} finally {
			await mock.close();
		}
	});

	it('an empty evidence date is the start of the run', async () => {
		const mock = await mockLever({ scenario: 'empty' });
		try {
			const before = Date.now();
			const run = await collect(mock.baseUrl, mock.keys.all, { evidenceDate: '' });
			const asOf = Date.parse(run.collections[0]?.asOf ?? '');
			expect(asOf).toBeGreaterThanOrEqual(before);
			expect(asOf).toBeLessThanOrEqual(Date.parse(run.collections[0]?.startedAt ?? ''));
		} finally {
			await mock.close();
		}
	});
});
