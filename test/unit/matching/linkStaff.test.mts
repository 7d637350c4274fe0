import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ConfirmedMatch, StaffRow } from '../../../nodes/LeverCompliance/lists/index.ts';
import {
	linkHireStaff,
	linkUserStaff,
	type HireStaffLinks,
	type HireToLink,
} from '../../../nodes/LeverCompliance/matching/index.ts';
import type { Hire, StaffRecord, User } from '../../../nodes/shared/contracts/index.ts';
import { timeZone } from '../../../nodes/shared/dates/index.ts';
import { aHire, aStaffRow, aUser, confirmed, day, hireNamed } from './people.mts';

const ZONES = [timeZone('UTC')];

const toLink = (hire: Hire, changes: Partial<HireToLink> = {}): HireToLink => ({
	hire,
	offeredStart: '2026-10-05',
	offerDay: '2026-09-02',
	zones: ZONES,
	...changes,
});

const link = (
	hires: HireToLink[],
	rows: StaffRow[],
	users: User[] = [],
	confirmations: ConfirmedMatch[] = [],
) => linkHireStaff(hires, rows, users, confirmations);

/** Record id of the staff row, `?` with ids when ambiguous, null when there is none. */
function staffOf({ byHire }: HireStaffLinks, hireId = 'contact-1:opp-1'): string | null {
	const staff = byHire.get(hireId);
	if (staff && staff.ambiguous.length > 0) {
		return `? ${staff.ambiguous.map(({ record }) => record.recordId).join(' ')}`;
	}
	return staff?.row?.record.recordId ?? null;
}

const left: Partial<StaffRecord> = { employment: 'left' };
const ADA = toLink(hireNamed(1, 'Ada Lovelace', ['ada@example.com']));

describe('linkHireStaff: how a row is found', () => {
	it.each([
		['external id is the contact', aStaffRow('contact-1'), 'contact-1'],
		['external id is the opportunity', aStaffRow('opp-1'), 'opp-1'],
		['an address of the hire', aStaffRow('E-1', { emails: ['ADA@example.com'] }), 'E-1'],
		['name alone is not enough', aStaffRow('E-1', { name: 'Ada Lovelace' }), null],
	])('%s', (_, row, expected) => {
		expect(staffOf(link([ADA], [row]))).toBe(expected);
	});

	it('an address of another opportunity only is not enough', () => {
		const hire = aHire(1, {
			identity: { name: 'Ada', emails: [], otherEmails: ['old@example.com'] },
		});
		expect(
			staffOf(link([toLink(hire)], [aStaffRow('E-1', { emails: ['old@example.com'] })])),
		).toBeNull();
	});

	it('the address of a Lever user who is linked to the contact', () => {
		const user = aUser('user-1', {
			email: 'Ada@company.example.com',
			linkedContactIds: ['contact-1'],
		});
		const row = aStaffRow('E-1', { emails: ['ada@company.example.com'] });
		expect(staffOf(link([ADA], [row], [user]))).toBe('E-1');
		expect(staffOf(link([ADA], [row], [aUser('user-1', { email: user.email })]))).toBeNull();
	});

	it('a confirmed match wins over an address', () => {
		const grace = toLink(hireNamed(2, 'Grace', ['grace@example.com']));
		const row = aStaffRow('E-1', { emails: ['grace@example.com'] });
		const links = link([ADA, grace], [row], [], [confirmed('contact-1', 'E-1')]);
		expect([staffOf(links), staffOf(links, 'contact-2:opp-2')]).toEqual(['E-1', null]);
	});

	it('nothing but a confirmed match finds an anonymised hire (rules.md §10)', () => {
		const hire = toLink(hireNamed(1, '', ['ada@example.com'], { isAnonymized: true }));
		const user = aUser('user-1', { email: 'u@example.com', linkedContactIds: ['contact-1'] });
		const row = aStaffRow('E-1', { emails: ['ada@example.com', 'u@example.com'] });
		expect(staffOf(link([hire], [row, aStaffRow('contact-1')], [user]))).toBeNull();
		expect(staffOf(link([hire], [row], [user], [confirmed('contact-1', 'E-1')]))).toBe('E-1');
	});
});

