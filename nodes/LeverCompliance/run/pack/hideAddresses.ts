import { withoutAddresses } from '../../../shared/addresses';

/**
 * A record with "…" for every address within its texts: job titles, locations, names of stages and
 * sources are free text, and somebody may have written an address there (rules.md §10).
 */
export function hideAddresses<T extends object>(record: T): T {
	// Only the content of texts changes, so the shape stays that of the record.
	return hidden(record) as T;
}

function hidden(value: unknown): unknown {
	if (typeof value === 'string') return withoutAddresses(value);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(hidden);
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hidden(inner)]));
}
