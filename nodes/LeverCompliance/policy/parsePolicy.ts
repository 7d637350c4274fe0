import { DEFAULT_POLICY, type Policy } from './policy';
import { settingsReader, type PolicyMistake, type SettingsReader } from './settingsReader';

export type PolicyReading =
	| { ok: true; policy: Policy }
	/** At least one */
	| { ok: false; mistakes: PolicyMistake[] };

/**
 * Reads a policy document: what it leaves out has its default, what may not stand there is named with
 * its path, and so is a setting that does not exist. Nothing is corrected silently.
 *
 * @param document the policy as a person gave it, parsed; undefined or null for none
 * @param workflowZone zone of the workflow: the organisation's zone unless the document names one
 */
export function parsePolicy(document: unknown, workflowZone: string | null): PolicyReading {
	const mistakes: PolicyMistake[] = [];
	const policy = readPolicy(settingsReader(document, mistakes), workflowZone);
	return mistakes.length === 0 ? { ok: true, policy } : { ok: false, mistakes };
}

function readPolicy(settings: SettingsReader, workflowZone: string | null): Policy {
	const policy: Policy = {
		organisationZone: settings.zone(
			'organisationZone',
			workflowZone ?? DEFAULT_POLICY.organisationZone,
		),
		workZones: settings.zonesByPlace('workZones'),
		screening: readScreening(settings.part('screening')),
		access: readAccess(settings.part('access')),
	};
	settings.refuseOthers();
	return policy;
}

function readScreening(settings: SettingsReader): Policy['screening'] {
	const standard = DEFAULT_POLICY.screening;
	const screening = {
		validityMonths: settings.wholeNumber('validityMonths', standard.validityMonths, 1, 120),
		listMaxAgeDays: settings.wholeNumber('listMaxAgeDays', standard.listMaxAgeDays, 0, 366),
		horizonDays: settings.wholeNumber('horizonDays', standard.horizonDays, 1, 366),
		highSeverityBusinessDays: settings.wholeNumber(
			'highSeverityBusinessDays',
			standard.highSeverityBusinessDays,
			0,
			60,
		),
		matchByNameAndBirthDate: settings.trueOrFalse(
			'matchByNameAndBirthDate',
			standard.matchByNameAndBirthDate,
		),
		exemptWorkLocations: settings.texts('exemptWorkLocations', standard.exemptWorkLocations),
		exemptJobTitles: settings.texts('exemptJobTitles', standard.exemptJobTitles),
	};
	settings.refuseOthers();
	return screening;
}

function readAccess(settings: SettingsReader): Policy['access'] {
	const standard = DEFAULT_POLICY.access;
	const access = {
		staffListMaxAgeDays: settings.wholeNumber(
			'staffListMaxAgeDays',
			standard.staffListMaxAgeDays,
			0,
			366,
		),
		leaverBusinessDays: settings.wholeNumber(
			'leaverBusinessDays',
			standard.leaverBusinessDays,
			0,
			60,
		),
	};
	settings.refuseOthers();
	return access;
}