describe('linkHireStaff: several rows', () => {
	const row = (id: string, record: Partial<StaffRecord>) =>
		aStaffRow(id, { emails: ['ada@example.com'] }, record);

	it.each([
		[
			'a current row wins over an old one that started later',
			[
				row('old', { ...left, startDate: day('2026-11-01'), endDate: day('2026-12-01') }),
				row('now', { startDate: day('2026-10-05') }),
			],
			'now',
		],
		[
			'else the later start',
			[
				row('early', { startDate: day('2026-10-05') }),
				row('late', { startDate: day('2026-10-12') }),
			],
			'late',
		],
		[
			'a start wins over none',
			[row('none', {}), row('some', { startDate: day('2026-10-05') })],
			'some',
		],
		[
			'two current rows with one start are ambiguous',
			[row('a', { startDate: day('2026-10-05') }), row('b', { startDate: day('2026-10-05') })],
			'? a b',
		],
		[
			'an employment that ended before the offer is another one',
			[row('first', { ...left, startDate: day('2020-01-01'), endDate: day('2024-06-30') })],
			null,
		],
		[
			'an employment that ended after the offer is this one',
			[row('short', { ...left, startDate: day('2026-10-05'), endDate: day('2026-10-20') })],
			'short',
		],
	])('%s', (_, rows, expected) => {
		expect(staffOf(link([ADA], rows))).toBe(expected);
		expect(staffOf(link([ADA], [...rows].reverse()))).toBe(expected);
	});

	it('a row that came twice is one row, and what differs in any column is not', () => {
		const twice = (again: Partial<StaffRecord>) => [
			row('E-1', { startDate: day('2026-10-05'), rawSha256: '1'.repeat(64) }),
			{
				...row('E-1#2', {
					startDate: day('2026-10-05'),
					rawSha256: '1'.repeat(64),
					...again,
				}),
				reference: 'E-1',
			},
		];
		const links = link([ADA], twice({}));
		expect(staffOf(links)).toBe('E-1');
		expect(links.matches.map(({ recordId, linked }) => [recordId, linked])).toEqual([
			['E-1', true],
			['E-1#2', true],
		]);
		expect(staffOf(link([ADA], twice({ rawSha256: '2'.repeat(64) })))).toBe('? E-1 E-1#2');
	});

	it('one row for two contacts belongs to neither', () => {
		const twin = toLink(hireNamed(2, 'Bob', ['ada@example.com']));
		const links = link([ADA, twin], [aStaffRow('E-1', { emails: ['ada@example.com'] })]);
		expect([staffOf(links), staffOf(links, 'contact-2:opp-2')]).toEqual(['? E-1', '? E-1']);
		expect(links.matches.every(({ linked }) => !linked)).toBe(true);
	});

	it('a row of its own wins over a row that may be somebody else’s', () => {
		const twin = toLink(hireNamed(2, 'Bob', ['ada@example.com']));
		const links = link(
			[ADA, twin],
			[aStaffRow('E-1', { emails: ['ada@example.com'] }), aStaffRow('opp-1')],
		);
		expect(staffOf(links)).toBe('opp-1');
	});
});

describe('linkHireStaff: several episodes of a contact', () => {
	const episode = (opportunity: string, offeredStart: string | null, offerDay: string | null) =>
		toLink(
			hireNamed(1, 'Ada Lovelace', ['ada@example.com'], {
				hireId: `contact-1:${opportunity}`,
				opportunityIds: [opportunity],
			}),
			{ offeredStart, offerDay },
		);
	const first = episode('opp-1', '2025-02-03', '2025-01-10');
	const second = episode('opp-2', '2026-10-05', '2026-09-02');
	const old = aStaffRow(
		'old',
		{ emails: ['ada@example.com'] },
		{ ...left, startDate: day('2025-02-10'), endDate: day('2026-03-31') },
	);
	const now = aStaffRow('now', { emails: ['ada@example.com'] }, { startDate: day('2026-10-05') });

	it('each row belongs to the episode whose offered start is nearest', () => {
		const links = link([first, second], [now, old]);
		expect([staffOf(links, 'contact-1:opp-1'), staffOf(links, 'contact-1:opp-2')]).toEqual([
			'old',
			'now',
		]);
	});

	it('the current row does not become the start of the earlier episode', () => {
		const links = link([first, second], [now]);
		expect([staffOf(links, 'contact-1:opp-1'), staffOf(links, 'contact-1:opp-2')]).toEqual([
			null,
			'now',
		]);
	});

	it('a row without a start belongs to the latest episode', () => {
		const unknown = aStaffRow('unknown', { emails: ['ada@example.com'] });
		const links = link([first, second], [unknown]);
		expect([staffOf(links, 'contact-1:opp-1'), staffOf(links, 'contact-1:opp-2')]).toEqual([
			null,
			'unknown',
		]);
	});

	it('an episode without an offered start gets no row while another one has it', () => {
		const links = link([first, episode('opp-2', null, null)], [old]);
		expect([staffOf(links, 'contact-1:opp-1'), staffOf(links, 'contact-1:opp-2')]).toEqual([
			'old',
			null,
		]);
	});
});

