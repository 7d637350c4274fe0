import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { checkNode } from './checkNode';
import { familyOptions } from './form/families';
import { LIST_FIELDS } from './form/listFields';
import { POLICY_FIELDS } from './form/policyFields';
import { INPUT_NAMES } from './inputs/inputItems';
import { operationError } from './operationError';

export class LeverCompliance implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lever Compliance',
		name: 'leverCompliance',
		icon: { light: 'file:leverCompliance.svg', dark: 'file:leverCompliance.dark.svg' },
		group: ['transform'],
		version: 1,
		// An expression in 'Checks' gives a text here.
		subtitle: '={{ [$parameter["checkFamilies"]].flat().join(", ") }}',
		description:
			'Check whether hires were screened and signed in time and who has access to Lever, from Evidence: Collect and your lists',
		defaults: { name: 'Lever Compliance' },
		usableAsTool: true,
		// Always all of them: data arrives on a hidden input too (environment notes). None is required for
		// n8n's engine, since a node whose required input is empty never runs and nobody hears of it.
		inputs: INPUT_NAMES.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Evidence', 'Exceptions'],
		properties: [
			{
				displayName:
					"Connect 'Evidence: Collect' of the Lever node to the input 'Lever', and your lists to the inputs below it. Connect an earlier run to 'Previous Run' (its items of the output 'Evidence', or its evidence pack after Compression: Decompress) for the checks that look at what changed.",
				name: 'connectNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Checks',
				name: 'checkFamilies',
				type: 'multiOptions',
				options: familyOptions(),
				default: [...familyOptions().map(({ value }) => value)],
				description:
					'Which checks to make. A check whose list is not connected is shown as not set up. If none is chosen, everything is checked that there is data for.',
			},
			...POLICY_FIELDS,
			...LIST_FIELDS,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			const { evidence, exceptions } = await checkNode(this);
			return [evidence, exceptions].map(toItems);
		} catch (error) {
			const wrapped = operationError(this.getNode(), error);
			if (!this.continueOnFail()) throw wrapped;
			// On both outputs: neither Seal nor whoever watches the exceptions may take it for calm.
			return [0, 1].map(() => [{ json: { error: wrapped.message }, pairedItem: { item: 0 } }]);
		}
	}
}

/** Every item comes from all that was collected, of which the first item stands for the whole. */
function toItems(records: object[]): INodeExecutionData[] {
	return records.map((record) => ({ json: record as IDataObject, pairedItem: { item: 0 } }));
}
