/** Whether a value is an object whose members can be looked at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of members; undefined where the path ends early. */
export function readPath(value: unknown, ...path: string[]): unknown {
	return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
}
