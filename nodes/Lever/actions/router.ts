import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import {
	createLeverClient,
	mapConcurrently,
	toNodeError,
	type LeverClient,
} from '../../shared/transport';
import { hasCollectionOutput } from '../fields/collectionRecord';
import { readRequestsPerSecond } from '../fields/options';
import { RunNotes } from '../lists/notes';
import { ParentGone } from '../lists/parentGone';
import { NodeItem, type Operation, type Resource } from './operation';
import { OrderedOutput, type ItemOutput } from './orderedOutput';

/**
 * Input items at the same time, for operations that allow it. Lever's ten requests per second at an answer
 * time of 600 ms keep eight busy; the pace itself is the client's.
 */
const STREAMS = 12;

/** What all input items of a run share. */
interface Run {
	context: IExecuteFunctions;
	resources: readonly Resource[];
	client: LeverClient;
	notes: RunNotes;
	wantsCollection: boolean;
	/** Stops everything that this run still reads */
	stop: AbortController;
	signal: AbortSignal;
}

/**
 * Runs the chosen operation for every input item. Item linking and continue-on-fail live here and
 * nowhere else. An item whose read stops half-way gives no records at all, only what happened: a list is
 * complete or it is not there. The first fault that ends the run stops the items beside it.
 */
export async function runOperations(
	context: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const stop = new AbortController();
	const signal = AbortSignal.any([stop.signal, ...cancelSignals(context)]);
	const run: Run = {
		context,
		resources,
		client: await connect(context, signal),
		notes: new RunNotes(),
		wantsCollection: hasCollectionOutput(context),
		stop,
		signal,
	};
	const output = new OrderedOutput();
	const indexes = [...context.getInputData().keys()];
	try {
		await mapConcurrently(indexes, streamsOf(run), async (itemIndex) => {
			output.add(itemIndex, await runItem(run, itemIndex));
		});
	} finally {
		stop.abort();
	}
	const hints = run.notes.hints();
	if (hints.length > 0) context.addExecutionHints(...hints);
	return run.wantsCollection ? [output.records, output.collections] : [output.records];
}

async function runItem(run: Run, itemIndex: number): Promise<ItemOutput> {
	const { context, client, notes, wantsCollection, signal } = run;
	const pairedItem = { item: itemIndex };
	const output: ItemOutput = { records: [], collections: [] };
	const collection = (record: object) => {
		output.collections.push({ json: record as IDataObject, pairedItem });
	};
	try {
		const operation = chosenOperation(run, itemIndex);
		const own = { context, client, itemIndex, signal, wantsCollection, collection, notes };
		for await (const given of operation.execute(own))
			output.records.push(itemOf(given, pairedItem));
	} catch (error) {
		const gone = error instanceof ParentGone;
		if (gone) notes.parentGone(error.parent);
		const wrapped = toNodeError(context.getNode(), gone ? error.fault : error, itemIndex);
		if (!gone && (!context.continueOnFail() || signal.aborted)) {
			run.stop.abort();
			throw wrapped;
		}
		output.records = context.continueOnFail()
			? [{ json: { error: wrapped.message }, pairedItem }]
			: [];
	}
	return output;
}

function itemOf(given: object, pairedItem: { item: number }): INodeExecutionData {
	if (!(given instanceof NodeItem)) return { json: given as IDataObject, pairedItem };
	return { json: given.json as IDataObject, binary: given.binary, pairedItem };
}

/** Resource and operation are the same for all input items: their fields take no expression. */
function streamsOf(run: Run): number {
	if (run.context.getInputData().length < 2) return 1;
	return chosenOperation(run, 0).perItem === 'concurrent' ? STREAMS : 1;
}

/** A credential that cannot be used stops the node, also with continue-on-fail: no item could be read. */
async function connect(context: IExecuteFunctions, signal: AbortSignal): Promise<LeverClient> {
	const requestsPerSecond = readRequestsPerSecond(context);
	return await createLeverClient(context, {
		signal,
		...(requestsPerSecond !== undefined && {
			pace: { requestsPerSecond, burst: Math.min(20, requestsPerSecond * 2) },
		}),
	}).catch((error: unknown) => {
		throw toNodeError(context.getNode(), error);
	});
}

function cancelSignals(context: IExecuteFunctions): AbortSignal[] {
	const signal = context.getExecutionCancelSignal();
	return signal === undefined ? [] : [signal];
}

function chosenOperation({ context, resources }: Run, itemIndex: number): Operation {
	const resource = context.getNodeParameter('resource', itemIndex);
	const operation = context.getNodeParameter('operation', itemIndex);
	const chosen = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (chosen) return chosen;
	throw new NodeOperationError(
		context.getNode(),
		`This node has no operation '${String(operation)}' for '${String(resource)}'.`,
		{ itemIndex, description: "Choose 'Resource' and 'Operation' again." },
	);
}
