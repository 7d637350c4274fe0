/** What a value must look like to be written into a pack. */
export type Shape =
	| 'text'
	| 'number'
	| 'flag'
	/** Anything JSON holds; kept as it is */
	| 'any'
	| { orNull: Shape }
	/** May be absent */
	| { optional: Shape }
	| { listOf: Shape }
	/** Any keys, each value of one shape */
	| { valuesOf: Shape }
	/** These keys and no others */
	| { fields: Record<string, Shape> };

type Reading = { fits: true; value: unknown } | { fits: false };

const MISFIT: Reading = { fits: false };

/**
 * Checks a value against a shape and copies what the shape allows. Fields that it does not name are
 * left out: only allow-listed fields reach a pack (rules.md §10).
 */
export function readShape(shape: Shape, value: unknown): Reading {
	if (typeof shape === 'string') return readSimple(shape, value);
	if ('orNull' in shape) {
		return value === null ? { fits: true, value } : readShape(shape.orNull, value);
	}
	if ('optional' in shape) {
		return value === undefined ? { fits: true, value } : readShape(shape.optional, value);
	}
	if ('listOf' in shape) return readList(shape.listOf, value);
	if (!isObject(value)) return MISFIT;
	if ('valuesOf' in shape) {
		return readMembers(
			Object.keys(value).map((key) => [key, shape.valuesOf] as const),
			value,
		);
	}
	return readMembers(Object.entries(shape.fields), value);
}

/** A JSON object, neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readSimple(shape: 'text' | 'number' | 'flag' | 'any', value: unknown): Reading {
	const fits = {
		text: typeof value === 'string',
		number: typeof value === 'number' && Number.isFinite(value),
		flag: typeof value === 'boolean',
		any: value !== undefined,
	}[shape];
	return fits ? { fits, value } : MISFIT;
}

function readList(shape: Shape, value: unknown): Reading {
	if (!Array.isArray(value)) return MISFIT;
	const entries: unknown[] = [];
	for (const entry of value) {
		const reading = readShape(shape, entry);
		if (!reading.fits) return MISFIT;
		entries.push(reading.value);
	}
	return { fits: true, value: entries };
}

function readMembers(
	shapes: ReadonlyArray<readonly [string, Shape]>,
	value: Record<string, unknown>,
): Reading {
	const members: Array<[string, unknown]> = [];
	for (const [key, shape] of shapes) {
		const reading = readShape(shape, Object.hasOwn(value, key) ? value[key] : undefined);
		if (!reading.fits) return MISFIT;
		if (reading.value !== undefined) members.push([key, reading.value]);
	}
	return { fits: true, value: Object.fromEntries(members) };
}
