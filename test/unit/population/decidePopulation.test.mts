import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DEFAULT_POLICY, policyZones } from '../../../nodes/LeverCompliance/policy/index.ts';
import {
	buildBridge,
	decideHires,
	NOT_IN_POPULATION_TEXT,
	type DecidedHire,
} from '../../../nodes/LeverCompliance/population/index.ts';
import type {
	Hire,
	HireArchive,
	LeverCollection,
	ReadFailure,
} from '../../../nodes/shared/contracts/index.ts';
import { aHire, anOffer, aStaffRow, day, hireNamed } from '../matching/people.mts';
import type { StaffRow } from '../../../nodes/LeverCompliance/lists/index.ts';

const at = (text: string) => Date.parse(text);
const AS_OF = '2026-11-02T06:00:00.000Z';
const PERIOD = { from: '2025-11-02', to: '2026-12-02' };
const ZONES = policyZones({
	...DEFAULT_POLICY,
	workZones: { 'Los Angeles': 'America/Los_Angeles', Tokyo: 'Asia/Tokyo' },
});

function decide(hires: Hire[], staffRows: StaffRow[] = []) {
	return decideHires({
		hires,
		users: [],
		staffRows,
		confirmed: [],
		zones: ZONES,
		period: PERIOD,
		asOf: AS_OF,
	});
}

const decideOne = (hire: Hire, staffRows: StaffRow[] = []): DecidedHire => {
	const [decided] = decide([hire], staffRows).hires;
	if (!decided) throw new Error('The hire is gone');
	return decided;
};

const archive = (
	archivedAt: string,
	reasonType: HireArchive['reasonType'],
	opportunityId = 'opp-1',
): HireArchive => ({ opportunityId, reasonId: 'reason', reasonType, archivedAt: at(archivedAt) });

const notHired = (archives: HireArchive[]): Partial<Hire> => ({
	archivedAt: null,
	hiredReasonId: null,
	archives,
});

const hiredOn = (archivedAt: string): Partial<Hire> => ({
	archivedAt: at(archivedAt),
	archives: [archive(archivedAt, 'hired')],
});

const signed = (startDateRaw: string | number | null, signedAt = '2026-09-05T10:00:00Z') => [
	anOffer('o1', { startDateRaw, candidateSignedAt: at(signedAt) }),
];

const UNREAD: ReadFailure = { reason: 'forbidden', message: 'Offers could not be read.' };

describe('the period (rules.md §3)', () => {
	it.each([
		['start in the period', signed('2026-10-05'), hiredOn('2026-09-06T10:00:00Z'), null],
		[
			'start on its first day',
			signed('2025-11-02', '2024-01-01T00:00:00Z'),
			hiredOn('2024-01-01T00:00:00Z'),
			null,
		],
		['start on its last day', signed('2026-12-02'), hiredOn('2026-09-06T10:00:00Z'), null],
		[
			'everything before',
			signed('2025-11-01', '2025-10-01T00:00:00Z'),
			hiredOn('2025-10-02T00:00:00Z'),
			'startBeforePeriod',
		],
		[
			'start before, hired archiving within',
			signed('2025-11-01', '2025-10-01T00:00:00Z'),
			hiredOn('2025-11-02T00:00:00Z'),
			null,
		],
		[
			'start before, accepted within',
			signed('2025-11-01', '2025-11-03T00:00:00Z'),
			hiredOn('2025-10-01T00:00:00Z'),
			null,
		],
		['start after, accepted within', signed('2027-03-01'), hiredOn('2026-09-06T10:00:00Z'), null],
		[
			'start after, accepted before',
			signed('2027-03-01', '2025-10-01T00:00:00Z'),
			hiredOn('2025-10-02T00:00:00Z'),
			'startAfterPeriod',
		],
		[
			'start after, accepted after the evidence date',
			signed('2027-03-01', '2026-11-02T06:00:00.001Z'),
			notHired([]),
			'startAfterPeriod',
		],
		[
			'start after, accepted on the evidence date',
			signed('2027-03-01', '2026-11-02T06:00:00Z'),
			notHired([]),
			null,
		],
		['start in 1900', signed('1900-01-01', '2026-09-05T10:00:00Z'), {}, null],
		['start missing', signed(null, '2020-01-01T00:00:00Z'), hiredOn('2020-01-01T00:00:00Z'), null],
		[
			'start ambiguous',
			signed('03/04/2020', '2020-01-01T00:00:00Z'),
			hiredOn('2020-01-01T00:00:00Z'),
			null,
		],
		[
			'start unparsable',
			signed('soon', '2020-01-01T00:00:00Z'),
			hiredOn('2020-01-01T00:00:00Z'),
			null,
		],
		['no offer at all', [], hiredOn('2020-01-01T00:00:00Z'), null],
	])('%s', (_, offers, changes, expected) => {
		expect(decideOne(aHire(1, { offers, ...changes })).notInPopulation).toBe(expected);
	});

	it('counts the day of a signature in the work zone', () => {
		const offers = signed('2025-11-01', '2025-11-02T03:00:00Z');
		const hire = (workLocation: string) =>
			aHire(1, { offers, workLocation, ...hiredOn('2025-10-01T00:00:00Z') });
		expect(decideOne(hire('Tokyo')).notInPopulation).toBeNull();
		expect(decideOne(hire('Los Angeles')).notInPopulation).toBe('startBeforePeriod');
	});

	it('goes by the actual start of the staff list', () => {
		const hire = hireNamed(1, 'Ada', ['ada@example.com'], {
			offers: signed('2025-10-20', '2025-09-01T00:00:00Z'),
			...hiredOn('2025-09-02T00:00:00Z'),
		});
		const row = aStaffRow('E-1', { emails: ['ada@example.com'] }, { startDate: day('2025-11-03') });
		expect(decideOne(hire).notInPopulation).toBe('startBeforePeriod');
		expect(decideOne(hire, [row]).notInPopulation).toBeNull();
	});
});

