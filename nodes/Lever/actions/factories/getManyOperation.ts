import type { INodeProperties } from 'n8n-workflow';

import { filtersCollection, filtersQuery, type Filter } from '../../fields/filters';
import { opportunityLocator } from '../../fields/locators';
import { returnAllOrLimit, returnAllPageByPage } from '../../fields/returnAllOrLimit';
import type { Operation } from '../operation';
import { readList, type ListRead } from '../readList';
import { askedFor, readingOptions, readingSimplify, type Reading } from './reading';

interface ListReading<Record extends object>
	extends Reading<Record>,
		Pick<ListRead<Record>, 'records' | 'partition' | 'changes'> {
	/** In alphabetical order */
	filters?: readonly Filter[];
	/** Fields of the collection 'Options' beside 'Expand' and 'Include Fields' */
	options?: readonly INodeProperties[];
	/** Default: its `id`, or the whole record where it has none */
	idOf?(record: Record): string;
}

/** *Get Many* of a list of the account. */
export function getManyOperation<Record extends object>(reading: ListReading<Record>): Operation {
	const { name = 'Get Many', value = 'getAll', action, description } = reading;
	const { ids = [], fields = [], filters = [] } = reading;
	return {
		name,
		value,
		action,
		description,
		properties: [
			...ids,
			...(reading.partition ? returnAllPageByPage : returnAllOrLimit),
			...readingSimplify(reading),
			...fields,
			...(filters.length > 0 ? [filtersCollection(filters)] : []),
			...readingOptions(reading, reading.options),
		],
		execute(run) {
			const { context, itemIndex } = run;
			const asked = askedFor(reading, context, itemIndex);
			return readList<Record>(run, {
				path: asked.path,
				query: { ...filtersQuery(context, itemIndex, filters), ...asked.query },
				records: reading.records,
				idOf: reading.idOf ?? idOfRecord,
				shown: asked.shown,
				...(ids.includes(opportunityLocator) && { parent: asked.ids[0] }),
				...(reading.partition && { partition: reading.partition }),
				...(reading.changes && { changes: reading.changes }),
			});
		},
	};
}

/** *Get Many* of what belongs to one opportunity, for each input item; simplified records name it. */
export function getManyOfOpportunity<Record extends object>(
	reading: Omit<ListReading<Record>, 'ids' | 'path'> & { path(opportunityId: string): string },
): Operation {
	return {
		...getManyOperation({ ...reading, ids: [opportunityLocator] }),
		perItem: 'concurrent',
	};
}

function idOfRecord(record: object): string {
	return 'id' in record ? String(record.id) : JSON.stringify(record);
}
