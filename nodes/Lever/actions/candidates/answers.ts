import { isoMoment } from '../../fields/isoMoment';
import type { FormFieldRecord } from '../records';

/**
 * The answers of a form by the labels of its fields (lever-api.md §5.10), dates as ISO 8601. A label that
 * comes again gets a number: "Rating", "Rating (2)".
 */
export function answersOf(
	fields: readonly FormFieldRecord[] | null | undefined,
): Record<string, unknown> {
	const given = new Map<string, unknown>();
	for (const field of fields ?? []) given.set(freeLabel(field.text ?? '', given), answerOf(field));
	return Object.fromEntries(given);
}

function freeLabel(label: string, taken: ReadonlyMap<string, unknown>): string {
	for (let number = 1; ; number++) {
		const numbered = number === 1 ? label : `${label} (${number})`;
		if (!taken.has(numbered)) return numbered;
	}
}

function answerOf({ type, value }: FormFieldRecord): unknown {
	return type === 'date' && typeof value === 'number' ? isoMoment(value) : (value ?? null);
}