describe('archived with a non-hired reason (rules.md §3)', () => {
	const withdrawn = (archivedAt: string) => notHired([archive(archivedAt, 'non-hired')]);

	it.each([
		['the day before the start', '2026-10-04T12:00:00Z', 'withdrawnBeforeStart'],
		['on the start day', '2026-10-05T23:59:59Z', 'withdrawnBeforeStart'],
		['the day after the start', '2026-10-06T00:00:00Z', null],
	])('%s', (_, archivedAt, expected) => {
		const hire = aHire(1, { offers: signed('2026-10-05'), ...withdrawn(archivedAt) });
		expect(decideOne(hire).notInPopulation).toBe(expected);
	});

	it('counts the day in the work zone', () => {
		const hire = aHire(1, {
			workLocation: 'Los Angeles',
			offers: signed('2026-10-05'),
			...withdrawn('2026-10-06T06:30:00Z'),
		});
		expect(decideOne(hire).notInPopulation).toBe('withdrawnBeforeStart');
	});

	it.each([
		[
			'without a start nothing falls out',
			aHire(1, { offers: signed(null), ...withdrawn('2026-10-04T12:00:00Z') }),
			null,
		],
		[
			'a reason that nobody knows decides nothing',
			aHire(1, {
				offers: signed('2026-10-05'),
				...notHired([archive('2026-10-01T00:00:00Z', null)]),
			}),
			null,
		],
		[
			'another opportunity of the episode is hired',
			aHire(1, {
				opportunityIds: ['opp-1', 'opp-2'],
				offers: signed('2026-10-05'),
				archives: [
					archive('2026-10-01T00:00:00Z', 'non-hired'),
					archive('2026-10-01T00:00:00Z', 'hired', 'opp-2'),
				],
			}),
			null,
		],
		[
			'only an opportunity without the signed offer was declined',
			aHire(1, {
				opportunityIds: ['opp-1', 'opp-2'],
				offers: signed('2026-10-05'),
				...notHired([archive('2026-10-01T00:00:00Z', 'non-hired', 'opp-2')]),
			}),
			null,
		],
	])('%s', (_, hire, expected) => {
		expect(decideOne(hire).notInPopulation).toBe(expected);
	});
});

