import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { parse } from 'csv-parse/sync';

import type { MockLever } from '../../../mock-lever/index.mts';
import type {
	CollectedItem,
	EvidenceItem,
	ExceptionItem,
	Finding,
	Run,
	Summary,
} from '../../../nodes/shared/contracts/index.ts';
import { items, runNode, type NodeRun, type NodeRunRequest } from '../harness/index.mts';

/** Work zones of the golden company. */
export const WORK_ZONES = {
	'Los Angeles': 'America/Los_Angeles',
	Berlin: 'Europe/Berlin',
	London: 'Europe/London',
	Tokyo: 'Asia/Tokyo',
};

/** Input index → items; an index left out is not wired. */
export type Inputs = Record<number, INodeExecutionData[]>;

export interface CheckedRun extends NodeRun {
	evidence: EvidenceItem[];
	run: Run;
	findings: Finding[];
	summary: Summary;
	exceptions: ExceptionItem[];
}

/** Runs Lever Compliance on the real engine. What it gives can be read only when it did not stop. */
export async function check(
	inputs: Inputs,
	parameters: INodeParameters = {},
	request: Partial<NodeRunRequest> = {},
): Promise<CheckedRun> {
	const run = await runNode({
		node: 'leverCompliance',
		parameters: {
			organisationTimeZone: 'UTC',
			workLocationTimeZones: JSON.stringify(WORK_ZONES),
			...parameters,
		},
		inputs,
		settings: { timezone: 'UTC' },
		...request,
	});
	const evidence = (run.outputs[0] ?? []).map(({ json }) => json as unknown as EvidenceItem);
	const exceptions = (run.outputs[1] ?? []).map(
		({ json }) => json as unknown as Summary | ExceptionItem,
	);
	return {
		...run,
		evidence,
		get run() {
			return only(evidence.filter((item): item is Run => item.kind === 'run'));
		},
		findings: evidence.filter((item): item is Finding => item.kind === 'finding'),
		get summary() {
			return only(exceptions.filter((item): item is Summary => item.kind === 'summary'));
		},
		exceptions: exceptions.filter((item): item is ExceptionItem => item.kind === 'finding'),
	};
}

/** Rows of a companion list as Extract From File gives them. */
export async function companion(
	mock: MockLever,
	list: 'screening' | 'staff' | 'approvals',
): Promise<INodeExecutionData[]> {
	// Checks keep this process busy for seconds: the mock would end an idle connection just before the next use.
	const answer = await fetch(`${mock.url}/companion/${list}.csv`, {
		headers: { connection: 'close' },
	});
	const rows: object[] = parse(await answer.text(), { columns: true, bom: true });
	return items(rows);
}

export async function companions(mock: MockLever): Promise<Inputs> {
	return {
		1: await companion(mock, 'screening'),
		2: await companion(mock, 'staff'),
		3: await companion(mock, 'approvals'),
	};
}

export function leverItems(collected: readonly CollectedItem[]): INodeExecutionData[] {
	return items(collected);
}

function only<T>(found: readonly T[]): T {
	const [one, another] = found;
	if (one === undefined || another !== undefined) throw new Error(`Not one but ${found.length}`);
	return one;
}
