import type { Resource } from '../../operation';
import { getManyArchiveReasons } from './getAll';

export const archiveReason: Resource = {
	name: 'Archive Reason',
	value: 'archiveReason',
	description: 'Why an opportunity was archived: hired, withdrawn, declined',
	operations: [getManyArchiveReasons],
};
