import { isTimeZoneName } from '../../shared/dates';
import { foldKey } from './foldKey';

export interface PolicyMistake {
	/** Where in the document, for instance `screening.validityMonths` or `workZones.Berlin` */
	path: string;
	/** What must stand there */
	message: string;
}

/**
 * Reads the settings of one part of the document, each with its default. What may not stand there is
 * noted with its path, and the default is given so that reading can go on to the next mistake.
 */
export interface SettingsReader {
	part(name: string): SettingsReader;
	wholeNumber(name: string, standard: number, from: number, to: number): number;
	trueOrFalse(name: string, standard: boolean): boolean;
	texts(name: string, standard: string[]): string[];
	zone(name: string, standard: string): string;
	zonesByPlace(name: string): Record<string, string>;
	/** Notes every setting that nothing has asked for: a misspelt one would silently do nothing */
	refuseOthers(): void;
}

export function settingsReader(
	document: unknown,
	mistakes: PolicyMistake[],
	path: readonly string[] = [],
): SettingsReader {
	const note = (at: readonly string[], message: string) =>
		mistakes.push({ path: at.join('.') || 'policy', message });
	if (document !== undefined && document !== null && !isSettings(document)) {
		note(path, 'must be an object with settings');
	}
	const settings = isSettings(document) ? document : {};
	const asked = new Set<string>();
	const read = <T>(
		name: string,
		standard: T,
		accepts: (value: unknown) => value is T,
		message: string,
	): T => {
		asked.add(name);
		const value = settings[name];
		if (value === undefined) return standard;
		if (accepts(value)) return value;
		note([...path, name], message);
		return standard;
	};
	return {
		part: (name) => {
			asked.add(name);
			return settingsReader(settings[name], mistakes, [...path, name]);
		},
		wholeNumber: (name, standard, from, to) =>
			read(
				name,
				standard,
				(value): value is number =>
					typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to,
				`must be a whole number from ${from} to ${to}`,
			),
		trueOrFalse: (name, standard) =>
			read(
				name,
				standard,
				(value): value is boolean => typeof value === 'boolean',
				'must be true or false',
			),
		texts: (name, standard) => read(name, standard, isListOfTexts, 'must be a list of texts'),
		zone: (name, standard) => read(name, standard, isZone, ZONE_MESSAGE),
		zonesByPlace: (name) => {
			const table = read(name, {}, isSettings, 'must be a table of place and time zone');
			return readZones(table, (place, message) => note([...path, name, place], message));
		},
		refuseOthers: () => {
			for (const name of Object.keys(settings)) {
				if (!asked.has(name)) {
					note([...path, name], `is no setting; there are: ${[...asked].join(', ')}`);
				}
			}
		},
	};
}

const ZONE_MESSAGE = 'must be the name of a time zone, for instance Europe/Berlin';

function readZones(
	table: Record<string, unknown>,
	note: (place: string, message: string) => void,
): Record<string, string> {
	const zones: Array<[string, string]> = [];
	const zoneByKey = new Map<string, string>();
	for (const [place, zone] of Object.entries(table)) {
		if (!isZone(zone)) {
			note(place, ZONE_MESSAGE);
			continue;
		}
		const known = zoneByKey.get(foldKey(place));
		if (foldKey(place) === '') note(place, 'must have the name of a place before it');
		if (known !== undefined && known !== zone) {
			note(place, `is the same place as one above with the zone ${known}`);
		}
		zoneByKey.set(foldKey(place), zone);
		zones.push([place, zone]);
	}
	return Object.fromEntries(zones);
}

function isSettings(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfTexts(value: unknown): value is string[] {
	return (
		Array.isArray(value) && value.every((entry) => typeof entry === 'string' && entry.trim() !== '')
	);
}

function isZone(value: unknown): value is string {
	return typeof value === 'string' && isTimeZoneName(value);
}
