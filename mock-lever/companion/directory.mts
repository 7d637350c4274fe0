import type { StoredUser } from '../scenarios/records.mts';
import { uuidFor } from '../scenarios/ids.mts';
import type { CompanionParts } from './lists.mts';

/** The export of an identity provider: one account for everybody on the staff list. */
export const DIRECTORY_COLUMNS = [
	'external_id',
	'user_name',
	'email',
	'name',
	'status',
	'created_at',
	'last_login',
	'groups',
] as const;

const DAY = 86_400_000;
const ADMINISTRATORS = ['super admin', 'admin'];

type Row = Record<string, string>;

const dayOf = (cell: string | undefined): number => Date.parse(cell ?? '');
const instant = (milliseconds: number) => new Date(milliseconds).toISOString();

/** A whole number below `limit` that is always the same for the same person. */
const fixedNumber = (text: string, limit: number) =>
	Number.parseInt(uuidFor(`directory/${text}`).slice(0, 8), 16) % limit;

/** Who left has no account, who has not started yet has one that nobody uses. */
function statusOf(row: Row, now: number): 'ACTIVE' | 'STAGED' | 'DEPROVISIONED' {
	if (dayOf(row.end_date) + DAY <= now) return 'DEPROVISIONED';
	if (row.status === 'terminated' && Number.isNaN(dayOf(row.end_date))) return 'DEPROVISIONED';
	return dayOf(row.start_date) > now ? 'STAGED' : 'ACTIVE';
}

/** One person in twelve has not signed in for months, the others have within three weeks. */
function usualSignIn(row: Row, now: number): number {
	const person = row.external_id || row.email || row.name || '';
	const dormant = fixedNumber(`dormant/${person}`, 12) === 0;
	const days = dormant ? 95 + fixedNumber(person, 100) : fixedNumber(person, 21);
	const today = Math.floor(now / DAY) * DAY;
	const latest = Math.min(today, Number.isNaN(dayOf(row.end_date)) ? today : dayOf(row.end_date));
	return latest - days * DAY + (6 * 60 + fixedNumber(`minute/${person}`, 600)) * 60_000;
}

function groupsOf(user: StoredUser | undefined): string {
	if (user === undefined || user.deactivatedAt !== null) return 'everyone';
	const administrates = ADMINISTRATORS.includes(user.accessRole ?? '');
	return ['everyone', 'lever-users', ...(administrates ? ['lever-admins'] : [])].join(';');
}

/** Latest successful sign-in to Lever by user. */
function signIns({ store }: CompanionParts): Map<string, number> {
	const latest = new Map<string, number>();
	for (const { type, createdAt, target } of store.database().audit_events) {
		if (type !== 'user.authentication:succeeded') continue;
		latest.set(target.id, Math.max(createdAt, latest.get(target.id) ?? 0));
	}
	return latest;
}

/** Accounts in step with the staff list, the Lever users and their sign-ins. */
export function directoryRows(parts: CompanionParts): Row[] {
	const now = parts.now();
	const seen = signIns(parts);
	const { users } = parts.store.database();
	const byEmail = new Map(users.map((user) => [user.email.toLowerCase(), user]));
	const byDirectoryId = new Map(users.map((user) => [user.externalDirectoryId ?? '', user]));
	byDirectoryId.delete('');
	return parts.companion.staff.map((row) => {
		const email = row.email ?? '';
		const user = byDirectoryId.get(row.external_id ?? '') ?? byEmail.get(email.toLowerCase());
		const status = statusOf(row, now);
		const usual = status === 'STAGED' ? Number.NaN : usualSignIn(row, now);
		const lastLogin = (user && seen.get(user.id)) ?? usual;
		const startsAt = dayOf(row.start_date);
		return {
			external_id: row.external_id ?? '',
			user_name: email.split('@')[0] ?? '',
			email,
			name: row.name ?? '',
			status,
			created_at: Number.isNaN(startsAt) ? '' : instant(startsAt - 3 * DAY),
			last_login: Number.isNaN(lastLogin) ? '' : instant(lastLogin),
			groups: status === 'DEPROVISIONED' ? '' : groupsOf(user),
		};
	});
}
