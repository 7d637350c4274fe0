import { COMPANION_COLUMNS } from '../scenarios/companionRows.mts';
import type { Companion } from '../scenarios/records.mts';
import type { LeverStore } from '../server/store.mts';
import { DIRECTORY_COLUMNS, directoryRows } from './directory.mts';

export type ListName = keyof Companion | 'directory';

/** What the lists are made from. */
export interface CompanionParts {
	companion: Companion;
	store: LeverStore;
	/** The mock's time, milliseconds */
	now: () => number;
}

/** A list as it is now. */
export interface CompanionTable {
	list: ListName;
	columns: readonly string[];
	rows: ReadonlyArray<Record<string, string>>;
}

const isStored = (name: string): name is keyof Companion => Object.hasOwn(COMPANION_COLUMNS, name);

/** @returns null for a name that is no list */
export function companionTable(parts: CompanionParts, name: string): CompanionTable | null {
	if (name === 'directory') {
		return { list: name, columns: DIRECTORY_COLUMNS, rows: directoryRows(parts) };
	}
	if (!isStored(name)) return null;
	return { list: name, columns: COMPANION_COLUMNS[name], rows: parts.companion[name] };
}
