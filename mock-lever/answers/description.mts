import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A part of the description, or a reference to one: `#/components/…`. */
export type OrReference<T> = T | { $ref: string };

export interface DescribedParameter {
	name: string;
	in: 'query' | 'path';
	schema: Record<string, unknown>;
}

export interface DescribedResponse {
	content?: Record<string, { schema?: object }>;
}

export interface DescribedOperation {
	operationId: string;
	parameters?: Array<OrReference<DescribedParameter>>;
	/** Status → answer */
	responses: Record<string, OrReference<DescribedResponse>>;
}

/** The part of the OpenAPI description that answers are checked against. */
export interface Description {
	/** Path below `/v1` → what can be read there */
	paths: Record<string, { get: DescribedOperation }>;
	components: {
		parameters: Record<string, DescribedParameter>;
		responses: Record<string, DescribedResponse>;
	};
}

/** In the published package the description lies beside the code or above it, in a checkout in `api`. */
const PLACES = [
	'../lever.openapi.yaml',
	'../../lever.openapi.yaml',
	'../../api/lever.openapi.yaml',
].map((place) => new URL(place, import.meta.url));

let read: Description | undefined;

/** @throws Error when the OpenAPI description of Lever is in none of its places */
export function placeOfDescription(): URL {
	const place = PLACES.find((each) => existsSync(each));
	if (place === undefined) {
		throw new Error('lever.openapi.yaml is missing. Install mock-lever again.');
	}
	return place;
}

/**
 * The OpenAPI description of Lever, read once per process (about 0.1 s).
 *
 * @throws Error when it is missing
 */
export function readDescription(): Description {
	read ??= parse(readFileSync(placeOfDescription(), 'utf8')) as Description;
	return read;
}

/** `/paths/~1users/get`: a place in the description as JSON Pointer (RFC 6901). */
export function pointer(...steps: string[]): string {
	return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
