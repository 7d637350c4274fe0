import { uuidFor } from '../../../mock-lever/scenarios/ids.mts';
import type { Scenario } from '../../../mock-lever/scenarios/load.mts';
import type { StoredOffer } from '../../../mock-lever/scenarios/records.mts';
import type { GoldenFile } from './goldenFiles.mts';

/** Civil dates of one hire or user, as an auditor reads them off the records; '' where there is none. */
export interface Person {
	start: string;
	offered: string;
	accepted: string;
	archived: string;
	ordered: string;
	completed: string;
	completedUtc: string;
	actual: string;
	end: string;
	deactivated: string;
	approved: string;
	expires: string;
}

const ZONES: Record<string, string> = {
	Berlin: 'Europe/Berlin',
	London: 'Europe/London',
	'Los Angeles': 'America/Los_Angeles',
	Tokyo: 'Asia/Tokyo',
};

const DAY = 86_400_000;
const dayNumber = (date: string) => {
	const day = Date.parse(`${date}T00:00:00Z`) / DAY;
	if (!Number.isInteger(day)) throw new Error(`"${date}" is no day`);
	return day;
};

export const daysBetween = (from: string, to: string) => dayNumber(to) - dayNumber(from);

/** Weekdays after `from` up to and including `to`, counted one by one. */
export function businessDaysBetween(from: string, to: string): number {
	let count = 0;
	for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) {
		const weekday = new Date(day * DAY).getUTCDay();
		if (weekday !== 0 && weekday !== 6) count += 1;
	}
	return count;
}

/** The evidence date's day in UTC, the organisation's zone of the golden runs. */
export const evidenceDay = (asOf: string) => new Date(asOf).toISOString().slice(0, 10);

const parts = (zone: string) =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });

const dayIn = (zone: string, moment: number | null | undefined) =>
	typeof moment === 'number' ? parts(zone).format(moment) : '';

/** A list cell: a day as it is, a moment in the zone. */
function dayOfCell(zone: string, cell: string | undefined): string {
	if (cell === undefined || cell === '') return '';
	return cell.includes('T') ? dayIn(zone, Date.parse(cell)) : cell;
}

function startOf(zone: string, offer: StoredOffer | undefined): string {
	const value = offer?.fields.find((field) => field.identifier === 'anticipated_start_date')?.value;
	if (typeof value === 'string') return value;
	if (typeof value !== 'number') return '';
	return dayIn(value % DAY === 0 ? 'UTC' : zone, value);
}

const candidateSignedAt = (offer: StoredOffer): number =>
	offer.signatures?.candidate?.signedAt ?? Number.NEGATIVE_INFINITY;

/**
 * The people of one file. Lists of a file that speaks of one person are read by their last rows; the
 * record is the one with that number (`R-<file>-<n>`).
 *
 * @returns symbolic id of an opportunity or user → dates
 */
export function peopleOf(
	{ db, companion }: Scenario,
	{ name, number, situation }: GoldenFile,
	record = 1,
): Map<string, Person> {
	const screening = companion.screening.find((row) => row.report_id === `R-${number}-${record}`);
	const names = new Set((situation.staff ?? []).map((row) => row.name));
	const staff = companion.staff.filter((row) => names.has(row.name ?? '')).at(-1);
	const approval = companion.approvals.find((row) => row.id === `A-${number}-1`);
	const lists = (zone: string) => ({
		ordered: dayOfCell(zone, screening?.ordered_at),
		completed: dayOfCell(zone, screening?.completed_at),
		completedUtc: dayOfCell('UTC', screening?.completed_at),
		actual: staff?.start_date ?? '',
		end: staff?.end_date ?? '',
		approved: dayOfCell(zone, approval?.approved_at),
		expires: approval?.expires_at ?? '',
	});
	const people = new Map<string, Person>();
	for (const { id } of situation.lever?.opportunities ?? []) {
		const found = db.opportunities.find((each) => each.id === uuidFor(`${name}/${id}`));
		const zone = ZONES[found?.opportunityLocation ?? ''] ?? 'UTC';
		const newest = db.offers
			.filter((offer) => offer.opportunityId === found?.id)
			.sort((a, b) => candidateSignedAt(a) - candidateSignedAt(b))
			.at(-1);
		people.set(id, {
			...lists(zone),
			start: startOf(zone, newest),
			offered: dayIn(zone, newest?.createdAt),
			accepted: dayIn(zone, newest?.signatures?.candidate?.signedAt),
			archived: dayIn(zone, found?.archived?.archivedAt),
			deactivated: '',
		});
	}
	for (const { id } of situation.lever?.users ?? []) {
		const found = db.users.find((each) => each.id === uuidFor(`${name}/${id}`));
		people.set(id, {
			...lists('UTC'),
			start: '',
			offered: '',
			accepted: '',
			archived: '',
			deactivated: dayIn('UTC', found?.deactivatedAt),
		});
	}
	return people;
}
