import { dateFieldOfListed } from '../../../shared/dates';
import type { Employment } from '../../checks/types';
import type { HireStaff } from '../../matching';
import { ManyByKey } from '../../manyByKey';
import type { DecidedHire } from '../../population';

/** Contact → its employments, of contacts that were hired more than once (SCR-08). */
export function employmentsByContact(
	decided: readonly DecidedHire[],
	staffByHire: ReadonlyMap<string, HireStaff>,
): ReadonlyMap<string, readonly Employment[]> {
	const episodes = new ManyByKey<DecidedHire>();
	for (const one of decided) {
		if (hasBegun(one, staffByHire)) episodes.add(one.hire.contact, one);
	}
	const employments = new Map<string, readonly Employment[]>();
	for (const [contact, several] of episodes.several()) {
		employments.set(
			contact,
			several.map(({ hire, start, zone }) => {
				const listed = staffByHire.get(hire.hireId)?.row?.record.endDate;
				const reading = listed && dateFieldOfListed(listed, [zone.zone]);
				return {
					hireId: hire.hireId,
					start: start.date,
					end: reading?.kind === 'date' ? reading.date : null,
				};
			}),
		);
	}
	return employments;
}

/** Whoever was never hired, or withdrawn before the start, was not employed: unless the staff list has them. */
function hasBegun(
	{ hire, notInPopulation }: DecidedHire,
	staffByHire: ReadonlyMap<string, HireStaff>,
): boolean {
	if (notInPopulation !== 'notHired' && notInPopulation !== 'withdrawnBeforeStart') return true;
	return (staffByHire.get(hire.hireId)?.row ?? null) !== null;
}