describe('offers that were not read: the start of those that were decides nothing (rules.md §3)', () => {
	const LONG_AGO = {
		offers: signed('2025-09-01', '2025-08-01T00:00:00Z'),
		...hiredOn('2025-08-02T00:00:00Z'),
	};
	const LATER = {
		offers: signed('2027-03-01', '2025-10-01T00:00:00Z'),
		...hiredOn('2025-10-02T00:00:00Z'),
	};
	const WITHDRAWN = {
		offers: signed('2026-10-05'),
		...notHired([archive('2026-10-04T12:00:00Z', 'non-hired')]),
	};
	const row = (date: string) =>
		aStaffRow('E-1', { emails: ['ada@example.com'] }, { startDate: day(date) });
	const ada = (changes: Partial<Hire>) => hireNamed(1, 'Ada', ['ada@example.com'], changes);

	it.each([
		['started before the period', LONG_AGO, 'startBeforePeriod', '2025-09-01'],
		['starts after the period', LATER, 'startAfterPeriod', '2027-03-01'],
		['withdrawn before the start', WITHDRAWN, 'withdrawnBeforeStart', '2026-10-05'],
	])('%s', (_, changes, reason, start) => {
		const partly = ada({ ...changes, offersRead: UNREAD });
		expect(decideOne(ada(changes)).notInPopulation).toBe(reason);
		expect(decideOne(partly).notInPopulation).toBeNull();
		// The staff list says it whatever was offered.
		expect(decideOne(partly, [row(start)]).notInPopulation).toBe(reason);
	});

	it('nor does it say which of several opportunities was accepted', () => {
		const partly = ada({
			...WITHDRAWN,
			opportunityIds: ['opp-1', 'opp-2'],
			offersRead: UNREAD,
		});
		expect(decideOne(partly, [row('2026-10-05')]).notInPopulation).toBeNull();
	});
});

describe('who is a candidate (rules.md §3)', () => {
	it.each([
		['a signed offer, not archived', { offers: signed('2026-10-05'), ...notHired([]) }, null],
		['neither hired nor signed', { offers: [], ...notHired([]) }, 'notHired'],
		[
			'an offer that was only sent',
			{
				offers: [
					anOffer('o1', { status: 'sent', candidateSignedAt: null, candidateSigned: false }),
				],
				...notHired([]),
			},
			'notHired',
		],
		['offers unread: unknown does not fall out', { offersRead: UNREAD, ...notHired([]) }, null],
		['hired, offers unread', { offersRead: UNREAD }, null],
	])('%s', (_, changes, expected) => {
		expect(decideOne(aHire(1, changes)).notInPopulation).toBe(expected);
	});
});

describe('decideHires: the zone is recorded (rules.md §2)', () => {
	it.each([
		['Los Angeles', 'America/Los_Angeles', 'workLocation'],
		['Nowhere', 'UTC', 'organisation'],
		[null, 'UTC', 'organisation'],
	])('%s: %s by %s', (workLocation, name, chosenBy) => {
		const { zone } = decideOne(aHire(1, { workLocation }));
		expect([zone.zone.name, zone.chosenBy]).toEqual([name, chosenBy]);
	});

	it('gives the ladder start, day of the offer in the work zone, and date of birth', () => {
		const hire = hireNamed(1, 'Ada', ['ada@example.com'], {
			workLocation: 'Los Angeles',
			offers: [anOffer('o1', { sentAt: at('2026-09-02T03:00:00Z') })],
		});
		const row = aStaffRow('E-1', { emails: ['ada@example.com'], birthDate: '1990-04-12' });
		expect(decide([hire], [row]).toMatch).toEqual([
			expect.objectContaining({
				start: '2026-10-05',
				offerDay: '2026-09-01',
				birthDate: '1990-04-12',
			}),
		]);
	});
});

