import type { CivilDate, Hire, IsoInstant, Match, Period, User } from '../../shared/contracts';
import type { TimeZone } from '../../shared/dates';
import type { ConfirmedMatch, StaffRow } from '../lists/types';
import { linkHireStaff, type HireStaff, type HireToMatch } from '../matching';
import type { PolicyZones } from '../policy';
import { decideAcceptance } from './decideAcceptance';
import { decidePopulation } from './decidePopulation';
import { decideStart, signedOffers } from './decideStart';
import type { DecidedHire } from './types';

export interface HiresToDecide {
	/** Everything that Evidence: Collect gave */
	hires: readonly Hire[];
	users: readonly User[];
	/** Rows of the staff list; none when it is not connected */
	staffRows: readonly StaffRow[];
	/** Those that hold on the evidence date */
	confirmed: readonly ConfirmedMatch[];
	zones: PolicyZones;
	period: Period;
	asOf: IsoInstant;
}

export interface DecidedHires {
	/** In the population or not, in the order given */
	hires: DecidedHire[];
	/** hireId → its staff row; every hire has an entry */
	staffByHire: ReadonlyMap<string, HireStaff>;
	/** Links between hires and rows of the staff list */
	staffMatches: Match[];
}

/** Decides for every collected hire its zone, staff row, first day, acceptance and population. */
export function decideHires(input: HiresToDecide): DecidedHires {
	const asOf = Date.parse(input.asOf);
	const placed = input.hires.map((hire) => {
		const zone = input.zones.ofWorkLocation(hire.workLocation);
		const zones = [zone.zone, input.zones.organisation];
		return { hire, zone, zones, offered: decideStart(hire, null, zones) };
	});
	const links = linkHireStaff(
		placed.map(({ hire, zone, zones, offered }) => ({
			hire,
			offeredStart: offered.date,
			offerDay: offerDayOf(hire, zone.zone),
			zones,
		})),
		input.staffRows,
		input.users,
		input.confirmed,
	);
	const hires = placed.map(({ hire, zone, zones, offered }): DecidedHire => {
		const row = links.byHire.get(hire.hireId)?.row ?? null;
		const start = row === null ? offered : decideStart(hire, row, zones);
		const acceptance = decideAcceptance(hire);
		const notInPopulation = decidePopulation({
			hire,
			start,
			acceptance,
			workZone: zone.zone,
			period: input.period,
			asOf,
		});
		return { hire, zone, start, acceptance, notInPopulation };
	});
	return { hires, staffByHire: links.byHire, staffMatches: links.matches };
}

/** Day on which the newest signed offer was sent, else made; null when there is none. */
export function offerDayOf(hire: Hire, zone: TimeZone): CivilDate | null {
	const [newest] = signedOffers(hire);
	const instant = newest?.sentAt ?? newest?.createdAt ?? null;
	return instant === null ? null : zone.civilDate(instant);
}

/** What the ladder needs to know of decided hires (rules.md §4). */
export function hiresToMatch({ hires, staffByHire }: DecidedHires): HireToMatch[] {
	return hires.map(({ hire, zone, start }) => ({
		hire,
		start: start.date,
		offerDay: offerDayOf(hire, zone.zone),
		workZone: zone.zone,
		birthDate: staffByHire.get(hire.hireId)?.row?.birthDate ?? null,
	}));
}
