import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { createLeverClient, toNodeError, type LeverClient } from '../../shared/transport';
import { readRequestsPerSecond } from '../fields/options';
import { NodeItem, type Operation, type Resource } from './operation';

/**
 * Runs the chosen operation for every input item. Item linking and continue-on-fail live here and
 * nowhere else. An item whose read stops half-way gives no records at all, only what happened: a list is
 * complete or it is not there.
 */
export async function runOperations(
	context: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const client = await connect(context);
	const output: INodeExecutionData[] = [];
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		const begin = output.length;
		try {
			const operation = chosenOperation(context, resources, itemIndex);
			const run = {
				context,
				client,
				itemIndex,
				signal: new AbortController().signal,
				collection: () => {},
			};
			for await (const given of operation.execute(run)) {
				const { json, binary } =
					given instanceof NodeItem ? given : { json: given, binary: undefined };
				output.push({
					json: json as IDataObject,
					...(binary && { binary }),
					pairedItem: { item: itemIndex },
				});
			}
		} catch (error) {
			const wrapped = toNodeError(context.getNode(), error, itemIndex);
			if (!context.continueOnFail()) throw wrapped;
			output.length = begin;
			output.push({ json: { error: wrapped.message }, pairedItem: { item: itemIndex } });
		}
	}
	return [output];
}

/** A credential that cannot be used stops the node, also with continue-on-fail: no item could be read. */
async function connect(context: IExecuteFunctions): Promise<LeverClient> {
	const requestsPerSecond = readRequestsPerSecond(context);
	return await createLeverClient(context, {
		...(requestsPerSecond !== undefined && {
			pace: { requestsPerSecond, burst: Math.min(20, requestsPerSecond * 2) },
		}),
	}).catch((error: unknown) => {
		throw toNodeError(context.getNode(), error);
	});
}

function chosenOperation(
	context: IExecuteFunctions,
	resources: readonly Resource[],
	itemIndex: number,
): Operation {
	const resource = context.getNodeParameter('resource', itemIndex);
	const operation = context.getNodeParameter('operation', itemIndex);
	const chosen = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (chosen) return chosen;
	throw new NodeOperationError(
		context.getNode(),
		`This node has no operation '${String(operation)}' for '${String(resource)}'.`,
		{ itemIndex, description: "Choose 'Resource' and 'Operation' again." },
	);
}
