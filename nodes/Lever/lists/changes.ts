import type { EpochMilliseconds } from '../../shared/contracts';
import { isRecord } from '../../shared/transport/unknown';
import { isoMoment } from '../fields/isoMoment';
import type { ListRead } from './listRead';

/** Clocks of n8n and Lever differ, and a change takes a moment to be found by `updated_at_start`. */
const OVERLAP_MS = 15 * 60 * 1000;

/** What `updated_at_start` cannot see (lever-api.md §9), for the collection record. */
const NOT_SEEN = [
	'Only what Lever gave an update time since then; the 15 minutes before are read again, so a record can come twice in two runs.',
	'Not found this way: records that have no update time, changes of offers, files and feedback alone, and changes of consent by a data-protection policy.',
];

/** The list narrowed to what changed since a moment. */
export function changedSince<Record>(
	list: ListRead<Record>,
	since: EpochMilliseconds,
): { list: ListRead<Record>; rules: readonly string[] } {
	const asked = list.query?.updated_at_start;
	const from = Math.max(0, since - OVERLAP_MS, typeof asked === 'number' ? asked : 0);
	return { list: { ...list, query: { ...list.query, updated_at_start: from } }, rules: NOT_SEEN };
}

/** What was deleted since a moment, or ever; each record with `deletedAt`. */
export function deletedList<Record>(
	list: ListRead<Record>,
	deletedPath: string,
	since: EpochMilliseconds | null,
): ListRead<Record> {
	return {
		path: deletedPath,
		query: since === null ? {} : { deleted_at_start: Math.max(0, since - OVERLAP_MS) },
		records: `deleted ${list.records}`,
		idOf: list.idOf,
		shown: (record) => {
			const shown = list.shown(record);
			// With 'Simplify' off a record has it already, as Lever gives it.
			if ('deletedAt' in shown) return shown;
			const deletedAt = isRecord(record) ? record.deletedAt : undefined;
			return { ...shown, deletedAt: isoMoment(typeof deletedAt === 'number' ? deletedAt : null) };
		},
	};
}
