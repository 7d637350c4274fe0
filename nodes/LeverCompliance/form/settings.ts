import { UserError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { parsePolicy, type Policy } from '../policy';
import { familiesIn, type ChosenFamily } from './families';
import { parameterOf, POLICY_OPTIONS } from './policyFields';

/** The parameters of the node, read and checked. */
export interface Settings {
	families: ChosenFamily[];
	policy: Policy;
	screeningListName: string;
	screeningListExportedAt: string;
	staffListName: string;
	staffListExportedAt: string;
	columns: Record<'screeningList' | 'staffList' | 'approvals', Record<string, string>>;
	/** Chosen in 'Screening Provider' */
	screeningProvider: string;
	screeningProfileForm: string;
	screeningStatuses: Record<string, 'running' | 'done' | 'stopped'>;
	screeningResults: Record<string, 'clear' | 'needsDecision'>;
	screeningDecisions: Record<string, 'engaged' | 'preAdverse' | 'postAdverse'>;
	staffStatuses: Record<string, 'current' | 'left'>;
}

/**
 * @param workflowZone zone of the workflow that collected; null when not recorded
 * @throws UserError for a policy that cannot be used, with the path of each wrong value
 */
export function readSettings(context: IExecuteFunctions, workflowZone: string | null): Settings {
	const text = (name: string) => String(context.getNodeParameter(name, 0, '') ?? '').trim();
	const mappings = groupsOf(context, 'columnMappings');
	const statuses = groupsOf(context, 'statusMappings');
	const columnsOf = (list: string) => pairs(mappings[list], 'field', 'column');
	return {
		families: familiesIn(context.getNodeParameter('checkFamilies', 0, [])),
		policy: readPolicy(context, workflowZone),
		screeningListName: text('screeningListName'),
		screeningListExportedAt: text('screeningListExportedAt'),
		staffListName: text('staffListName'),
		staffListExportedAt: text('staffListExportedAt'),
		columns: {
			screeningList: columnsOf('screeningList'),
			staffList: columnsOf('staffList'),
			approvals: columnsOf('approvals'),
		},
		screeningProvider: text('screeningProvider'),
		screeningProfileForm: text('screeningProfileForm'),
		screeningResults: meanings(
			pairs(statuses.screeningResult, 'status', 'meaning'),
			'Screening Result',
			['clear', 'needsDecision'],
		),
		screeningDecisions: meanings(
			pairs(statuses.screeningDecision, 'status', 'meaning'),
			'Screening Decision',
			['engaged', 'preAdverse', 'postAdverse'],
		),
		screeningStatuses: meanings(
			pairs(statuses.screeningList, 'status', 'meaning'),
			'Screening List',
			['running', 'done', 'stopped'],
		),
		staffStatuses: meanings(pairs(statuses.staffList, 'status', 'meaning'), 'Staff List', [
			'current',
			'left',
		]),
	};
}

function readPolicy(context: IExecuteFunctions, workflowZone: string | null): Policy {
	const asDocument = context.getNodeParameter('policyFrom', 0, 'fields') === 'document';
	const document = asDocument
		? readJson('Policy Document', context.getNodeParameter('policyDocument', 0, {}))
		: documentOfFields(context);
	const reading = parsePolicy(document, workflowZone);
	if (reading.ok) return reading.policy;
	throw new UserError(
		`The policy cannot be used: ${reading.mistakes.map(({ path, message }) => `${path} ${message}`).join('; ')}.`,
		{
			description: asDocument
				? "Correct it in 'Policy Document' of the Lever Compliance node, or where the document comes from."
				: "Correct it under 'Policy' or in the time zones of the Lever Compliance node.",
		},
	);
}

function documentOfFields(context: IExecuteFunctions): Record<string, unknown> {
	const zone = String(context.getNodeParameter('organisationTimeZone', 0, '') ?? '').trim();
	const chosen = context.getNodeParameter('policyOptions', 0, {});
	const document: Record<string, Record<string, unknown>> = {};
	for (const [parameter, value] of Object.entries(isObject(chosen) ? chosen : {})) {
		const placed = POLICY_OPTIONS.find((one) => parameterOf(one) === parameter);
		const [part = '', name = ''] = placed?.path ?? ['policy', parameter];
		const isTable = placed?.setting.field.type === 'json';
		document[part] = {
			...document[part],
			[name]: isTable ? readJson(placed.setting.title, value) : value,
		};
	}
	return {
		...document,
		workZones: readJson(
			'Work Location Time Zones',
			context.getNodeParameter('workLocationTimeZones', 0, {}),
		),
		...(zone !== '' && { organisationZone: zone }),
	};
}

/** A JSON parameter is text when it is typed, and an object when an expression gives it. */
function readJson(label: string, value: unknown): unknown {
	if (typeof value !== 'string') return value ?? {};
	if (value.trim() === '') return {};
	try {
		return JSON.parse(value);
	} catch {
		return refuseJson(label);
	}
}

function refuseJson(label: string): never {
	throw new UserError(`'${label}' is not JSON.`, {
		description:
			'Write names and values in braces, for instance {"Berlin": "Europe/Berlin"}, with all names and texts in straight double quotes.',
	});
}

/** The groups of a fixed collection: group → its rows. */
function groupsOf(context: IExecuteFunctions, name: string): IDataObject {
	const value = context.getNodeParameter(name, 0, {});
	return isObject(value) ? value : {};
}

/** Rows as a table; rows without both texts are left out. */
function pairs(rows: unknown, key: string, value: string): Record<string, string> {
	const table: Array<[string, string]> = [];
	for (const row of Array.isArray(rows) ? rows : []) {
		if (!isObject(row)) continue;
		const [from, to] = [String(row[key] ?? '').trim(), String(row[value] ?? '').trim()];
		if (from !== '' && to !== '') table.push([from, to]);
	}
	return Object.fromEntries(table);
}

function meanings<Meaning extends string>(
	table: Record<string, string>,
	list: string,
	allowed: readonly Meaning[],
): Record<string, Meaning> {
	const checked: Array<[string, Meaning]> = [];
	for (const [status, meaning] of Object.entries(table)) {
		const known = allowed.find((candidate) => candidate === meaning);
		if (known === undefined) {
			throw new UserError(
				`'Status Mappings', ${list}: "${meaning}" is no meaning. Choose ${allowed.join(', ')}.`,
			);
		}
		checked.push([status, known]);
	}
	return Object.fromEntries(checked);
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
