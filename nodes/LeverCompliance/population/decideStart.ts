import type { CivilDate, Hire, HireOffer } from '../../shared/contracts';
import {
	dateFieldOfListed,
	parseDateField,
	type DateFieldReading,
	type TimeZone,
} from '../../shared/dates';
import { isSigned, newestFirst } from '../../shared/acceptance';
import type { StaffRow } from '../lists/types';
import type { StartDecision } from './types';

/** Signed offers of the episode, newest first: by candidate signature, then createdAt, then id (rules.md §3). */
export function signedOffers({ offers }: Hire): readonly HireOffer[] {
	// Most hires have one offer: no copy of a list of one.
	return offers.length < 2 && offers.every(isSigned)
		? offers
		: offers.filter(isSigned).sort(newestFirst);
}

/**
 * The first day (rules.md §3): the staff list's start when there is one that can be read (the actual
 * start), else the start field of the newest signed offer. Both are kept, and so are other starts that
 * older signed offers named.
 *
 * @param staffRow the row linked to the hire; null when there is none
 * @param zones work zone and organisation's zone, by whose midnights epochs are read (rules.md §2)
 */
export function decideStart(
	hire: Hire,
	staffRow: StaffRow | null,
	zones: readonly TimeZone[],
): StartDecision {
	const [newest, ...older] = signedOffers(hire);
	const offer = newest
		? { offer: newest, reading: parseDateField(newest.startDateRaw, zones) }
		: null;
	const staff = staffRow
		? {
				recordId: staffRow.record.recordId,
				reading: dateFieldOfListed(staffRow.record.startDate, zones),
			}
		: null;
	const { source, reading } = decidingReading(offer?.reading, staff?.reading);
	const date = reading.kind === 'date' ? reading.date : null;
	return {
		date,
		source,
		reading,
		offer,
		staff,
		earlierSignedStarts: otherStarts(older, zones, date),
	};
}

function decidingReading(
	offered: DateFieldReading | undefined,
	actual: DateFieldReading | undefined,
): Pick<StartDecision, 'source' | 'reading'> {
	if (actual?.kind === 'date') return { source: 'staffList', reading: actual };
	if (offered?.kind === 'date') return { source: 'offer', reading: offered };
	// Nothing can be read: what stands somewhere and cannot be read says more than what is missing.
	const unread = [offered, actual].find((reading) => reading && reading.kind !== 'missing');
	return { source: 'none', reading: unread ?? { kind: 'missing' } };
}

const NO_STARTS: StartDecision['earlierSignedStarts'] = [];

function otherStarts(
	olderOffers: readonly HireOffer[],
	zones: readonly TimeZone[],
	date: CivilDate | null,
): StartDecision['earlierSignedStarts'] {
	if (olderOffers.length === 0) return NO_STARTS;
	const starts: Array<{ offerId: string; date: CivilDate }> = [];
	for (const { id, startDateRaw } of [...olderOffers].reverse()) {
		const reading = parseDateField(startDateRaw, zones);
		if (reading.kind === 'date' && reading.date !== date) {
			starts.push({ offerId: id, date: reading.date });
		}
	}
	return starts;
}

/** What a source without a usable day says, to stand after its name. */
const READING_TEXT: Record<Exclude<DateFieldReading['kind'], 'date'>, string> = {
	missing: 'names no start date',
	ambiguous: 'names a start date with day and month in doubt',
	impossible: 'names a start date that no calendar has, or one before 1900',
	notADate: 'names a moment within a day instead of a start date',
	unparsable: 'names a start date that cannot be read',
};

/** Which source was used and what the other one says; no name in it */
export function startMessage({ date, source, offer, staff }: StartDecision): string {
	const offerText = `the signed offer ${readingText(offer?.reading, 'is missing')}`;
	const staffText = `the staff list ${readingText(staff?.reading, 'has no row for this hire')}`;
	if (source === 'staffList') return `Start ${date} by the staff list; ${offerText}.`;
	if (source === 'offer') return `Start ${date} by the signed offer; ${staffText}.`;
	return `No start date: ${offerText}, and ${staffText}.`;
}

function readingText(reading: DateFieldReading | undefined, without: string): string {
	if (reading === undefined) return without;
	return reading.kind === 'date' ? `says ${reading.date}` : READING_TEXT[reading.kind];
}
