import type { IsoInstant, LeverCollection, Sha256, Visibility } from '../../shared/contracts';
import type { CrawlSummary } from '../../shared/crawl';
import { sha256OfJson } from '../../shared/sha256';
import type { LeverClient, LeverQuery, TransportCounters } from '../../shared/transport';
import type { ListRead } from './listRead';

/**
 * How a plain list was read: what Evidence: Collect says of its reads, without the run around it. The
 * digest is one over the digests of the records, so that a long list need not be held for it.
 */
export interface ListCollection extends Omit<LeverCollection, 'recordsSha256'> {
	/**
	 * SHA-256 over the SHA-256 of the RFC 8785 canonical JSON of each record as Lever sent it (64 hexadecimal
	 * digits each), sorted by id, one per line, LF after each
	 */
	digestsSha256?: Sha256;
	/** Value of 'Updated Since' for the next run; present when this read was complete */
	nextUpdatedSince?: IsoInstant;
	/** Value of 'Resume From' for the next batch of Page by Page; null after the last one */
	resumeFrom?: string | null;
	/** Records given by all batches of Page by Page up to now, this one included */
	recordsSoFar?: number;
}

/** What is known about a read besides its summary. */
interface ListFacts {
	client: LeverClient;
	list: Pick<ListRead<never>, 'path' | 'records' | 'parent' | 'query'>;
	summary: CrawlSummary;
	/** The client's counters when the read began; reads of other input items at the same time count too */
	before: TransportCounters;
	/** Sentences that belong to the rule: what the list cannot show */
	rules?: readonly string[];
}

/** The collection record of a list that has just ended, well or not. */
export function listCollection(facts: ListFacts): ListCollection {
	const { client, list, summary, before, rules = [] } = facts;
	const { counters } = client;
	const resource = resourceOf(list);
	const operation = 'getAll';
	const purpose = 'list';
	const query = [summary.requests.list];
	return {
		kind: 'collection',
		source: 'lever',
		collectionId: sha256OfJson({ source: 'lever', resource, operation, purpose, query }),
		resource,
		operation,
		purpose,
		...client.connection,
		startedAt: new Date(summary.startedAt).toISOString(),
		finishedAt: new Date(summary.finishedAt).toISOString(),
		requests: [...query, ...summary.requests.windows, ...summary.requests.reread],
		pages: summary.pages,
		records: summary.records,
		uniqueIds: summary.uniqueIds,
		duplicates: summary.duplicates,
		...(summary.rereadTail && { rereadTail: summary.rereadTail }),
		retries: counters.retries - before.retries,
		throttled: counters.throttled - before.throttled,
		restartedCursors: counters.restartedCursors - before.restartedCursors,
		complete: summary.complete,
		...(summary.incompleteBecause !== undefined && {
			incompleteBecause: summary.incompleteBecause,
		}),
		...(summary.failure && { failure: summary.failure }),
		visibility: visibilityOf(resource, list.query ?? {}),
		rule: [ruleOf(list), ...rules].join(' '),
		...(summary.digestsSha256 !== undefined && { digestsSha256: summary.digestsSha256 }),
	};
}

/** `opportunities`, `opportunities/deleted`, `postings/users`; `offers` for the list of one opportunity. */
function resourceOf({ path, parent }: Pick<ListRead<never>, 'path' | 'parent'>): string {
	const [first = '', second, third] = path.split('/').filter((segment) => segment !== '');
	if (third !== undefined) return parent === undefined ? `${first}/${third}` : third;
	return second === undefined ? first : `${first}/${second}`;
}

/** Filters by name only: a value can be an e-mail address. */
function ruleOf({ records, parent, query = {} }: ListFacts['list']): string {
	const filters = Object.keys(query).filter((name) => !NO_FILTERS.has(name) && isSet(query[name]));
	const of = parent === undefined ? '' : ` of the opportunity ${parent}`;
	const where = filters.length === 0 ? '' : `, narrowed by ${filters.join(', ')}`;
	return `All ${records}${of} that Lever shows to this credential${where}.`;
}

const NO_FILTERS: ReadonlySet<string> = new Set(['include', 'expand', 'limit', 'offset']);

function isSet(value: LeverQuery[string]): boolean {
	return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** Lists that have confidential records, which Lever leaves out unless asked (lever-api.md §4.2). */
const WITH_CONFIDENTIAL: ReadonlySet<string> = new Set([
	'opportunities',
	'postings',
	'requisitions',
]);

function visibilityOf(resource: string, query: LeverQuery): ListCollection['visibility'] {
	const { confidentiality, includeDeactivated } = query;
	return {
		confidential: asked(
			WITH_CONFIDENTIAL.has(resource),
			confidentiality === 'all' || confidentiality === 'confidential',
		),
		deactivated: asked(resource === 'users', includeDeactivated === true),
	};
}

function asked(applies: boolean, included: boolean): Visibility {
	if (!applies) return 'notApplicable';
	return included ? 'included' : 'notAsked';
}
