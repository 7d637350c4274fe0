import { describe, expect, it, vi } from 'vitest';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { KeyName, Scenario } from '../../../mock-lever/index.mts';
import { loadScenario, POLICY_VARIANTS, resultsUnder } from '../../../mock-lever/index.mts';
import type { ListArrival, RunSituation } from '../../../mock-lever/scenarios/runs.mts';
import { RUNS } from '../../../mock-lever/scenarios/runs.mts';
import type { Collection } from '../../../nodes/shared/contracts/index.ts';
import { expectedUnder } from '../../golden/differences.mts';
import { AS_OF, collect, mockLever } from '../collect/collecting.mts';
import { oAuthOf } from '../faults/reads.mts';
import { items } from '../harness/index.mts';
import { check, companions, leverItems, type CheckedRun, type Inputs } from './checking.mts';

const USUAL = '00-nothing-missing';
const DAY = 86_400_000;

const INPUT_OF = { screening: 1, staff: 2, approvals: 3 } as const;

/** What n8n puts in the place of a list whose node failed and may go on. */
const FAILED = [{ error: 'The service was not able to process your request' }];

const ITEMS_OF: Record<ListArrival, (list: INodeExecutionData[]) => INodeExecutionData[] | null> = {
	empty: () => [],
	failed: () => items(FAILED),
	notConnected: () => null,
	thirtyDaysOld: (list) => list,
};

function arrive(lists: Inputs, { lists: arrivals = {} }: RunSituation): Inputs {
	const arrived = { ...lists };
	for (const [list, arrival] of Object.entries(arrivals)) {
		const input = INPUT_OF[list as keyof typeof INPUT_OF];
		const rows = ITEMS_OF[arrival](lists[input] ?? []);
		if (rows === null) delete arrived[input];
		else arrived[input] = rows;
	}
	return arrived;
}

function parametersOf({ lists = {}, policy }: RunSituation): INodeParameters {
	const exportedAt = new Date(Date.parse(AS_OF) - 30 * DAY).toISOString();
	return {
		...(policy !== undefined && {
			policyFrom: 'document',
			policyDocument: JSON.stringify(POLICY_VARIANTS[policy]?.policy),
		}),
		...(lists.screening === 'thirtyDaysOld' && { screeningListExportedAt: exportedAt }),
		...(lists.staff === 'thirtyDaysOld' && { staffListExportedAt: exportedAt }),
	};
}

async function drive(run: RunSituation): Promise<CheckedRun> {
	const mock = await mockLever({ scenario: run.scenario });
	const { authorisedBy: role, collectOptions: options, readDaysLater } = run;
	try {
		if (readDaysLater !== undefined) {
			const now = Date.parse(AS_OF) + readDaysLater * DAY;
			vi.useFakeTimers({ toFake: ['Date'], now, shouldAdvanceTime: true });
		}
		const collected = await collect(
			mock.baseUrl,
			mock.keys[(run.key ?? 'all') as KeyName],
			{
				evidenceDate: AS_OF,
				...(options && { options }),
				...(role !== undefined && { authentication: 'oAuth2' }),
			},
			role === undefined ? {} : { credentials: oAuthOf(mock, { role, view: 'all' }) },
		);
		const inputs = { 0: leverItems(collected.items), ...(await companions(mock)) };
		return await check(arrive(inputs, run), parametersOf(run));
	} finally {
		vi.useRealTimers();
		await mock.close();
	}
}

/** How a run file calls a collection. */
const nameOf = (collection: Collection) =>
	collection.source === 'lever' && collection.purpose !== 'definitions'
		? collection.purpose
		: collection.resource;

const hiresIn = (results: ReadonlyArray<{ subjectType: string; subjectId: string }>) =>
	new Set(results.filter((one) => one.subjectType === 'hire').map((one) => one.subjectId));

/** Number of the file that tells of somebody; the id of one of whom none tells. */
function fileOf({ expected }: Scenario, subjectId: string): string {
	const file = expected.find((result) => result.subjectId === subjectId)?.file;
	return file?.split('-')[0] ?? subjectId;
}

