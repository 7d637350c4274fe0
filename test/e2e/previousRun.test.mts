import { afterAll, beforeAll, expect, it } from 'vitest';

import { nodeNamed, nodes, openLab, type Workflow } from './harness/index.mts';
import type { Lab, LabRun } from './harness/index.mts';

/** A daily run that gets the pack of an earlier one, unpacked by n8n's own node, on `Previous Run`. */
const EARLIER = '2026-10-30T06:00:00Z';
let lab: Lab;
let earlier: LabRun;
let later: LabRun;

beforeAll(async () => {
	lab = await openLab({ scenario: 'golden' });
	earlier = await lab.run({ configure: { evidenceDate: EARLIER } });
	later = await lab.run({ change: readEarlierPack });
});

afterAll(() => lab.close());

/** The packs of the first run lie in the folder beside that of the second. */
function readEarlierPack(workflow: Workflow): void {
	const folder = /"([^"]+\/)run-2"/.exec(JSON.stringify(nodeNamed(workflow, 'Configure')))?.[1];
	const common = { position: [0, 0] as [number, number] };
	const added = [
		{
			...common,
			id: 'read-earlier',
			name: 'Read earlier pack',
			type: 'n8n-nodes-base.readWriteFile',
			typeVersion: 1,
			parameters: { fileSelector: `${folder}run-1/*evidence*.zip`, options: {} },
		},
		{
			...common,
			id: 'unpack-earlier',
			name: 'Unpack earlier pack',
			type: 'n8n-nodes-base.compression',
			typeVersion: 1.1,
			parameters: {},
		},
	];
	workflow.nodes.push(...added);
	const wire = (from: string, to: string, index: number) => {
		const connections = workflow.connections as Record<string, { main: object[][] }>;
		const { main } = (connections[from] ??= { main: [[]] });
		main[0]?.push({ node: to, type: 'main', index });
	};
	wire('Configure', 'Read earlier pack', 0);
	wire('Read earlier pack', 'Unpack earlier pack', 0);
	wire('Unpack earlier pack', nodes.compliance, 4);
}

it('reads the pack as n8n unpacks it, and finds it as it was sealed', () => {
	expect(earlier.explanation).toBe('');
	expect(later.explanation).toBe('');
	const [unpacked, another] = later.items('Unpack earlier pack');
	expect(another).toBeUndefined();
	expect(Object.keys(unpacked?.binary ?? {}).length).toBeGreaterThan(10);
	const run = later.items(nodes.compliance).find(({ json }) => json['kind'] === 'run')?.json;
	expect(JSON.stringify(run?.['lists'])).toMatch(
		/Previous Run: run of 2026-10-30T06:00:00.000Z, \d+ hires, \d+ users, as it was sealed/,
	);
});

it('makes the checks that look at what changed', () => {
	const statuses = (checkId: string) =>
		later
			.items(nodes.compliance)
			.filter(({ json }) => json['checkId'] === checkId)
			.map(({ json }) => json['status']);
	expect(statuses('IPE-04')).toEqual(['pass']);
	expect(statuses('IPE-05')).toEqual(['pass']);
	expect(statuses('OFR-07').filter((status) => status === 'pass').length).toBeGreaterThan(50);
});
