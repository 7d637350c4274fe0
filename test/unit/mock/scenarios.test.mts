import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import { readInstant, ScenarioClock } from '../../../mock-lever/scenarios/clock.mts';
import { HIRE_CHECKS, PeopleOfFiles } from '../../../mock-lever/scenarios/expected.mts';
import { emptyDatabase } from '../../../mock-lever/scenarios/records.mts';
import { checkShape } from '../../../mock-lever/scenarios/shape.mts';
import type { Situation } from '../../../mock-lever/scenarios/situation.mts';
import { AS_OF } from './client.mts';

const DAY = 86_400_000;
const at = (asOf: string) => new ScenarioClock(readInstant(asOf));
const isoDay = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

describe('relative dates', () => {
	it('count from the civil day of the evidence date in UTC', () => {
		expect(isoDay(at('2026-11-02T00:30:00+02:00').day({ day: 0 }))).toBe('2026-11-01');
		expect(isoDay(at('2026-11-02T23:30:00Z').day({ day: -9 }))).toBe('2026-10-24');
	});

	it('snap off the weekend', () => {
		const clock = at(AS_OF);
		expect(isoDay(clock.day({ day: -1, snap: 'before' }))).toBe('2026-10-30');
		expect(isoDay(clock.day({ day: -1, snap: 'after' }))).toBe('2026-11-02');
		expect(isoDay(clock.day({ day: -3, snap: 'before' }))).toBe('2026-10-30');
	});

	it('count weekdays as the checks do: n weekdays lie after the day, up to the evidence day', () => {
		const weekdaysAfter = (from: number, to: number) => {
			let count = 0;
			for (let day = from + DAY; day <= to; day += DAY) {
				if (![0, 6].includes(new Date(day).getUTCDay())) count += 1;
			}
			return count;
		};
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 40 }), (shift, n) => {
				const clock = new ScenarioClock(readInstant(AS_OF) + shift * DAY);
				const evidenceDay = clock.day({ day: 0 });
				const day = clock.day({ businessDay: -n });
				expect([0, 6]).not.toContain(new Date(day).getUTCDay());
				expect(weekdaysAfter(day, evidenceDay)).toBe(n);
				const ahead = clock.day({ businessDay: n });
				if (n > 0) expect(weekdaysAfter(evidenceDay, ahead)).toBe(n);
			}),
		);
	});

	it('keep their distance from a named day', () => {
		const clock = at(AS_OF).withNames({ start: { day: -15, snap: 'before' } });
		expect(isoDay(clock.day({ from: 'start', day: 0 }))).toBe('2026-10-16');
		expect(isoDay(clock.day({ from: 'start', day: 2 }))).toBe('2026-10-18');
		expect(() => clock.day({ from: 'finish', day: 0 })).toThrow(/finish/);
	});

	it.each([
		[{ day: -9, time: '10:00', zone: 'Europe/Berlin' }, 'isoInstant', '2026-10-24T08:00:00.000Z'],
		[{ day: -8, time: '10:00', zone: 'Europe/Berlin' }, 'isoInstant', '2026-10-25T09:00:00.000Z'],
		[{ day: -9, time: '10:00', zone: 'Europe/Berlin' }, 'isoOffset', '2026-10-24T10:00:00+02:00'],
		[
			{ day: -9, time: '23:30', zone: 'America/Los_Angeles' },
			'isoInstant',
			'2026-10-25T06:30:00.000Z',
		],
		[{ day: -9, time: '23:30', zone: 'America/Los_Angeles' }, 'isoDate', '2026-10-24'],
		[{ day: -9 }, 'usDate', '10/24/2026'],
		[{ day: -9 }, 'euDate', '24/10/2026'],
		[{ day: -9 }, 'germanDate', '24.10.2026'],
		[{ day: -9 }, 'epochDay', Date.UTC(2026, 9, 24)],
		[{ day: -9, zone: 'Asia/Tokyo' }, 'epochZoneDay', Date.UTC(2026, 9, 23, 15)],
		[{ day: -9 }, 'epoch', Date.UTC(2026, 9, 24, 12)],
	] as const)('%j as %s is %s', (date, form, expected) => {
		expect(at(AS_OF).write(date, form)).toBe(expected);
	});

	it.each(['2026-11-02', '2026-11-02T06:00', 'today', '', '2026-02-30T25:00:00Z'])(
		'the evidence date %j is refused',
		(text) => {
			expect(() => readInstant(text)).toThrow(/offset/);
		},
	);
});

