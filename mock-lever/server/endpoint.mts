import type { Need } from '../access/caller.mts';
import type { Answer } from './answer.mts';
import { json } from './answer.mts';
import type { LeverCall, Mode } from './call.mts';
import { LeverFault } from './faults.mts';
import type { Filter, Test } from './filters.mts';
import { fewestCandidates, testsOf } from './filters.mts';
import type { OrderChoice } from './orders.mts';
import { compareKeys, sortKey } from './orders.mts';
import { pageOf } from './page.mts';
import type { Expansions, Shown } from './shape.mts';
import { shaper } from './shape.mts';
import type { Entry } from './sortedList.mts';
import type { CollectionName, FieldOf, Stored } from './store.mts';

/** A sub-list: the records whose field holds what stands in the path. */
interface Parent<K extends CollectionName> {
	/** Field of the record, for instance `opportunityId` */
	field: FieldOf<K>;
	/** Name in the path, for instance `opportunity` for `/opportunities/:opportunity/offers` */
	param: string;
}

interface EndpointCommon extends Need {
	/** Path below `/v1`, with `:name` for ids */
	path: string;
	/** Only in this mode; left out: in both */
	mode?: Mode;
	/** Runs before any record is looked for; throws what Lever answers instead */
	guard?: (call: LeverCall) => void;
}

interface RecordsCommon<K extends CollectionName> extends EndpointCommon {
	/** Where the store keeps the records */
	collection: K;
	of?: Parent<K>;
	expansions?: Expansions;
	show: (record: Stored<K>, call: LeverCall) => Shown;
}

export interface ListSpec<K extends CollectionName> extends RecordsCommon<K> {
	/** Which records exist for this caller at all */
	visible?: (call: LeverCall) => Test<Stored<K>>;
	filters?: ReadonlyArray<Filter<Stored<K>>>;
	order: OrderChoice<Stored<K>>;
	/** false: the whole list at once, only `data` around it (lever-api.md §3) */
	paged?: false;
}

export interface SingleSpec<K extends CollectionName> extends RecordsCommon<K> {
	/** As in Lever's message "<what> was not found" */
	what: string;
	/** Throws when the caller may not see this record */
	refuse?: (record: Stored<K>, call: LeverCall) => void;
}

export interface OtherSpec extends EndpointCommon {
	/** Default GET */
	method?: string;
	/** Anything else than records in the usual envelope */
	answer: (call: LeverCall) => Answer | Promise<Answer>;
}

/** One line of the table of endpoints. */
export interface Endpoint extends Need {
	method: string;
	path: string;
	mode: Mode | null;
	/** @throws LeverFault */
	answer(call: LeverCall): Answer | Promise<Answer>;
}

/** An answer that is no list and no single record, for instance a download. */
export function other(spec: OtherSpec): Endpoint {
	const { path, permission, scope } = spec;
	return {
		method: spec.method ?? 'GET',
		path,
		permission,
		scope,
		mode: spec.mode ?? null,
		answer(call) {
			spec.guard?.(call);
			return spec.answer(call);
		},
	};
}

/** Up to this share of a collection it is quicker to sort the candidates than to walk the collection. */
const NARROW_SHARE = 0.08;

/**
 * Records in their order, all that match among them: of a sub-list or a narrow filter the few there are,
 * sorted here; else the whole collection, which is kept sorted.
 */
function entriesOf<K extends CollectionName>(
	{ collection, of, filters = [] }: ListSpec<K>,
	order: ReturnType<OrderChoice<Stored<K>>>,
	{ store, params, query, now }: LeverCall,
): ReadonlyArray<Entry<Stored<K>>> {
	const sorted = (records: ReadonlyArray<Stored<K>>) =>
		records
			.map((record) => ({ key: sortKey(order, record, store), record }))
			.sort((a, b) => compareKeys(order, a.key, b.key));
	if (of !== undefined) return sorted(store.related(collection, of.field, params[of.param] ?? ''));
	const all = store.collection(collection);
	const fewest = fewestCandidates(filters, { query, store, now }, all);
	return fewest !== null && fewest.count <= NARROW_SHARE * all.size
		? sorted(fewest.records())
		: store.inOrder(collection, order);
}

/** A list: `{data, hasNext, next?}`. */
export function list<K extends CollectionName>(spec: ListSpec<K>): Endpoint {
	return other({
		...spec,
		answer(call) {
			const { query, store, cursors, now } = call;
			const order = spec.order(query);
			const tests = testsOf(spec.filters ?? [], { query, store, now });
			if (spec.visible) tests.unshift(spec.visible(call));
			const shape = shaper(call, spec.expansions ?? {});
			const show = (record: Stored<K>) => shape(spec.show(record, call));
			const entries = entriesOf(spec, order, call);
			if (spec.paged === false) {
				const records = entries.map((entry) => entry.record);
				return json({
					data: records.filter((record) => tests.every((test) => test(record))).map(show),
				});
			}
			// A cursor of one opportunity's offers is foreign to another's.
			const parent = spec.of === undefined ? '' : (call.params[spec.of.param] ?? '');
			const name = `${spec.path} ${parent}`;
			const page = pageOf(entries, { list: name, query, cursors, order, tests });
			return json({ ...page, data: page.data.map(show) });
		},
	});
}

/** One object: `{data}`. The last id in the path is its own. */
export function single<K extends CollectionName>(spec: SingleSpec<K>): Endpoint {
	const param = /:([^/:]+)$/.exec(spec.path)?.[1] ?? 'id';
	const belongs = (record: Stored<K>, { params }: LeverCall) =>
		spec.of === undefined || Reflect.get(record, spec.of.field) === params[spec.of.param];
	return other({
		...spec,
		answer(call) {
			const record = call.store.get(spec.collection, call.params[param] ?? '');
			if (record === undefined || !belongs(record, call)) {
				throw new LeverFault(404, `${spec.what} was not found`);
			}
			spec.refuse?.(record, call);
			const shape = shaper(call, spec.expansions ?? {});
			return json({ data: shape(spec.show(record, call)) });
		},
	});
}
