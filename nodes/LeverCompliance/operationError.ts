import { NodeOperationError, UserError, type INode } from 'n8n-workflow';

/** The error of the node: message = what happened, description = what to do. */
export function operationError(node: INode, error: unknown): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const description = error instanceof UserError ? error.description : undefined;
	return new NodeOperationError(node, error instanceof Error ? error : String(error), {
		...(description && { description }),
	});
}
