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
	for (const one of decided) episodes.add(one.hire.contact, one);
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
