import { leverPath } from '../../../shared/transport';
import { stageLocator } from '../../fields/locators';
import { getManyOperation } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import type { Resource } from '../operation';
import type { DispositionStagesRecord, StageRecord } from '../records';

export const stage: Resource = {
	name: 'Stage',
	value: 'stage',
	description: 'Step of the pipeline',
	operations: [
		getOperation<StageRecord>({
			action: 'Get a stage',
			description: 'Read the name of one step of the pipeline by its ID',
			ids: [stageLocator],
			path: (id) => leverPath`/stages/${id}`,
		}),
		getOperation<DispositionStagesRecord>({
			name: 'Get Disposition Stages',
			value: 'getDispositionStages',
			action: 'Get disposition stages',
			description:
				'Read every stage with its pipeline (lead, applicant, screen, onsite, offer) and rank, and the archive reasons, as one item',
			path: () => leverPath`/disposition_stages`,
		}),
		getManyOperation<StageRecord>({
			action: 'Get many stages',
			description: 'Read the steps of the pipeline, in their order',
			path: () => leverPath`/stages`,
			records: 'stages',
		}),
	],
};
