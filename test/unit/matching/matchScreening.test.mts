import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ConfirmedMatch, ScreeningRow } from '../../../nodes/LeverCompliance/lists/index.ts';
import {
	matchScreening,
	type HireToMatch,
	type ScreeningMatches,
} from '../../../nodes/LeverCompliance/matching/index.ts';
import { timeZone } from '../../../nodes/shared/dates/index.ts';
import { aHire, aScreening, confirmed, day, hireNamed, toMatch } from './people.mts';

function match(
	hires: HireToMatch[],
	rows: ScreeningRow[],
	options: { confirmed?: ConfirmedMatch[]; byNameAndBirthDate?: boolean } = {},
): ScreeningMatches {
	return matchScreening(hires, rows, { confirmed: [], byNameAndBirthDate: false, ...options });
}

/** `R-1 M2` for a link, `R-1 ?` for an ambiguity. */
function seenBy({ byHire }: ScreeningMatches, n: number | string): string[] {
	const screening = byHire.get(`contact-${n}:opp-${n}`);
	return [
		...(screening?.linked ?? []).map(({ record, rung }) => `${record.recordId} ${rung}`),
		...(screening?.ambiguous ?? []).map(({ recordId }) => `${recordId} ?`),
	];
}

const ADA = toMatch(hireNamed(1, 'Ada Lovelace', ['ada@example.com']));
const GRACE = toMatch(hireNamed(2, 'Grace Hopper', ['grace@example.com']));

describe('matchScreening: one hire, one record (rules.md §4)', () => {
	it.each([
		['external id is the opportunity', { externalId: 'opp-1' }, ['R-1 M1']],
		['external id is the contact', { externalId: 'contact-1' }, ['R-1 M1']],
		['external id is the hire', { externalId: 'contact-1:opp-1' }, ['R-1 M1']],
		[
			'external id of nobody, known address',
			{ externalId: 'x', emails: ['ada@example.com'] },
			['R-1 M2'],
		],
		['address in other letters', { emails: ['ADA@Example.com '] }, ['R-1 M2']],
		['one of two addresses', { emails: ['x@example.com', 'ada@example.com'] }, ['R-1 M2']],
		['plus address', { emails: ['ada+x@example.com'] }, []],
		['name alone', { name: 'LOVELACE, Ada' }, ['R-1 M4']],
		[
			'name and an unknown address',
			{ name: 'Ada Lovelace', emails: ['work@example.com'] },
			['R-1 M4'],
		],
		['part of the name', { name: 'Ada' }, []],
		['nothing', {}, []],
	])('%s', (_, facts, expected) => {
		expect(seenBy(match([ADA, GRACE], [aScreening('R-1', facts)]), 1)).toEqual(expected);
	});

	it.each([
		['30 days before the offer', day('2026-08-03'), true],
		['31 days before the offer', day('2026-08-02'), false],
		['90 days after the start', day('2027-01-03'), true],
		['91 days after the start', day('2027-01-04'), false],
		['no order date', { precision: 'missing' as const }, false],
		['an unreadable order date', { precision: 'unreadable' as const }, false],
	])('by name alone, ordered %s', (_, orderedAt, linked) => {
		const rows = [aScreening('R-1', { name: 'Ada Lovelace', orderedAt })];
		expect(seenBy(match([ADA], rows), 1)).toEqual(linked ? ['R-1 M4'] : []);
	});

	it('counts the day of the order in the work zone', () => {
		const orderedAt = {
			precision: 'instant' as const,
			instant: Date.parse('2026-08-03T02:00:00Z'),
		};
		const rows = [aScreening('R-1', { name: 'Ada Lovelace', orderedAt })];
		const inLosAngeles = { ...ADA, workZone: timeZone('America/Los_Angeles') };
		expect(seenBy(match([ADA], rows), 1)).toEqual(['R-1 M4']);
		expect(seenBy(match([inLosAngeles], rows), 1)).toEqual([]);
	});

	it.each([
		['start', { start: null }],
		['offer', { offerDay: null }],
	])('has no window by name alone without a %s', (_, change) => {
		const rows = [aScreening('R-1', { name: 'Ada Lovelace' })];
		expect(seenBy(match([{ ...ADA, ...change }], rows), 1)).toEqual([]);
	});
});

