import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/**
 * What n8n's execution contexts offer at run time (n8n-core, `NodeExecutionContext.getConnections`): for
 * each input index the wires that end there. It is not part of `IExecuteFunctions`, and the typed ways
 * cannot answer: `getInputData` and the execution's `source` look the same for "nothing wired" and
 * "wired, no items", and `getParentNodes` does not say which input a parent is wired to.
 */
interface KnowsConnections {
	getConnections(destination: INode, connectionType: string): unknown;
}

function knowsConnections(context: object): context is KnowsConnections {
	return 'getConnections' in context && typeof context.getConnections === 'function';
}

/**
 * Tells for each input whether something is wired to it, whether or not items arrived.
 *
 * Where this n8n version does not tell, every input counts as wired: an input without items is then an
 * empty list, whose checks cannot be decided, never one that nobody set up (design, promise 4).
 */
export function wiredInputs(context: IExecuteFunctions, numberOfInputs: number): boolean[] {
	const connections: unknown = knowsConnections(context)
		? context.getConnections(context.getNode(), NodeConnectionTypes.Main)
		: undefined;
	if (!Array.isArray(connections)) return Array.from({ length: numberOfInputs }, () => true);
	return Array.from({ length: numberOfInputs }, (_, index) => {
		const wires: unknown = connections[index];
		return Array.isArray(wires) && wires.length > 0;
	});
}
