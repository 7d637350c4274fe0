import { timeZoneMemory, type TimeZone } from '../../shared/dates';
import { foldKey } from './foldKey';
import type { Policy } from './policy';

/** The zone whose calendar counts for a person, and why it does (rules.md §2: the zone is recorded). */
export interface ZoneInUse {
	zone: TimeZone;
	chosenBy: 'workLocation' | 'organisation';
}

/** Gives the zone of work locations; made once for a run. */
export interface PolicyZones {
	organisation: TimeZone;
	/** The policy's zone of the place, else the organisation's */
	ofWorkLocation(workLocation: string | null): ZoneInUse;
}

export function policyZones(policy: Policy): PolicyZones {
	const zoneOf = timeZoneMemory();
	const organisation = zoneOf(policy.organisationZone);
	const byLocation = new Map(
		Object.entries(policy.workZones).map(([place, name]): [string, ZoneInUse] => [
			foldKey(place),
			{ zone: zoneOf(name), chosenBy: 'workLocation' },
		]),
	);
	const byDefault: ZoneInUse = { zone: organisation, chosenBy: 'organisation' };
	return {
		organisation,
		ofWorkLocation: (workLocation) =>
			(workLocation === null ? undefined : byLocation.get(foldKey(workLocation))) ?? byDefault,
	};
}
