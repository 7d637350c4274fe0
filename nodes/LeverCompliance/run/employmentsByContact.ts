import { dateFieldOfListed } from '../../shared/dates';
import type { Employment } from '../checks/types';
import type { HireStaff } from '../matching';
import type { DecidedHire } from '../population';
import { byKeys } from './byKeys';

/** Contact → its employments, of contacts that were hired more than once (SCR-08). */
export function employmentsByContact(
	decided: readonly DecidedHire[],
	staffByHire: ReadonlyMap<string, HireStaff>,
): ReadonlyMap<string, readonly Employment[]> {
	const episodes = [...byKeys(decided, ({ hire }) => [hire.contact])];
	return new Map(
		episodes
			.filter(([, several]) => several.length > 1)
			.map(([contact, several]) => [
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
			]),
	);
}
