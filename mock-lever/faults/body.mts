import type { Answer } from '../server/answer.mts';

export type JsonObject = Record<string, unknown>;

/** A list answer of Lever (lever-api.md §3). */
export interface ListBody extends JsonObject {
	data: JsonObject[];
	hasNext: boolean;
	next?: string;
}

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
export const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };

const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body of a JSON answer; null for text, bytes and empty answers. */
export function jsonOf({ body }: Answer): JsonObject | null {
	return isObject(body) && !(body instanceof Uint8Array) ? body : null;
}

/** The body of a list answer that is cut into pages, else null. */
export function listOf(answer: Answer): ListBody | null {
	const body = jsonOf(answer);
	return body !== null && Array.isArray(body.data) && typeof body.hasNext === 'boolean'
		? (body as ListBody)
		: null;
}

/** The same answer with each of its records changed; null when it has none. */
export function withRecords(
	answer: Answer,
	change: (record: JsonObject, index: number) => JsonObject,
): Answer | null {
	const body = jsonOf(answer);
	if (body === null) return null;
	if (isObject(body.data)) return { ...answer, body: { ...body, data: change(body.data, 0) } };
	if (!Array.isArray(body.data) || body.data.length === 0) return null;
	return { ...answer, body: { ...body, data: body.data.map(change) } };
}

/** What goes over the wire. */
export function bytesOf({ body }: Answer): Buffer {
	if (body === undefined) return Buffer.alloc(0);
	if (body instanceof Uint8Array) return Buffer.from(body);
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
}