describe('matchScreening: what a link says', () => {
	const linkOf = (hire: HireToMatch, row: ScreeningRow) =>
		match([hire], [row]).byHire.get(hire.hire.hireId)?.linked[0];

	it.each([
		['same name, own address', { name: 'Ada King', emails: ['ada@example.com'] }, true, true],
		['other name', { name: 'Grace Hopper', emails: ['ada@example.com'] }, false, true],
		['no name', { emails: ['ada@example.com'] }, null, true],
		[
			'id, own name, other address',
			{ externalId: 'opp-1', name: 'Ada', emails: ['b@example.com'] },
			true,
			false,
		],
		['id, no address', { externalId: 'opp-1', name: 'Ada' }, true, null],
	])('%s', (_, facts, namesAgree, emailsAgree) => {
		expect(linkOf(ADA, aScreening('R-1', facts))).toMatchObject({ namesAgree, emailsAgree });
	});

	it('tells an address of an older opportunity (B.3 #10)', () => {
		const hire = toMatch(
			aHire(1, {
				identity: { name: 'Ada', emails: ['new@example.com'], otherEmails: ['Old@example.com'] },
			}),
		);
		expect(linkOf(hire, aScreening('R-1', { emails: ['old@example.com'] }))).toMatchObject({
			rung: 'M2',
			viaOtherEmail: true,
			emailsAgree: true,
		});
		expect(
			linkOf(hire, aScreening('R-1', { emails: ['old@example.com', 'new@example.com'] })),
		).toMatchObject({ viaOtherEmail: false });
	});

	it('counts the id of another opportunity of the contact (B.2 SCR-01)', () => {
		const hire = toMatch(aHire(1, { otherOpportunityIds: ['opp-old'] }));
		expect(linkOf(hire, aScreening('R-1', { externalId: 'opp-old' }))).toMatchObject({
			rung: 'M1',
		});
	});
});

describe('matchScreening: confirmed matches (rules.md §4 M1)', () => {
	it.each(['contact-1', 'opp-1', 'contact-1:opp-1'])('links the record to %s', (subject) => {
		const result = match([ADA, GRACE], [aScreening('R-1', { name: 'Somebody Else' })], {
			confirmed: [confirmed(subject, 'R-1')],
		});
		expect(seenBy(result, 1)).toEqual(['R-1 M1']);
		expect(result.byHire.get('contact-1:opp-1')?.linked[0]?.confirmed).toBe(true);
	});

	it('wins over what the list says', () => {
		const rows = [aScreening('R-1', { externalId: 'opp-2', emails: ['grace@example.com'] })];
		const result = match([ADA, GRACE], rows, { confirmed: [confirmed('contact-1', 'R-1')] });
		expect([seenBy(result, 1), seenBy(result, 2)]).toEqual([['R-1 M1'], []]);
	});

	it('is ambiguous when two hires are confirmed for one record', () => {
		const result = match([ADA, GRACE], [aScreening('R-1')], {
			confirmed: [confirmed('contact-1', 'R-1'), confirmed('contact-2', 'R-1')],
		});
		expect([seenBy(result, 1), seenBy(result, 2)]).toEqual([['R-1 ?'], ['R-1 ?']]);
	});

	it('never means a row by its position', () => {
		const row = { ...aScreening('row-1'), reference: null };
		const result = match([ADA], [row], { confirmed: [confirmed('contact-1', 'row-1')] });
		expect(seenBy(result, 1)).toEqual([]);
	});

	it('does nothing for a subject or record that is not there', () => {
		const result = match([ADA], [aScreening('R-1')], {
			confirmed: [confirmed('contact-9', 'R-1'), confirmed('contact-1', 'R-9')],
		});
		expect(seenBy(result, 1)).toEqual([]);
	});
});

describe('matchScreening: anonymised hires (rules.md §10)', () => {
	const anonymised = toMatch(
		hireNamed(1, 'Ada Lovelace', ['ada@example.com'], { isAnonymized: true }),
	);

	it.each([
		['external id', { externalId: 'opp-1' }],
		['address', { emails: ['ada@example.com'] }],
		['name', { name: 'Ada Lovelace' }],
	])('are not found by %s', (_, facts) => {
		expect(seenBy(match([anonymised], [aScreening('R-1', facts)]), 1)).toEqual([]);
	});

	it('keep a record with their id from a namesake', () => {
		const namesake = toMatch(hireNamed(2, 'Ada Lovelace', ['other@example.com']));
		const facts = { externalId: 'opp-1', name: 'Ada Lovelace', emails: ['work@example.com'] };
		const result = match([anonymised, namesake], [aScreening('R-1', facts)]);
		expect([seenBy(result, 1), seenBy(result, 2)]).toEqual([[], []]);
	});

	it('are found by a confirmed match', () => {
		const result = match([anonymised], [aScreening('R-1')], {
			confirmed: [confirmed('contact-1', 'R-1')],
		});
		expect(seenBy(result, 1)).toEqual(['R-1 M1']);
	});
});

