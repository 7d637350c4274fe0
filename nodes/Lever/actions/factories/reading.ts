import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { LeverQuery } from '../../../shared/transport';
import { locatedId } from '../../fields/locators';
import { expandField, includeField, optionsCollection, optionsQuery } from '../../fields/options';
import { shownBy, simplifyField } from '../../fields/simplify';

/** What the reads of a resource have in common, whether one record or many. */
export interface Reading<Record extends object> {
	/** Sentence case with the resource: "Get many interviews of an opportunity" */
	action: string;
	/** One sentence without full stop; an AI agent chooses by it */
	description: string;
	/** Default: n8n's own name and value of the operation */
	name?: string;
	value?: string;
	/** Fields that hold the ids in the path, in its order */
	ids?: readonly INodeProperties[];
	/** Below `/v1`, made by leverPath */
	path(...ids: string[]): string;
	/**
	 * The ten or so fields that most workflows need, flat. Left out where Lever's own record is that already;
	 * the operation has no 'Simplify' then.
	 */
	simplify?(record: Record, ...ids: string[]): object;
	/** lever-api.md §4.1 */
	expandable?: readonly string[];
	includable?: readonly string[];
	/** Fields of this operation alone, above the collections */
	fields?: readonly INodeProperties[];
	/** What these fields add to the query */
	fieldsQuery?(context: IExecuteFunctions, itemIndex: number): LeverQuery;
}

/** The collection 'Options' of a read; n8n shows none where there is nothing to choose. */
export function readingOptions<Record extends object>(
	{ expandable, includable }: Reading<Record>,
	more: readonly INodeProperties[] = [],
): INodeProperties[] {
	const fields = [
		...(expandable ? [expandField(expandable)] : []),
		...(includable ? [includeField(includable)] : []),
		...more,
	];
	return fields.length > 0 ? [optionsCollection(fields)] : [];
}

/** 'Simplify', where the resource has one. */
export function readingSimplify<Record extends object>({
	simplify,
}: Reading<Record>): INodeProperties[] {
	return simplify ? [simplifyField] : [];
}

/** What the parameters of one input item ask for. */
interface Asked<Record> {
	ids: string[];
	path: string;
	query: LeverQuery;
	shown(record: Record): object;
}

/** @throws UserError for an id that cannot be one */
export function askedFor<Record extends object>(
	reading: Reading<Record>,
	context: IExecuteFunctions,
	itemIndex: number,
): Asked<Record> {
	const ids = (reading.ids ?? []).map(({ name }) => locatedId(context, name, itemIndex));
	const { simplify } = reading;
	return {
		ids,
		path: reading.path(...ids),
		query: {
			...reading.fieldsQuery?.(context, itemIndex),
			...optionsQuery(context, itemIndex),
		},
		shown: simplify
			? shownBy(context, itemIndex, (record: Record) => simplify(record, ...ids))
			: (record) => record,
	};
}
