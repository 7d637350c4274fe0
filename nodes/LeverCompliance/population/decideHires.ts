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
	/** The same hires with what the ladder needs to know of them (rules.md §4) */
	toMatch: HireToMatch[];
	/** hireId → its staff row; a hire to which none leads may have no entry */
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
		const offered = decideStart(hire, null, zones);
		const offerDay = offerDayOf(hire, zone.zone);
		return { hire, zone, zones, offered, offeredStart: offered.date, offerDay };
	});
	const links = linkHireStaff(placed, input.staffRows, input.users, input.confirmed);
	const hires: DecidedHire[] = [];
	const toMatch: HireToMatch[] = [];
	for (const { hire, zone, zones, offered, offerDay } of placed) {
		const row = links.byHire.get(hire.hireId)?.row ?? null;
		const start = row === null ? offered : decideStart(hire, row, zones);
		const acceptance = decideAcceptance(hire);
		const workZone = zone.zone;
		const facts = { hire, start, acceptance, workZone, period: input.period, asOf };
		hires.push({ hire, zone, start, acceptance, notInPopulation: decidePopulation(facts) });
		const birthDate = row?.birthDate ?? null;
		toMatch.push({ hire, start: start.date, offerDay, workZone, birthDate });
	}
	return { hires, toMatch, staffByHire: links.byHire, staffMatches: links.matches };
}

/** Day on which the newest signed offer was sent, else made; null when there is none. */
function offerDayOf(hire: Hire, zone: TimeZone): CivilDate | null {
	const [newest] = signedOffers(hire);
	const instant = newest?.sentAt ?? newest?.createdAt ?? null;
	return instant === null ? null : zone.civilDate(instant);
}
