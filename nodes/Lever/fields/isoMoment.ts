/**
 * Milliseconds as ISO 8601 in UTC, as n8n shows dates; null where Lever has none. Lever's examples show some
 * moments of files as text (lever-api.md §5.11).
 */
export function isoMoment(moment: number | string | null | undefined): string | null {
	const milliseconds = typeof moment === 'string' ? numberOrDate(moment) : moment;
	if (typeof milliseconds !== 'number') return null;
	const date = new Date(milliseconds);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function numberOrDate(text: string): number {
	return /^-?\d+$/.test(text.trim()) ? Number(text) : Date.parse(text);
}
