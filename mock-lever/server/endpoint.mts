import type { LeverCall, Mode } from './call.mts';
import { LeverFault } from './faults.mts';
import type { Filter } from './filters.mts';
import { applyFilters } from './filters.mts';
import type { Permission } from './keys.mts';
import type { OrderChoice } from './orders.mts';
import { pageOf } from './page.mts';
import type { Expansions, Shown } from './shape.mts';
import { shaper } from './shape.mts';

interface EndpointCommon<T> {
	/** Path below `/v1`, with `:name` for ids */
	path: string;
	permission: Permission;
	/** Path in json-server's routing; the same as `path` when left out */
	store?: (params: Record<string, string>) => string;
	/** Only in this mode; left out: in both */
	mode?: Mode;
	/** Runs before the store is asked; throws what Lever answers instead */
	guard?: (call: LeverCall) => void;
	expansions?: Expansions;
	show: (record: T, call: LeverCall) => Shown;
}

export interface ListSpec<T> extends EndpointCommon<T> {
	/** Which records exist for this caller at all */
	visible?: (call: LeverCall) => (record: T) => boolean;
	filters?: ReadonlyArray<Filter<T>>;
	order: OrderChoice<T>;
}

export interface SingleSpec<T> extends EndpointCommon<T> {
	/** As in Lever's message "<what> was not found" */
	what: string;
	/** Throws when the caller may not see this record */
	refuse?: (record: T, call: LeverCall) => void;
}

/** One line of the table of endpoints. */
export interface Endpoint {
	path: string;
	permission: Permission;
	mode: Mode | null;
	storePath(params: Record<string, string>): string;
	guard(call: LeverCall): void;
	/**
	 * @param stored what json-server found: a list, an object, or undefined for nothing
	 * @returns the body of the answer
	 * @throws LeverFault
	 */
	answer(stored: unknown, call: LeverCall): object;
}

function common<T>(spec: EndpointCommon<T>): Omit<Endpoint, 'answer'> {
	return {
		path: spec.path,
		permission: spec.permission,
		mode: spec.mode ?? null,
		storePath: spec.store ?? (() => spec.path),
		guard: spec.guard ?? (() => {}),
	};
}

/** A list: `{data, hasNext, next?}`. The store holds records of type T in this collection. */
export function list<T>(spec: ListSpec<T>): Endpoint {
	return {
		...common(spec),
		answer(stored, call) {
			const { query, database, cursors, now } = call;
			const visible = spec.visible?.(call) ?? (() => true);
			const records = (stored as T[]).filter(visible);
			const matching = applyFilters(records, spec.filters ?? [], { query, database, now });
			const source = { list: spec.path, query, cursors, database };
			const shape = shaper(query, spec.expansions ?? {}, database);
			const { data, ...rest } = pageOf(matching, spec.order(query), source);
			return { data: data.map((record) => shape(spec.show(record, call))), ...rest };
		},
	};
}

/** One object: `{data}`. */
export function single<T>(spec: SingleSpec<T>): Endpoint {
	const path = spec.path.replace(/\/:[^/]+$/, '');
	return {
		...common({ ...spec, store: spec.store ?? ((params) => `${path}/${params.id ?? ''}`) }),
		answer(stored, call) {
			if (stored === undefined) throw new LeverFault(404, `${spec.what} was not found`);
			const record = stored as T;
			spec.refuse?.(record, call);
			const shape = shaper(call.query, spec.expansions ?? {}, call.database);
			return { data: shape(spec.show(record, call)) };
		},
	};
}
