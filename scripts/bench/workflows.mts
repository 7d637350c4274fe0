import type { Workflow, WorkflowNode } from '../support/workflow.mts';

/**
 * The workflows of the benchmark. For time, what is measured stands in the workflow itself, so that n8n says
 * how long each node took. For memory it runs in a sub-workflow, which gives back one item with what was
 * counted: so n8n's command prints no records, and the measured run's data is let go as in life.
 */

interface Node extends WorkflowNode {
	typeVersion: number;
	position: [number, number];
	credentials?: Record<string, { name: string }>;
	retryOnFail?: boolean;
	maxTries?: number;
	waitBetweenTries?: number;
}

const SETTINGS = {
	executionOrder: 'v1',
	// As in the shipped workflows; otherwise n8n writes every record into its database as well.
	saveDataSuccessExecution: 'none',
	saveManualExecutions: false,
};

/** Name of the node that runs the sub-workflow. */
const SUB_WORKFLOW = 'Measured run';

/** Name of the node that gives what was read. */
const RECORDS = 'Records';

/** Name of the node that counts what was read. */
const COUNTED = 'Counted';

export interface Benchmark {
	main: Workflow;
	/** Run by the other one, once or in a loop; n8n runs only a published one from another workflow */
	subWorkflow?: Workflow;
	/** Nodes of the main workflow whose time counts */
	timed: readonly string[];
	/** Node of the main workflow that gives what was counted */
	counted: string;
}

/** Where the measured nodes stand. */
export type Place = 'workflow' | 'subWorkflow';

/** How the HTTP Request node is set, by somebody who knows Lever and n8n. */
export interface HttpRequestSettings {
	baseUrl: string;
	/** Wait between two pages, in ms: as short as the rate limit allows at this latency */
	interval: number;
}

/** HTTP Request with paging and Split Out: one item per opportunity. */
export function httpRequestRun(settings: HttpRequestSettings, place: Place): Benchmark {
	const chain: Node[] = [
		{
			...node('Pages', 'n8n-nodes-base.httpRequest', 4.2, {
				url: `${settings.baseUrl}/opportunities`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'leverApi',
				sendQuery: true,
				queryParameters: {
					parameters: [
						{ name: 'limit', value: '100' },
						{ name: 'confidentiality', value: 'all' },
					],
				},
				options: {
					pagination: {
						pagination: {
							paginationMode: 'updateAParameterInEachRequest',
							parameters: {
								parameters: [{ type: 'qs', name: 'offset', value: '={{ $response.body?.next }}' }],
							},
							paginationCompleteWhen: 'other',
							completeExpression: '={{ !$response.body.hasNext }}',
							requestInterval: settings.interval,
						},
					},
				},
			}),
			credentials: { leverApi: { name: 'Lever account' } },
			retryOnFail: true,
			maxTries: 5,
			waitBetweenTries: 5000,
		},
		node(RECORDS, 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'data', options: {} }),
	];
	return measured(chain, place);
}

/** The Lever node as a person sets it; `parameters` as in a workflow file. */
export function leverRun(parameters: Record<string, unknown>, place: Place): Benchmark {
	return measured([leverNode(parameters)], place);
}

/** Page by Page: one sub-workflow per batch, as in workflows/page-by-page.json. */
export function pageByPageRun(parameters: Record<string, unknown>): Benchmark {
	const lever = leverNode({
		...parameters,
		returnAll: true,
		pageByPage: true,
		resumeFrom: '={{ $json.resumeFrom }}',
	});
	const state = node('State', 'n8n-nodes-base.set', 3.4, {
		assignments: {
			assignments: [
				assignment('resumeFrom', '={{ $json.resumeFrom ?? "" }}', 'string'),
				assignment('records', '={{ $json.recordsSoFar }}', 'number'),
				assignment('complete', '={{ $json.complete }}', 'boolean'),
			],
		},
		options: {},
	});
	const nodes = [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('First', 'n8n-nodes-base.set', 3.4, {
			assignments: { assignments: [assignment('resumeFrom', '', 'string')] },
			options: {},
		}),
		runMeasured(),
		node('More?', 'n8n-nodes-base.if', 2.2, {
			conditions: {
				options: { caseSensitive: true, typeValidation: 'strict', version: 2 },
				conditions: [
					{
						id: 'more',
						leftValue: '={{ $json.resumeFrom }}',
						rightValue: '',
						operator: { type: 'string', operation: 'notEmpty', singleValue: true },
					},
				],
				combinator: 'and',
			},
			options: {},
		}),
	];
	return {
		main: workflow('benchMain', nodes, {
			Start: [[to('First')]],
			First: [[to(SUB_WORKFLOW)]],
			[SUB_WORKFLOW]: [[to('More?')]],
			'More?': [[to(SUB_WORKFLOW)], []],
		}),
		subWorkflow: subWorkflow([lever, state], { [RECORDS]: [[], [to('State')]] }),
		timed: [SUB_WORKFLOW],
		counted: SUB_WORKFLOW,
	};
}

