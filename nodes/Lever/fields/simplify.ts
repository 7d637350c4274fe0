import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** The resource's own simplification, or none when 'Simplify' is off. */
export function shownBy<Record extends object>(
	context: IExecuteFunctions,
	itemIndex: number,
	simplified: (record: Record) => object,
): (record: Record) => object {
	return context.getNodeParameter('simplify', itemIndex, true) ? simplified : (record) => record;
}
