import { UserError } from 'n8n-workflow';

import type { EpochMilliseconds, IsoInstant, ListCollection } from '../../../shared/contracts';
import { MILLISECONDS_PER_DAY, parseEvidenceDate, utcMidnight } from '../../../shared/dates';
import { cellDate } from './cells';
import type { ReceivedRow } from './receivedRows';

/**
 * When a list was exported: as the person stated it, else the earliest day or moment in its column; a
 * day counts from 00:00 UTC. Null when nobody says so: then its age is not judged (design §4).
 *
 * @throws UserError when the stated moment is not ISO 8601 with an offset
 */
export function exportedAtOf(
	listName: string,
	stated: string,
	rows: readonly ReceivedRow[],
	column: string | undefined,
): EpochMilliseconds | null {
	if (stated.trim() !== '') {
		const reading = parseEvidenceDate(stated, `${listName}, Exported At`);
		if (!reading.ok) throw new UserError(reading.message);
		return reading.instant;
	}
	if (column === undefined) return null;
	let earliest: EpochMilliseconds | null = null;
	for (const { cells } of rows) {
		const listed = cellDate(cells[column]);
		if (listed.precision === 'missing' || listed.precision === 'unreadable') continue;
		const instant = listed.precision === 'instant' ? listed.instant : utcMidnight(listed.date);
		if (earliest === null || instant < earliest) earliest = instant;
	}
	return earliest;
}

/** Whole days from the export to the evidence date; 0 for a list exported after it. */
export function ageInDays(exportedAt: EpochMilliseconds, asOf: EpochMilliseconds): number {
	return Math.max(0, Math.floor((asOf - exportedAt) / MILLISECONDS_PER_DAY));
}

/** Whether a list is older than so many days, to the millisecond; false when its age is not known. */
export function isOlderThan(
	{ exportedAt }: Pick<ListCollection, 'exportedAt'>,
	days: number,
	asOf: IsoInstant,
): boolean {
	if (exportedAt === null) return false;
	return Date.parse(asOf) - Date.parse(exportedAt) > days * MILLISECONDS_PER_DAY;
}
