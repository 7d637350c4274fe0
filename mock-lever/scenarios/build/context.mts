import type { ScenarioClock } from '../clock.mts';
import { isRelativeDate } from '../clock.mts';
import type { SymbolicIds } from '../ids.mts';
import type { LeverDatabase } from '../records.mts';
import type { Raw, RelativeDate, Situation } from '../situation.mts';

/** What building the records of one file needs. */
export interface BuildContext {
	situation: Situation;
	clock: ScenarioClock;
	ids: SymbolicIds;
	/** The account so far; stages, postings and users of the company are in it */
	database: LeverDatabase;
	/** First part of the file name; keeps default addresses of files apart */
	number: string;
	/** What the files so far say of themselves, where something would be invented otherwise */
	stated: Stated;
}

/** Records that nothing is to be invented for: a situation says all of them, or that there are none. */
export interface Stated {
	/** Opportunity of a situation → what it says of what lies below it */
	opportunities: Map<string, ReadonlySet<Below>>;
	/** Ids of users whose last sign-in is stated, or who never signed in */
	signIns: Set<string>;
}

/** What a situation may state below an opportunity. */
export const BELOW = ['feedback', 'files', 'forms', 'notes'] as const;
export type Below = (typeof BELOW)[number];

export function nothingStated(): Stated {
	return { opportunities: new Map(), signIns: new Set() };
}

const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;
export const MINUTES = (count: number) => count * MINUTE;

/** A moment if one is given, else the default. */
export function momentOr<T extends number | null>(
	context: BuildContext,
	date: RelativeDate | undefined,
	otherwise: T,
): number | T {
	return date === undefined ? otherwise : context.clock.epoch(date);
}

/** As `momentOr`, where the file may also say null. */
export function nullableMoment(
	context: BuildContext,
	date: RelativeDate | null | undefined,
	otherwise: number | null,
): number | null {
	return date === null ? null : momentOr(context, date, otherwise);
}

/** Resolves the dates and references inside a `raw` value. */
export function resolveRaw(context: BuildContext, value: Raw): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((each) => resolveRaw(context, each));
	if (isRelativeDate(value)) return context.clock.write(value, 'epoch');
	if (typeof value.ref === 'string') return context.ids.resolve(value.ref);
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, resolveRaw(context, inner as Raw)]),
	);
}

/**
 * Lays `raw` over a finished record. Its keys may hold what Lever's type forbids: that is what `raw` is
 * for, so the result is only nominally still of the record's type.
 */
export function overlay<T extends object>(
	context: BuildContext,
	record: T,
	raw: Record<string, Raw> | undefined,
): T {
	return raw === undefined ? record : { ...record, ...(resolveRaw(context, raw) as Partial<T>) };
}
