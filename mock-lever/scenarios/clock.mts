import type { RelativeDate } from './situation.mts';

const DAY = 86_400_000;
const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an evidence date.
 *
 * @param text ISO 8601 with offset, for instance `2026-11-02T06:00:00Z`
 * @returns milliseconds since 1970 UTC
 * @throws Error with a sentence for people
 */
export function readInstant(text: string): number {
	const milliseconds = ISO_WITH_OFFSET.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(milliseconds)) {
		throw new Error(
			`"${text}" is not a moment with an offset. Write it like 2026-11-02T06:00:00Z or 2026-11-02T07:00:00+01:00.`,
		);
	}
	return milliseconds;
}

/** Making a formatter takes far longer than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
	const formatter =
		formatters.get(zone) ??
		new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	formatters.set(zone, formatter);
	return formatter;
}

/** Offset of a zone from UTC at a moment, in milliseconds. */
function zoneOffset(zone: string, instant: number): number {
	if (zone === 'UTC') return 0;
	const parts = formatterOf(zone).formatToParts(instant);
	const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
	const local = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second'),
	);
	return local - Math.floor(instant / 1000) * 1000;
}

/**
 * The moment of a wall-clock time in a zone.
 *
 * @param day milliseconds of 00:00 UTC of the civil date
 * @param time `HH:MM` or `HH:MM:SS.mmm`
 */
function momentIn(zone: string, day: number, time: string): number {
	const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
	const wall = day + hours * 3_600_000 + minutes * 60_000 + Math.round(seconds * 1000);
	const guess = wall - zoneOffset(zone, wall);
	return wall - zoneOffset(zone, guess);
}

const isWeekend = (day: number) => [0, 6].includes(new Date(day).getUTCDay());

function offWeekend(day: number, direction: 1 | -1): number {
	let result = day;
	while (isWeekend(result)) result += direction * DAY;
	return result;
}

/** Steps weekdays from a day that is first moved back to a weekday. */
function stepWeekdays(day: number, count: number): number {
	const direction = count < 0 ? -1 : 1;
	let result = offWeekend(day, -1);
	for (let steps = Math.abs(count); steps > 0; steps -= 1) {
		result = offWeekend(result + direction * DAY, direction);
	}
	return result;
}

const isoDate = (day: number) => new Date(day).toISOString().slice(0, 10);

function isoOffset(zone: string, instant: number): string {
	const offset = zoneOffset(zone, instant);
	const minutes = Math.abs(offset) / 60_000;
	const two = (value: number) => String(value).padStart(2, '0');
	const local = new Date(instant + offset).toISOString().slice(0, 19);
	return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

interface Resolved {
	/** Milliseconds of 00:00 UTC of the civil date */
	day: number;
	/** Milliseconds of the time of day in the zone */
	instant: number;
	zone: string;
}

const FORMS: Record<NonNullable<RelativeDate['as']>, (resolved: Resolved) => number | string> = {
	epoch: ({ instant }) => instant,
	epochDay: ({ day }) => day,
	epochZoneDay: ({ day, zone }) => momentIn(zone, day, '00:00'),
	isoInstant: ({ instant }) => new Date(instant).toISOString(),
	isoOffset: ({ instant, zone }) => isoOffset(zone, instant),
	isoDate: ({ day }) => isoDate(day),
	usDate: ({ day }) => isoDate(day).replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1'),
	euDate: ({ day }) => isoDate(day).replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1'),
	germanDate: ({ day }) => isoDate(day).replace(/(\d+)-(\d+)-(\d+)/, '$3.$2.$1'),
};

/** Turns the relative dates of a scenario into dates around one evidence date. */
export class ScenarioClock {
	/** The evidence date, milliseconds */
	readonly now: number;
	private readonly named: Record<string, RelativeDate>;

	constructor(now: number, named: Record<string, RelativeDate> = {}) {
		this.now = now;
		this.named = named;
	}

	/** A clock for a file that names days of its own. */
	withNames(named: Record<string, RelativeDate>): ScenarioClock {
		return new ScenarioClock(this.now, named);
	}

	/** Milliseconds of 00:00 UTC of the day a relative date means. */
	day(date: RelativeDate): number {
		if ((date.day === undefined) === (date.businessDay === undefined)) {
			throw new Error('A date needs either "day" or "businessDay".');
		}
		const start =
			date.from === undefined ? Math.floor(this.now / DAY) * DAY : this.namedDay(date.from);
		const moved =
			date.businessDay === undefined
				? start + (date.day ?? 0) * DAY
				: stepWeekdays(start, date.businessDay);
		return date.snap === undefined ? moved : offWeekend(moved, date.snap === 'before' ? -1 : 1);
	}

	/** Milliseconds of the moment a relative date means. */
	epoch(date: RelativeDate): number {
		return momentIn(date.zone ?? 'UTC', this.day(date), date.time ?? '12:00');
	}

	/** A relative date in the form it asks for, else in the form given. */
	write(date: RelativeDate, form: NonNullable<RelativeDate['as']>): number | string {
		const zone = date.zone ?? 'UTC';
		return FORMS[date.as ?? form]({ day: this.day(date), instant: this.epoch(date), zone });
	}

	private namedDay(name: string): number {
		const date = this.named[name];
		if (date === undefined) throw new Error(`There is no day called "${name}" in "dates".`);
		return this.day(date);
	}
}

/** Whether a value of a scenario file is a relative date. */
export function isRelativeDate(value: unknown): value is RelativeDate {
	return typeof value === 'object' && value !== null && ('day' in value || 'businessDay' in value);
}
