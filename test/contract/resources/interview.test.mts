import { describe, expect, test } from 'vitest';
import type { Json } from '../support/account.mts';
import { ACCOUNTS, everySub, readOne, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import type { Fields } from '../support/shape.mts';
import {
	either,
	list,
	ms,
	object,
	oneOf,
	optional,
	orNull,
	stageId,
	text,
	uid,
	wholeNumber,
	yesNo,
} from '../support/shape.mts';

const feedbackTemplate = orNull(either(uid, oneOf('no-feedback')));
const feedbackReminder = oneOf('once', 'daily', 'frequently', 'none');
const interviewer: Fields = { id: uid, name: text, email: text, feedbackTemplate };

describeShape({
	title: '§5.9 interview',
	shape: object({
		id: uid,
		panel: uid,
		subject: text,
		note: orNull(text),
		interviewers: list(object(interviewer)),
		timezone: text,
		createdAt: ms,
		date: ms,
		duration: wholeNumber,
		location: orNull(text),
		feedbackTemplate,
		feedbackForms: list(uid),
		feedbackReminder,
		user: uid,
		stage: stageId,
		canceledAt: orNull(ms),
		postings: list(uid),
		gcalEventUrl: optional(orNull(text)),
	}),
	example: EXAMPLES.interview,
	read: async (mock) => (await everySub(mock, 'interviews')).map(({ record }) => record),
});

describeShape({
	title: '§5.9 panel',
	shape: object({
		id: uid,
		applications: list(uid),
		canceledAt: orNull(ms),
		createdAt: ms,
		start: ms,
		end: ms,
		externallyManaged: yesNo,
		externalUrl: orNull(text),
		feedbackReminder,
		interviews: list(
			object({
				id: uid,
				date: ms,
				duration: wholeNumber,
				feedbackReminder,
				feedbackTemplate,
				interviewers: list(object({ ...interviewer, responseStatus: text })),
				location: orNull(text),
				note: orNull(text),
				subject: text,
			}),
		),
		note: orNull(text),
		stage: stageId,
		timezone: text,
		user: uid,
	}),
	example: EXAMPLES.panel,
	read: async (mock) => (await everySub(mock, 'panels')).map(({ record }) => record),
});

describe.each(ACCOUNTS)('§5.9 interviews and panels, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[doc] the time zone is one of IANA', async () => {
		for (const { record } of await everySub(account.mock, 'interviews')) {
			expect(
				() => new Intl.DateTimeFormat('en', { timeZone: String(record.timezone) }),
			).not.toThrow();
		}
	});

	test('[doc] each interview is in its panel, and the panel spans its interviews', async () => {
		const panels = new Map(
			(await everySub(account.mock, 'panels')).map(({ record }) => [record.id, record]),
		);
		for (const { record } of await everySub(account.mock, 'interviews')) {
			const panel = panels.get(record.panel);
			const short = (panel?.interviews as Json[]).find(({ id }) => id === record.id);
			expect(short).toMatchObject({
				date: record.date,
				duration: record.duration,
				subject: record.subject,
			});
			expect(Number(panel?.start)).toBeLessThanOrEqual(Number(record.date));
			expect(Number(panel?.end)).toBeGreaterThanOrEqual(
				Number(record.date) + Number(record.duration) * 60_000,
			);
		}
	});

	test('[record] the template may be the word no-feedback', async () => {
		const templates = (await everySub(account.mock, 'interviews')).flatMap(({ record }) => [
			record.feedbackTemplate,
			...(record.interviewers as Json[]).map((one) => one.feedbackTemplate),
		]);
		expect(templates).toContain('no-feedback');
	});

	test('[doc] each can be read alone', async () => {
		for (const name of ['interviews', 'panels']) {
			const [one] = await everySub(account.mock, name);
			const path = `/opportunities/${String(one?.opportunity)}/${name}/${String(one?.record.id)}`;
			expect(await readOne(account.mock, path)).toEqual(one?.record);
		}
	});
});