describe('linkUserStaff (rules.md §7)', () => {
	const user = aUser('user-1', { email: 'Ada@Example.com', externalDirectoryId: ' D-1 ' });
	const staffOfUser = (rows: StaffRow[], confirmations: ConfirmedMatch[] = [], who = user) =>
		linkUserStaff([who], rows, confirmations, ZONES).byUser.get(who.userId)?.row?.record.recordId ??
		null;

	it.each([
		['e-mail, case-folded', [aStaffRow('E-1', { emails: ['ada@example.com'] })], 'E-1'],
		['external directory id', [aStaffRow('D-1', { emails: ['other@example.com'] })], 'D-1'],
		[
			'e-mail before external directory id',
			[aStaffRow('D-1'), aStaffRow('E-1', { emails: ['ada@example.com'] })],
			'E-1',
		],
		['name alone is not enough', [aStaffRow('E-1', { name: 'Ada Lovelace' })], null],
	])('%s', (_, rows, expected) => {
		expect(staffOfUser(rows)).toBe(expected);
	});

	const oldAddress = (employment: StaffRecord['employment']) =>
		aStaffRow('E-1', { emails: ['ada@example.com'] }, { employment });

	it.each([
		[
			'a current row by directory id wins over an old one by e-mail',
			[aStaffRow('D-1'), oldAddress('left')],
			'D-1',
		],
		['two old rows: e-mail first', [aStaffRow('D-1', {}, left), oldAddress('left')], 'E-1'],
		[
			'an old row by e-mail, and one of unknown status by directory id',
			[aStaffRow('D-1', {}, { employment: 'unknown' }), oldAddress('left')],
			'E-1',
		],
		[
			'a row of unknown status by e-mail is not known to be old',
			[aStaffRow('D-1'), oldAddress('unknown')],
			'E-1',
		],
	])('%s', (_, rows, expected) => {
		expect(staffOfUser(rows)).toBe(expected);
		expect(staffOfUser([...rows].reverse())).toBe(expected);
	});

	it('a confirmed match with an old row wins over a current one', () => {
		const rows = [aStaffRow('D-1'), aStaffRow('E-2', {}, left)];
		expect(staffOfUser(rows, [confirmed('user-1', 'E-2')])).toBe('E-2');
	});

	it('a confirmed match wins over an address', () => {
		const rows = [aStaffRow('E-1', { emails: ['ada@example.com'] }), aStaffRow('E-2')];
		expect(staffOfUser(rows, [confirmed('user-1', 'E-2')])).toBe('E-2');
	});

	it('no directory id is not the id of a row without one', () => {
		const nobody = aUser('user-2', { externalDirectoryId: null });
		const row = { ...aStaffRow('row-1', {}, { externalId: null }), reference: null };
		expect(staffOfUser([row], [], nobody)).toBeNull();
	});

	it.each([
		['a confirmed match', [confirmed('user-2', 'row-1')], null],
		['a directory id', [], 'row-1'],
	])('%s never means a row by its position', (_, confirmations, externalDirectoryId) => {
		const nobody = aUser('user-2', { externalDirectoryId });
		const byPosition = { ...aStaffRow('row-1', {}, { externalId: null }), reference: null };
		expect(staffOfUser([byPosition], confirmations, nobody)).toBeNull();
	});

	const row = (id: string, record: Partial<StaffRecord>) =>
		aStaffRow(id, { emails: ['ada@example.com'] }, record);

	it.each([
		[
			'current wins over old',
			[row('old', { ...left, endDate: day('2026-10-30') }), row('now', {})],
			'now',
		],
		[
			'the later end of two old ones',
			[
				row('a', { ...left, endDate: day('2025-01-01') }),
				row('b', { ...left, endDate: day('2026-01-01') }),
			],
			'b',
		],
		[
			'an old one without end leaves it open',
			[row('a', { ...left, endDate: day('2026-01-01') }), row('b', left)],
			'b',
		],
		[
			'an unknown status leaves it open',
			[row('a', { ...left, endDate: day('2026-01-01') }), row('b', { employment: 'unknown' })],
			'b',
		],
	])('%s', (_, rows, expected) => {
		expect(staffOfUser(rows)).toBe(expected);
		expect(staffOfUser([...rows].reverse())).toBe(expected);
	});

	it('one row may serve two accounts of a person', () => {
		const second = aUser('user-2', { externalDirectoryId: 'E-1' });
		const rows = [aStaffRow('E-1', { emails: ['ada@example.com'], name: 'Ada' })];
		const { byUser, matches } = linkUserStaff([second, user], rows, [], ZONES);
		expect([...byUser.values()].map((staff) => staff.row?.record.recordId)).toEqual(['E-1', 'E-1']);
		expect(matches.map(({ subjectId, rung }) => [subjectId, rung])).toEqual([
			['user-1', 'M2'],
			['user-2', 'M1'],
		]);
	});
});

