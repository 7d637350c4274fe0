import type { INodeExecutionData } from 'n8n-workflow';
import { beforeAll, describe, expect, it } from 'vitest';

import { startMock, type MockLever } from '../../../mock-lever/index.mts';
import type { Finding } from '../../../nodes/shared/contracts/index.ts';
import { collect } from '../collect/collecting.mts';
import { items } from '../harness/index.mts';
import { check, companion, leverItems } from './checking.mts';

const AS_OF = '2026-11-02T06:00:00Z';

interface Page {
	data: object[];
	next_href: string | null;
}

/** Every page of the reports, each an item, as an HTTP Request node with pagination gives them. */
async function pagesOf(mock: MockLever, query: string): Promise<INodeExecutionData[]> {
	const pages: Page[] = [];
	let next: string | null = `/companion/checkr/v1/reports?per_page=100&${query}`;
	while (next !== null) {
		const page = (await (await fetch(`${mock.url}${next}`)).json()) as Page;
		pages.push(page);
		next = page.next_href;
	}
	return items(pages);
}

const recordsOf = ({ observed }: Finding): string[] =>
	Array.isArray(observed.screeningRecords) ? observed.screeningRecords.map(String) : [];

describe("Checkr's API wired into the input 'Screening List'", () => {
	let lever: INodeExecutionData[];
	let csv: INodeExecutionData[];
	let pages: INodeExecutionData[];
	let checkrIds: Set<string>;

	beforeAll(async () => {
		const mock = await startMock({ asOf: AS_OF, rateLimit: false });
		try {
			lever = leverItems(
				(await collect(mock.baseUrl, mock.keys.all, { evidenceDate: AS_OF })).items,
			);
			csv = await companion(mock, 'screening');
			pages = await pagesOf(mock, 'include=candidate');
			checkrIds = new Set(
				mock.world.companion.screening
					.filter(({ provider }) => provider === 'checkr')
					.map(({ report_id: id }) => id ?? ''),
			);
		} finally {
			await mock.close();
		}
	});

	it("gives the results of the same records in Checkr's file", async () => {
		const [ofFile, ofApi] = await Promise.all([
			check({ 0: lever, 1: csv }),
			check({ 0: lever, 1: pages }),
		]);
		const api = new Map(ofApi.findings.map((one) => [`${one.checkId} ${one.subjectId}`, one]));
		const compared = ofFile.findings.filter(
			(finding) =>
				['SCR-01', 'SCR-02'].includes(finding.checkId) &&
				recordsOf(finding).length > 0 &&
				recordsOf(finding).every((id) => checkrIds.has(id)),
		);
		expect(compared.length).toBeGreaterThan(50);
		const brief = ({ checkId, subjectId, status, reasonCode }: Finding) =>
			[checkId, subjectId, status, reasonCode].join(' ');
		expect(
			compared.map((one) => {
				const other = api.get(`${one.checkId} ${one.subjectId}`);
				return other ? brief(other) : 'missing';
			}),
		).toEqual(compared.map(brief));
		const line = ofApi.run.lists.find(({ list }) => list === 'screeningList')?.understood;
		expect(line).toContain("read from the answer of Checkr's API");
	});

	it('decides nothing by the absence of a record when only the first page arrived', async () => {
		const run = await check({ 0: lever, 1: pages.slice(0, 1) });
		const absent = run.findings.filter(
			({ checkId, basis }) => checkId === 'SCR-01' && basis === 'absence',
		);
		expect(absent.length).toBeGreaterThan(0);
		expect(absent.filter(({ status }) => status === 'fail')).toEqual([]);
		expect(run.run.notices.join(' ')).toContain('of Checkr arrived');
	});

	it.each([
		["Checkr's words, although the list names nobody", 'Checkr', 'done'],
		['words that every provider shares', 'generic', 'unknown'],
	])('gives a list without a provider %s, as chosen', async (_, screeningProvider, state) => {
		const rows = csv.map(({ json }) => {
			const { provider: _provider, ...row } = json;
			return { ...row, status: 'review' };
		});
		const { evidence } = await check({ 0: lever, 1: items(rows) }, { screeningProvider });
		const states = evidence.flatMap((item) =>
			item.kind === 'screeningRecord' && 'state' in item ? [item.state] : [],
		);
		expect(new Set(states)).toEqual(new Set([state]));
	});

	it('takes results as a person mapped them, and only where the policy states a basis', async () => {
		const statusMappings = {
			screeningResult: [{ status: 'fine by us', meaning: 'clear' }],
			screeningDecision: [{ status: 'taken on', meaning: 'engaged' }],
		};
		const rows = csv.map(({ json }) => ({ ...json, result: 'fine by us' }));
		const scr03 = async (parameters: object) =>
			(await check({ 0: lever, 1: items(rows) }, { ...parameters })).findings.filter(
				({ checkId }) => checkId === 'SCR-03',
			);
		const policyOptions = { screeningLawfulBasis: 'Works council agreement of 2025' };
		expect(await scr03({ statusMappings })).toEqual([]);
		const unmapped = await scr03({ policyOptions });
		const mapped = await scr03({ policyOptions, statusMappings });
		const passes = (findings: readonly Finding[]) =>
			findings.filter(({ status }) => status === 'pass').length;
		expect(passes(unmapped)).toBe(0);
		expect(passes(mapped)).toBeGreaterThan(10);
	});
});

describe('profile forms of Lever as the screening list', () => {
	it('asks for the form when none is named', async () => {
		const mock = await startMock({ asOf: AS_OF, rateLimit: false, scenario: 'empty' });
		try {
			const { items: collected } = await collect(mock.baseUrl, mock.keys.all, {
				evidenceDate: AS_OF,
			});
			const forms = items([{ id: 'form-1', opportunityId: 'opp-1', text: 'Background check' }]);
			const run = await check(
				{ 0: leverItems(collected), 1: forms },
				{ screeningProvider: 'leverProfileForm' },
			);
			expect(run.error?.message).toContain('Forms found: Background check');
		} finally {
			await mock.close();
		}
	});
});
