import { isSetting, type Policy, type SettingsTable } from './policy';
import { POLICY_SETTINGS } from './policySettings';
import { isObject } from './settings';

interface PolicyMistake {
	/** Where in the document, for instance `screening.validityMonths` or `workZones.Berlin` */
	path: string;
	/** What must stand there */
	message: string;
}

type PolicyReading =
	| { ok: true; policy: Policy }
	/** At least one */
	| { ok: false; mistakes: PolicyMistake[] };

/**
 * Reads a policy document: what it leaves out has its standard, what may not stand there is named with
 * its path, and so is a setting that does not exist. Nothing is corrected silently.
 *
 * @param document the policy as a person gave it, parsed; undefined or null for none
 * @param workflowZone zone of the workflow: the organisation's zone unless the document names one
 */
export function parsePolicy(document: unknown, workflowZone: string | null): PolicyReading {
	const mistakes: PolicyMistake[] = [];
	const given =
		workflowZone !== null && (isObject(document) || document === undefined || document === null)
			? { organisationZone: workflowZone, ...document }
			: document;
	// The table gives the document its shape, and `Policy` is derived from the table.
	const policy = readTable(POLICY_SETTINGS, given, [], mistakes) as Policy;
	return mistakes.length === 0 ? { ok: true, policy } : { ok: false, mistakes };
}

function readTable(
	table: SettingsTable,
	document: unknown,
	path: readonly string[],
	mistakes: PolicyMistake[],
): Record<string, unknown> {
	const note = (at: readonly string[], message: string) =>
		mistakes.push({ path: at.join('.') || 'policy', message });
	if (document !== undefined && document !== null && !isObject(document)) {
		note(path, 'must be an object with settings');
	}
	const given = isObject(document) ? document : {};
	const read = Object.entries(table).map(([name, entry]) => {
		const at = [...path, name];
		const value = isSetting(entry)
			? entry.read(given[name], (mistake) => note([...at, ...mistake.path], mistake.message))
			: readTable(entry, given[name], at, mistakes);
		return [name, value];
	});
	for (const name of Object.keys(given).filter((one) => !Object.hasOwn(table, one))) {
		note([...path, name], `is no setting; there are: ${Object.keys(table).join(', ')}`);
	}
	return Object.fromEntries(read);
}

/** The policy of an organisation that decided nothing. */
export const DEFAULT_POLICY: Policy = readTable(POLICY_SETTINGS, {}, [], []) as Policy;
