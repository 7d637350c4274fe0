import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FindingStatus } from '../../../nodes/shared/contracts/index.ts';
import {
	aHired,
	anOffer,
	AS_OF,
	aUser,
	check,
	employed,
	screened,
	type Company,
} from './company.mts';

/**
 * A second opinion on SCR-01, SCR-02 and UAR-01: the rules once more, written from rules.md §2 to §5 and §7
 * alone, as plainly as they read, sharing nothing with the checks. Where the rules leave room, it allows
 * more than one status; a test counts how seldom that is.
 */

const DAY = 86_400_000;
const NOW = Date.parse(AS_OF);
const PLACES = {
	Berlin: 'Europe/Berlin',
	Tokyo: 'Asia/Tokyo',
	Denver: 'America/Denver',
	Nowhere: 'UTC',
};

type Place = keyof typeof PLACES;
type Opinion = ReadonlySet<FindingStatus>;
const only = (...statuses: FindingStatus[]): Opinion => new Set(statuses);
const ANY: Opinion = only('pass', 'fail', 'warn', 'indeterminate', 'not_applicable', 'excepted');

/** What the made-up company is made of; days count from the evidence date's. */
interface Person {
	place: Place;
	/** Two people may have one name */
	name: string;
	start: { kind: 'day' | 'text' | 'none' | 'noon' | 'ambiguous'; day: number };
	staffStart: number | null;
	signed: boolean;
	anonymised: boolean;
}

interface Row {
	/** Index of the person whose address, id or only name it has */
	of: number;
	by: 'opportunity' | 'contact' | 'email' | 'otherEmail' | 'name' | 'nobody';
	sameName: boolean;
	status: 'complete' | 'pending' | 'canceled' | 'purple';
	completed: { kind: 'instant' | 'day' | 'none' | 'unreadable'; day: number; minute: number };
	cancelledPart: boolean;
}

interface Account {
	staff: 'current' | 'left' | 'leftWithoutDay' | 'leavesLater' | 'notListed';
	/** Last day, days before the evidence date's */
	left: number;
	/** Days after the last day; null = active */
	deactivated: number | null;
}

interface Made {
	people: Person[];
	rows: Row[];
	accounts: Account[];
	months: number;
	businessDays: number;
	screeningAge: number;
	staffAge: number;
}

// --- Days, as plainly as possible ---

const dayIn = (zone: string, instant: number) =>
	new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 10);
/** The civil date so many days from the evidence date's */
const dayText = (days: number) => iso(Date.parse(`${AS_OF.slice(0, 10)}T00:00:00Z`) + days * DAY);
const minusMonths = (date: string, months: number) => {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const first = new Date(Date.UTC(year, month - 1 - months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	return iso(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)));
};
/** Mondays to Fridays after a day, up to and with another one: the day after is the first */
const businessDaysFrom = (last: string, until: string) => {
	let count = 0;
	for (let at = Date.parse(last) + DAY; at <= Date.parse(until); at += DAY) {
		const weekday = new Date(at).getUTCDay();
		if (weekday !== 0 && weekday !== 6) count += 1;
	}
	return count;
};

// --- The rules ---

/** rules.md §3: the staff list's start when there is one, else that of the newest signed offer. */
function firstDayOf({ start, staffStart, signed }: Person): string | 'missing' | 'unreadable' {
	if (staffStart !== null) return dayText(staffStart);
	if (!signed || start.kind === 'none') return 'missing';
	return start.kind === 'day' || start.kind === 'text' ? dayText(start.day) : 'unreadable';
}

const isDay = (date: string) => date !== 'missing' && date !== 'unreadable';

/** rules.md §4: the row's rung for its person; null where it is linked to nobody. */
function linkOf(row: Row, { people, rows }: Made): 'strong' | 'weak' | null | 'unclear' {
	if (row.by === 'nobody') return null;
	const person = people[row.of];
	if (person === undefined) return null;
	if (row.by === 'opportunity' || row.by === 'contact') {
		// An id that neither name nor address supports may be mistyped: the rules leave that to SCR-07.
		return row.sameName ? 'strong' : 'unclear';
	}
	if (row.by === 'email' || row.by === 'otherEmail') return row.sameName ? 'strong' : 'weak';
	// Name alone: unique on both sides, and only when nothing stronger is there.
	const namesakes = people.filter(({ name }) => name === person.name).length;
	const others = rows.filter((other) => other !== row && people[other.of]?.name === person.name);
	if (namesakes > 1 || others.length > 0) return 'unclear';
	return 'unclear';
}

/** Of somebody anonymised only the name on a record is left, and a namesake has it too: rung M4. */
function mayBorrow({ name }: Person, { people, rows }: Made): boolean {
	return rows.some(
		({ of, by, sameName }) =>
			(by === 'email' || by === 'otherEmail') &&
			sameName &&
			people[of]?.anonymised === true &&
			people[of].name === name,
	);
}

