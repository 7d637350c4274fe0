import type { RequestHandler } from 'express';
import { matchPath } from '../../server/matchPath.mts';
import type { CompanionParts } from '../lists.mts';
import { candidatesOf, reportOf, type CheckrReport } from './records.mts';

interface CheckrAnswer {
	status: number;
	body: object;
}

const refusal = (status: number, error: string): CheckrAnswer => ({ status, body: { error } });

const PAGE_SIZE = { usual: 25, largest: 100 };

const positive = (text: string | null, otherwise: number) =>
	text === null ? otherwise : /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;

/** A page of a list as Checkr gives it: `page` from 1, `per_page` up to 100, links to both neighbours. */
function pageOf(records: readonly object[], path: string, query: URLSearchParams): CheckrAnswer {
	const page = positive(query.get('page'), 1);
	const size = positive(query.get('per_page'), PAGE_SIZE.usual);
	if (page === null || size === null || size > PAGE_SIZE.largest) {
		return refusal(400, `page is 1 or more, per_page from 1 to ${PAGE_SIZE.largest}`);
	}
	const link = (to: number) => {
		const next = new URLSearchParams(query);
		next.set('page', String(to));
		next.set('per_page', String(size));
		return `${path}?${next.toString()}`;
	};
	const end = page * size;
	return {
		status: 200,
		body: {
			object: 'list',
			data: records.slice(end - size, end),
			count: records.length,
			next_href: end < records.length ? link(page + 1) : null,
			previous_href: page > 1 ? link(page - 1) : null,
		},
	};
}

/** Keeps the records whose fields are what the query says; other parameters are not looked at. */
function filtered<T extends object>(
	records: readonly T[],
	fields: ReadonlyArray<keyof T & string>,
	query: URLSearchParams,
): T[] {
	return records.filter((record) =>
		fields.every((field) => {
			const wanted = query.get(field);
			return wanted === null || String(record[field]).toLowerCase() === wanted.toLowerCase();
		}),
	);
}

/** Reports with their candidate in them, where `include` asks for it. */
function withIncluded(
	reports: readonly CheckrReport[],
	rows: CompanionParts['companion']['screening'],
	query: URLSearchParams,
): object[] {
	const included = (query.get('include') ?? '').split(',');
	if (!included.includes('candidate')) return [...reports];
	const candidates = new Map(candidatesOf(rows).map((candidate) => [candidate.id, candidate]));
	return reports.map((report) => ({ ...report, candidate: candidates.get(report.candidate_id) }));
}

type Answering = (
	parts: CompanionParts,
	ask: { id: string; query: URLSearchParams; path: string },
) => CheckrAnswer;

const PATHS: Record<string, Answering> = {
	'/candidates': ({ companion }, { query, path }) =>
		pageOf(filtered(candidatesOf(companion.screening), ['email', 'custom_id'], query), path, query),
	'/candidates/:id': ({ companion }, { id }) => {
		const candidate = candidatesOf(companion.screening).find((each) => each.id === id);
		return candidate ? { status: 200, body: candidate } : refusal(404, 'Candidate not found');
	},
	'/reports': ({ companion }, { query, path }) => {
		const reports = filtered(
			companion.screening.map(reportOf),
			['candidate_id', 'status', 'result'],
			query,
		);
		return pageOf(withIncluded(reports, companion.screening, query), path, query);
	},
	'/reports/:id': ({ companion }, { id, query }) => {
		const row = companion.screening.find((each) => each.report_id === id);
		const [report] = row ? withIncluded([reportOf(row)], companion.screening, query) : [];
		return report ? { status: 200, body: report } : refusal(404, 'Report not found');
	},
};

/** The screening list in the form of Checkr's public API; any credentials will do, and none too. */
export function checkrApi(parts: CompanionParts): RequestHandler {
	return (request, response, next) => {
		const { pathname, searchParams: query } = new URL(request.url, 'http://127.0.0.1');
		const below = pathname.replace(/^\/checkr\/v1/, '');
		for (const [pattern, answering] of Object.entries(PATHS)) {
			const params = matchPath(pattern, below);
			if (params === null) continue;
			const path = `${request.baseUrl}${pathname}`;
			const { status, body } = answering(parts, { id: params.id ?? '', query, path });
			response.status(status).json(body);
			return;
		}
		next();
	};
}
