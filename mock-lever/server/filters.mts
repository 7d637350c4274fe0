import type { LeverQuery } from './query.mts';
import type { LeverStore } from './store.mts';

export interface FilterContext {
	query: LeverQuery;
	store: LeverStore;
	/** The mock's time, milliseconds */
	now: number;
}

export type Test<T> = (record: T) => boolean;
/** Reads its parameters; null when they are absent. Filters combine by AND (lever-api.md §4.2). */
export type Filter<T> = (context: FilterContext) => Test<T> | null;

/** A parameter that may be repeated: one value of the record is among them. Case-sensitive. */
export const anyOf =
	<T,>(
		name: string,
		valuesOf: (record: T, context: FilterContext) => ReadonlyArray<string | null>,
	): Filter<T> =>
	(context) => {
		const wanted = context.query.all(name);
		if (wanted.length === 0) return null;
		return (record) =>
			valuesOf(record, context).some((value) => value !== null && wanted.includes(value));
	};

/** As `anyOf`, where Lever knows all values: any other is refused with 400. */
export const anyOfChoices =
	<T,>(name: string, allowed: readonly string[], valueOf: (record: T) => string): Filter<T> =>
	(context) => {
		const { query } = context;
		for (const value of query.all(name)) {
			if (!allowed.includes(value)) query.choice(name, allowed);
		}
		return anyOf<T>(name, (record) => [valueOf(record)])(context);
	};

/** `<name>_start` and `<name>_end`, inclusive, either alone. A missing date never matches. */
export const between =
	<T,>(name: string, momentOf: (record: T) => number | null): Filter<T> =>
	({ query }) => {
		const start = query.moment(`${name}_start`);
		const end = query.moment(`${name}_end`);
		if (start === undefined && end === undefined) return null;
		return (record) => {
			const moment = momentOf(record);
			return moment !== null && moment >= (start ?? -Infinity) && moment <= (end ?? Infinity);
		};
	};

export const flag =
	<T,>(name: string, valueOf: (record: T, context: FilterContext) => boolean): Filter<T> =>
	(context) => {
		const wanted = context.query.flag(name);
		return wanted === undefined ? null : (record) => valueOf(record, context) === wanted;
	};

export const choice =
	<T, C extends string>(
		name: string,
		allowed: readonly C[],
		valueOf: (record: T) => string,
	): Filter<T> =>
	({ query }) => {
		const wanted = query.choice(name, allowed);
		return wanted === undefined ? null : (record) => valueOf(record) === wanted;
	};

/** Lever compares addresses in their canonical form. */
export const canonicalEmail = (text: string) => text.trim().toLowerCase();

export const email =
	<T,>(emailsOf: (record: T, context: FilterContext) => readonly string[]): Filter<T> =>
	(context) => {
		const wanted = context.query.one('email');
		if (wanted === undefined) return null;
		return (record) =>
			emailsOf(record, context).some((each) => canonicalEmail(each) === canonicalEmail(wanted));
	};

/** What a record must pass under the filters of a request. */
export function testsOf<T>(
	filters: ReadonlyArray<Filter<T>>,
	context: FilterContext,
): Array<Test<T>> {
	return filters.flatMap((filter) => filter(context) ?? []);
}
