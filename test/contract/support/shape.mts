/** A small language for the tables of lever-api.md §5, independent of the API description. */

/** Says what does not fit: one sentence each, with the place; empty when all fits. */
export type Fits = (value: unknown, place: string) => string[];

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? String(value);

const by =
	(wanted: string, test: (value: unknown) => boolean): Fits =>
	(value, place) =>
		test(value) ? [] : [`${place} is ${shown(value)}, not ${wanted}`];

export const text = by('text', (value) => typeof value === 'string');
export const wholeNumber = by('a whole number', (value) => Number.isInteger(value));
export const number = by('a number', (value) => typeof value === 'number');
export const yesNo = by('true or false', (value) => typeof value === 'boolean');
export const anything: Fits = () => [];
export const nothing = by('null', (value) => value === null);

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
export const uid = by('a UUID', (value) => typeof value === 'string' && UUID.test(value));

/** Stages are UUIDs or the five plain words of §5.5. */
export const FIXED_STAGES = [
	'lead-new',
	'lead-reached-out',
	'lead-responded',
	'applicant-new',
	'offer',
];
export const stageId = by(
	'the id of a stage',
	(value) => typeof value === 'string' && (UUID.test(value) || FIXED_STAGES.includes(value)),
);

const FIRST_YEAR = Date.UTC(2000, 0);
const LAST_YEAR = Date.UTC(2100, 0);
/** Between the years 2000 and 2100, so that seconds are found out. */
export const ms = by(
	'milliseconds since 1970',
	(value) => Number.isInteger(value) && Number(value) > FIRST_YEAR && Number(value) < LAST_YEAR,
);

export const oneOf = (...values: unknown[]): Fits =>
	by(`one of ${shown(values)}`, (value) => values.includes(value));

export const matching = (pattern: RegExp): Fits =>
	by(`like ${pattern}`, (value) => typeof value === 'string' && pattern.test(value));

/** One of several shapes. */
export const either =
	(...shapes: Fits[]): Fits =>
	(value, place) => {
		const complaints = shapes.map((fits) => fits(value, place));
		return complaints.some((list) => list.length === 0) ? [] : complaints.flat();
	};

/** The `?` of the reference. */
export const orNull = (fits: Fits): Fits => either(nothing, fits);

export const list =
	(fits: Fits): Fits =>
	(value, place) =>
		Array.isArray(value)
			? value.flatMap((entry, index) => fits(entry, `${place}[${index}]`))
			: [`${place} is ${shown(value)}, not a list`];

interface Optional {
	optional: Fits;
}
/** The `opt.` of the reference: the key may be absent. */
export const optional = (fits: Fits): Optional => ({ optional: fits });

export type Fields = Record<string, Fits | Optional>;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every key that the reference names, and no other. */
export const object =
	(fields: Fields): Fits =>
	(value, place) => {
		if (!isObject(value)) return [`${place} is ${shown(value)}, not an object`];
		const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
		return [
			...unknown.map((key) => `${place}.${key} is not in the reference`),
			...Object.entries(fields).flatMap(([key, field]) => {
				const fits = typeof field === 'function' ? field : field.optional;
				if (Object.hasOwn(value, key)) return fits(value[key], `${place}.${key}`);
				return typeof field === 'function' ? [`${place}.${key} is missing`] : [];
			}),
		];
	};

/** Any keys, each value of one shape. */
export const mapOf =
	(fits: Fits): Fits =>
	(value, place) =>
		isObject(value)
			? Object.entries(value).flatMap(([key, entry]) => fits(entry, `${place}.${key}`))
			: [`${place} is ${shown(value)}, not an object`];

const FEW = 10;

/** What does not fit in a set of records, the first few. */
export function misfits(records: readonly unknown[], fits: Fits): string[] {
	return records.flatMap((record, index) => fits(record, `record ${index}`)).slice(0, FEW);
}

function kind(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'list' : typeof value;
}

/**
 * Takes an example of the reference as an oracle: each of its keys stands in some record, with a value of the
 * same kind; where the example has null, any.
 *
 * @returns keys that stand in no record in this way
 */
export function notFound(example: Record<string, unknown>, records: readonly unknown[]): string[] {
	const alike = (record: unknown, key: string) =>
		isObject(record) &&
		Object.hasOwn(record, key) &&
		(example[key] === null || kind(record[key]) === kind(example[key]));
	return Object.keys(example).filter((key) => !records.some((record) => alike(record, key)));
}
