import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { LeverClient } from '../../shared/transport';

/** What an operation works with. One run of the node has one client, shared by all its items. */
export interface OperationRun {
	context: IExecuteFunctions;
	client: LeverClient;
	/** Input item whose parameters apply */
	itemIndex: number;
}

/**
 * One operation of one resource. It holds only what is specific to it: which resource and operation its
 * fields belong to, the item loop, item linking and continue-on-fail are added around it (properties.ts,
 * router.ts).
 */
export interface Operation {
	/** Name in the Operation list, in n8n's words: Get, Get Many */
	name: string;
	/** Stable value, part of saved workflows: `get`, `getAll` */
	value: string;
	/** Sentence case with the resource, for instance "Get many opportunities" */
	action: string;
	/** One sentence without full stop; an AI agent chooses by it */
	description: string;
	/** Fields without the display options for resource and operation */
	properties: INodeProperties[];
	/**
	 * Gives the records of one input item, one after the other, so that a long list is never held twice.
	 *
	 * @throws LeverReadError, or n8n's node errors and UserError for parameters that cannot be used
	 */
	execute(run: OperationRun): AsyncIterable<object>;
}

/** A resource of the node and its operations, both in the order of their lists (alphabetical). */
export interface Resource {
	/** Singular, as in Lever's web application: "Opportunity" */
	name: string;
	/** Stable value, part of saved workflows */
	value: string;
	description: string;
	operations: Operation[];
}