describe('decideHires: properties', () => {
	const instant = fc.integer({ min: at('2025-06-01T00:00:00Z'), max: at('2027-01-31T00:00:00Z') });
	const startRaw = fc.oneof(
		fc.constantFrom(null, 'soon', '03/04/2026'),
		instant.map((time) => new Date(time).toISOString().slice(0, 10)),
	);
	const hires = fc
		.array(
			fc.record({
				startRaw,
				signedAt: fc.option(instant),
				archivedAt: fc.option(instant),
				reasonType: fc.constantFrom('hired' as const, 'non-hired' as const),
				workLocation: fc.constantFrom(null, 'Tokyo', 'Los Angeles'),
			}),
			{ maxLength: 6 },
		)
		.map((facts) =>
			facts.map(({ startRaw: startDateRaw, signedAt, archivedAt, reasonType, workLocation }, n) =>
				aHire(n, {
					workLocation,
					offers: [
						anOffer(`o${n}`, {
							opportunityId: `opp-${n}`,
							startDateRaw,
							candidateSignedAt: signedAt,
							status: signedAt === null ? 'sent' : 'signed',
						}),
					],
					archivedAt: reasonType === 'hired' ? archivedAt : null,
					archives:
						archivedAt === null
							? []
							: [{ opportunityId: `opp-${n}`, reasonId: 'r', reasonType, archivedAt }],
				}),
			),
		);
	const reasons = (people: Hire[]) =>
		Object.fromEntries(
			decide(people).hires.map(({ hire, notInPopulation }) => [hire.hireId, notInPopulation]),
		);

	it('decide each hire by itself: neither order nor other hires matter', () => {
		fc.assert(
			fc.property(hires, (people) => {
				const together = reasons(people);
				expect(reasons([...people].reverse())).toEqual(together);
				for (const hire of people) {
					expect(decideOne(hire).notInPopulation).toBe(together[hire.hireId]);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('let nobody fall out because a date is missing or odd', () => {
		fc.assert(
			fc.property(hires, (people) => {
				for (const { start, notInPopulation } of decide(people).hires) {
					if (start.date === null) expect([null, 'notHired']).toContain(notInPopulation);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('add up: the bridge loses nobody', () => {
		fc.assert(
			fc.property(hires, (people) => {
				const decided = decide(people).hires;
				const inPopulation = decided.filter(
					({ notInPopulation }) => notInPopulation === null,
				).length;
				const bridge = buildBridge({
					collections: [],
					hires: decided,
					tested: inPopulation,
					staff: { state: 'notConnected', rows: [] },
					period: PERIOD,
					organisationZone: ZONES.organisation,
				});
				const countOf = (label: string) => bridge.find((step) => step.label === label);
				expect(countOf('In the period')?.count).toBe(inPopulation);
				const left = bridge
					.flatMap(({ note }) => [...note.matchAll(/(\d+) left out/g)])
					.reduce((sum, [, count]) => sum + Number(count), 0);
				expect(inPopulation + left).toBe(people.length);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('buildBridge', () => {
	const collection = {
		kind: 'collection',
		source: 'lever',
		resource: 'opportunities',
		purpose: 'hires',
		uniqueIds: 120,
		complete: true,
	} as LeverCollection;

	const bridgeOf = (changes: Partial<Parameters<typeof buildBridge>[0]>) =>
		buildBridge({
			collections: [collection],
			hires: decide([
				aHire(1, { offers: signed('2026-10-05') }),
				aHire(2, { offers: [], ...notHired([]) }),
			]).hires,
			tested: 1,
			staff: { state: 'notConnected', rows: [] },
			period: PERIOD,
			organisationZone: ZONES.organisation,
			...changes,
		});

	it('leads from opportunities read to hires tested', () => {
		expect(bridgeOf({})).toEqual([
			{ label: 'Opportunities read', count: 120, note: '' },
			{
				label: 'Hired',
				count: 1,
				note: `Several opportunities of a person are one hire; one without a hired archive reason or a signed offer is none. 1 left out: ${NOT_IN_POPULATION_TEXT.notHired}`,
			},
			{ label: 'In the period', count: 1, note: '2025-11-02 to 2026-12-02' },
			{ label: 'Tested', count: 1, note: '' },
			{ label: 'Starters on the staff list', count: null, note: 'No staff list is connected' },
		]);
	});

	it('says when the opportunities were not read or not all of them', () => {
		expect(bridgeOf({ collections: [] })[0]).toMatchObject({ count: null, note: 'Not collected' });
		expect(bridgeOf({ collections: [{ ...collection, complete: false }] })[0]).toMatchObject({
			count: 120,
			note: 'Not complete',
		});
	});

	it('counts the staff list’s starters of the period beside', () => {
		const rows = ['2025-11-01', '2025-11-02', '2026-12-02', '2026-12-03'].map((date) =>
			aStaffRow(date, {}, { startDate: day(date) }),
		);
		const steps = bridgeOf({ staff: { state: 'read', rows: [...rows, aStaffRow('none')] } });
		expect(steps.at(-1)).toEqual({
			label: 'Starters on the staff list',
			count: 2,
			note: 'Start in the period; 1 row has no start date',
		});
	});

	it.each(['empty', 'failed'] as const)('has no starters when the staff list is %s', (state) => {
		expect(bridgeOf({ staff: { state, rows: [] } }).at(-1)?.count).toBeNull();
	});
});
