import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { LeverQuery, LeverQueryValue } from '../../shared/transport';
import { readMoment } from './moment';

/** How the value of a filter becomes a query parameter. */
type FilterKind = 'text' | 'texts' | 'moment' | 'flag';

/** One filter: the field a person sees and the parameter that Lever knows (lever-api.md §4.3). */
export interface Filter {
	field: INodeProperties;
	/** Lever's name of the parameter */
	parameter: string;
	kind: FilterKind;
}

type FieldText = Pick<INodeProperties, 'displayName' | 'name' | 'description'> &
	Partial<Pick<INodeProperties, 'placeholder'>>;

/** One text. */
export function textFilter(parameter: string, field: FieldText): Filter {
	return { field: { ...field, type: 'string', default: '' }, parameter, kind: 'text' };
}

/** Several texts, any of which may fit. */
export function textsFilter(parameter: string, field: FieldText): Filter {
	return {
		field: {
			...field,
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
			default: [],
		},
		parameter,
		kind: 'texts',
	};
}

/** Several choices of a fixed or loaded list, any of which may fit. */
export function choicesFilter(
	parameter: string,
	field: FieldText & Pick<INodeProperties, 'options' | 'typeOptions'>,
): Filter {
	return { field: { ...field, type: 'multiOptions', default: [] }, parameter, kind: 'texts' };
}

/** A moment, sent as milliseconds. */
export function momentFilter(parameter: string, field: FieldText): Filter {
	return { field: { ...field, type: 'dateTime', default: '' }, parameter, kind: 'moment' };
}

/** Yes or no; left out it means both. */
export function flagFilter(parameter: string, field: FieldText): Filter {
	return { field: { ...field, type: 'boolean', default: true }, parameter, kind: 'flag' };
}

/** The collection 'Filters'. Give them in alphabetical order. */
export function filtersCollection(filters: readonly Filter[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: filters.map(({ field }) => field),
	};
}

/**
 * What the chosen filters add to the query; empty ones add nothing.
 *
 * @throws UserError for a date that cannot be read
 */
export function filtersQuery(
	context: IExecuteFunctions,
	itemIndex: number,
	filters: readonly Filter[],
): LeverQuery {
	const chosen: IDataObject = context.getNodeParameter('filters', itemIndex, {});
	const query: LeverQuery = {};
	for (const { field, parameter, kind } of filters) {
		const value = chosen[field.name];
		if (value === undefined || value === null || value === '') continue;
		query[parameter] = CONVERSIONS[kind](value, field.displayName, context.getTimezone());
	}
	return query;
}

const CONVERSIONS: Record<
	FilterKind,
	(value: unknown, label: string, zone: string) => LeverQueryValue | LeverQueryValue[]
> = {
	text: (value) => String(value).trim(),
	texts: (value) => listOf(value),
	moment: (value, label, zone) => readMoment(value, zone, label),
	flag: (value) => value === true || value === 'true',
};

/** An expression or an AI agent may give one value, or several with commas, where a list belongs. */
function listOf(value: unknown): string[] {
	const entries: unknown[] = Array.isArray(value) ? value : String(value).split(',');
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}