function doubted({ rows, screeningAge }: Made): boolean {
	return rows.length === 0 || screeningAge > 7;
}

function existsOpinion(
	person: Person,
	links: Array<{ row: Row; link: 'strong' | 'weak' }>,
	made: Made,
) {
	if (person.anonymised) return only('not_applicable');
	const start = firstDayOf(person);
	const today = dayIn(PLACES[person.place], NOW);
	if (isDay(start) && start > today) return only('not_applicable');
	const live = links.filter(({ row }) => row.status === 'complete' || row.status === 'pending');
	if (live.some(({ link }) => link === 'strong')) return only('pass');
	if (live.length > 0) return only('warn');
	if (links.some(({ row }) => row.status === 'purple')) return only('indeterminate');
	if (!isDay(start)) return only('indeterminate');
	if (links.length > 0) return only('fail');
	return doubted(made) ? only('indeterminate') : only('fail');
}

/** Days of completion in the work zone and in UTC; a day without a time is the same in both. */
function completionDays({ completed }: Row, zone: string): [string, string] | null {
	if (completed.kind === 'none' || completed.kind === 'unreadable') return null;
	if (completed.kind === 'day') return [dayText(completed.day), dayText(completed.day)];
	const instant = Date.parse(`${dayText(completed.day)}T00:00:00Z`) + completed.minute * 60_000;
	return [dayIn(zone, instant), dayIn('UTC', instant)];
}

function inTimeOpinion(
	person: Person,
	links: Array<{ row: Row; link: 'strong' | 'weak' }>,
	made: Made,
): Opinion {
	if (person.anonymised) return only('not_applicable');
	const zone = PLACES[person.place];
	const start = firstDayOf(person);
	if (isDay(start) && start > dayIn(zone, NOW)) return only('not_applicable');
	if (!isDay(start)) return only('indeterminate');
	if (links.length === 0) return doubted(made) ? only('indeterminate') : only('fail');
	const done = links.filter(({ row }) => row.status === 'complete');
	const undated = done.filter(({ row }) => completionDays(row, zone) === null);
	const unknown = links.filter(({ row }) => row.status === 'purple');
	const dated = done.flatMap(({ row, link }) => {
		const days = completionDays(row, zone);
		return days === null ? [] : [{ row, link, days }];
	});
	const from = minusMonths(start, made.months);
	// On the edge of the validity the two zones may tell two days: the rules name no answer.
	if (dated.some(({ days: [own, utc] }) => own >= from !== utc >= from)) return ANY;
	const valid = dated.filter(({ days: [own] }) => own >= from);
	const whole = valid.filter(({ row }) => !row.cancelledPart);
	const usable = whole.length > 0 ? whole : valid;
	// Whether one in part is "alone" beside one that cannot be read, the rules do not say.
	if (whole.length === 0 && valid.length > 0 && undated.length + unknown.length > 0) return ANY;
	const [first, second] = [...usable].sort((a, b) => (a.days[0] < b.days[0] ? -1 : 1));
	if (first === undefined) {
		if (undated.length + unknown.length > 0) {
			// Beside a record that is running or too old, one that cannot be read leaves two readings.
			return undated.length + unknown.length === links.length
				? only('indeterminate')
				: only('indeterminate', 'fail');
		}
		return only('fail');
	}
	// Two completed on one day may be linked differently: either decides.
	if (second !== undefined && second.days[0] === first.days[0]) return ANY;
	const [own, utc] = first.days;
	if (own <= start !== utc <= start) return only('warn');
	if (own > start)
		return undated.length + unknown.length > 0 ? only('fail', 'indeterminate') : only('fail');
	return first.link === 'strong' ? only('pass') : only('warn');
}

/** rules.md §7 */
function leaverOpinion({ staff, left, deactivated }: Account, made: Made): Opinion {
	const people = made.people.some(({ staffStart }) => staffStart !== null);
	const current = people || made.accounts.some((one) => one.staff === 'current');
	const listed = people || made.accounts.some((one) => one.staff !== 'notListed');
	if (!listed || made.staffAge > 7) return only('indeterminate');
	if (!current) {
		// Are people who gave notice leavers? If so, the list is one of leavers only.
		const onlyNotices = made.accounts.some((one) => one.staff === 'leavesLater');
		return onlyNotices ? ANY : only('indeterminate');
	}
	if (staff === 'notListed') return only(deactivated === null ? 'indeterminate' : 'not_applicable');
	if (staff === 'current' || staff === 'leavesLater') return only('pass');
	if (staff === 'leftWithoutDay') return only('indeterminate');
	const until = deactivated === null ? dayIn('UTC', NOW) : dayText(deactivated - left);
	const late = businessDaysFrom(dayText(-left), until) > made.businessDays;
	if (deactivated === null) return only(late ? 'fail' : 'warn');
	return only(late ? 'fail' : 'pass');
}

