import type { CivilDate, Collection, Finding, ScreeningRecord } from '../../shared/contracts';
import { listedDay, type TimeZone } from '../../shared/dates';

/** What an earlier run knew of completed screenings, as far as it can be trusted. */
interface Remembered {
	/** Results of SCR-02 and SCR-14 */
	findings: readonly Finding[];
	screening: readonly ScreeningRecord[];
	collections: readonly Collection[];
	zone: TimeZone;
}

/**
 * Employee id → day of the latest completed screening that an earlier run knew: providers delete reports,
 * and what was there once is still true. From SCR-14 itself, from SCR-02 of a hire whose staff row it names,
 * and from records that name the employee.
 */
export function lastScreenings({
	findings,
	screening,
	collections,
	zone,
}: Remembered): ReadonlyMap<string, CivilDate> {
	const days = new Map<string, CivilDate>();
	const note = (employeeId: string, day: unknown) => {
		if (typeof day !== 'string') return;
		const known = days.get(employeeId);
		if (known === undefined || known < day) days.set(employeeId, day);
	};
	const staffLists = new Set(
		collections
			.filter(({ source, resource }) => source === 'list' && resource === 'staffList')
			.map(({ collectionId }) => collectionId),
	);
	for (const { checkId, subjectId, observed, evidence } of findings) {
		if (checkId === 'SCR-14') note(subjectId, observed.lastCompletedOn);
		else {
			for (const { collectionId, recordId } of evidence) {
				if (staffLists.has(collectionId)) note(recordId, observed.completedOn);
			}
		}
	}
	for (const { externalId, state, completedAt } of screening) {
		if (externalId !== null && state === 'done') note(externalId, listedDay(completedAt, zone));
	}
	return days;
}