describe('links to the staff list: properties', () => {
	const address = fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com');
	const rows = fc
		.array(
			fc.record({
				emails: fc.array(address, { maxLength: 2 }),
				employment: fc.constantFrom('current' as const, 'left' as const, 'unknown' as const),
				start: fc.constantFrom('2025-02-03', '2026-10-05', '2026-10-06'),
				end: fc.constantFrom(null, '2025-06-30', '2026-10-30'),
			}),
			{ maxLength: 6 },
		)
		.map((list) =>
			list.map(({ emails, employment, start, end }, n) =>
				aStaffRow(
					`E-${n}`,
					{ emails },
					{
						employment,
						startDate: day(start),
						endDate: end === null ? { precision: 'missing' } : day(end),
					},
				),
			),
		);
	const hires = fc
		.array(fc.array(address, { maxLength: 2 }), { maxLength: 4 })
		.map((people) => people.map((emails, n) => toLink(hireNamed(n, '', emails))));

	it('do not depend on any order', () => {
		fc.assert(
			fc.property(hires, rows, (people, staff) => {
				const forwards = link(people, staff);
				const backwards = link([...people].reverse(), [...staff].reverse());
				expect(Object.fromEntries(backwards.byHire)).toEqual(Object.fromEntries(forwards.byHire));
				expect(backwards.matches).toEqual(forwards.matches);
				const users = people.map(({ hire }, n) =>
					aUser(`user-${n}`, { email: hire.identity.emails[0] ?? '' }),
				);
				const usersForwards = linkUserStaff(users, staff, [], ZONES);
				const usersBackwards = linkUserStaff([...users].reverse(), [...staff].reverse(), [], ZONES);
				expect(Object.fromEntries(usersBackwards.byUser)).toEqual(
					Object.fromEntries(usersForwards.byUser),
				);
			}),
			{ numRuns: 300 },
		);
	});

	it('are not changed by an unrelated hire and row', () => {
		fc.assert(
			fc.property(hires, rows, (people, staff) => {
				const stranger = toLink(hireNamed('stranger', '', ['s@example.com']));
				const without = link(people, staff);
				const withStranger = link(
					[...people, stranger],
					[...staff, aStaffRow('E-stranger', { emails: ['s@example.com'] })],
				);
				for (const [hireId, staffRow] of without.byHire) {
					expect(withStranger.byHire.get(hireId)).toEqual(staffRow);
				}
			}),
		);
	});
});
