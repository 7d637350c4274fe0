import { NodeConnectionTypes, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

/** Option of every operation with 'Return All'. */
export const collectionRecordField: INodeProperties = {
	displayName: 'Collection Record',
	name: 'collectionRecord',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		"Whether to add an output with one item per list read: how many records, from which requests, whether the list is complete and if not, why. A list that 'Limit' stopped is not complete.",
};

/**
 * The node's outputs, which n8n works out when it draws and when it runs the node. Page by Page always
 * has the second one, since it says where to go on.
 */
export const OUTPUTS =
	`={{ ($parameter.options?.collectionRecord === true || ($parameter.returnAll === true && $parameter.pageByPage === true)) ? [{ type: '${NodeConnectionTypes.Main}', displayName: 'Records' }, { type: '${NodeConnectionTypes.Main}', displayName: 'Collection' }] : ['${NodeConnectionTypes.Main}'] }}` as const;

/** Whether the node has its second output; the same rule as in `OUTPUTS`. */
export function hasCollectionOutput(context: IExecuteFunctions): boolean {
	return (
		context.getNodeParameter('options.collectionRecord', 0, false) === true ||
		(context.getNodeParameter('returnAll', 0, false) === true &&
			context.getNodeParameter('pageByPage', 0, false) === true)
	);
}