// --- The company that the checks are given ---

const KEYS = ['a', 'b', 'c', 'd'];
const keyOf = (index: number) => KEYS[index] ?? 'x';

function companyOf(made: Made): Company {
	const staff = staffOf(made);
	const exported = (days: number) => new Date(NOW - days * DAY).toISOString();
	return {
		families: ['screening', 'access'],
		policy: {
			workZones: Object.fromEntries(Object.entries(PLACES).filter(([, zone]) => zone !== 'UTC')),
			screening: { validityMonths: made.months },
			access: { leaverBusinessDays: made.businessDays },
		},
		hires: made.people.map((person, index) => {
			const key = keyOf(index);
			const raw = {
				day: Date.parse(`${dayText(person.start.day)}T00:00:00Z`),
				text: dayText(person.start.day),
				none: null,
				noon: Date.parse(`${dayText(person.start.day)}T13:37:00Z`),
				ambiguous: '03/04/2026',
			}[person.start.kind];
			const signedAt = NOW - 20 * DAY;
			const archivedAt = NOW - 19 * DAY;
			return aHired(key, {
				workLocation: person.place,
				isAnonymized: person.anonymised,
				acceptedAt: person.signed ? signedAt : null,
				archivedAt,
				archives: [{ opportunityId: `opp-${key}`, reasonId: 'r', reasonType: 'hired', archivedAt }],
				identity: {
					name: person.name,
					emails: [`${key}@example.com`],
					otherEmails: [`old-${key}@example.com`],
				},
				offers: [
					anOffer(key, {
						status: person.signed ? 'signed' : 'sent',
						candidateSigned: person.signed,
						candidateSignedAt: person.signed ? signedAt : null,
						startDateRaw: raw,
					}),
				],
			});
		}),
		users: made.accounts.map(({ left, deactivated }, index) =>
			aUser(`${index}`, {
				deactivatedAt:
					deactivated === null ? null : Date.parse(`${dayText(deactivated - left)}T12:00:00Z`),
			}),
		),
		screening: made.rows.map((row, index) => {
			const key = keyOf(row.of);
			const person = made.people[row.of];
			const { kind, day, minute } = row.completed;
			const completed = {
				instant: new Date(Date.parse(`${dayText(day)}T00:00:00Z`) + minute * 60_000).toISOString(),
				day: dayText(day),
				none: '',
				unreadable: '31/31/2026',
			}[kind];
			const stranger = { external_id: '', email: `nobody-${index}@example.com` };
			const ids = {
				opportunity: { ...stranger, external_id: `opp-${key}` },
				contact: { ...stranger, external_id: `contact-${key}` },
				email: { external_id: '', email: ` ${key.toUpperCase()}@Example.com ` },
				otherEmail: { external_id: '', email: `old-${key}@example.com` },
				name: stranger,
				nobody: stranger,
			}[row.by];
			return screened(`${index}`, {
				...ids,
				name: row.by !== 'nobody' && row.sameName ? (person?.name ?? '') : `Nemo Nobody${index}`,
				status:
					row.status === 'complete' && row.cancelledPart ? 'complete with canceled' : row.status,
				ordered_at: exported(30),
				completed_at: completed,
			});
		}),
		screeningExportedAt: exported(made.screeningAge),
		// A list that arrives empty is a doubt of its own, so there is one only where it has rows.
		...(staff.length > 0 && { staff }),
		staffExportedAt: exported(made.staffAge),
	};
}

function staffOf(made: Made): Array<Record<string, unknown>> {
	return [
		...made.people.flatMap((person, index) =>
			person.staffStart === null
				? []
				: [employed(keyOf(index), { name: person.name, start_date: dayText(person.staffStart) })],
		),
		...made.accounts.flatMap(({ staff, left }, index) => {
			if (staff === 'notListed') return [];
			const end = {
				current: '',
				left: dayText(-left),
				leftWithoutDay: '',
				leavesLater: dayText(20),
			};
			return [
				employed(`user-${index}`, {
					external_id: `S-${index}`,
					email: `user-${index}@example.com`,
					name: `User ${index}`,
					status: staff === 'current' || staff === 'leavesLater' ? 'active' : 'terminated',
					end_date: end[staff],
				}),
			];
		}),
	];
}

