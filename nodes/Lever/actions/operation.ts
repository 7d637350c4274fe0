import type { IBinaryKeyData, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { LeverClient } from '../../shared/transport';
import type { ListCollection } from '../lists/listCollection';
import type { RunNotes } from '../lists/notes';

/** What an operation works with. One run of the node has one client, shared by all its items. */
export interface OperationRun {
	context: IExecuteFunctions;
	client: LeverClient;
	/** Input item whose parameters apply */
	itemIndex: number;
	/** Fires when the execution is stopped or another input item ended the run: read nothing more then */
	signal: AbortSignal;
	/** Whether there is a second output: without it a list needs no digest */
	wantsCollection: boolean;
	/** Hands over how a list was read; it goes to the second output */
	collection(record: ListCollection): void;
	/** For what a person should know beside the output, one hint for all input items */
	notes: RunNotes;
}

/** An item that carries files beside its JSON. Made by `withBinary`. */
export class NodeItem {
	constructor(
		readonly json: object,
		readonly binary: IBinaryKeyData,
	) {}
}

/** The item of a record with the files that belong to it. */
export function withBinary(json: object, binary: IBinaryKeyData): NodeItem {
	return new NodeItem(json, binary);
}

/**
 * One operation of one resource. It holds only what is specific to it: which resource and operation its
 * fields belong to, the item loop, item linking and continue-on-fail are added around it (properties.ts,
 * router.ts). An operation with 'Return All' gets the option 'Collection Record' as well.
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
	 * Several input items at the same time, for reads that cost one request or few: single records, lists of
	 * one opportunity, downloads. Left out, one input item after the other.
	 */
	perItem?: 'concurrent';
	/**
	 * Gives the records of one input item, one after the other, so that a long list is never held twice: a
	 * record as Lever has it or simplified, or a NodeItem where files belong to it.
	 *
	 * @throws LeverReadError, ParentGone, or n8n's node errors and UserError for parameters that cannot be used
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