/** What a measured run read, from the one item that it gives back. */
export interface Counted {
	records: number;
	/** Different ids; absent where no run saw all of them */
	unique?: number;
	/** Ids of the hires, sorted; empty but for Evidence: Collect */
	hires: string[];
}

export function countedIn(json: Record<string, unknown>): Counted {
	const unique = json['unique_count_id'];
	const hires: unknown[] = Array.isArray(json['appended_hireId']) ? json['appended_hireId'] : [];
	return {
		records: Number(json['count_id'] ?? json['records'] ?? 0),
		...(typeof unique === 'number' && { unique }),
		hires: hires.map(String).sort(),
	};
}

function leverNode(parameters: Record<string, unknown>): Node {
	return {
		...node(RECORDS, 'n8n-nodes-lever.lever', 1, { authentication: 'apiKey', ...parameters }),
		credentials: { leverApi: { name: 'Lever account' } },
	};
}

/**
 * A chain of nodes, the last one named `RECORDS`, and after it what counts its items. An expression over
 * all items would copy them, and so change the memory that is measured.
 */
function measured(chain: Node[], place: Place): Benchmark {
	const count = node(COUNTED, 'n8n-nodes-base.summarize', 1.1, {
		fieldsToSummarize: {
			values: [
				{ aggregation: 'count', field: 'id' },
				{ aggregation: 'countUnique', field: 'id' },
				{ aggregation: 'append', field: 'hireId' },
			],
		},
		options: { continueIfFieldNotFound: true },
	});
	const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
	if (place === 'workflow') {
		const nodes = [start, ...chain, count];
		return {
			main: workflow('benchMain', nodes, inLine(nodes)),
			timed: chain.map(({ name }) => name),
			counted: COUNTED,
		};
	}
	return {
		main: workflow('benchMain', [start, runMeasured()], { Start: [[to(SUB_WORKFLOW)]] }),
		subWorkflow: subWorkflow([...chain, count]),
		timed: [SUB_WORKFLOW],
		counted: SUB_WORKFLOW,
	};
}

function runMeasured(): Node {
	return node(SUB_WORKFLOW, 'n8n-nodes-base.executeWorkflow', 1.1, {
		source: 'database',
		workflowId: { __rl: true, mode: 'id', value: 'benchMeasured' },
		options: {},
	});
}

type Connections = Record<string, Array<Array<{ node: string; type: string; index: number }>>>;

/** @param connections those that differ from one node after the other */
function subWorkflow(chain: Node[], connections: Connections = {}): Workflow {
	const start = node('Called', 'n8n-nodes-base.executeWorkflowTrigger', 1, {});
	const nodes = [start, ...chain];
	return workflow('benchMeasured', nodes, { ...inLine(nodes), ...connections });
}

/** Each node wired to the next. */
function inLine(nodes: readonly Node[]): Connections {
	const connections: Connections = {};
	for (const [index, { name }] of nodes.entries()) {
		const next = nodes[index + 1];
		if (next !== undefined) connections[name] = [[to(next.name)]];
	}
	return connections;
}

function workflow(id: string, nodes: Node[], connections: Connections): Workflow {
	return {
		id,
		name: id,
		nodes,
		connections: Object.fromEntries(
			Object.entries(connections).map(([name, main]) => [name, { main }]),
		),
		settings: SETTINGS,
	};
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
): Node {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters } as Node;
}

function to(name: string) {
	return { node: name, type: 'main', index: 0 };
}

function assignment(name: string, value: string, type: string) {
	return { id: name, name, value, type };
}