/** Passes where the scenario says another result, named by file and check. */
function falsePasses({ findings }: CheckedRun, scenario: Scenario, policy: string | null) {
	const written = new Map(
		expectedUnder(scenario, policy).map((one) => [`${one.checkId} ${one.subjectId}`, one.status]),
	);
	const usual = new Map(
		resultsUnder(scenario.usual, policy).map((one) => [
			`${one.checkId} ${one.subjectType}`,
			one.status,
		]),
	);
	return findings
		.filter(({ status }) => status === 'pass')
		.filter(({ checkId, subjectId, subjectType }) => {
			const wanted =
				written.get(`${checkId} ${subjectId}`) ?? usual.get(`${checkId} ${subjectType}`);
			return wanted !== undefined && wanted !== 'pass';
		})
		.map(({ checkId, subjectId }) => `${fileOf(scenario, subjectId)} ${checkId}`);
}

describe.each(Object.entries(RUNS))('%s', (_name, situation) => {
	const { expected } = situation;

	it(situation.title, async () => {
		const scenario = loadScenario(situation.scenario, AS_OF);
		const run = await drive(situation);
		expect(run.error).toBeUndefined();
		expect((run.run.shortfalls ?? []).length > 0).toBe(expected.partial);

		const verdicts = { ...RUNS[USUAL]?.expected.verdicts, ...expected.verdicts };
		expect(run.run.checks.map(({ id, verdict }) => [id, verdict]).sort()).toEqual(
			Object.entries(verdicts)
				.map(([id, { verdict }]) => [id, verdict])
				.sort(),
		);

		const judged = hiresIn(run.findings);
		const wanted = hiresIn(scenario.expected);
		const missing = [...wanted].filter((hire) => !judged.has(hire));
		expect(missing.map((hire) => fileOf(scenario, hire)).sort()).toEqual(
			expected.missingHires === 'all'
				? [...wanted].map((hire) => fileOf(scenario, hire)).sort()
				: expected.missingHires.map(({ file }) => file).sort(),
		);
		const extra = [...judged].filter((hire) => !wanted.has(hire));
		expect(extra.length > 0).toBe(expected.moreHires === true);

		for (const [id, { only, because }] of Object.entries(expected.statuses ?? {})) {
			const statuses = run.findings.filter(({ checkId }) => checkId === id);
			const others = statuses.filter(({ status }) => !only.includes(status));
			expect(
				others.map(({ status, message }) => `${status}: ${message}`),
				because,
			).toEqual([]);
		}
		for (const { contains, because } of expected.notices ?? []) {
			expect(run.run.notices.join('\n'), because).toContain(contains);
		}

		const found = new Map(run.findings.map((one) => [`${one.checkId} ${one.subjectId}`, one]));
		const populations = run.evidence.filter((item) => item.kind === 'collection');
		const named = new Set(populations.map(nameOf));
		for (const collection of populations) {
			const wantedCell = expected.collections?.[nameOf(collection)] ?? expected.everyCollection;
			const finding = found.get(`IPE-01 ${collection.collectionId}`);
			expect(finding?.status, `${nameOf(collection)}: ${finding?.message}`).toBe(
				wantedCell?.status ?? 'pass',
			);
			if (wantedCell?.reason) expect(finding?.reasonCode).toBe(wantedCell.reason);
		}
		expect(
			Object.keys(expected.collections ?? {}).filter((name) => !named.has(name as never)),
		).toEqual([]);

		const allowed = (expected.mayPass ?? []).map(({ file, check: id }) => `${file} ${id}`);
		expect(falsePasses(run, scenario, situation.policy ?? null).sort()).toEqual(allowed.sort());
	});
});

it('every reason names the rule it follows from', () => {
	const reasons = [...JSON.stringify(RUNS).matchAll(/"because":"((?:[^"\\]|\\.)*)"/g)];
	expect(reasons.length).toBeGreaterThan(100);
	for (const [, because] of reasons) expect(because).toMatch(/rules\.md §\d|B\.[123]/);
});
