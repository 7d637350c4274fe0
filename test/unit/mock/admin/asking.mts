import { request } from 'node:http';
import type { MockLever } from '../../../../mock-lever/index.mts';

export interface Answer<T = Record<string, unknown>> {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** Body as JSON; null when it is none */
	body: T;
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** One request to the admin API, with headers that fetch would not let a test set. */
export function ask<T = Record<string, unknown>>(
	mock: MockLever,
	path: string,
	options: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
	const body = options.body === undefined ? undefined : JSON.stringify(options.body);
	const type = body === undefined ? {} : { 'content-type': 'application/json' };
	const method = options.method ?? (body === undefined ? 'GET' : 'POST');
	return new Promise((resolve, reject) => {
		const sent = request(
			`${mock.url}/_mock${path}`,
			{ method, headers: { ...type, ...options.headers } },
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () => {
					const text = Buffer.concat(chunks).toString();
					const { statusCode = 0, headers } = response;
					resolve({ status: statusCode, headers, text, body: json(text) as T });
				});
			},
		);
		sent.on('error', reject);
		sent.end(body);
	});
}
