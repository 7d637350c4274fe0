import type { CivilDate, FindingFacts } from '../../shared/contracts';
import type { DateFieldReading } from '../../shared/dates';
import type { HireSubject } from './types';

/** `text`: the day and its source, for messages */
export interface KnownDay {
	date: CivilDate;
	text: string;
}

/** The first day of work as far as a result may rest on it. */
export type FirstDay =
	| KnownDay
	/** `text`: why it is not known, as a sentence */
	| {
			date: null;
			reasonCode: 'start-missing' | 'start-unreadable' | 'offers-unread';
			text: string;
	  };

const SOURCE_TEXT = { staffList: 'staff list', offer: 'offer', none: '' } as const;

/**
 * The first day that counts. A day from the offer counts only when every offer was read: a newer signed
 * one may be among those that were not (rules.md §3).
 */
export function firstDay({ start, hire }: HireSubject): FirstDay {
	if (hire.offersRead !== true && start.source !== 'staffList') {
		return {
			date: null,
			reasonCode: 'offers-unread',
			text: `The first day is not known, because the offers could not be read. ${hire.offersRead.message}`,
		};
	}
	if (start.date !== null) {
		return { date: start.date, text: `${start.date} (${SOURCE_TEXT[start.source]})` };
	}
	if (start.reading.kind === 'missing') {
		return {
			date: null,
			reasonCode: 'start-missing',
			text: 'No first day is stated, neither on a signed offer nor on the staff list.',
		};
	}
	return {
		date: null,
		reasonCode: 'start-unreadable',
		text: `The first day cannot be read: ${UNREADABLE_TEXT[start.reading.kind]}.`,
	};
}

/** Why a date field gives no day, as the end of a sentence. */
export const UNREADABLE_TEXT: Record<DateFieldReading['kind'], string> = {
	date: 'it is a day',
	missing: 'the field is empty',
	ambiguous: 'day and month can be exchanged, or two time zones give two days',
	impossible: 'the calendar has no such day, or it lies before 1900',
	notADate: 'it is a moment in the middle of a day',
	unparsable: 'it is not a date',
};

/** What was seen of the first day, for `observed`: both sources, and the zone whose days count. */
export function startFacts({ start, zone }: HireSubject): FindingFacts {
	return {
		startDate: start.date,
		startDateSource: start.source,
		...(start.offer && { offerStartDate: dayOrKind(start.offer.reading) }),
		...(start.staff && { staffStartDate: dayOrKind(start.staff.reading) }),
		timeZone: zone.zone.name,
		timeZoneChosenBy: zone.chosenBy,
	};
}

/** The day, or why there is none. */
function dayOrKind(reading: DateFieldReading): string {
	return reading.kind === 'date' ? reading.date : reading.kind;
}
