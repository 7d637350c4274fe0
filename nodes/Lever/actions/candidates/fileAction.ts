import { leverPath } from '../../../shared/transport';
import { getManyOfOpportunity } from '../factories/getManyOperation';
import type { Resource } from '../operation';
import type { FileActionRecord } from '../records';

/** What a file action holds is not documented (lever-api.md §5.14): it is given as Lever has it. */
export const fileAction: Resource = {
	name: 'File Action',
	value: 'fileAction',
	description: 'What was done with the files of a profile',
	operations: [
		getManyOfOpportunity<FileActionRecord>({
			action: 'Get many file actions of an opportunity',
			description: 'Read what was done with the files of a profile; Lever does not document it',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/file_actions`,
			records: 'file actions',
		}),
	],
};
