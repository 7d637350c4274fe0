import {
	UserError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';

import type { LeverQuery, LeverQueryValue } from '../../shared/transport';
import { readMoment } from './moment';

/**
 * How the value of a filter becomes a query parameter. `texts` are taken whole, since a name can have a comma
 * ("Austin, TX"); `ids` are ids and fixed words, of which one text may hold several.
 */
type FilterKind = 'text' | 'texts' | 'ids' | 'moment' | 'flag';

type ListKind = Extract<FilterKind, 'texts' | 'ids'>;

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
export function textsFilter(parameter: string, field: FieldText, kind: ListKind = 'texts'): Filter {
	return {
		field: {
			...field,
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
			default: [],
		},
		parameter,
		kind,
	};
}

/** Several choices of a fixed or loaded list, any of which may fit. */
export function choicesFilter(
	parameter: string,
	field: FieldText & Pick<INodeProperties, 'options' | 'typeOptions'>,
	kind: ListKind = 'ids',
): Filter {
	return { field: { ...field, type: 'multiOptions', default: [] }, parameter, kind };
}

/** One choice of a fixed or loaded list. */
export function choiceFilter(
	parameter: string,
	field: FieldText & Pick<INodeProperties, 'options' | 'typeOptions'> & { default?: string },
): Filter {
	return { field: { default: '', ...field, type: 'options' }, parameter, kind: 'text' };
}

/** A moment, sent as milliseconds. */
export function momentFilter(parameter: string, field: FieldText): Filter {
	return { field: { ...field, type: 'dateTime', default: '' }, parameter, kind: 'moment' };
}

/** Yes or no; left out it means both. */
export function flagFilter(parameter: string, field: FieldText): Filter {
	return { field: { ...field, type: 'boolean', default: true }, parameter, kind: 'flag' };
}

/** From and to of one date, both inclusive: "Created After" and "Created Before" for `created_at`. */
export function periodFilters(parameter: string, displayName: string, happened: string): Filter[] {
	const name = displayName.charAt(0).toLowerCase() + displayName.slice(1);
	return [
		momentFilter(`${parameter}_start`, {
			displayName: `${displayName} After`,
			name: `${name}After`,
			description: `${happened} at this moment or later`,
		}),
		momentFilter(`${parameter}_end`, {
			displayName: `${displayName} Before`,
			name: `${name}Before`,
			description: `${happened} at this moment or earlier`,
		}),
	];
}

/**
 * Confidential records, which Lever leaves out unless they are asked for (lever-api.md §4.2).
 *
 * @param records plural, as in "postings"
 */
export function confidentialityFilter(records: string): Filter {
	return choiceFilter('confidentiality', {
		displayName: 'Confidentiality',
		name: 'confidentiality',
		options: optionsNamed(['all', 'confidential', 'non-confidential']),
		default: 'all',
		description: `Without this filter Lever leaves confidential ${records} out. Reading them needs an API key with access to confidential data, or a connection with the scope confidential:access:admin.`,
	});
}

/** n8n's words below a list that is loaded from the account (n8n-node-standards.md §1.4). */
export const IDS_DESCRIPTION =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
export const ID_DESCRIPTION =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

/** Options named after their values: "non-hired" is shown as "Non-Hired", "onHold" as "On Hold". */
export function optionsNamed(values: readonly string[]): Array<{ name: string; value: string }> {
	return values.map((value) => ({
		name: value
			.replace(/([a-z])([A-Z])/g, '$1 $2')
			.replace(/(^|[\s-])[a-z]/g, (letters) => letters.toUpperCase()),
		value,
	}));
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
 * @throws UserError for a date that cannot be read, and for an expression that gives an empty list
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
		if (isEmptyList(value) && isExpression(context, field.name)) throw nothingToFilterBy(field);
		query[parameter] = CONVERSIONS[kind](value, field.displayName, context.getTimezone());
	}
	return query;
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

/** Whether somebody wrote an expression for a filter, or for all of them. */
function isExpression(context: IExecuteFunctions, filter: string): boolean {
	const { filters } = context.getNode().parameters;
	const written =
		typeof filters === 'object' && filters !== null ? Reflect.get(filters, filter) : filters;
	return typeof written === 'string' && written.startsWith('=');
}

/** "These postings" that turn out to be none must not become "all postings". */
function nothingToFilterBy({ displayName }: INodeProperties): UserError {
	return new UserError(
		`The expression of the filter '${displayName}' gives an empty list, so without it everything would be read.`,
		{
			description:
				'Let the expression give at least one value, put an If node before this one, or remove the filter to read everything.',
		},
	);
}

const CONVERSIONS: Record<
	FilterKind,
	(value: unknown, label: string, zone: string) => LeverQueryValue | LeverQueryValue[]
> = {
	text: (value) => String(value).trim(),
	texts: (value) => textsOf(Array.isArray(value) ? value : [value]),
	// An expression or an AI agent may give several with commas where a list belongs.
	ids: (value) => textsOf(Array.isArray(value) ? value : String(value).split(',')),
	moment: (value, label, zone) => readMoment(value, zone, label),
	flag: (value) => value === true || value === 'true',
};

function textsOf(entries: unknown[]): string[] {
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}
