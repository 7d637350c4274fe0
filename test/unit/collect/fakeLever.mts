import { LeverReadError } from '../../../nodes/shared/transport/faults/leverReadError.ts';
import { sentQuery } from '../../../nodes/shared/transport/requests/query.ts';
import type {
	LeverClient,
	LeverConnection,
	LeverPage,
	LeverQuery,
	TransportCounters,
} from '../../../nodes/shared/transport/types.ts';

export type Raw = Record<string, unknown>;

export interface FakeAccount {
	opportunities: Raw[];
	/** Opportunity id → its offers */
	offers: Record<string, Raw[]>;
	users: Raw[];
	stages: Raw[];
	archive_reasons: Raw[];
	tags: Raw[];
	postings?: Raw[];
	requisitions?: Raw[];
	audit_events?: Raw[];
	/** Below opportunities: opportunity id → its records */
	feedback?: Record<string, Raw[]>;
	files?: Record<string, Raw[]>;
	forms?: Record<string, Raw[]>;
	notes?: Record<string, Raw[]>;
}

/** A request as the fake saw it. */
export interface SeenRequest {
	path: string;
	query: Record<string, string | string[]>;
	page: number;
}

export interface FakeOptions {
	/** Records per page, whatever `limit` says */
	pageSize?: number;
	connection?: Partial<LeverConnection>;
	/** Called before each page; throw to make Lever refuse or break, change the account to make it move */
	beforePage?: (request: SeenRequest) => void;
}

export interface FakeLever {
	client: LeverClient;
	requests: SeenRequest[];
	counters: TransportCounters;
}

/** A Lever account in memory that knows the filters that Collect uses (lever-api.md §4.3). */
export function fakeLever(account: FakeAccount, options: FakeOptions = {}): FakeLever {
	const counters: TransportCounters = {
		requests: 0,
		retries: 0,
		throttled: 0,
		restartedCursors: 0,
	};
	const requests: SeenRequest[] = [];
	const pageSize = options.pageSize ?? 100;

	async function* pages<T>(
		path: string,
		query: LeverQuery = {},
	): AsyncGenerator<LeverPage<T>, void, undefined> {
		for (let page = 1; ; page += 1) {
			const request = { path, query: sentQuery(query), page };
			counters.requests += 1;
			requests.push(request);
			options.beforePage?.(request);
			// The list is made anew for every page, as Lever has no snapshot either (lever-api.md §3.1).
			const all = listOf(account, path, request.query);
			const data = structuredClone(all.slice((page - 1) * pageSize, page * pageSize));
			const last = all.length <= page * pageSize;
			yield { data: data as T[], number: page, last };
			if (last) return;
		}
	}

	async function get<T>(path: string, query: LeverQuery = {}): Promise<T> {
		const request = { path, query: sentQuery(query), page: 0 };
		counters.requests += 1;
		requests.push(request);
		options.beforePage?.(request);
		const found = account.opportunities.find(({ id }) => path === `/opportunities/${String(id)}`);
		if (found !== undefined) return await Promise.resolve(structuredClone(found) as T);
		return await Promise.resolve(listOf(account, path, request.query).slice(0, 1) as T);
	}

	const client: LeverClient = {
		connection: {
			environment: 'custom',
			baseUrl: 'http://lever.example/v1',
			production: false,
			credentialKind: 'apiKey',
			...options.connection,
		},
		counters,
		tempo: { requestsPerSecond: 10, answerTimeMs: null, now: () => Date.now() },
		get,
		pages,
		download: async () => await Promise.reject(new Error('This account has no files')),
	};
	return { client, requests, counters };
}

/** Lever's refusal, as the transport reports it. */
export function refused(httpStatus: number): LeverReadError {
	const reasons = {
		400: 'badRequest',
		401: 'unauthorized',
		403: 'forbidden',
		404: 'notFound',
	} as const;
	const reason = reasons[httpStatus as keyof typeof reasons] ?? 'serverFault';
	return new LeverReadError(reason, `Lever answered with status ${httpStatus}.`, 'Do something.', {
		httpStatus,
	});
}

function listOf(account: FakeAccount, path: string, query: SeenRequest['query']): Raw[] {
	const [, opportunity, below] =
		/^\/opportunities\/([^/]+)\/(offers|feedback|files|forms|notes)$/.exec(path) ?? [];
	if (opportunity !== undefined && isBelow(below)) return account[below]?.[opportunity] ?? [];
	if (path === '/postings') return visible(account.postings ?? [], query);
	if (path === '/requisitions') return visible(account.requisitions ?? [], query);
	if (path === '/audit_events') {
		const since = Number(query.created_at_start ?? -Infinity);
		return (account.audit_events ?? []).filter(
			({ type, createdAt }) =>
				(query.type === undefined || query.type === type) && Number(createdAt) >= since,
		);
	}
	if (path === '/opportunities') return opportunities(account.opportunities, query);
	if (path === '/stages') return account.stages;
	if (path === '/tags') return account.tags;
	if (path === '/archive_reasons') return account.archive_reasons;
	if (path === '/users') {
		return account.users.filter(
			({ deactivatedAt }) => query.includeDeactivated === 'true' || deactivatedAt === null,
		);
	}
	throw refused(404);
}

const BELOW = ['offers', 'feedback', 'files', 'forms', 'notes'] as const;

function isBelow(name: unknown): name is (typeof BELOW)[number] {
	return BELOW.some((below) => below === name);
}

function visible(records: Raw[], query: SeenRequest['query']): Raw[] {
	return records.filter(
		({ confidentiality }) => query.confidentiality === 'all' || confidentiality !== 'confidential',
	);
}

function opportunities(all: Raw[], query: SeenRequest['query']): Raw[] {
	const several = (name: string) => [query[name] ?? []].flat();
	const epoch = (name: string) => (query[name] === undefined ? null : Number(query[name]));
	const archivedSince = epoch('archived_at_start');
	const updatedSince = epoch('updated_at_start');
	const [createdSince, createdUntil] = [epoch('created_at_start'), epoch('created_at_end')];
	return all.filter((opportunity) => {
		const archived = opportunity.archived as { reason: string; archivedAt: number } | null;
		if (query.confidentiality !== 'all' && opportunity.confidentiality === 'confidential') {
			return false;
		}
		if (query.archived === 'false' && archived !== null) return false;
		if (archivedSince !== null && (archived?.archivedAt ?? -Infinity) < archivedSince) return false;
		if (createdSince !== null && Number(opportunity.createdAt) < createdSince) return false;
		if (createdUntil !== null && Number(opportunity.createdAt) > createdUntil) return false;
		if (updatedSince !== null && Number(opportunity.updatedAt ?? -1) < updatedSince) return false;
		if (query.archive_reason_id && !several('archive_reason_id').includes(archived?.reason ?? '')) {
			return false;
		}
		if (query.stage_id && !several('stage_id').includes(String(opportunity.stage))) return false;
		return !query.contact_id || several('contact_id').includes(String(opportunity.contact));
	});
}
