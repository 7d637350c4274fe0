import type { Resource } from '../../operation';
import { getManyTags } from './getAll';

export const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	description: 'Word that opportunities are marked with',
	operations: [getManyTags],
};
