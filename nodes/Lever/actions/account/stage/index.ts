import type { Resource } from '../../operation';
import { getManyStages } from './getAll';

export const stage: Resource = {
	name: 'Stage',
	value: 'stage',
	description: 'Step of the pipeline',
	operations: [getManyStages],
};
