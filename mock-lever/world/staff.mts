import type { Account } from './account.mts';

/** A calendar day of a list: `2026-11-02`. */
export const isoDay = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
/** A moment of a list: `2026-11-02T06:00:00.000Z`. */
export const isoInstant = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Latin letters and digits of a name; what cannot be written in them is left out. */
const plainName = (name: string) =>
	name
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^a-z0-9\s]/g, '')
		.trim()
		.replaceAll(/\s+/g, '.');

/** The work address that a new colleague gets. */
function workAddress({ companion }: Account, name: string, externalId: string): string {
	const local = plainName(name) || externalId.toLowerCase();
	const wanted = `${local}@work.example.com`;
	const taken = companion.staff.some((row) => row.email === wanted);
	return taken ? `${local}.${externalId.toLowerCase()}@work.example.com` : wanted;
}

/** `E-10001` and so on, above every number that the list has. */
function nextExternalId({ companion }: Account): string {
	const numbers = companion.staff.map((row) =>
		Number(/^E-(\d+)$/.exec(row.external_id ?? '')?.[1]),
	);
	const highest = numbers.filter((each) => each >= 0).reduce((a, b) => Math.max(a, b), 10_000);
	return `E-${highest + 1}`;
}

/**
 * Puts a person on the staff list, as an HR system would.
 *
 * @param person `email`: default a work address made from the name; `startDate`: milliseconds, default today
 */
export function addStaffRow(
	account: Account,
	person: { name: string; email?: string; externalId?: string; startDate?: number },
): Record<string, string> {
	const externalId = person.externalId ?? nextExternalId(account);
	const row = {
		external_id: externalId,
		email: person.email ?? workAddress(account, person.name, externalId),
		name: person.name,
		status: 'active',
		start_date: isoDay(person.startDate ?? account.now()),
		end_date: '',
	};
	account.companion.staff.push(row);
	return row;
}
