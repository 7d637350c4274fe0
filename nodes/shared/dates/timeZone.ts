import type { CivilDate, EpochMilliseconds } from '../contracts';
import { isUtcMidnight, MILLISECONDS_PER_DAY, utcCivilDate, withinCalendar } from './civilDate';

/** An IANA time zone, ready to read instants. Making one is slow, reading with it is not: keep it for a run. */
export interface TimeZone {
	/** Name as it was given, for instance `America/Los_Angeles` */
	readonly name: string;
	/** The day that holds the instant in this zone */
	civilDate(instant: EpochMilliseconds): CivilDate;
	/** Minutes since 00:00 on the zone's clock, 0 to 1439 */
	minuteOfDay(instant: EpochMilliseconds): number;
	/**
	 * Whether a day begins at this very millisecond: midnight, or the first moment after it where
	 * daylight saving skips midnight
	 */
	startsDay(instant: EpochMilliseconds): boolean;
}

/**
 * Whether a text is the name of a time zone that this machine knows, `UTC` included.
 * Bare offsets such as `+02:00` are refused: they know no daylight saving.
 */
export function isTimeZoneName(name: string): boolean {
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		new Intl.DateTimeFormat('en-US', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** @throws RangeError for a name that `isTimeZoneName` refuses */
export function timeZone(name: string): TimeZone {
	if (name === 'UTC') return utcZone();
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: name,
		calendar: 'gregory',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
	});
	const read = (instant: EpochMilliseconds) => {
		const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
		for (const { type, value } of format.formatToParts(withinCalendar(instant)))
			parts[type] = value;
		return parts;
	};
	const civilDate = (instant: EpochMilliseconds): CivilDate => {
		const { year, month, day } = read(instant);
		return `${year}-${month}-${day}`;
	};
	return {
		name,
		civilDate,
		minuteOfDay: (instant) => {
			const { hour, minute } = read(instant);
			return Number(hour) * 60 + Number(minute);
		},
		startsDay: (instant) => civilDate(instant) > civilDate(instant - 1),
	};
}

/** The day that holds the instant in a zone. For many instants, make the zone once with `timeZone`. */
export function civilDateIn(instant: EpochMilliseconds, zoneName: string): CivilDate {
	return timeZone(zoneName).civilDate(instant);
}

/** The day that an instant stands for: its day in the zone, unless it is a day written as a moment. */
export function unshiftedDay(instant: EpochMilliseconds, zone: TimeZone): CivilDate {
	return isUtcMidnight(instant) ? utcCivilDate(instant) : zone.civilDate(instant);
}

/** Gives each zone by its name and makes it once; the memory lives as long as the function it returns. */
export function timeZoneMemory(): (name: string) => TimeZone {
	const zones = new Map<string, TimeZone>();
	return (name) => {
		const known = zones.get(name);
		if (known) return known;
		const made = timeZone(name);
		zones.set(name, made);
		return made;
	};
}

function utcZone(): TimeZone {
	const millisecondOfDay = (instant: EpochMilliseconds) =>
		((instant % MILLISECONDS_PER_DAY) + MILLISECONDS_PER_DAY) % MILLISECONDS_PER_DAY;
	return {
		name: 'UTC',
		civilDate: utcCivilDate,
		minuteOfDay: (instant) => Math.floor(millisecondOfDay(instant) / 60_000),
		startsDay: (instant) => millisecondOfDay(instant) === 0,
	};
}
