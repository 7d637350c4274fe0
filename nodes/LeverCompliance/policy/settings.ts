import type { INodePropertyOptions, NodePropertyTypes } from 'n8n-workflow';

import { isCivilDate, isTimeZoneName } from '../../shared/dates';
import { foldKey } from './foldKey';

/** Notes what may not stand in the document. */
type Note = (mistake: {
	/** Below the setting; empty for the setting itself */
	path: readonly string[];
	/** What must stand there, to be read after the path */
	message: string;
}) => void;

/**
 * One thing that an organisation decides about its checks. The document, its JSON Schema and the form of
 * the node are made from settings (policySettings.ts).
 */
export interface Setting<T> {
	kind: 'setting';
	/** In the form, in n8n's title case */
	title: string;
	/** One sentence without full stop */
	description: string;
	/** What holds when the document says nothing */
	standard: T;
	/** JSON Schema 2020-12 of the value */
	schema: object;
	/** How n8n's form shows it */
	field: {
		type: NodePropertyTypes;
		typeOptions?: { multipleValues?: true; rows?: number };
		options?: INodePropertyOptions[];
	};
	/** Gives the standard for what may not stand there, after noting it, so that reading can go on. */
	read(value: unknown, note: Note): T;
}

interface Texts<T> {
	title: string;
	description: string;
	standard: T;
}

/** A number of days, months or the like, within limits. */
export function wholeNumber({
	from,
	to,
	...texts
}: Texts<number> & { from: number; to: number }): Setting<number> {
	return plain(texts, {
		schema: { type: 'integer', minimum: from, maximum: to },
		field: { type: 'number' },
		message: `must be a whole number from ${from} to ${to}`,
		accepts: (value): value is number =>
			typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to,
	});
}

export function trueOrFalse(texts: Texts<boolean>): Setting<boolean> {
	return plain(texts, {
		schema: { type: 'boolean' },
		field: { type: 'boolean' },
		message: 'must be true or false',
		accepts: (value): value is boolean => typeof value === 'boolean',
	});
}

/** A text; empty where the organisation says nothing. */
export function text(texts: Texts<string>): Setting<string> {
	return plain(texts, {
		schema: { type: 'string' },
		field: { type: 'string', typeOptions: { rows: 2 } },
		message: 'must be a text',
		accepts: (value): value is string => typeof value === 'string',
	});
}

/** One of a few words, each with its name in the form. */
export function oneOf<Word extends string>({
	words,
	...texts
}: Texts<NoInfer<Word>> & { words: Readonly<Record<Word, string>> }): Setting<Word> {
	const allowed = Object.keys(words);
	return plain(texts, {
		schema: { enum: allowed },
		field: {
			type: 'options',
			options: Object.entries<string>(words).map(([value, name]) => ({ name, value })),
		},
		message: `must be one of: ${allowed.join(', ')}`,
		accepts: (value): value is Word => typeof value === 'string' && allowed.includes(value),
	});
}

/** A civil date such as 2026-11-02; empty where the organisation says nothing. */
export function day(texts: Texts<string>): Setting<string> {
	return plain(texts, {
		schema: { type: 'string', pattern: '^(\\d{4}-\\d{2}-\\d{2})?$', examples: ['2026-11-02'] },
		field: { type: 'string' },
		message: 'must be a day such as 2026-11-02',
		accepts: (value): value is string =>
			typeof value === 'string' && (value === '' || isCivilDate(value)),
	});
}

/** The columns of a table in the policy: each is a setting of its own. */
type Columns = Readonly<Record<string, Setting<unknown>>>;

