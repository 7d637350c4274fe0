import type { Match } from '../../shared/contracts';
import type { LeverInput } from '../inputs/leverInput';
import type { ApprovalsList, ReadList, ScreeningList, StaffList } from '../lists';
import {
	bindConfirmations,
	linkUserStaff,
	liveConfirmedMatches,
	matchScreening,
	type HireScreening,
	type HireStaff,
	type UserStaff,
} from '../matching';
import type { Policy, PolicyZones } from '../policy';
import { decideHires, type DecidedHire } from '../population';

interface ToLink {
	lever: LeverInput;
	lists: { screening: ScreeningList; staff: StaffList; approvals: ApprovalsList };
	policy: Policy;
	zones: PolicyZones;
}

interface LinkedLists {
	/** In the population or not */
	decided: DecidedHire[];
	/** With a notice about each confirmed match that cannot be used */
	approvals: ReadList;
	/** Links and candidates of both lists */
	matches: Match[];
	screeningByHire: ReadonlyMap<string, HireScreening>;
	staffByHire: ReadonlyMap<string, HireStaff>;
	staffByUser: ReadonlyMap<string, UserStaff>;
}

/** Links the lists to hires and users, and decides the population. */
export function linkLists({ lever, lists, policy, zones }: ToLink): LinkedLists {
	const confirmed = bindConfirmations(
		liveConfirmedMatches(lists.approvals.approvals, lever.asOf),
		lists.screening.rows,
		lists.staff.rows,
	);
	const decision = decideHires({
		hires: lever.hires,
		users: lever.users,
		staffRows: lists.staff.rows,
		confirmed: confirmed.staff,
		zones,
		period: lever.period,
		asOf: lever.asOf,
	});
	const screening = matchScreening(decision.toMatch, lists.screening.rows, {
		confirmed: confirmed.screening,
		byNameAndBirthDate: policy.screening.matchByNameAndBirthDate,
	});
	const userStaff = linkUserStaff(lever.users, lists.staff.rows, confirmed.staff, [
		zones.organisation,
	]);
	return {
		decided: decision.hires,
		approvals: withNotices(lists.approvals, confirmed.notices),
		matches: [...screening.matches, ...decision.staffMatches, ...userStaff.matches],
		screeningByHire: screening.byHire,
		staffByHire: decision.staffByHire,
		staffByUser: userStaff.byUser,
	};
}

function withNotices(list: ReadList, notices: readonly string[]): ReadList {
	return { ...list, notices: [...list.notices, ...notices] };
}
