import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { withCommonOptions } from '../fields/options';
import type { Resource } from './operation';

/**
 * The node's fields: resource, operation per resource, then the fields of each operation, shown only for
 * it. Each operation gets 'Requests per Second' among its options, each list
 * 'Collection Record' too.
 */
export function propertiesOf(
	resources: readonly Resource[],
	defaultResource: string,
): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value, description }) => ({ name, value, description })),
			default: defaultResource,
		},
		...resources.map(operationField),
		...resources.flatMap(operationFields),
	];
}

function operationField({ value, operations }: Resource): INodeProperties {
	const hasGetMany = operations.some((operation) => operation.value === 'getAll');
	const defaultOperation = hasGetMany ? 'getAll' : (operations[0]?.value ?? '');
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map((operation) => ({
			name: operation.name,
			value: operation.value,
			action: operation.action,
			description: operation.description,
		})),
		default: defaultOperation,
	};
}

function operationFields({ value, operations }: Resource): INodeProperties[] {
	return operations.flatMap((operation) =>
		updateDisplayOptions(
			{ show: { resource: [value], operation: [operation.value] } },
			withCommonOptions(operation.properties),
		),
	);
}
