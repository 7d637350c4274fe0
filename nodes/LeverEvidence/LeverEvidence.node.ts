import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { nodeError } from './nodeError';
import { OPERATIONS } from './operations';
import { properties } from './properties';

/** Makes packs of evidence that verify themselves, and verifies them (design: Lever Evidence). */
export class LeverEvidence implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lever Evidence',
		name: 'leverEvidence',
		icon: { light: 'file:leverEvidence.svg', dark: 'file:leverEvidence.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Seal compliance results on Lever data into evidence packs, and verify such packs',
		defaults: { name: 'Lever Evidence' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties,
	};

	/** Works on all items of the input together: they are one run, or the files of packs. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			const operation = this.getNodeParameter('operation', 0) as string;
			const run = OPERATIONS[operation];
			if (!run) throw nodeError(this.getNode(), new Error(`Unknown operation ${operation}`));
			return [await run(this)];
		} catch (error) {
			const failure = nodeError(this.getNode(), error);
			if (!this.continueOnFail()) throw failure;
			return [[{ json: { error: failure.message }, error: failure, pairedItem: { item: 0 } }]];
		}
	}
}
