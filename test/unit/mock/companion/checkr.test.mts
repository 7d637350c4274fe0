import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import { AS_OF } from '../client.mts';

let mock: MockLever;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF });
});
afterAll(async () => {
	await mock.close();
});

interface Page<T> {
	object: string;
	data: T[];
	count: number;
	next_href: string | null;
	previous_href: string | null;
}
interface Report {
	id: string;
	candidate_id: string;
	status: string;
	result: string | null;
	adjudication: string | null;
	includes_canceled: boolean;
	completed_at: string | null;
}
interface Candidate {
	id: string;
	email: string | null;
	report_ids: string[];
	custom_id: string | null;
}

const get = async <T,>(path: string) => {
	const response = await fetch(`${mock.url}${path}`);
	return { status: response.status, body: (await response.json()) as T };
};

async function all<T>(path: string): Promise<T[]> {
	const records: T[] = [];
	let next: string | null = path;
	while (next !== null) {
		const { body }: { body: Page<T> } = await get<Page<T>>(next);
		records.push(...body.data);
		next = body.next_href;
	}
	return records;
}

const ROOT = '/companion/checkr/v1';

describe('the screening list as Checkr’s API', () => {
	it('pages: 25 unless asked otherwise, links to both neighbours', async () => {
		const first = await get<Page<Report>>(`${ROOT}/reports`);
		expect(first.body.object).toBe('list');
		expect(first.body.data).toHaveLength(25);
		expect(first.body.count).toBe(mock.world.companion.screening.length);
		expect(first.body.previous_href).toBeNull();
		const second = await get<Page<Report>>(first.body.next_href ?? '');
		expect(second.body.previous_href).toContain('page=1');
		const ids = (await all<Report>(`${ROOT}/reports?per_page=40`)).map(({ id }) => id);
		expect(ids).toEqual(mock.world.companion.screening.map((row) => row.report_id));
	});

	it('gives the candidate along with a report when asked to', async () => {
		type Included = Report & { candidate?: Candidate };
		const reports = await all<Included>(`${ROOT}/reports?include=candidate&per_page=100`);
		expect(reports.every(({ candidate, candidate_id: id }) => candidate?.id === id)).toBe(true);
		const one = await get<Included>(`${ROOT}/reports/${reports[0]?.id}?include=candidate`);
		expect(one.body).toEqual(reports[0]);
		expect((await get<Included>(`${ROOT}/reports/${reports[0]?.id}`)).body).not.toHaveProperty(
			'candidate',
		);
	});

	it('shows each report with the facts of its row, and each person with their reports', async () => {
		const reports = await all<Report>(`${ROOT}/reports?per_page=100`);
		for (const [index, row] of mock.world.companion.screening.entries()) {
			expect(reports[index]?.completed_at ?? '').toBe(row.completed_at);
			expect(reports[index]?.adjudication ?? '').toBe(row.adjudication);
		}
		const candidates = await all<Candidate>(`${ROOT}/candidates?per_page=100`);
		const owners = new Map(
			candidates.flatMap(({ id, report_ids }) => report_ids.map((each) => [each, id])),
		);
		for (const { id, candidate_id: candidate } of reports) expect(owners.get(id)).toBe(candidate);
		const [one] = candidates;
		const single = await get<Candidate>(`${ROOT}/candidates/${one?.id}`);
		expect(single.body).toEqual(one);
	});

	it('says that a complete report includes canceled searches', async () => {
		const reports = await all<Report>(`${ROOT}/reports?per_page=100`);
		const written = mock.world.companion.screening.find(
			(row) => row.status === 'complete with canceled',
		);
		const report = reports.find(({ id }) => id === written?.report_id);
		expect(report).toMatchObject({ status: 'complete', includes_canceled: true });
		expect(reports.filter(({ includes_canceled: some }) => !some).length).toBeGreaterThan(0);
	});

	it('follows what happens, and filters', async () => {
		const { world } = mock;
		const at = world.store.database().opportunities.find((each) => each.emails.length > 0);
		const { report_id: id = '' } = world.orderScreening({ opportunity: at?.id ?? '' });
		const running = await get<Report>(`${ROOT}/reports/${id}`);
		expect(running.body).toMatchObject({ status: 'pending', result: null, completed_at: null });
		world.completeScreening({ report: id, includesCanceled: true });
		const done = await get<Report>(`${ROOT}/reports/${id}`);
		expect(done.body).toMatchObject({
			status: 'complete',
			result: 'clear',
			includes_canceled: true,
		});
		const mine = await get<Page<Candidate>>(`${ROOT}/candidates?custom_id=${at?.id}`);
		expect(mine.body.data.flatMap(({ report_ids }) => report_ids)).toContain(id);
		const pending = await all<Report>(`${ROOT}/reports?status=pending`);
		expect(pending.every(({ status }) => status === 'pending')).toBe(true);
		expect(pending.map((report) => report.id)).not.toContain(id);
	});

	it.each([
		['/reports?per_page=101', 400],
		['/reports?page=0', 400],
		['/reports?page=x', 400],
		['/reports/none', 404],
		['/candidates/none', 404],
		['/invitations', 404],
	])('%s is %i', async (path, status) => {
		expect((await get(`${ROOT}${path}`)).status).toBe(status);
	});
});