type RowOf<Table extends Columns> = {
	[Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};

/**
 * A table: a list of rows, each with the same columns. A column that a row leaves out has its standard; one
 * that the table does not have is named as a mistake.
 */
export function tableOf<Table extends Columns>({
	columns,
	needed = [],
	...texts
}: Texts<Array<RowOf<Table>>> & {
	columns: Table;
	/** Columns that every row must fill */
	needed?: ReadonlyArray<keyof Table & string>;
}): Setting<Array<RowOf<Table>>> {
	const names = Object.keys(columns);
	const readRow = (row: unknown, index: number, note: Note): RowOf<Table> | null => {
		const at = String(index);
		if (!isObject(row)) {
			note({ path: [at], message: `must be an object with ${names.join(', ')}` });
			return null;
		}
		for (const name of needed.filter((one) => row[one] === undefined || row[one] === '')) {
			note({ path: [at, name], message: 'is missing' });
		}
		for (const name of Object.keys(row).filter((one) => !names.includes(one))) {
			note({ path: [at, name], message: `is no column; there are: ${names.join(', ')}` });
		}
		const read = Object.entries(columns).map(([name, column]) => [
			name,
			column.read(row[name], ({ path, message }) => note({ path: [at, name, ...path], message })),
		]);
		// The columns give the row its shape.
		return Object.fromEntries(read) as RowOf<Table>;
	};
	return {
		kind: 'setting',
		...texts,
		schema: {
			type: 'array',
			items: {
				type: 'object',
				additionalProperties: false,
				required: [...needed],
				properties: Object.fromEntries(
					Object.entries(columns).map(([name, { title, description, schema, standard }]) => [
						name,
						{ title, description, default: standard, ...schema },
					]),
				),
			},
		},
		field: { type: 'json', typeOptions: { rows: 4 } },
		read: (value, note) => {
			if (value === undefined) return texts.standard;
			if (!Array.isArray(value)) {
				note({ path: [], message: `must be a list of rows with ${names.join(', ')}` });
				return texts.standard;
			}
			return value.map((row, index) => readRow(row, index, note)).filter((row) => row !== null);
		},
	};
}

/** A list of texts, none of them empty. */
export function listOfTexts(texts: Texts<string[]>): Setting<string[]> {
	return plain(texts, {
		schema: { type: 'array', items: { type: 'string', pattern: '\\S' } },
		field: { type: 'string', typeOptions: { multipleValues: true } },
		message: 'must be a list of texts',
		accepts: (value): value is string[] =>
			Array.isArray(value) &&
			value.every((entry) => typeof entry === 'string' && entry.trim() !== ''),
	});
}

const ZONE_MESSAGE = 'must be the name of a time zone, for instance Europe/Berlin';

/** The name of an IANA time zone. */
export function timeZone(texts: Texts<string>): Setting<string> {
	return plain(texts, {
		schema: { type: 'string', examples: ['Europe/Berlin'] },
		field: { type: 'string' },
		message: ZONE_MESSAGE,
		accepts: isZone,
	});
}

/** A table of places and their time zones; one place, however it is written, has one zone. */
export function zonesByPlace(
	texts: Texts<Record<string, string>>,
): Setting<Record<string, string>> {
	const table = plain(texts, {
		schema: {
			type: 'object',
			additionalProperties: { type: 'string' },
			examples: [{ Berlin: 'Europe/Berlin' }],
		},
		field: { type: 'json' },
		message: 'must be a table of place and time zone',
		accepts: isObject,
	});
	return {
		...table,
		standard: texts.standard,
		read: (value, note) => readZones(table.read(value, note), note),
	};
}

interface PlainKind<T> {
	schema: object;
	field: Setting<T>['field'];
	message: string;
	accepts: (value: unknown) => value is T;
}

function plain<T>(texts: Texts<T>, { message, accepts, ...kind }: PlainKind<T>): Setting<T> {
	return {
		kind: 'setting',
		...texts,
		...kind,
		read: (value, note) => {
			if (value === undefined) return texts.standard;
			if (accepts(value)) return value;
			note({ path: [], message });
			return texts.standard;
		},
	};
}

function readZones(table: Record<string, unknown>, note: Note): Record<string, string> {
	const zones: Array<[string, string]> = [];
	const zoneByKey = new Map<string, string>();
	for (const [place, zone] of Object.entries(table)) {
		const noteHere = (message: string) => note({ path: [place], message });
		if (!isZone(zone)) {
			noteHere(ZONE_MESSAGE);
			continue;
		}
		const known = zoneByKey.get(foldKey(place));
		if (foldKey(place) === '') noteHere('must have the name of a place before it');
		if (known !== undefined && known !== zone) {
			noteHere(`is the same place as one above with the zone ${known}`);
		}
		zoneByKey.set(foldKey(place), zone);
		zones.push([place, zone]);
	}
	return Object.fromEntries(zones);
}

function isZone(value: unknown): value is string {
	return typeof value === 'string' && isTimeZoneName(value);
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
