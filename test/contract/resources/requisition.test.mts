import { describe, expect, test } from 'vitest';
import type { Json } from '../support/account.mts';
import { ACCOUNTS, everySub, ids, readAll, readOne, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import {
	anything,
	either,
	list,
	mapOf,
	matching,
	ms,
	nothing,
	number,
	object,
	oneOf,
	optional,
	orNull,
	text,
	uid,
	wholeNumber,
	yesNo,
} from '../support/shape.mts';

const EVERY_REQUISITION = '/requisitions?confidentiality=all';

const approver = object({
	id: uid,
	user: either(text, object({ userId: uid, email: text })),
	isDynamic: yesNo,
	approved: yesNo,
	approvedAt: orNull(ms),
	type: oneOf('static', 'dynamic', 'custom'),
	overridingUserId: optional(orNull(uid)),
});
const approvalStep = object({
	id: uid,
	completed: yesNo,
	status: optional(orNull(text)),
	outOfBandOnly: yesNo,
	approvalsRequired: wholeNumber,
	approvers: list(approver),
});
const approval = either(
	object({ steps: list(nothing) }),
	object({
		id: uid,
		status: text,
		startedAt: ms,
		approvedAt: orNull(ms),
		accountId: text,
		createdBy: uid,
		steps: list(approvalStep),
	}),
);
const simple = either(text, number, nothing);

describeShape({
	title: '§5.7 requisition',
	shape: object({
		id: uid,
		createdAt: ms,
		updatedAt: ms,
		closedAt: orNull(ms),
		confidentiality: oneOf('non-confidential', 'confidential'),
		status: oneOf('open', 'onHold', 'closed', 'draft', 'pending', 'rejected'),
		name: text,
		requisitionCode: text,
		headcountTotal: either(wholeNumber, oneOf('unlimited')),
		headcountHired: wholeNumber,
		headcountInfinite: yesNo,
		backfill: yesNo,
		creator: orNull(uid),
		owner: orNull(uid),
		hiringManager: orNull(uid),
		internalNotes: text,
		compensationBand: orNull(object({ min: number, max: number, currency: text, interval: text })),
		approval,
		employmentStatus: orNull(text),
		location: orNull(text),
		team: orNull(text),
		department: orNull(text),
		postings: list(uid),
		offerIds: list(uid),
		timeToFillStartAt: orNull(ms),
		timeToFillEndAt: orNull(ms),
		customFields: mapOf(either(simple, mapOf(simple))),
	}),
	example: EXAMPLES.requisition,
	read: (mock) => readAll(mock, EVERY_REQUISITION),
});

describeShape({
	title: '§5.7 requisition field',
	shape: object({
		id: matching(/^[a-z\d_]{1,50}$/),
		text,
		type: oneOf('number', 'text', 'date', 'object', 'dropdown'),
		isRequired: yesNo,
		subfields: optional(list(anything)),
		options: optional(list(anything)),
	}),
	read: (mock) => readAll(mock, '/requisition_fields'),
});

describe.each(ACCOUNTS)('§5.7 requisitions, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[record] headcountTotal is "unlimited" exactly where headcountInfinite is true', async () => {
		const records = await readAll(account.mock, EVERY_REQUISITION);
		expect(records.some(({ headcountTotal }) => headcountTotal === 'unlimited')).toBe(true);
		for (const { headcountTotal, headcountInfinite } of records) {
			expect(headcountInfinite).toBe(headcountTotal === 'unlimited');
		}
	});

	test('[doc] closedAt stands only where the status is closed', async () => {
		const all = await readAll(account.mock, EVERY_REQUISITION);
		const dated = all.filter(({ closedAt }) => closedAt !== null);
		expect(dated.length).toBeGreaterThan(0);
		for (const { status } of dated) expect(status).toBe('closed');
	});

	test('[doc] offerIds are offers of the account', async () => {
		const offers = ids((await everySub(account.mock, 'offers')).map(({ record }) => record));
		const named = (await readAll(account.mock, EVERY_REQUISITION)).flatMap(
			({ offerIds }) => offerIds as unknown[],
		);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((id) => !offers.includes(id))).toEqual([]);
	});

	test('[doc] postings of a requisition name its code', async () => {
		const postings = new Map(
			(await readAll(account.mock, '/postings?confidentiality=all')).map((one) => [one.id, one]),
		);
		for (const requisition of await readAll(account.mock, EVERY_REQUISITION)) {
			for (const id of requisition.postings as string[]) {
				const posting = postings.get(id);
				if (posting === undefined) continue;
				expect(posting.requisitionCodes as unknown[]).toContain(requisition.requisitionCode);
			}
		}
	});

	test('[doc] at most 10 subfields and 2000 options', async () => {
		for (const field of await readAll<Json>(account.mock, '/requisition_fields')) {
			expect(((field.subfields ?? []) as unknown[]).length).toBeLessThanOrEqual(10);
			expect(((field.options ?? []) as unknown[]).length).toBeLessThanOrEqual(2000);
			expect('options' in field).toBe(field.type === 'dropdown');
			expect('subfields' in field).toBe(field.type === 'object');
		}
	});

	test('[doc] a requisition and a requisition field can be read alone', async () => {
		for (const path of ['/requisitions', '/requisition_fields']) {
			const [one] = await readAll(account.mock, path);
			expect(await readOne(account.mock, `${path}/${String(one?.id)}`)).toEqual(one);
		}
	});
});
