import { leverPath } from '../../../shared/transport';
import { choiceFilter, optionsNamed } from '../../fields/filters';
import { archiveReasonLocator } from '../../fields/locators';
import { getManyOperation } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import type { Resource } from '../operation';
import type { ArchiveReasonRecord } from '../records';

export const archiveReason: Resource = {
	name: 'Archive Reason',
	value: 'archiveReason',
	description: 'Why an opportunity was archived: hired, withdrawn, declined',
	operations: [
		getOperation<ArchiveReasonRecord>({
			action: 'Get an archive reason',
			description: 'Read the name of one archive reason by its ID, and whether it means hired',
			ids: [archiveReasonLocator],
			path: (id) => leverPath`/archive_reasons/${id}`,
		}),
		getManyOperation<ArchiveReasonRecord>({
			action: 'Get many archive reasons',
			description: 'Read why opportunities are archived, and which reasons mean hired',
			path: () => leverPath`/archive_reasons`,
			records: 'archive reasons',
			filters: [
				choiceFilter('type', {
					displayName: 'Type',
					name: 'type',
					options: optionsNamed(['hired', 'non-hired']),
					default: 'hired',
					description: 'Whether the reason means that the person was hired',
				}),
			],
		}),
	],
};
