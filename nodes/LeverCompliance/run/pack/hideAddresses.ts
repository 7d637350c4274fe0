import { holdsAtSign, withoutAddresses } from '../../../shared/addresses';

/**
 * A record with "…" for every address within its texts: job titles, locations, names of stages and
 * sources are free text, and somebody may have written an address there (rules.md §10).
 */
export function hideAddresses<T extends object>(record: T): T {
	// What may hold none stays the very same object: hardly any record does, and copies are most of the cost.
	// Only the content of texts changes, so the shape stays that of the record.
	return mayHoldOne(record) ? (hidden(record) as T) : record;
}

function mayHoldOne(value: unknown): boolean {
	if (typeof value === 'string') return holdsAtSign(value);
	if (typeof value !== 'object' || value === null) return false;
	for (const inner of Object.values(value)) if (mayHoldOne(inner)) return true;
	return false;
}

function hidden(value: unknown): unknown {
	if (typeof value === 'string') return withoutAddresses(value);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(hidden);
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hidden(inner)]));
}
