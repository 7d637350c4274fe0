import { withoutAddresses } from '../../../shared/addresses';

/**
 * A record with "…" for every address within its texts: job titles, locations, names of stages and
 * sources are free text, and somebody may have written an address there (rules.md §10).
 */
export function hideAddresses<T extends object>(record: T): T {
	// Only the content of texts changes, so the shape stays that of the record.
	return hidden(record) as T;
}

/** What holds no address stays the very same object: hardly any record does, and copies are most of the cost. */
function hidden(value: unknown): unknown {
	if (typeof value === 'string') return withoutAddresses(value);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.every(isHidden) ? value : value.map(hidden);
	const members = value as Record<string, unknown>;
	for (const key in members) {
		if (isHidden(members[key])) continue;
		return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hidden(inner)]));
	}
	return value;
}

function isHidden(value: unknown): boolean {
	return hidden(value) === value;
}