describe('matchScreening: ambiguity (rules.md §4, B.3 #12)', () => {
	const namesake = toMatch(hireNamed(2, 'Ada Lovelace', ['other@example.com']));

	it('links nobody when two contacts stand on one rung', () => {
		const shared = toMatch(hireNamed(3, 'Bob', ['ada@example.com']));
		const byName = match([ADA, namesake], [aScreening('R-1', { name: 'Ada Lovelace' })]);
		expect([seenBy(byName, 1), seenBy(byName, 2)]).toEqual([['R-1 ?'], ['R-1 ?']]);
		const byAddress = match(
			[ADA, shared],
			[aScreening('R-1', { name: 'Ada Lovelace', emails: ['ada@example.com'] })],
		);
		expect([seenBy(byAddress, 1), seenBy(byAddress, 3)]).toEqual([['R-1 ?'], ['R-1 ?']]);
	});

	it('does not step down to a weaker rung from an ambiguous one', () => {
		const shared = toMatch(hireNamed(3, 'Bob', ['ada@example.com']));
		const rows = [aScreening('R-1', { name: 'Ada Lovelace', emails: ['ada@example.com'] })];
		expect(seenBy(match([ADA, shared], rows), 1)).toEqual(['R-1 ?']);
	});

	it('gives a record to the stronger rung only: a namesake does not borrow it', () => {
		const rows = [aScreening('R-1', { name: 'Ada Lovelace', emails: ['ada@example.com'] })];
		const result = match([ADA, namesake], rows);
		expect([seenBy(result, 1), seenBy(result, 2)]).toEqual([['R-1 M2'], []]);
	});

	it('does not count a namesake whose window the order does not fall into', () => {
		const longAgo = { ...namesake, offerDay: '2024-01-02', start: '2024-02-01' };
		const result = match([ADA, longAgo], [aScreening('R-1', { name: 'Ada Lovelace' })]);
		expect([seenBy(result, 1), seenBy(result, 2)]).toEqual([['R-1 M4'], []]);
	});

	it('links none of two records that share nothing but the name', () => {
		const result = match(
			[ADA],
			[
				aScreening('R-1', { name: 'Ada Lovelace', emails: ['one@example.com'] }),
				aScreening('R-2', { name: 'Ada Lovelace', emails: ['two@example.com'] }),
			],
		);
		expect(seenBy(result, 1)).toEqual(['R-1 ?', 'R-2 ?']);
	});

	it.each([
		['id', { externalId: 'opp-1' }, 'R-1 M1'],
		['address', { emails: ['ada@example.com'] }, 'R-1 M2'],
	])('does not link by name a hire who has a record of their own by %s', (_, own, link) => {
		const byName = aScreening('R-2', { name: 'Ada Lovelace', emails: ['two@example.com'] });
		const result = match([ADA], [aScreening('R-1', { name: 'Ada Lovelace', ...own }), byName]);
		expect(seenBy(result, 1)).toEqual([link]);
		expect(result.matches.map(({ recordId }) => recordId)).toEqual(['R-1']);
	});

	it('leaves a name in doubt for the namesake when one of the two has a record of their own', () => {
		const rows = [
			aScreening('R-1', { name: 'Ada Lovelace', emails: ['ada@example.com'] }),
			aScreening('R-2', { name: 'Ada Lovelace' }),
		];
		const result = match([ADA, namesake], rows);
		expect([seenBy(result, 1), seenBy(result, 2)]).toEqual([['R-1 M2'], ['R-2 ?']]);
	});

	it('does not link a record whose id is of this hire and whose name and address are not', () => {
		const row = aScreening('R-1', {
			externalId: 'opp-1',
			name: 'Bob',
			emails: ['bob@example.com'],
		});
		const result = match([ADA], [row]);
		expect(seenBy(result, 1)).toEqual(['R-1 ?']);
		expect(result.byHire.get('contact-1:opp-1')?.ofSomebodyElse).toEqual([row.record]);
		// Unless a person confirmed it.
		const settled = match([ADA], [row], { confirmed: [confirmed('contact-1', 'R-1')] });
		expect(seenBy(settled, 1)).toEqual(['R-1 M1']);
	});

	it('links two records of one person by name: the same address twice', () => {
		const row = (id: string) =>
			aScreening(id, { name: 'Ada Lovelace', emails: ['work@example.com'] });
		expect(seenBy(match([ADA], [row('R-1'), row('R-2')]), 1)).toEqual(['R-1 M4', 'R-2 M4']);
	});

	it('does not take two episodes of one contact for two candidates', () => {
		const first = toMatch(
			hireNamed(1, 'Ada Lovelace', ['ada@example.com'], { hireId: 'contact-1:opp-1' }),
			{ offerDay: '2025-01-02', start: '2025-02-03' },
		);
		const second = toMatch(
			hireNamed(1, 'Ada Lovelace', ['ada@example.com'], {
				hireId: 'contact-1:opp-2',
				opportunityIds: ['opp-2'],
			}),
		);
		const result = match(
			[first, second],
			[
				aScreening('R-1', { externalId: 'opp-1' }),
				aScreening('R-2', { emails: ['ada@example.com'] }),
			],
		);
		const links = (hireId: string) =>
			result.byHire.get(hireId)?.linked.map(({ record }) => record.recordId);
		expect(links('contact-1:opp-1')).toEqual(['R-1', 'R-2']);
		expect(links('contact-1:opp-2')).toEqual(['R-1', 'R-2']);
		expect(result.matches.every(({ linked }) => linked)).toBe(true);
	});
});

