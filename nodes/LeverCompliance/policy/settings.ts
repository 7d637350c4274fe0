import type { NodePropertyTypes } from 'n8n-workflow';

import { isTimeZoneName } from '../../shared/dates';
import { foldKey } from './foldKey';

/** Notes what may not stand in the document. */
export type Note = (mistake: {
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
	field: { type: NodePropertyTypes; typeOptions?: { multipleValues: true } };
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
