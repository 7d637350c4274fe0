import type { Collection, MomentOf } from './collection.mts';
import type { LeverQuery } from './query.mts';
import type { ValuesOf } from './relation.mts';
import type { LeverStore } from './store.mts';

export interface FilterContext {
	query: LeverQuery;
	store: LeverStore;
	/** The mock's time, milliseconds */
	now: number;
}

export type Test<T> = (record: T) => boolean;

/** The only records that can pass a filter, where it can name them without looking at all of them. */
export interface Candidates<T> {
	count: number;
	records: () => T[];
}

/** Reads its parameters; null when they are absent. Filters combine by AND (lever-api.md §4.2). */
export interface Filter<T extends object> {
	(context: FilterContext): Test<T> | null;
	/** Asked only when the filter's parameters are there; each candidate is still tested */
	narrow?(context: FilterContext, collection: Collection<T>): Candidates<T>;
}

/** The union over several values of a parameter. */
function union<T>(
	values: readonly string[],
	count: (value: string) => number,
	records: (value: string) => T[],
): Candidates<T> {
	return {
		count: values.reduce((sum, value) => sum + count(value), 0),
		records: () => [...new Set(values.flatMap(records))],
	};
}

/** A parameter that may be repeated: one value of the record is among them. Case-sensitive. */
export function anyOf<T extends object>(name: string, valuesOf: ValuesOf<T>): Filter<T> {
	const filter: Filter<T> = ({ query }) => {
		const wanted = query.all(name);
		if (wanted.length === 0) return null;
		return (record) => valuesOf(record).some((value) => value !== null && wanted.includes(value));
	};
	filter.narrow = ({ query }, collection) => {
		const relation = collection.grouped(valuesOf);
		return union(
			query.all(name),
			(value) => relation.count(value),
			(value) => relation.of(value),
		);
	};
	return filter;
}

/** As `anyOf`, where the values stand in other records; `among` gives the records of one value. */
export function anyOfRelated<T extends object>(
	name: string,
	valuesOf: (record: T, context: FilterContext) => readonly string[],
	among: (value: string, context: FilterContext) => T[],
): Filter<T> {
	const filter: Filter<T> = (context) => {
		const wanted = context.query.all(name);
		if (wanted.length === 0) return null;
		return (record) => valuesOf(record, context).some((value) => wanted.includes(value));
	};
	filter.narrow = (context) => {
		const found = (value: string) => among(value, context);
		return union(context.query.all(name), (value) => found(value).length, found);
	};
	return filter;
}

/** As `anyOf`, where Lever knows all values: any other is refused with 400. */
export function anyOfChoices<T extends object>(
	name: string,
	allowed: readonly string[],
	valueOf: (record: T) => string,
): Filter<T> {
	const plain = anyOf<T>(name, (record) => [valueOf(record)]);
	const filter: Filter<T> = (context) => {
		const { query } = context;
		for (const value of query.all(name)) {
			if (!allowed.includes(value)) query.choice(name, allowed);
		}
		return plain(context);
	};
	filter.narrow = plain.narrow;
	return filter;
}

/** `<name>_start` and `<name>_end`, inclusive, either alone. A missing date never matches. */
export function between<T extends object>(name: string, momentOf: MomentOf<T>): Filter<T> {
	const rangeOf = (query: LeverQuery) => ({
		start: query.moment(`${name}_start`),
		end: query.moment(`${name}_end`),
	});
	const filter: Filter<T> = ({ query }) => {
		const { start, end } = rangeOf(query);
		if (start === undefined && end === undefined) return null;
		return (record) => {
			const moment = momentOf(record);
			return moment !== null && moment >= (start ?? -Infinity) && moment <= (end ?? Infinity);
		};
	};
	filter.narrow = ({ query }, collection) => {
		const { start = -Number.MAX_VALUE, end = Number.MAX_VALUE } = rangeOf(query);
		const entries = collection.between(momentOf, start, end);
		return { count: entries.length, records: () => entries.map(({ record }) => record) };
	};
	return filter;
}

export const flag =
	<T extends object>(
		name: string,
		valueOf: (record: T, context: FilterContext) => boolean,
	): Filter<T> =>
	(context) => {
		const wanted = context.query.flag(name);
		return wanted === undefined ? null : (record) => valueOf(record, context) === wanted;
	};

export const choice =
	<T extends object, C extends string>(
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

/** @param among gives the records of one canonical address; left out: all are looked at */
export function email<T extends object>(
	emailsOf: (record: T, context: FilterContext) => readonly string[],
	among?: (address: string, context: FilterContext) => T[],
): Filter<T> {
	const wantedOf = (query: LeverQuery) => query.all('email').slice(-1).map(canonicalEmail);
	const filter: Filter<T> = (context) => {
		const [wanted] = wantedOf(context.query);
		if (wanted === undefined) return null;
		return (record) => emailsOf(record, context).some((each) => canonicalEmail(each) === wanted);
	};
	if (among !== undefined) {
		filter.narrow = (context) => {
			const found = (address: string) => among(address, context);
			return union(wantedOf(context.query), (address) => found(address).length, found);
		};
	}
	return filter;
}

/** What a record must pass under the filters of a request. */
export function testsOf<T extends object>(
	filters: ReadonlyArray<Filter<T>>,
	context: FilterContext,
): Array<Test<T>> {
	return filters.flatMap((filter) => filter(context) ?? []);
}

/**
 * The fewest records that all matches are among.
 *
 * @returns null when no filter that is asked for can name its records
 */
export function fewestCandidates<T extends object>(
	filters: ReadonlyArray<Filter<T>>,
	context: FilterContext,
	collection: Collection<T>,
): Candidates<T> | null {
	let fewest: Candidates<T> | null = null;
	for (const filter of filters) {
		if (filter.narrow === undefined || filter(context) === null) continue;
		const candidates = filter.narrow(context, collection);
		if (fewest === null || candidates.count < fewest.count) fewest = candidates;
	}
	return fewest;
}
