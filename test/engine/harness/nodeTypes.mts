import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';

import { loaded, notLoaded, workflowLibrary } from './engine.mts';

/** Type of the nodes that give the inputs of the node under test. */
export const feederType = 'harness.feeder';

/** Full type of a node of this package, as it stands in workflows. */
export function packageNodeType(name: string): string {
	return `${loaded().packageName}.${name}`;
}

/**
 * The package's nodes and the feeder.
 *
 * @param feed what a feeder gives out
 */
export function nodeTypes(feed: (feeder: INode) => INodeExecutionData[]): INodeTypes {
	const feeder: INodeType = {
		description: {
			displayName: 'Feeder',
			name: 'feeder',
			group: ['trigger'],
			version: 1,
			description: 'Gives the items of one input',
			defaults: { name: 'Feeder' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [structuredClone(feed(this.getNode()))];
		},
	};
	const find = (type: string, version?: number): INodeType => {
		if (type === feederType) return feeder;
		const known = loaded().nodeTypes[type.slice(type.lastIndexOf('.') + 1)];
		if (!known) {
			const reasons = [...notLoaded].map(([file, reason]) => `${file}: ${reason}`).join('\n');
			throw new Error(`The package has no node ${type}.\n${reasons}`);
		}
		return workflowLibrary.NodeHelpers.getVersionedNodeType(known.type, version);
	};
	return {
		getByName: (type) => find(type),
		getByNameAndVersion: find,
		getKnownTypes: () => ({}),
	};
}