describe('scenarios', () => {
	it('are the same for the same evidence date', () => {
		expect(loadScenario('golden', AS_OF)).toEqual(loadScenario('golden', AS_OF));
		const offset = loadScenario('golden', '2026-11-02T07:00:00+01:00');
		expect(offset).toEqual(loadScenario('golden', AS_OF));
	});

	it('keep all ids when the evidence date moves', () => {
		const ids = (asOf: string) =>
			loadScenario('golden', asOf).db.opportunities.map((each) => each.id);
		expect(ids('2027-02-28T23:59:00Z')).toEqual(ids(AS_OF));
	});

	it('load for every day of a week and of a leap year', () => {
		for (let day = 0; day < 400; day += 13) {
			const asOf = new Date(Date.UTC(2028, 0, 1) + day * DAY).toISOString();
			expect(loadScenario('golden', asOf).db.opportunities.length).toBeGreaterThan(150);
		}
	});

	it('no record lies after the evidence date, but start dates and what is put off', () => {
		const { db, asOf } = loadScenario('golden', AS_OF);
		for (const each of db.opportunities) {
			expect(each.createdAt, each.id).toBeLessThanOrEqual(each.lastAdvancedAt);
			expect(each.lastInteractionAt, each.id).toBeLessThanOrEqual(asOf);
		}
		for (const offer of db.offers) expect(offer.createdAt, offer.id).toBeLessThanOrEqual(asOf);
	});

	it('the crowd fills several pages and adds no hire', () => {
		const { db, expected } = loadScenario('no-hires', AS_OF);
		const hired = db.archive_reasons.filter((each) => each.type === 'hired').map((each) => each.id);
		expect(db.opportunities.length).toBeGreaterThan(30);
		expect(db.offers.length).toBeGreaterThan(0);
		for (const each of db.opportunities) expect(hired).not.toContain(each.archived?.reason);
		for (const offer of db.offers) {
			expect(offer.status).not.toBe('signed');
			expect(offer.signedDocument).toBeNull();
			const signatures = Object.values(offer.signatures ?? {});
			expect(signatures.some((each) => each.signed)).toBe(false);
		}
		expect(expected.every((cell) => cell.subjectType === 'user')).toBe(true);
		expect(loadScenario('golden', AS_OF).db.opportunities.length).toBeGreaterThan(150);
	});

	it('every user has an expected UAR-01, every hire one result of each check', () => {
		const { db, expected, notInPopulation } = loadScenario('golden', AS_OF);
		const users = expected
			.filter((cell) => cell.checkId === 'UAR-01')
			.map((cell) => cell.subjectId);
		expect(users.sort()).toEqual(db.users.map((user) => user.id).sort());
		const hires = expected.filter((cell) => cell.subjectType === 'hire');
		const perHire = Map.groupBy(hires, (cell) => cell.subjectId);
		const left = new Set(notInPopulation.map(({ subjectId }) => subjectId));
		for (const [hire, cells] of perHire) {
			const checks = cells.map((cell) => cell.checkId);
			expect(new Set(checks).size, hire).toBe(checks.length);
			const always = left.has(hire) ? [] : [...HIRE_CHECKS];
			expect(checks.filter((check) => HIRE_CHECKS.some((each) => each === check)).sort()).toEqual(
				always.sort(),
			);
		}
		for (const cell of expected) expect(cell.because).toMatch(/\S/);
	});

	it('empty is an account with one Super Admin and no opportunity', async () => {
		const { db } = loadScenario('empty', AS_OF);
		expect(db.opportunities).toEqual([]);
		expect(db.users.map((user) => user.accessRole)).toEqual(['super admin']);
		expect(db.archive_reasons.length).toBeGreaterThan(0);
		const mock = await startMock({ scenario: 'empty', asOf: AS_OF });
		try {
			const authorization = `Bearer ${mock.keys.all}`;
			const answer = await fetch(`${mock.baseUrl}/opportunities`, { headers: { authorization } });
			expect(await answer.text()).toBe('{"data":[],"hasNext":false}');
		} finally {
			await mock.close();
		}
	});
});

describe('situation files with slips are refused', () => {
	const good = (): Situation => ({
		reference: 'x',
		title: 'x',
		lever: { contacts: [{ id: 'contact-a', name: 'Sample Person' }] },
		expected: {},
	});

	it('the good one passes', () => {
		expect(() => checkShape(good())).not.toThrow();
	});

	it.each([
		[
			'a misspelt key of a record',
			{ lever: { contacts: [{ id: 'c', name: 'x', emial: [] }] } },
			/emial/,
		],
		['an unknown kind of record', { lever: { people: [] } }, /people/],
		['an unknown column', { screening: [{ e_mail: 'x' }] }, /e_mail/],
		['a misspelt key of a date', { dates: { start: { day: 1, snapp: 'before' } } }, /snapp/],
		[
			'a misspelt key of a date in a list',
			{ staff: [{ end_date: { day: 1, tiem: '1' } }] },
			/tiem/,
		],
		['an unknown key of the file', { expcted: {} }, /expcted/],
	])('%s', (_case, change, message) => {
		const situation = { ...good(), ...change } as Situation;
		expect(() => checkShape(situation)).toThrow(message);
	});

	it('a person in two files', () => {
		const people = new PeopleOfFiles();
		people.claim('01.json', emptyDatabase(), ['Sample Person']);
		people.claim('01.json', emptyDatabase(), ['sample person ']);
		expect(() => people.claim('02.json', emptyDatabase(), ['Sample Person'])).toThrow(/01\.json/);
	});
});
