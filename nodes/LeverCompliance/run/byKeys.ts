/** Key → everything that has it, in the order given. */
export function byKeys<T>(
	given: readonly T[],
	keysOf: (one: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
	const index = new Map<string, T[]>();
	for (const one of given) {
		const keys = keysOf(one);
		for (const key of keys.length > 1 ? new Set(keys) : keys) {
			const known = index.get(key);
			if (known) known.push(one);
			else index.set(key, [one]);
		}
	}
	return index;
}
