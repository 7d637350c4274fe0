import type { ScreeningRow, StaffRow } from '../situation.mts';
import type { Candidacy } from './candidacies.mts';
import { before, DAY } from './moments.mts';
import type { Random } from './random.mts';
import type { Employee } from './staffing.mts';

/** Somebody who accepted an offer */
export interface Hire {
	candidacy: Candidacy;
	name: string;
	/** Empty when nobody knows one */
	email: string;
	/** Civil day from the evidence date's; null = not known */
	startDay: number | null;
}

type Course = (random: Random, hire: Hire, now: number) => ScreeningRow[];

/** A report on a hire, ordered soon after the signature and completed some days later. */
function report(random: Random, hire: Hire, now: number, daysNeeded: number): ScreeningRow {
	const { candidacy, name, email } = hire;
	const ordered = candidacy.offered - Math.min(candidacy.offered, DAY);
	const completed = ordered - daysNeeded * DAY;
	const open = completed <= 0;
	return {
		report_id: `R-${candidacy.position}`,
		external_id: random.chance(0.5) ? { ref: `opp-${candidacy.position}` } : '',
		email: random.chance(0.9) ? email : '',
		name,
		ordered_at: before(now, ordered),
		...(open ? { status: 'pending', result: '' } : { completed_at: before(now, completed) }),
	};
}

const inTime: Course = (random, hire, now) => [report(random, hire, now, random.between(2, 11))];

const COURSES: ReadonlyArray<readonly [Course, number]> = [
	[inTime, 180],
	// Completed weeks after the first day at work
	[(random, hire, now) => [report(random, hire, now, 75)], 4],
	[
		(random, hire, now) => [
			{ ...report(random, hire, now, 5), result: 'consider', adjudication: 'engaged' },
		],
		5,
	],
	[
		(random, hire, now) => [
			{ ...report(random, hire, now, 5), status: 'canceled', result: '', completed_at: '' },
		],
		2,
	],
	// Nobody screened
	[() => [], 4],
];

/** The screening list of a company: a row for nearly every hire. */
export function screeningRows(random: Random, hires: readonly Hire[], now: number): ScreeningRow[] {
	return hires.flatMap((hire) => random.weighted(COURSES)(random, hire, now));
}

/** The staff list: who works with Lever, and every hire who has started. */
export function staffRows(employees: readonly Employee[], hires: readonly Hire[]): StaffRow[] {
	const users = employees.flatMap(({ user, staff }): StaffRow[] =>
		staff === null
			? []
			: [
					{
						external_id: user.externalDirectoryId ?? '',
						email: user.email,
						name: user.name,
						status: staff.endDay === null ? 'active' : 'terminated',
						start_date: user.createdAt && { ...user.createdAt, as: 'isoDate' },
						end_date: staff.endDay === null ? '' : { day: staff.endDay },
					},
				],
	);
	const started = hires.flatMap(({ candidacy, name, email, startDay }): StaffRow[] =>
		startDay === null || startDay > 0
			? []
			: [
					{
						external_id: { ref: `opp-${candidacy.position}` },
						email,
						name,
						start_date: { day: startDay },
					},
				],
	);
	return [...users, ...started];
}
