import type { Resource } from '../../operation';
import { getOpportunity } from './get';
import { getManyOpportunities } from './getAll';

export const opportunity: Resource = {
	name: 'Opportunity',
	value: 'opportunity',
	description: "One person's candidacy",
	operations: [getOpportunity, getManyOpportunities],
};