describe('matchScreening: name and date of birth (rules.md §4 M3)', () => {
	const born = toMatch(hireNamed(1, 'Ada Lovelace'), { birthDate: '1990-04-12', start: null });
	const row = (birthDate: string | null) => [
		aScreening('R-1', { name: 'Ada Lovelace', birthDate }),
	];

	it.each([
		['off', false, '1990-04-12', []],
		['on', true, '1990-04-12', ['R-1 M3']],
		['on, another date', true, '1990-04-13', []],
		['on, no date in the list', true, null, []],
	])('%s', (_, byNameAndBirthDate, birthDate, expected) => {
		expect(seenBy(match([born], row(birthDate), { byNameAndBirthDate }), 1)).toEqual(expected);
	});

	it('does not match two people without a date', () => {
		const unborn = { ...born, birthDate: null };
		expect(seenBy(match([unborn], row(null), { byNameAndBirthDate: true }), 1)).toEqual([]);
	});

	it.each([
		['of another date has no record by name', true, '1991-01-01', []],
		['without a date has', true, null, ['R-1 M4']],
		['has where dates may not be compared', false, '1991-01-01', ['R-1 M4']],
	])('a namesake %s', (_, byNameAndBirthDate, birthDate, expected) => {
		const result = match([{ ...ADA, birthDate }], row('1990-04-12'), { byNameAndBirthDate });
		expect(seenBy(result, 1)).toEqual(expected);
	});

	it('leaves a record by name to the one namesake whose date is not another one', () => {
		const other = toMatch(hireNamed(2, 'Ada Lovelace'), { birthDate: '1991-01-01' });
		const result = match([ADA, other], row('1990-04-12'), { byNameAndBirthDate: true });
		expect([seenBy(result, 1), seenBy(result, 2)]).toEqual([['R-1 M4'], []]);
	});

	it.each([
		[true, '1990-04-12', '1990-04-12', true],
		[true, '1990-04-12', '1991-01-01', false],
		[true, '1990-04-12', null, null],
		[true, null, '1991-01-01', null],
		[false, '1990-04-12', '1991-01-01', null],
	])('compared: %s, %s with %s: %s', (byNameAndBirthDate, listed, birthDate, expected) => {
		const facts = { emails: ['ada@example.com'], birthDate: listed };
		const hire = { ...ADA, birthDate };
		const { byHire } = match([hire], [aScreening('R-1', facts)], { byNameAndBirthDate });
		expect(byHire.get('contact-1:opp-1')?.linked[0]?.birthDatesAgree).toBe(expected);
	});

	it('tells namesakes apart', () => {
		const namesake = toMatch(hireNamed(2, 'Ada Lovelace'), { birthDate: '1991-01-01' });
		const result = match([born, namesake], row('1990-04-12'), { byNameAndBirthDate: true });
		expect([seenBy(result, 1), seenBy(result, 2)]).toEqual([['R-1 M3'], []]);
	});
});

describe('matchScreening: what goes into the identities pack', () => {
	it('lists links and ambiguous candidates, and names what nobody was found for', () => {
		const result = match(
			[ADA, GRACE],
			[
				aScreening('R-1', { emails: ['ada@example.com', 'grace@example.com'], name: 'Ada' }),
				aScreening('R-2', { externalId: 'opp-2' }),
				aScreening('R-3', { name: 'Nobody' }),
			],
		);
		expect(result.matches).toEqual([
			expect.objectContaining({
				subjectId: 'contact-1:opp-1',
				recordId: 'R-1',
				rung: 'M2',
				linked: false,
				namesAgree: true,
			}),
			expect.objectContaining({
				subjectId: 'contact-2:opp-2',
				recordId: 'R-1',
				rung: 'M2',
				linked: false,
				namesAgree: false,
			}),
			expect.objectContaining({
				subjectId: 'contact-2:opp-2',
				recordId: 'R-2',
				rung: 'M1',
				linked: true,
				namesAgree: null,
			}),
		]);
	});
});

