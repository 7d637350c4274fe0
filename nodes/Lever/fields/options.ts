import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { LeverQuery } from '../../shared/transport';
import { collectionRecordField } from './collectionRecord';

const requestsPerSecondField: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 10,
	description:
		'How fast to read. Lever allows 10 per second for everything that uses the same key; go lower if others use it too. The first item decides for the whole run.',
};

/** Names of fields, for 'Include Fields' and 'Expand'; they are Lever's own, so they are shown as they are. */
function fieldNames(names: readonly string[]) {
	return names.map((name) => ({ name, value: name }));
}

/** 'Expand': whole objects in place of ids (lever-api.md §4.1). */
export function expandField(expandable: readonly string[]): INodeProperties {
	return {
		displayName: 'Expand',
		name: 'expand',
		type: 'multiOptions',
		options: fieldNames(expandable),
		default: [],
		description:
			'Fields that hold the whole record instead of its ID. The key or app needs the permission to read these records too.',
	};
}

/** 'Include Fields': fewer fields in the answer (lever-api.md §4.1). */
export function includeField(includable: readonly string[]): INodeProperties {
	return {
		displayName: 'Include Fields',
		name: 'include',
		type: 'multiOptions',
		options: fieldNames(includable),
		default: [],
		description: "Read only these fields and the ID. Best used with 'Simplify' off.",
	};
}

/** The collection 'Options' at the bottom of an operation. */
export function optionsCollection(fields: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...fields].sort(byDisplayName),
	};
}

/**
 * The fields of an operation with those options that operations have without naming them: 'Requests per
 * Second', and for lists 'Collection Record'.
 */
export function withCommonOptions(properties: INodeProperties[]): INodeProperties[] {
	const isList = properties.some(({ name }) => name === 'returnAll');
	const common = isList
		? [collectionRecordField, requestsPerSecondField]
		: [requestsPerSecondField];
	const own = properties.find(({ name }) => name === 'options');
	const fields = (own?.options ?? []).filter((entry): entry is INodeProperties => 'type' in entry);
	return [
		...properties.filter((property) => property !== own),
		optionsCollection([...fields, ...common]),
	];
}

function byDisplayName(a: INodeProperties, b: INodeProperties): number {
	return a.displayName < b.displayName ? -1 : 1;
}

/** What the 'Options' of an operation add to its query. */
export function optionsQuery(context: IExecuteFunctions, itemIndex: number): LeverQuery {
	const include = texts(context.getNodeParameter('options.include', itemIndex, []));
	return {
		expand: texts(context.getNodeParameter('options.expand', itemIndex, [])),
		// Without its id a record could not be told from one that came twice.
		include: include.length > 0 ? [...new Set(['id', ...include])] : [],
	};
}

/** Pace chosen in 'Options', as a number or as the text an expression gives; undefined leaves the default. */
export function readRequestsPerSecond(context: IExecuteFunctions): number | undefined {
	const chosen: unknown = context.getNodeParameter('options.requestsPerSecond', 0, 0);
	const perSecond = typeof chosen === 'string' ? Number(chosen) : chosen;
	return typeof perSecond === 'number' && perSecond > 0 && Number.isFinite(perSecond)
		? perSecond
		: undefined;
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.map(String) : [];
}
