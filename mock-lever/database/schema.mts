import { APPROVAL_COLUMNS, SCREENING_COLUMNS, STAFF_COLUMNS } from '../scenarios/situation.mts';
import type { JsonSchema } from './collections.mts';
import { COLLECTION_SHAPES } from './collections.mts';

/** First line of every account file; another number when the shape changes */
export const FORMAT = 'mock-lever account 1';

const COMPONENT = '#/components/schemas/';

const isObject = (value: unknown): value is JsonSchema =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Copies a schema of the API description, its references pointing into `$defs`. */
function moved(value: unknown, seen: (name: string) => void): unknown {
	if (Array.isArray(value)) return value.map((each) => moved(each, seen));
	if (typeof value === 'string' && value.startsWith(COMPONENT)) {
		const name = value.slice(COMPONENT.length);
		seen(name);
		return `#/$defs/${name}`;
	}
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each, seen)]));
}

/** Named schemas and all they refer to. */
function definitions(names: readonly string[], described: JsonSchema): JsonSchema {
	const result: JsonSchema = {};
	const waiting = [...names];
	for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
		if (name in result) continue;
		if (!isObject(described[name])) throw new Error(`The API description has no schema ${name}.`);
		result[name] = moved(described[name], (other) => waiting.push(other));
	}
	return result;
}

function listOf(columns: readonly string[]): JsonSchema {
	const properties = Object.fromEntries(columns.map((column) => [column, { type: 'string' }]));
	return {
		type: 'array',
		items: { type: 'object', properties, additionalProperties: { type: 'string' } },
	};
}

function collectionSchema(shape: (typeof COLLECTION_SHAPES)[keyof typeof COLLECTION_SHAPES]) {
	const { record, stored, optional } = shape;
	const own = {
		type: 'object',
		required: Object.keys(stored),
		properties: { ...stored, ...optional },
	};
	const items = record === undefined ? own : { allOf: [{ $ref: `#/$defs/${record}` }, own] };
	return { type: 'array', items };
}

/**
 * The JSON Schema of an account file, made of the API description and what the store adds to Lever's records.
 *
 * @param described `components.schemas` of the API description
 */
export function accountSchema(described: JsonSchema): JsonSchema {
	const collections = Object.entries(COLLECTION_SHAPES);
	const records = collections.flatMap(([, { record }]) => record ?? []);
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: 'An account of mock-lever',
		type: 'object',
		required: ['format', 'asOf', 'lever'],
		additionalProperties: false,
		properties: {
			$schema: { type: 'string' },
			format: { const: FORMAT },
			asOf: {
				type: 'string',
				description: "The mock's time when the file is loaded: ISO 8601 with offset",
				pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$`,
			},
			lever: {
				type: 'object',
				description: "Lever's records; a collection that is left out is empty",
				additionalProperties: false,
				properties: Object.fromEntries(
					collections.map(([name, shape]) => [name, collectionSchema(shape)]),
				),
			},
			lists: {
				type: 'object',
				description: 'Lists from outside Lever; every cell is text',
				additionalProperties: false,
				properties: {
					screening: listOf(SCREENING_COLUMNS),
					staff: listOf(STAFF_COLUMNS),
					approvals: listOf(APPROVAL_COLUMNS),
				},
			},
		},
		$defs: definitions(records, described),
	};
}
