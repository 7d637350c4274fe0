import type { MockLever } from '../../../mock-lever/index.mts';

/** Evidence date of these tests; a Monday */
export const AS_OF = '2026-11-02T06:00:00Z';

export interface Answer<T = Record<string, unknown>> {
	status: number;
	headers: Headers;
	text: string;
	/** Body as JSON; null when it is none */
	body: T;
}

export interface ListBody<T = Record<string, unknown>> {
	data: T[];
	hasNext: boolean;
	next?: string;
}

export const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
export const bearer = (token: string) => `Bearer ${token}`;

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** One request, everything as on the wire: `path` may hold a query that is already encoded. */
export async function send<T = Record<string, unknown>>(
	mock: MockLever,
	path: string,
	options: {
		authorization?: string;
		method?: string;
		body?: string;
		/** Default: followed */
		redirect?: RequestRedirect;
	} = {},
): Promise<Answer<T>> {
	const authorization = options.authorization ?? basic(mock.keys.all);
	const response = await fetch(`${mock.baseUrl}${path}`, {
		method: options.method ?? 'GET',
		headers: authorization === '' ? {} : { authorization },
		body: options.body,
		redirect: options.redirect,
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, body: json(text) as T };
}

/** Every record of a list, page by page; `encode` makes the parameter out of `next`. */
export async function walk<T extends Record<string, unknown>>(
	mock: MockLever,
	path: string,
	limit: number,
	encode: (next: string) => string = (next) => next,
): Promise<{ records: T[]; pages: number }> {
	const records: T[] = [];
	const joiner = path.includes('?') ? '&' : '?';
	let offset = '';
	for (let pages = 1; ; pages += 1) {
		const { body } = await send<ListBody<T>>(mock, `${path}${joiner}limit=${limit}${offset}`);
		for (const record of body.data) records.push(record);
		if (!body.hasNext) return { records, pages };
		offset = `&offset=${encode(body.next ?? '')}`;
	}
}
