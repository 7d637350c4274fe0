import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

/** The pair that every Get Many has, as n8n words it (n8n-node-standards.md §1.4). */
export const returnAllOrLimit: INodeProperties[] = [returnAllField, limitField];

/** The same for lists that can also be read in batches, for accounts that fit no single execution. */
export const returnAllPageByPage: INodeProperties[] = [
	returnAllField,
	limitField,
	{
		displayName: 'Page by Page',
		name: 'pageByPage',
		type: 'boolean',
		default: false,
		description:
			"Whether to return one batch per run of this node and, in 'resumeFrom' of its collection item, where to go on. A workflow that loops can read any number of records in little memory, and go on after a crash.",
		displayOptions: { show: { returnAll: [true] } },
	},
	{
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10_000, numberPrecision: 0 },
		default: 1000,
		description:
			'About how many records a batch has. It can be more where many were created at the same time.',
		displayOptions: { show: { returnAll: [true], pageByPage: [true] } },
	},
	{
		displayName: 'Resume From',
		name: 'resumeFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.resumeFrom }}',
		description:
			"'resumeFrom' of the last batch's collection item. Leave empty for the first batch. The filters must stay the same.",
		displayOptions: { show: { returnAll: [true], pageByPage: [true] } },
	},
];

/** Number of records wanted; Infinity for Return All. */
export function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex, false)) return Number.POSITIVE_INFINITY;
	return Math.max(1, Math.floor(context.getNodeParameter('limit', itemIndex, 50)));
}
