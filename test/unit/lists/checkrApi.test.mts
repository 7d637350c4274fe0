import { describe, expect, it } from 'vitest';

import {
	readScreeningList,
	type ScreeningListOptions,
} from '../../../nodes/LeverCompliance/lists/index.ts';
import { sha256OfJson } from '../../../nodes/shared/sha256.ts';
import { listOf, refusal, type Row } from './listItems.mts';

const OPTIONS: ScreeningListOptions = {
	provider: '',
	statusMeanings: {},
	readBirthDates: false,
	readResults: true,
};

const CANDIDATE: Row = {
	id: 'cand_1',
	object: 'candidate',
	email: 'ada@example.com',
	first_name: 'Ada',
	last_name: 'Sample',
	custom_id: 'opp-1',
	dob: '1990-04-12',
};

const REPORT: Row = {
	id: 'rep_1',
	object: 'report',
	uri: '/v1/reports/rep_1',
	status: 'complete',
	result: 'consider',
	adjudication: 'engaged',
	package: 'driver_pro',
	includes_canceled: false,
	created_at: '2026-09-01T08:00:00Z',
	completed_at: '2026-09-03T08:00:00Z',
	candidate_id: 'cand_1',
};

const page = (data: readonly Row[], changes: Row = {}): Row => ({
	object: 'list',
	data,
	count: data.length,
	next_href: null,
	previous_href: null,
	...changes,
});

const read = (rows: readonly Row[], changes: Partial<ScreeningListOptions> = {}) =>
	readScreeningList(listOf(rows), { ...OPTIONS, ...changes });

const EXPECTED = {
	reference: 'rep_1',
	name: 'Ada Sample',
	emails: ['ada@example.com'],
	record: {
		recordId: 'rep_1',
		provider: 'Checkr',
		externalId: 'opp-1',
		state: 'done',
		hasCancelled: false,
		orderedAt: { instant: Date.parse('2026-09-01T08:00:00Z') },
		completedAt: { instant: Date.parse('2026-09-03T08:00:00Z') },
	},
	details: { package: 'driver_pro', components: null, result: 'needsDecision' },
};

describe("Checkr's API, wired in as it answers", () => {
	it.each([
		['reports with their candidate', [{ ...REPORT, candidate: CANDIDATE }]],
		['a page of reports with their candidates', [page([{ ...REPORT, candidate: CANDIDATE }])]],
		['reports and candidates apart', [REPORT, CANDIDATE]],
		['pages of both', [page([CANDIDATE]), page([REPORT])]],
	])('reads %s', (_, rows) => {
		const list = read(rows);
		expect(list.rows).toHaveLength(1);
		expect(list.rows[0]).toMatchObject(EXPECTED);
		expect(list.summary.understood).toContain("read from the answer of Checkr's API");
		expect(list.collection?.complete).toBe(true);
	});

	it('numbers reports through all pages, and hashes each as it was received', () => {
		const second = { ...REPORT, id: 'rep_2' };
		const list = read([
			page([{ ...REPORT, candidate: CANDIDATE }], { count: 2, next_href: '/v1/reports?page=2' }),
			page([{ ...second, candidate: CANDIDATE }], { count: 2 }),
		]);
		expect(list.rows.map(({ record }) => [record.row, record.recordId])).toEqual([
			[1, 'rep_1'],
			[2, 'rep_2'],
		]);
		expect(list.rows[1]?.record.rawSha256).toBe(sha256OfJson({ ...second, candidate: CANDIDATE }));
		expect(list.collection?.complete).toBe(true);
	});

	it.each([
		['the first page of several', { count: 40, next_href: '/v1/reports?page=2' }, '1 of 40'],
		['a page without a count, with more behind it', { count: null, next_href: '/x' }, '1 of more'],
		['the last page alone', { count: 26, previous_href: '/v1/reports?page=1' }, '1 of 26'],
	])('is not complete with %s', (_, changes, expected) => {
		const { collection, notices } = read([page([{ ...REPORT, candidate: CANDIDATE }], changes)]);
		expect(collection).toMatchObject({ state: 'read', complete: false });
		const said = `Only ${expected} reports of Checkr arrived`;
		expect(collection?.incompleteBecause).toContain(said);
		expect(notices).toContainEqual(expect.stringContaining(said));
	});

	it('is not complete when the page of candidates is one of many', () => {
		const { collection } = read([page([REPORT]), page([CANDIDATE], { count: 26 })]);
		expect(collection?.incompleteBecause).toContain('1 of 26 candidates');
	});

	it('is empty when the answer holds no report', () => {
		expect(read([page([])]).state).toBe('empty');
	});

	it('says what to do when reports name no candidate', () => {
		expect(refusal(() => read([REPORT]))).toMatch(/only by Checkr's own id.*include=candidate/);
	});

	it('keeps a report whose candidate is not among those that came along', () => {
		const list = read([REPORT, { ...REPORT, id: 'rep_2', candidate_id: 'cand_9' }, CANDIDATE]);
		expect(list.rows.map(({ emails }) => emails.length)).toEqual([1, 0]);
	});

	it('reads searches that are included, and takes ids for none', () => {
		const [row] = read([
			{
				...REPORT,
				candidate: CANDIDATE,
				ssn_trace_id: 'ssn_1',
				ssn_trace: { id: 'ssn_1', object: 'ssn_trace', status: 'clear' },
				county_criminal_searches: [
					{ id: 'c_1', object: 'county_criminal_search', status: 'canceled' },
					{ id: 'c_2', object: 'county_criminal_search', status: 'consider' },
				],
				documents: [{ id: 'd_1', object: 'document' }],
			},
		]).rows;
		expect(row?.details.components).toEqual([
			{ name: 'ssn trace', state: 'done' },
			{ name: 'county criminal search', state: 'stopped' },
			{ name: 'county criminal search', state: 'done' },
		]);
		expect(row?.record.hasCancelled).toBe(true);
	});

	it('takes the name of a package that is included', () => {
		const [row] = read([{ ...REPORT, candidate: CANDIDATE, package: { name: 'Driver Pro' } }]).rows;
		expect(row?.details.package).toBe('Driver Pro');
	});

	it('keeps middle names, as a list with whole names has them', () => {
		const candidate = { ...CANDIDATE, middle_name: 'Maria' };
		const [row] = read([{ ...REPORT, candidate }]).rows;
		expect(row?.name).toBe('Ada Maria Sample');
	});

	it('lets a person map what else stands in a report', () => {
		const report = { ...REPORT, candidate: CANDIDATE, metadata: { lever: 'opp-7' } };
		const { rows } = readScreeningList(
			listOf([report], { columns: { externalId: 'metadata.lever' } }),
			OPTIONS,
		);
		expect(rows[0]?.record.externalId).toBe('opp-7');
	});

	it('leaves results and dates of birth unread without consent', () => {
		const [row] = read([{ ...REPORT, candidate: CANDIDATE }], { readResults: false }).rows;
		expect(row).toMatchObject({
			birthDate: null,
			details: { result: 'none', adjudication: 'none' },
		});
	});

	it("does not take another service's list for Checkr's", () => {
		expect(refusal(() => read([page([{ id: 'x', object: 'charge' }])]))).toContain(
			'no column is recognised as "E-mail"',
		);
	});
});
