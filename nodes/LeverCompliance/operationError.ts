import { NodeOperationError, UserError, type INode } from 'n8n-workflow';

import { notTakenForCancelled } from '../shared/cancelWords';

/** The error of the node: message = what happened, description = what to do. */
export function operationError(node: INode, error: unknown): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const description = error instanceof UserError ? error.description : undefined;
	const wrapped = new NodeOperationError(node, error instanceof Error ? error : String(error), {
		...(description && { description }),
	});
	wrapped.message = notTakenForCancelled(wrapped.message);
	return wrapped;
}
