/**
 * Runs one node of this package on n8n's real execution engine (n8n-core), from the compiled package,
 * with its real credential classes. HTTP goes out for real: intercept it with nock, or start the mock.
 *
 * ```ts
 * import { failedItem, items, readBinary, runNode } from './harness/index.mts';
 *
 * const mock = await startMock();
 * const run = await runNode({
 *   node: 'lever',
 *   parameters: { resource: 'user', operation: 'getAll', returnAll: true },
 *   credentials: { leverApi: { apiKey: mock.keys.all, environment: 'custom', baseUrl: mock.baseUrl } },
 * });
 * run.outputs[0]; // items of the first output: [{ json, binary?, pairedItem? }, …]
 * run.error;      // what n8n shows in the editor: message, description, context
 * ```
 *
 * Inputs: left out = one empty item on input 0, like a trigger. Otherwise input index → its items:
 *
 * ```ts
 * inputs: {
 *   0: items(collected),                        // wired, with rows
 *   1: [],                                      // wired, but nothing arrived
 *   2: [failedItem('Request failed with 500')], // wired, the node before failed and went on
 * }                                             // 3 and 4: not wired
 * ```
 *
 * As in n8n, a node whose wired inputs are all empty never runs: `run.ran` is false then.
 * Binaries are kept in memory; `readBinary(item, 'data')` gives their bytes, and items with
 * `binary: { data: binary(bytes, 'name.csv') }` may be fed.
 */
import type {
	ExecutionError,
	IBinaryData,
	ICredentialsHelper,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IRun,
	ITaskData,
	IWorkflowSettings,
} from 'n8n-workflow';

import { credentialsHelper } from './credentials.mts';
import type { Credentials } from './credentials.mts';
import { core, workflowLibrary } from './engine.mts';
import { additionalData } from './instance.mts';
import { feederType, nodeTypes, packageNodeType } from './nodeTypes.mts';

export type { Credentials } from './credentials.mts';

export interface NodeRunRequest {
	/** `lever`, `leverCompliance`, `leverEvidence` */
	node: string;
	parameters?: INodeParameters;
	/** Credential type → fields; see `Credentials` */
	credentials?: Credentials;
	/** Input index → items; an index left out is not wired */
	inputs?: Record<number, INodeExecutionData[]>;
	onError?: INode['onError'];
	typeVersion?: number;
	/** Workflow settings, for instance `{ timezone: 'Europe/Berlin' }` */
	settings?: IWorkflowSettings;
	/** Name of the node in the workflow; `Node under test` unless told */
	name?: string;
	/** Called with a function that cancels the execution, as the Stop button does */
	onStart?: (cancel: () => void) => void;
}

export interface NodeRun {
	/** False when the engine had no reason to run the node */
	ran: boolean;
	/** Output index → items; empty when the node stopped with an error */
	outputs: INodeExecutionData[][];
	/** Why the node stopped: NodeApiError or NodeOperationError with `message` and `description` */
	error?: ExecutionError;
	/** Hints the node left for the person in the editor */
	hints: NonNullable<ITaskData['hints']>;
	/** Status of the whole execution: `success`, `error`, `canceled` */
	status: IRun['status'];
	/** Credentials after the run: refreshed OAuth2 tokens are in here */
	credentials: Credentials;
}

/** Runs a node once on the real engine. Never rejects because of the node: see `error`. */
export async function runNode(request: NodeRunRequest): Promise<NodeRun> {
	const { Workflow } = workflowLibrary;
	const credentials = structuredClone(request.credentials ?? {});
	const inputs: Record<number, INodeExecutionData[]> = request.inputs ?? { 0: [{ json: {} }] };
	const name = request.name ?? 'Node under test';
	const start = node('Start', feederType, { items: [{}] });
	const feeders = Object.keys(inputs).map((index) => node(`Input ${index}`, feederType, {}));
	const tested: INode = {
		...node(name, packageNodeType(request.node), request.parameters ?? {}),
		typeVersion: request.typeVersion ?? 1,
		credentials: Object.fromEntries(
			Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
		),
		...(request.onError ? { onError: request.onError } : {}),
	};
	const workflow = new Workflow({
		id: 'harness',
		name: 'Harness',
		nodes: [start, ...feeders, tested],
		connections: {
			Start: { main: [feeders.map((feeder) => ({ node: feeder.name, type: 'main', index: 0 }))] },
			...Object.fromEntries(
				Object.keys(inputs).map((index) => [
					`Input ${index}`,
					{ main: [[{ node: name, type: 'main', index: Number(index) }]] },
				]),
			),
		},
		active: false,
		nodeTypes: nodeTypes((feeder) => inputs[Number(feeder.name.split(' ')[1])] ?? [{ json: {} }]),
		settings: { executionOrder: 'v1', ...request.settings },
	});
	const helper: ICredentialsHelper = credentialsHelper(credentials);
	const execution = new core.WorkflowExecute(additionalData(helper), 'manual');
	const running = execution.run({ workflow, startNode: start });
	request.onStart?.(() => running.cancel());
	return describe(await running, name, credentials);
}

function describe(run: IRun, name: string, credentials: Credentials): NodeRun {
	const [task] = run.data.resultData.runData[name] ?? [];
	const error = task?.error ?? run.data.resultData.error;
	return {
		ran: task !== undefined,
		outputs: (task?.data?.['main'] ?? []).map((output) => output ?? []),
		...(error ? { error } : {}),
		hints: task?.hints ?? [],
		status: run.status,
		credentials,
	};
}

/** Plain objects as n8n items. */
export function items(rows: readonly object[]): INodeExecutionData[] {
	return rows.map((row, index) => ({ json: row as IDataObject, pairedItem: { item: index } }));
}

/** What a node set to "Continue" on error gives when it stops, for instance HTTP Request. */
export function failedItem(message: string): INodeExecutionData {
	return { json: { error: message }, pairedItem: { item: 0 } };
}

/** Bytes as a binary of an item. */
export function binary(
	bytes: Uint8Array | string,
	fileName: string,
	mimeType = 'application/octet-stream',
): IBinaryData {
	return { data: Buffer.from(bytes).toString('base64'), fileName, mimeType };
}

/** Bytes of a binary that a node gave out. */
export function readBinary(item: INodeExecutionData, property: string): Buffer {
	const found = item.binary?.[property];
	if (!found) {
		throw new Error(
			`No binary ${property}; there are: ${Object.keys(item.binary ?? {}).join(', ')}`,
		);
	}
	return Buffer.from(found.data, 'base64');
}

function node(name: string, type: string, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