const company: fc.Arbitrary<Made> = fc.record({
	people: fc.array(
		fc.record({
			place: fc.constantFrom<Place>('Berlin', 'Tokyo', 'Denver', 'Nowhere'),
			name: fc.constantFrom('Ada Quill', 'Bo Rivet', 'Cy Sallow', 'Dot Tamper'),
			start: fc.record({
				kind: fc.constantFrom('day', 'day', 'day', 'text', 'none', 'noon', 'ambiguous'),
				day: fc.oneof(fc.integer({ min: -300, max: 25 }), fc.integer({ min: -2, max: 2 })),
			}),
			staffStart: fc.option(fc.integer({ min: -300, max: 25 }), { freq: 2 }),
			signed: fc.boolean(),
			anonymised: fc.constantFrom(false, false, false, false, true),
		}),
		{ minLength: 1, maxLength: 4 },
	),
	rows: fc.array(
		fc.record({
			of: fc.integer({ min: 0, max: 3 }),
			by: fc.constantFrom('opportunity', 'contact', 'email', 'email', 'otherEmail', 'nobody'),
			sameName: fc.constantFrom(true, true, true, false),
			status: fc.constantFrom('complete', 'complete', 'complete', 'pending', 'canceled', 'purple'),
			completed: fc.record({
				kind: fc.constantFrom('instant', 'instant', 'day', 'none', 'unreadable'),
				day: fc.oneof(fc.integer({ min: -700, max: 0 }), fc.integer({ min: -4, max: 0 })),
				minute: fc.integer({ min: 0, max: 1439 }),
			}),
			cancelledPart: fc.constantFrom(false, false, false, true),
		}),
		{ maxLength: 5 },
	),
	accounts: fc.array(
		fc.record({
			staff: fc.constantFrom(
				'current',
				'left',
				'left',
				'leftWithoutDay',
				'leavesLater',
				'notListed',
			),
			left: fc.integer({ min: 1, max: 15 }),
			deactivated: fc.option(fc.integer({ min: 0, max: 14 })),
		}),
		{ maxLength: 4 },
	),
	months: fc.constantFrom(6, 12),
	businessDays: fc.constantFrom(0, 1, 5),
	screeningAge: fc.constantFrom(0, 0, 7, 8),
	staffAge: fc.constantFrom(0, 0, 7, 8),
});

describe('a second opinion', () => {
	it('agrees on SCR-01, SCR-02 and UAR-01 of 10,000 made-up companies', () => {
		let compared = 0;
		let open = 0;
		const seen = new Map<string, number>();
		fc.assert(
			fc.property(company, (made) => {
				// Completion and deactivation lie in the past: nothing of the future is on a list.
				const accounts = made.accounts.map((account) => ({
					...account,
					deactivated:
						account.deactivated === null ? null : Math.min(account.deactivated, account.left - 1),
				}));
				const given = { ...made, accounts };
				const { findings } = check(companyOf(given));
				const statusOf = (checkId: string, subjectId: string) =>
					findings.find((one) => one.checkId === checkId && one.subjectId === subjectId)?.status;
				const agree = (checkId: string, subjectId: string, opinion: Opinion) => {
					const status = statusOf(checkId, subjectId);
					compared += 1;
					if (opinion.size > 1) open += 1;
					seen.set(`${checkId} ${status}`, (seen.get(`${checkId} ${status}`) ?? 0) + 1);
					expect([...opinion], `${checkId} ${subjectId}`).toContain(status);
				};
				for (const [index, person] of given.people.entries()) {
					const own = given.rows.filter(({ of }) => of === index);
					const links = own.map((row) => ({ row, link: linkOf(row, given) }));
					const unclear = links.some(({ link }) => link === 'unclear') || mayBorrow(person, given);
					const sure = links.flatMap(({ row, link }) =>
						link === 'strong' || link === 'weak' ? [{ row, link }] : [],
					);
					const hireId = `contact-${keyOf(index)}:opp-${keyOf(index)}`;
					agree('SCR-01', hireId, unclear ? ANY : existsOpinion(person, sure, given));
					agree('SCR-02', hireId, unclear ? ANY : inTimeOpinion(person, sure, given));
				}
				const listed = staffOf(given).length > 0;
				for (const [index, account] of (listed ? given.accounts : []).entries()) {
					agree('UAR-01', `user-${index}`, leaverOpinion(account, given));
				}
			}),
			{ numRuns: 10_000, seed: 20_261_102 },
		);
		process.stdout.write(
			`A second opinion: ${compared} results compared, ${open} of them left open by the rules\n`,
		);
		// Every status that the rules know occurs, and the rules leave little open.
		for (const checkId of ['SCR-01', 'SCR-02', 'UAR-01']) {
			for (const status of ['pass', 'fail', 'warn', 'indeterminate', 'not_applicable']) {
				expect(seen.get(`${checkId} ${status}`), `${checkId} ${status}`).toBeGreaterThan(50);
			}
		}
		expect(open / compared).toBeLessThan(0.1);
	}, 600_000);
});
