import { describe, expect, test } from 'vitest';
import { send } from '../../unit/mock/client.mts';
import type { Json } from '../support/account.mts';
import {
	ACCOUNTS,
	AS_OF,
	DAY,
	everyOpportunity,
	everySub,
	ids,
	readAll,
	useMock,
} from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import {
	list,
	misfits,
	ms,
	number,
	object,
	oneOf,
	orNull,
	stageId,
	text,
	uid,
	yesNo,
} from '../support/shape.mts';

const now = Date.parse(AS_OF);

describeShape({
	title: '§5.14 deleted application [record]',
	shape: object({ id: uid, deletedAt: ms, opportunityId: uid, postingId: uid }),
	read: (mock) =>
		readAll(mock, `/applications/deleted?deleted_at_start=${now - 30 * DAY}&deleted_at_end=${now}`),
});

const dispositionStages = object({
	stages: list(
		object({
			id: stageId,
			text,
			pipeline: oneOf('lead', 'applicant', 'screen', 'onsite', 'offer'),
			rank: number,
			hasInterview: yesNo,
		}),
	),
	archiveReasons: list(
		object({ id: uid, text, type: orNull(oneOf('hired')), status: oneOf('active', 'inactive') }),
	),
});

describe.each(ACCOUNTS)('§5.14 little-documented reads, account %s', (scenario) => {
	const account = useMock({ scenario });

	test.each(['/applications/deleted', '/postings/deleted'])(
		'[record] the window of %s is at most 30 days',
		async (path) => {
			const window = (start: number, end: number) =>
				`${path}?deleted_at_start=${start}&deleted_at_end=${end}`;
			const fits = await send(account.mock, window(now - 30 * DAY, now));
			expect(fits.status).toBe(200);
			expect(fits.body).toMatchObject({ data: expect.any(Array), hasNext: expect.any(Boolean) });
			const tooLong = await send(account.mock, window(now - 31 * DAY, now));
			expect(tooLong.status).toBe(400);
			expect(tooLong.body.code).toBe('BadRequestError');
		},
	);

	test('[record] disposition stages', async () => {
		const { body } = await send<{ data: Json }>(account.mock, '/disposition_stages');
		expect(Object.keys(body)).toEqual(['data']);
		expect(misfits([body.data], dispositionStages)).toEqual([]);
		expect(ids(body.data.stages as Json[])).toEqual(ids(await readAll(account.mock, '/stages')));
		expect(ids(body.data.archiveReasons as Json[]).sort()).toEqual(
			ids(await readAll(account.mock, '/archive_reasons')).sort(),
		);
	});

	test('[record] rank is the number inside opportunity cursors', async () => {
		const { body } = await send<{ data: { stages: Json[] } }>(account.mock, '/disposition_stages');
		const ranks = new Map(body.data.stages.map(({ id, rank }) => [id, rank]));
		const all = await readAll(account.mock, '/opportunities');
		const { body: page } = await send<{ next?: string }>(account.mock, '/opportunities?limit=7');
		const [rank, , id] = JSON.parse(decodeURIComponent(String(page.next))) as unknown[];
		expect(ranks.get(all.find((one) => one.id === id)?.stage)).toBe(rank);
	});

	test('[record] file actions of an opportunity are a list', async () => {
		expect((await everySub(account.mock, 'file_actions')).length).toBeGreaterThan(0);
		const [one] = await everyOpportunity(account.mock);
		const { body } = await send(account.mock, `/opportunities/${String(one?.id)}/file_actions`);
		expect(body).toMatchObject({ data: expect.any(Array), hasNext: false });
	});
});
