import { readFile } from 'node:fs/promises';

import { inCheckout } from './checkout.mts';

/** A workflow file, as far as the scripts look into it. */
export interface Workflow {
	id?: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

export interface WorkflowNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
}

/** What the scripts may change in a shipped workflow, and nothing else. */
export interface Stamp {
	/** n8n imports only workflows that have one */
	id: string;
	/** Values of the node "Configure", by name */
	configure?: Record<string, string | number>;
	/** The choice of credential in the Lever node */
	authentication?: 'apiKey' | 'oAuth2';
}

/** The workflow that every run of demo, tests and editor starts from. */
export const dailyEvidenceRun = inCheckout('workflows', 'daily-evidence-run.json');

/** Verifies packs that were saved as zips. */
export const verifyEvidencePacks = inCheckout('workflows', 'verify-evidence-packs.json');

/** Reads every opportunity, one batch per sub-workflow. */
export const pageByPage = inCheckout('workflows', 'page-by-page.json');

export async function readWorkflow(file: string): Promise<Workflow> {
	return JSON.parse(await readFile(file, 'utf8'));
}

/**
 * @throws Error when "Configure" has no such value, or the workflow no such node
 */
export function stampWorkflow(workflow: Workflow, stamp: Stamp): Workflow {
	const stamped = structuredClone(workflow);
	stamped.id = stamp.id;
	const values = assignmentsOf(nodeNamed(stamped, 'Configure'));
	for (const [name, value] of Object.entries(stamp.configure ?? {})) {
		const assignment = values.find((candidate) => candidate.name === name);
		if (!assignment) throw new Error(`"Configure" has no value ${name}`);
		assignment.value = value;
	}
	if (stamp.authentication) {
		const lever = stamped.nodes.find((node) => node.type === 'n8n-nodes-lever.lever');
		if (!lever) throw new Error(`The workflow "${workflow.name}" has no Lever node`);
		lever.parameters['authentication'] = stamp.authentication;
	}
	return stamped;
}

export function nodeNamed(workflow: Workflow, name: string): WorkflowNode {
	const found = workflow.nodes.find((node) => node.name === name);
	if (!found) throw new Error(`The workflow "${workflow.name}" has no node "${name}"`);
	return found;
}

interface Assignment {
	name: string;
	value: unknown;
}

function assignmentsOf(node: WorkflowNode): Assignment[] {
	const { assignments } = node.parameters;
	if (typeof assignments === 'object' && assignments !== null && 'assignments' in assignments) {
		if (Array.isArray(assignments.assignments)) return assignments.assignments;
	}
	throw new Error(`"${node.name}" is not an Edit Fields node with assignments`);
}
