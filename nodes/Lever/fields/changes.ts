import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { EpochMilliseconds } from '../../shared/contracts';
import { readMoment } from './moment';

const updatedSinceField: INodeProperties = {
	displayName: 'Updated Since',
	name: 'updatedSince',
	type: 'dateTime',
	default: '',
	description:
		"Read only what was created or changed since; empty reads everything. Use 'nextUpdatedSince' of the last run's collection item. The 15 minutes before are read again, so compare IDs. Changes of offers, files and feedback, and records that have no update time, are not found this way.",
};

const includeDeletedField: INodeProperties = {
	displayName: 'Include Deleted',
	name: 'includeDeleted',
	type: 'boolean',
	default: false,
	description:
		"Whether to return deleted ones too, with 'deletedAt'; with 'Updated Since' those deleted since. Filters do not apply to them.",
};

/** What a list that knows `updated_at_start` offers among its options: only what is new since the last run. */
export const changesFields: INodeProperties[] = [includeDeletedField, updatedSinceField];

interface ChangesWanted {
	/** Null for everything */
	since: EpochMilliseconds | null;
	includeDeleted: boolean;
}

/** @throws UserError when 'Updated Since' is no date */
export function readChangesWanted(context: IExecuteFunctions, itemIndex: number): ChangesWanted {
	const since: unknown = context.getNodeParameter('options.updatedSince', itemIndex, '');
	const includeDeleted: unknown = context.getNodeParameter(
		'options.includeDeleted',
		itemIndex,
		false,
	);
	const isEmpty = since === '' || since === null || since === undefined;
	return {
		since: isEmpty ? null : readMoment(since, context.getTimezone(), updatedSinceField.displayName),
		includeDeleted: includeDeleted === true,
	};
}
