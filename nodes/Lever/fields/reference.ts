/** What a field holds that names another record: its id, or the whole record with 'Expand' (lever-api.md §4.1). */
export type Reference =
	| string
	| { id: string; name?: string | null; text?: string | null }
	| null
	| undefined;

/**
 * Another record in a simplified one: its id, and its name too where it was expanded, for instance
 * `ownerId` and `owner`.
 */
export function reference(name: string, value: Reference): Record<string, string | null> {
	if (typeof value !== 'object' || value === null) return { [`${name}Id`]: value ?? null };
	return { [`${name}Id`]: value.id, [name]: value.text ?? value.name ?? null };
}
