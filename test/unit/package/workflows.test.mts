import { readdir } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { inCheckout } from '../../../scripts/support/checkout.mts';
import { readWorkflow, stampWorkflow } from '../../../scripts/support/workflow.mts';
import type { Workflow } from '../../../scripts/support/workflow.mts';

/** Rules of n8n's template library and of this package for the shipped workflows. */
const folder = inCheckout('workflows');
const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
const workflows: Array<[string, Workflow]> = await Promise.all(
	names.map(
		async (name): Promise<[string, Workflow]> => [
			name,
			await readWorkflow(inCheckout('workflows', name)),
		],
	),
);

interface Wire {
	node: string;
	type: string;
	index: number;
}

function wiresOf(workflow: Workflow): Array<Wire & { from: string }> {
	return Object.entries(workflow.connections).flatMap(([from, outputs]) =>
		Object.values(outputs as Record<string, Array<Wire[] | null>>)
			.flat(2)
			.filter((wire): wire is Wire => wire !== null)
			.map((wire) => ({ ...wire, from })),
	);
}

/** Whether what a node gives can reach another one. */
function leadsTo(workflow: Workflow, from: string, to: string): boolean {
	const reached = new Set([from]);
	for (const name of reached) {
		for (const wire of wiresOf(workflow)) if (wire.from === name) reached.add(wire.node);
	}
	return reached.has(to);
}

const isTrigger = (workflow: Workflow, name: string) =>
	/Trigger$/.test(workflow.nodes.find((node) => node.name === name)?.type ?? '');

it('the daily evidence run, the verification of its packs and the loop over batches are shipped', () => {
	expect(names).toEqual([
		'daily-evidence-run.json',
		'page-by-page.json',
		'verify-evidence-packs.json',
	]);
});

describe.each(workflows)('%s', (_name, workflow) => {
	const text = JSON.stringify(workflow);

	it('carries nothing of the n8n it was made in', () => {
		for (const key of ['id', 'versionId', 'meta', 'pinData', 'staticData', 'tags', 'shared']) {
			expect(workflow).not.toHaveProperty(key);
		}
		expect(workflow).toMatchObject({ active: false });
		for (const node of workflow.nodes as Array<{ credentials?: Record<string, object> }>) {
			for (const credential of Object.values(node.credentials ?? {})) {
				expect(Object.keys(credential)).toEqual(['name']);
			}
		}
	});

	it('holds no address of a person and no key', () => {
		expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.[\w.]+/);
		expect(text).not.toMatch(/\b(Basic|Bearer) [A-Za-z0-9+/=._-]{8,}/);
		expect(text).not.toMatch(/apiKey":|clientSecret|access_token/);
	});

	it('keeps no data of successful executions', () => {
		expect(workflow.settings).toMatchObject({
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveManualExecutions: false,
		});
	});

	it('wires only nodes that exist, and no input twice', () => {
		const known = workflow.nodes.map((node) => node.name);
		expect(new Set(known).size).toBe(known.length);
		const taken = new Map<string, string>();
		for (const wire of wiresOf(workflow)) {
			expect(known).toContain(wire.from);
			expect(known).toContain(wire.node);
			// Of several triggers one starts a run; two other wires would run the node twice.
			if (isTrigger(workflow, wire.from)) continue;
			// A loop comes back to a node that it began with.
			if (leadsTo(workflow, wire.node, wire.from)) continue;
			const input = `${wire.node} ${wire.index}`;
			expect(taken.get(input), input).toBeUndefined();
			taken.set(input, wire.from);
		}
	});

	it('uses only nodes that n8n 3 has, and no expression that it drops', () => {
		expect(workflow.nodes.map((node) => node.type)).not.toContain('n8n-nodes-base.function');
		expect(text).not.toMatch(/\$getPairedItem|\$env\b|functionItem|itemLists/);
	});

	it('explains itself: one yellow note with how it works and setup, white notes for the parts', () => {
		const notes = workflow.nodes.filter((node) => node.type === 'n8n-nodes-base.stickyNote');
		const yellow = notes.filter((note) => note.parameters['color'] === undefined);
		expect(yellow).toHaveLength(1);
		const overview = String(yellow[0]?.parameters['content']);
		expect(overview).toMatch(/^### How it works$/m);
		expect(overview).toMatch(/^### Setup$/m);
		const words = (content: string) =>
			content.split(/\s+/).filter((word) => /\w/.test(word)).length;
		expect(words(overview)).toBeGreaterThanOrEqual(100);
		expect(words(overview)).toBeLessThanOrEqual(300);
		for (const note of notes.filter((candidate) => candidate.parameters['color'] !== undefined)) {
			expect(words(String(note.parameters['content']))).toBeLessThan(50);
		}
	});

	it('asks "Configure" only for values that it has', () => {
		const asked = [...text.matchAll(/\$\('Configure'\)\.first\(\)\.json\.(\w+)/g)];
		expect(asked.length).toBeGreaterThan(0);
		const configure = Object.fromEntries(asked.map(([, name = '']) => [name, '']));
		expect(() => stampWorkflow(workflow, { id: 'any', configure })).not.toThrow();
	});
});
