import { UserError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

const DEFAULT_BATCH_SIZE = 1000;

/** More would be no batch any more: n8n keeps every item until the execution ends. */
const LARGEST_BATCH = 10_000;

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
		typeOptions: { minValue: 1, maxValue: LARGEST_BATCH, numberPrecision: 0 },
		default: DEFAULT_BATCH_SIZE,
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

/**
 * What Page by Page asks for; null when it is off.
 *
 * @throws UserError when 'Batch Size' is no number from 1
 */
export function readPageByPage(
	context: IExecuteFunctions,
	itemIndex: number,
): { batchSize: number; resumeFrom: string } | null {
	const on =
		context.getNodeParameter('returnAll', itemIndex, false) === true &&
		context.getNodeParameter('pageByPage', itemIndex, false) === true;
	if (!on) return null;
	const batchSize = Number(context.getNodeParameter('batchSize', itemIndex, DEFAULT_BATCH_SIZE));
	if (!(batchSize >= 1 && batchSize <= LARGEST_BATCH)) {
		throw new UserError(`'Batch Size' must be a number from 1 to ${LARGEST_BATCH}.`);
	}
	const resumeFrom: unknown = context.getNodeParameter('resumeFrom', itemIndex, '');
	return { batchSize: Math.floor(batchSize), resumeFrom: String(resumeFrom ?? '').trim() };
}

/**
 * Number of records wanted; Infinity for Return All.
 *
 * @throws UserError when 'Limit' is no number: the list would be read without one
 */
export function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex, false)) return Number.POSITIVE_INFINITY;
	const given: unknown = context.getNodeParameter('limit', itemIndex, 50);
	const isNumber = typeof given === 'number' || (typeof given === 'string' && given.trim() !== '');
	const limit = isNumber ? Math.floor(Number(given)) : Number.NaN;
	if (!Number.isFinite(limit)) throw new UserError("'Limit' must be a number from 1.");
	return Math.max(1, limit);
}
