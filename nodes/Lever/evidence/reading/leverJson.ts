/** A record as Lever sent it. Nothing about its fields is taken for granted. */
export type LeverRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is LeverRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text as it stands, without the white space around it; null when there is none. */
export function textOf(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const text = value.trim();
	return text === '' ? null : text;
}

/** A timestamp of Lever's API in milliseconds (lever-api.md §4.2); null for anything else. */
export function epochOf(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A whole number from 0, such as a count or a position; null for anything else. */
export function countOf(value: unknown): number | null {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The id, whether Lever sent the id alone or the expanded object (lever-api.md §4.1). */
export function idOf(value: unknown): string | null {
	return isRecord(value) ? textOf(value.id) : textOf(value);
}

export function recordsOf(value: unknown): LeverRecord[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function textsOf(value: unknown): string[] {
	if (!Array.isArray(value)) return [];
	return value.map(textOf).filter((text) => text !== null);
}
