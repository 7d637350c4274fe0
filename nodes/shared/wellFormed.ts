import { isRecord } from './transport/unknown';

/**
 * The same value with every half of a surrogate pair replaced by U+FFFD. Lever cuts texts by length,
 * sometimes in the middle of an emoji, and canonical JSON cannot hold the half that is left.
 */
export function wellFormed(value: unknown): unknown {
	if (typeof value === 'string') return value.toWellFormed();
	if (Array.isArray(value)) return value.map(wellFormed);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [key.toWellFormed(), wellFormed(member)]),
	);
}
