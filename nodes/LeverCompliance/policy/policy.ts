import { POLICY_SETTINGS } from './policySettings';
import type { Setting } from './settings';

/** Settings by name, and groups of them. */
export interface SettingsTable {
	readonly [name: string]: Setting<unknown> | SettingsTable;
}

type DocumentOf<Table> = {
	[Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : DocumentOf<Table[Name]>;
};

/**
 * What an organisation decides about its checks, complete with every standard. The document as it is used
 * goes into `run.policy`, and its hash into `run.policySha256`.
 */
export type Policy = DocumentOf<typeof POLICY_SETTINGS>;

/** One setting and where it stands in the document. */
export interface PlacedSetting {
	path: readonly string[];
	setting: Setting<unknown>;
}

/** Every setting, in the order of the table. */
export function settingsOf(
	table: SettingsTable = POLICY_SETTINGS,
	path: readonly string[] = [],
): PlacedSetting[] {
	return Object.entries(table).flatMap(([name, entry]) =>
		isSetting(entry)
			? [{ path: [...path, name], setting: entry }]
			: settingsOf(entry, [...path, name]),
	);
}

export function isSetting(entry: SettingsTable[string]): entry is Setting<unknown> {
	return entry.kind === 'setting';
}
