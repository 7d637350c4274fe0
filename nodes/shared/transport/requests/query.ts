import type { LeverQuery } from '../types';

/** A query as it is sent: text only, arrays for repeated parameters (lever-api.md §4.2). */
export type SentQuery = Record<string, string | string[]>;

/** Leaves out what is undefined or an empty array, turns the rest into text. */
export function sentQuery(query: LeverQuery = {}): SentQuery {
	const sent: SentQuery = {};
	for (const [name, value] of Object.entries(query)) {
		if (Array.isArray(value)) {
			const texts = value.filter((entry) => entry !== undefined).map(String);
			if (texts.length > 0) sent[name] = texts;
		} else if (value !== undefined) {
			sent[name] = String(value);
		}
	}
	return sent;
}

/** Whether the query asks for records that Lever leaves out without the grant (lever-api.md §4.2). */
export function asksForConfidential(query: LeverQuery = {}): boolean {
	return query.confidentiality === 'all' || query.confidentiality === 'confidential';
}
