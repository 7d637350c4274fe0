import { NodeOperationError, type INode } from 'n8n-workflow';

import { notTakenForCancelled } from '../shared/cancelWords';

/** What n8n shows in the editor, with what to do; an error that already is one stays as it is. */
export function nodeError(node: INode, error: unknown): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const cause = error instanceof Error ? error : new Error(String(error));
	const wrapped = new NodeOperationError(node, cause, { description: descriptionOf(cause) });
	wrapped.message = notTakenForCancelled(wrapped.message);
	return wrapped;
}

function descriptionOf(error: Error): string | undefined {
	return 'description' in error && typeof error.description === 'string'
		? error.description
		: undefined;
}
