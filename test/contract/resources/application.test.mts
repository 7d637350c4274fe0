import { describe, expect, test } from 'vitest';
import type { Json } from '../support/account.mts';
import { ACCOUNTS, everySub, readAll, readOne, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import { formField } from '../support/formField.mts';
import { list, ms, object, oneOf, optional, orNull, text, uid } from '../support/shape.mts';

const recorded = optional(orNull(text));

const application = object({
	id: uid,
	opportunityId: uid,
	candidateId: uid,
	type: oneOf('posting', 'referral', 'user'),
	posting: uid,
	postingOwner: orNull(uid),
	postingHiringManager: orNull(uid),
	user: orNull(uid),
	name: orNull(text),
	company: orNull(text),
	email: orNull(text),
	comments: orNull(text),
	phone: orNull(object({ type: optional(orNull(text)), value: text })),
	links: orNull(list(text)),
	customQuestions: list(
		object({
			id: uid,
			type: text,
			text,
			instructions: optional(text),
			fields: list(formField),
			baseTemplateId: optional(orNull(uid)),
			user: optional(orNull(uid)),
			createdAt: optional(ms),
			completedAt: optional(orNull(ms)),
			stage: optional(orNull(text)),
		}),
	),
	createdAt: ms,
	archived: orNull(object({ reason: uid, archivedAt: ms })),
	requisitionForHire: orNull(
		object({ id: uid, requisitionCode: text, hiringManagerOnHire: orNull(uid) }),
	),
	ipAddress: recorded,
	referer: recorded,
	userAgent: recorded,
	acceptLanguage: recorded,
	timezone: recorded,
});

describeShape({
	title: '§5.8 application',
	shape: application,
	example: EXAMPLES.application,
	read: async (mock) => (await everySub(mock, 'applications')).map(({ record }) => record),
});

describe.each(ACCOUNTS)('§5.8 applications, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[doc] candidateId equals opportunityId, which is that of the path', async () => {
		for (const { opportunity, record } of await everySub(account.mock, 'applications')) {
			expect(record.opportunityId).toBe(opportunity);
			expect(record.candidateId).toBe(opportunity);
		}
	});

	test('[doc] expand=applications on the opportunity gives the same objects', async () => {
		const { mock } = account;
		const [one] = await everySub(mock, 'applications');
		const expanded = await readOne(
			mock,
			`/opportunities/${String(one?.opportunity)}?expand=applications`,
		);
		expect(expanded.applications).toEqual([one?.record]);
		const alone = `/opportunities/${String(one?.opportunity)}/applications/${String(one?.record.id)}`;
		expect(await readOne(mock, alone)).toEqual(one?.record);
	});

	test('[doc] it is archived as its opportunity is', async () => {
		const opportunities = new Map(
			(await readAll(account.mock, '/opportunities?confidentiality=all')).map((one) => [
				one.id,
				one,
			]),
		);
		for (const { opportunity, record } of await everySub(account.mock, 'applications')) {
			const of = opportunities.get(opportunity);
			if ((of?.applications as unknown[]).includes(record.id)) {
				expect(record.archived).toEqual(of?.archived);
			}
		}
	});

	test('[doc] requisitionForHire names a requisition and its code', async () => {
		const requisitions = new Map(
			(await readAll(account.mock, '/requisitions?confidentiality=all')).map((one) => [
				one.id,
				one,
			]),
		);
		const hires = (await everySub(account.mock, 'applications'))
			.map(({ record }) => record.requisitionForHire as Json | null)
			.filter((hire) => hire !== null);
		expect(hires.length).toBeGreaterThan(0);
		for (const hire of hires) {
			expect(requisitions.get(hire.id)?.requisitionCode).toBe(hire.requisitionCode);
		}
	});
});
