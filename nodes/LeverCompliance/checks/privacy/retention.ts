import type { CivilDate, Opportunity } from '../../../shared/contracts';
import { addMonths, type TimeZone } from '../../../shared/dates';
import { foldKey } from '../../policy/foldKey';
import { tableOf, text, wholeNumber } from '../../policy/settings';
import type { Policy } from '../../policy';

export const RETENTION_SETTINGS = {
	retention: tableOf({
		title: 'Retention of Candidates',
		description:
			"How many months after the archiving the data of people who were not hired may be kept, by work location as Lever writes it; a row without a location holds where no other does. Leave empty to go by Lever's own data protection dates only.",
		standard: [],
		columns: {
			workLocation: text({
				title: 'Work Location',
				description: 'Location of the posting, as in Lever; empty for all others',
				standard: '',
			}),
			months: wholeNumber({
				title: 'Months',
				description: 'Months after the archiving',
				standard: 24,
				from: 0,
				to: 600,
			}),
		},
		needed: ['months'],
	}),
};

/**
 * Months for which the policy lets the data be kept; null when it says nothing about that place. Where the
 * place is not known, the longest of those that may hold.
 */
function retentionMonths(
	{ privacy: { retention } }: Policy,
	location: string | null,
): number | null {
	const of = (place: string) =>
		retention.find((row) => foldKey(row.workLocation) === place)?.months;
	if (location === null) {
		return retention.length === 0 ? null : Math.max(...retention.map(({ months }) => months));
	}
	return of(foldKey(location)) ?? of('') ?? null;
}

/** Last day on which an archived opportunity may be kept; null when the policy, or Lever, does not say. */
export function keepUntil(
	{ archived, location = null }: Opportunity,
	policy: Policy,
	zone: TimeZone,
): CivilDate | null {
	const months = retentionMonths(policy, location);
	const archivedAt = archived?.archivedAt ?? null;
	if (months === null || archivedAt === null) return null;
	return addMonths(zone.civilDate(archivedAt), months);
}
