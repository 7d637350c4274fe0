import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** The pair that every Get Many has, as n8n words it (n8n-node-standards.md §1.4). */
export const returnAllOrLimit: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** Number of records wanted; Infinity for Return All. */
export function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex, false)) return Number.POSITIVE_INFINITY;
	return Math.max(1, Math.floor(context.getNodeParameter('limit', itemIndex, 50)));
}
