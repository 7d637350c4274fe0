/** Milliseconds as ISO 8601 in UTC, as n8n shows dates; null where Lever has none. */
export function isoMoment(milliseconds: number | null | undefined): string | null {
	if (typeof milliseconds !== 'number') return null;
	const date = new Date(milliseconds);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
