import type { PostingSituation, UserSituation } from '../situation.mts';
import { TEAMS, TOWNS } from './catalogue.mts';
import type { Town } from './catalogue.mts';
import { DAY, before } from './moments.mts';
import type { NameScript } from './names.mts';
import { addressOf, personName } from './people.mts';
import type { Random } from './random.mts';

const TOWN_NAMES = Object.keys(TOWNS) as Town[];

/** A custom role: Lever gives its id, its name, nothing or an empty text (lever-api.md §5.4) */
const CUSTOM_ROLES = ['Coordinator', '', null] as const;

const ROLES: ReadonlyArray<readonly [role: string, share: number]> = [
	['admin', 1],
	['team member', 6],
	['limited team member', 5],
	['interviewer', 20],
];

export interface Employee {
	user: UserSituation;
	/** What the company's own staff list says; null = not on it */
	staff: { endDay: number | null } | null;
	recruiter: boolean;
}

function roleOf(random: Random, position: number): string | null {
	// The first few are recruiters, so that every company of any size has some.
	if (position < 3) return 'team member';
	return random.chance(0.04) ? random.pick(CUSTOM_ROLES) : random.weighted(ROLES);
}

/** The people who work with Lever beside those of company.json: about one for 60 opportunities. */
export function planEmployees(
	random: Random,
	scripts: readonly NameScript[],
	now: number,
	size: number,
): Employee[] {
	const count = Math.min(600, 6 + Math.round(size / 60));
	return Array.from({ length: count }, (_, position) => {
		const name = personName(random, scripts);
		const role = roleOf(random, position);
		const createdDays = random.between(20, 1200);
		const leftDays = position > 3 && random.chance(0.12) ? random.between(1, createdDays) : null;
		const removed = leftDays !== null && random.chance(0.9);
		const user: UserSituation = {
			id: `user-${position}`,
			name,
			email: addressOf(name, 'colleague', position),
			accessRole: role,
			createdAt: before(now, createdDays * DAY),
			deactivatedAt: removed ? before(now, leftDays * DAY * random.next()) : null,
			externalDirectoryId: random.chance(0.9) ? `E-${5000 + position}` : null,
			jobTitle: random.chance(0.8) ? random.pick(Object.values(TEAMS).flat()) : null,
			manager: position > 3 ? `user-${random.between(0, position - 1)}` : null,
		};
		const staff = random.chance(0.98) ? { endDay: leftDays === null ? null : -leftDays } : null;
		return { user, staff, recruiter: role === 'team member' && leftDays === null };
	});
}

/** The jobs beside those of company.json: about one for 120 opportunities. */
export function planPostings(random: Random, size: number): PostingSituation[] {
	const count = Math.min(800, 4 + Math.round(size / 120));
	return Array.from({ length: count }, (_, position) => {
		const [team, titles] = random.pick(Object.entries(TEAMS));
		const text = random.pick(titles);
		const location = random.pick(TOWN_NAMES);
		return { id: `posting-${position}`, text, location, team };
	});
}