describe('matchScreening: properties', () => {
	const name = fc.constantFrom('Ada Lovelace', 'Lovelace Ada', 'Grace Hopper', '山田太郎', '');
	const address = fc.constantFrom(
		'a@example.com',
		'A@example.com',
		'b@example.com',
		'c@example.com',
	);
	const id = fc.constantFrom('contact-0', 'contact-1', 'opp-2', 'x', null);
	const hires = fc
		.array(
			fc.record({
				name,
				emails: fc.array(address, { maxLength: 2 }),
				otherEmails: fc.array(address, { maxLength: 1 }),
				isAnonymized: fc.boolean(),
			}),
			{ maxLength: 5 },
		)
		.map((people) =>
			people.map(({ isAnonymized, ...identity }, n) =>
				toMatch(aHire(n, { identity, isAnonymized })),
			),
		);
	const rows = fc
		.array(
			fc.record({
				name,
				emails: fc.array(address, { maxLength: 2 }),
				externalId: id,
				orderedAt: fc.constantFrom(day('2026-09-10'), day('2020-01-01')),
			}),
			{ maxLength: 6 },
		)
		.map((list) => list.map((facts, n) => aScreening(`R-${n}`, facts)));
	const confirmations = fc.array(
		fc
			.tuple(
				fc.constantFrom('contact-0', 'opp-1', 'contact-9'),
				fc.constantFrom('R-0', 'R-1', 'R-9'),
			)
			.map(([subject, record]) => confirmed(subject, record)),
		{ maxLength: 2 },
	);
	const asData = ({ byHire, matches }: ScreeningMatches) => ({
		byHire: Object.fromEntries(byHire),
		matches,
	});

	it('does not depend on the order of hires, rows and confirmations', () => {
		fc.assert(
			fc.property(hires, rows, confirmations, (people, records, approvals) => {
				const forwards = match(people, records, { confirmed: approvals });
				const backwards = match([...people].reverse(), [...records].reverse(), {
					confirmed: [...approvals].reverse(),
				});
				expect(asData(backwards)).toEqual(asData(forwards));
			}),
			{ numRuns: 300 },
		);
	});

	it('changes nothing else when an unrelated hire and record are added', () => {
		fc.assert(
			fc.property(hires, rows, confirmations, (people, records, approvals) => {
				const stranger = toMatch(hireNamed('stranger', 'Quentin Quist', ['quentin@example.com']));
				const without = match(people, records, { confirmed: approvals });
				const withStranger = match(
					[...people, stranger],
					[...records, aScreening('R-stranger', { emails: ['quentin@example.com'] })],
					{ confirmed: approvals },
				);
				const seen = asData(withStranger);
				delete seen.byHire[stranger.hire.hireId];
				seen.matches = seen.matches.filter(({ recordId }) => recordId !== 'R-stranger');
				expect(seen).toEqual(asData(without));
			}),
			{ numRuns: 300 },
		);
	});

	it('puts each record on one rung: linked to one contact, or doubted, or nowhere', () => {
		fc.assert(
			fc.property(hires, rows, confirmations, (people, records, approvals) => {
				const { matches } = match(people, records, { confirmed: approvals });
				for (const { record } of records) {
					const edges = matches.filter(({ recordId }) => recordId === record.recordId);
					expect(new Set(edges.map(({ rung }) => rung)).size).toBeLessThanOrEqual(1);
					const linked = edges.filter((edge) => edge.linked);
					if (linked.length > 0) {
						expect(new Set(edges.map(({ subjectId }) => subjectId.split(':')[0])).size).toBe(1);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('matches 100,000 hires with 100,000 records', () => {
		const size = 100_000;
		const people = Array.from({ length: size }, (_, n) =>
			toMatch(hireNamed(n, `Person ${n.toString(36)} Sample`, [`p${n}@example.com`])),
		);
		const records = Array.from({ length: size }, (_, n) =>
			n % 3 === 0
				? aScreening(`R-${n}`, { externalId: `opp-${n}` })
				: n % 3 === 1
					? aScreening(`R-${n}`, { emails: [`P${n}@example.com`] })
					: aScreening(`R-${n}`, { name: `sample person ${n.toString(36)}` }),
		);
		const { matches } = match(people, records);
		expect(matches).toHaveLength(size);
		expect(matches.every(({ linked }) => linked)).toBe(true);
	});
});
