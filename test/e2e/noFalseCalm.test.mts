import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { evidenceDate, nodes, openLab } from './harness/index.mts';
import type { Lab, LabOptions, LabRun, Pack, RunOptions, Workflow } from './harness/index.mts';
import { firstScreen } from './harness/pack.mts';

/**
 * Design, promise 4: whatever is missing, there is a pack that says so on its first screen, and an item on
 * the exceptions branch; or the run fails loudly. Each in the real n8n.
 */

function packOf(run: LabRun): Pack {
	if (!run.evidence) throw new Error(`The run left no evidence pack: ${run.explanation}`);
	return run.evidence;
}

/** A red pack and an alert that reaches people. */
function expectAlarm(run: LabRun, says: RegExp): void {
	expect(run.explanation).toBe('');
	expect(run.saved).toHaveLength(2);
	expect(firstScreen(packOf(run))).toMatch(says);
	const [summary] = run.items(nodes.newExceptions);
	expect(summary?.json).toMatchObject({ kind: 'summary', alert: true });
}

const statusesOf = (run: LabRun, checkId: string) =>
	new Set(
		packOf(run)
			.findings()
			.filter((finding) => finding.checkId === checkId)
			.map((finding) => finding.status),
	);

/** Hires said to have no screening record: nothing that was not read can show that. */
const provenAbsent = (run: LabRun) =>
	packOf(run)
		.findings()
		.filter(({ checkId, status }) => checkId === 'SCR-01' && status === 'fail')
		.filter(({ basis }) => basis === 'absence');

const verdictOf = (run: LabRun, checkId: string) => packOf(run).check(checkId).verdict;

/** What deleting a node in the editor does: its wires go with it. */
function removeNodes(workflow: Workflow, ...names: string[]): void {
	workflow.nodes = workflow.nodes.filter((node) => !names.includes(node.name));
	for (const [from, outputs] of Object.entries(workflow.connections)) {
		if (names.includes(from)) delete workflow.connections[from];
		else workflow.connections[from] = withoutWiresTo(outputs, names);
	}
}

function withoutWiresTo(outputs: unknown, names: string[]): unknown {
	return JSON.parse(JSON.stringify(outputs), (_key, value: unknown) =>
		Array.isArray(value)
			? value.filter((wire) => !(wire && typeof wire === 'object' && names.includes(wire.node)))
			: value,
	);
}

describe('an account without hires', () => {
	it.each<[string, LabOptions, RegExp]>([
		['people, but nobody hired', { scenario: 'no-hires' }, /test data/i],
		['no opportunity at all', { scenario: 'empty' }, /test data/i],
	])('%s', async (_title, options, says) => {
		const lab = await openLab(options);
		const run = await lab.run();
		await lab.close();
		expectAlarm(run, says);
		for (const check of ['SCR-01', 'SCR-02', 'OFR-01', 'OFR-03', 'OFR-04']) {
			// Not read from the production host, so nothing is proven not to occur.
			expect(verdictOf(run, check), check).toBe('couldNotBeChecked');
		}
	});
});

describe('a key that may not read everything', () => {
	it('offers forbidden', async () => {
		const lab = await openLab({ credentials: (mock) => ({ apiKey: mock.keys.noOffers }) });
		const run = await lab.run();
		await lab.close();
		expectAlarm(run, /offers/i);
		expect(statusesOf(run, 'OFR-01')).toEqual(new Set(['indeterminate']));
		expect(provenAbsent(run)).toEqual([]);
		expect(statusesOf(run, 'IPE-01')).toContain('fail');
	});

	it('confidential records forbidden', async () => {
		const lab = await openLab({ credentials: (mock) => ({ apiKey: mock.keys.noConfidential }) });
		const run = await lab.run();
		await lab.close();
		expectAlarm(run, /confidential hires were not tested/i);
	});

	it('users forbidden', async () => {
		const lab = await openLab({ credentials: (mock) => ({ apiKey: mock.keys.noUsers }) });
		const run = await lab.run();
		await lab.close();
		expectAlarm(run, /users/i);
		expect(verdictOf(run, 'UAR-01')).toBe('couldNotBeChecked');
	});
});

