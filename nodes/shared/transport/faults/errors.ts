import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import type { ReadFailureReason } from '../../contracts';
import { LeverReadError } from './leverReadError';

type NodeFailure = NonNullable<NodeOperationError['failure']>;

/** What n8n is told about the cause (n8n-node-standards.md §3.3); a reason that is not named has none. */
const CAUSES: Partial<Record<ReadFailureReason, NodeFailure['cause']>> = {
	unauthorized: 'credential-invalid',
	forbidden: 'configuration-invalid',
	notFound: 'configuration-invalid',
	badRequest: 'configuration-invalid',
	rateLimited: 'rate-limited',
	serverFault: 'temporarily-unavailable',
	network: 'temporarily-unavailable',
};

/**
 * The error that a node throws for an item: message = what happened, description = what to do.
 * n8n's own node errors pass unchanged.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	if (error instanceof LeverReadError) return fromReadError(node, error, itemIndex);
	return new NodeOperationError(node, error instanceof Error ? error : String(error), {
		itemIndex,
	});
}

function fromReadError(node: INode, error: LeverReadError, itemIndex?: number): NodeApiError {
	const { reason, httpStatus } = error.failure;
	return new NodeApiError(
		node,
		{},
		{
			message: error.happened,
			description: error.advice,
			itemIndex,
			...(httpStatus !== undefined && { httpCode: String(httpStatus) }),
			...failureOf(CAUSES[reason], error.retryAfterMs),
		},
	);
}

function failureOf(
	cause: NodeFailure['cause'] | undefined,
	retryAfterMs: number | undefined,
): { failure?: NodeFailure } {
	if (cause === undefined) return {};
	if (cause === 'rate-limited') return { failure: { cause, retryAfterMs } };
	return { failure: { cause } };
}