describe('a list that is not what it should be', () => {
	let lab: Lab;
	let calm: LabRun;

	beforeAll(async () => {
		lab = await openLab();
		calm = await lab.run();
	});

	afterAll(() => lab.close());

	const screening = (variant: string): RunOptions => ({
		configure: { screeningListUrl: `${lab.mock.url}/companion/screening.csv?variant=${variant}` },
	});
	const daysBefore = (days: number) =>
		new Date(Date.parse(evidenceDate) - days * 86_400_000).toISOString();

	it('the same data with good lists has passes, so the runs below lose something', () => {
		for (const check of ['SCR-01', 'SCR-02', 'SCR-09', 'UAR-01']) {
			expect(statusesOf(calm, check), check).toContain('pass');
		}
	});

	it.each([
		['empty', /Screening List[^.]*(empty|no row)/i],
		['header-only', /Screening List[^.]*(empty|no row)/i],
		['failed', /Screening List[^.]*(failed|could not|did not arrive|not be read)/i],
	])('screening list %s', async (variant, says) => {
		const run = await lab.run(screening(variant));
		expectAlarm(run, says);
		for (const check of ['SCR-01', 'SCR-02']) {
			expect(statusesOf(run, check), check).not.toContain('pass');
			expect(statusesOf(run, check), check).not.toContain('fail');
			expect(statusesOf(run, check), check).toContain('indeterminate');
			expect(verdictOf(run, check), check).toBe('couldNotBeChecked');
		}
		expect(statusesOf(run, 'IPE-01')).not.toEqual(new Set(['pass']));
	});

	it('screening list not wired', async () => {
		const run = await lab.run({
			change: (workflow) => removeNodes(workflow, 'Download screening list', 'Read screening list'),
		});
		expectAlarm(run, /Screening List/);
		for (const check of ['SCR-01', 'SCR-02', 'SCR-07', 'SCR-09']) {
			expect(verdictOf(run, check), check).toBe('notSetUp');
			expect(packOf(run).check(check).verdictText).toMatch(/connect Screening List/i);
			expect(statusesOf(run, check), check).toEqual(new Set());
		}
	});

	it('screening list 30 days old: it proves what is in it, and nothing that is not', async () => {
		const run = await lab.run({ configure: { screeningListExportedAt: daysBefore(30) } });
		expectAlarm(run, /Screening List[^.]*30 days/i);
		expect(provenAbsent(run)).toEqual([]);
		expect(statusesOf(run, 'SCR-01')).toContain('indeterminate');
	});

	it('staff list with leavers only', async () => {
		const run = await lab.run({
			configure: { staffListUrl: `${lab.mock.url}/companion/staff.csv?variant=leavers-only` },
		});
		expectAlarm(run, /Staff List[^.]*(leavers|current employee)/i);
		expect(statusesOf(run, 'UAR-01')).not.toContain('pass');
		expect(statusesOf(run, 'UAR-01')).toContain('indeterminate');
		expect(verdictOf(run, 'UAR-01')).not.toBe('noDeviations');
	});

	it('a Filter node between Lever Compliance and Seal', async () => {
		const run = await lab.run({
			change: (workflow) => insertFilter(workflow, nodes.compliance, 'status', 'notEquals', 'fail'),
		});
		expect(run.items(filterName).length).toBeLessThan(run.items(nodes.compliance).length);
		expectAlarm(run, /altered or incomplete/i);
	});

	it('a Filter node that lets nothing through to Seal: the run fails, and says why', async () => {
		const run = await lab.run({
			change: (workflow) => insertFilter(workflow, nodes.compliance, 'kind', 'equals', 'none'),
		});
		expect(run.status).toBe('error');
		expect(run.explanation).toMatch(/No evidence pack was saved/);
		expect(run.items(nodes.newExceptions)[0]?.json).toMatchObject({ kind: 'summary' });
	});

	it('a Filter node between Collect and Lever Compliance', async () => {
		const run = await lab.run({
			change: (workflow) => insertFilter(workflow, nodes.lever, 'kind', 'notEquals', 'hire'),
		});
		expectAlarm(run, /not all there|lost|missing|incomplete|did not arrive/i);
		expect(verdictOf(run, 'SCR-01')).toBe('couldNotBeChecked');
	});
});

const filterName = 'Only some items';

/** What a person does who drops a Filter node on the wire after a node's first output. */
function insertFilter(
	workflow: Workflow,
	after: string,
	field: string,
	operation: 'equals' | 'notEquals',
	value: string,
): void {
	const { main } = workflow.connections[after] as { main: Array<Array<{ node: string }>> };
	const [next, ...others] = main;
	// Above everything else, as a node on that wire is: n8n works through the branches from the top.
	workflow.nodes.push({
		...{ id: 'filter', typeVersion: 2.2, position: [1300, 60] },
		name: filterName,
		type: 'n8n-nodes-base.filter',
		parameters: {
			conditions: {
				options: { version: 2, caseSensitive: true, typeValidation: 'loose', leftValue: '' },
				combinator: 'and',
				conditions: [
					{
						id: 'condition',
						leftValue: `={{ $json.${field} }}`,
						rightValue: value,
						operator: { type: 'string', operation },
					},
				],
			},
			options: {},
		},
	});
	const wire = [{ node: filterName, type: 'main', index: 0 }];
	workflow.connections[after] = { main: [wire, ...others] };
	workflow.connections[filterName] = { main: [next] };
}
