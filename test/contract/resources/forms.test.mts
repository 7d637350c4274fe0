import { describe, expect, test } from 'vitest';
import type { MockLever } from '../../../mock-lever/index.mts';
import { send } from '../../unit/mock/client.mts';
import type { Json } from '../support/account.mts';
import { ACCOUNTS, everySub, readAll, readOne, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import { FIELD_TYPES, formField } from '../support/formField.mts';
import type { Fields } from '../support/shape.mts';
import {
	anything,
	list,
	misfits,
	ms,
	object,
	oneOf,
	optional,
	orNull,
	stageId,
	text,
	uid,
	yesNo,
} from '../support/shape.mts';

const COMMON: Fields = {
	id: uid,
	text,
	fields: list(formField),
	user: uid,
	createdAt: ms,
	completedAt: orNull(ms),
};
const OF_TEMPLATE: Fields = { instructions: text, baseTemplateId: orNull(uid) };

const read = (name: string) => async (mock: MockLever) =>
	(await everySub(mock, name)).map(({ record }) => record);

const feedback = object({
	...COMMON,
	...OF_TEMPLATE,
	type: oneOf('interview', 'assignment', 'share'),
	deletedAt: orNull(ms),
	interview: orNull(uid),
	panel: orNull(uid),
	updatedAt: orNull(ms),
});

describeShape({
	title: '§5.10 feedback',
	shape: feedback,
	example: EXAMPLES.feedback,
	read: read('feedback'),
});

describeShape({
	title: '§5.10 profile form',
	shape: object({
		...COMMON,
		...OF_TEMPLATE,
		type: oneOf('form'),
		stage: stageId,
		deletedAt: orNull(ms),
	}),
	example: EXAMPLES.profileForm,
	read: read('forms'),
});

describeShape({
	title: '§5.10 note',
	shape: object({ ...COMMON, secret: yesNo, deletedAt: orNull(ms) }),
	example: EXAMPLES.note,
	read: read('notes'),
});

describeShape({
	title: '§5.10 referral',
	shape: object({
		...COMMON,
		...OF_TEMPLATE,
		type: oneOf('referral'),
		stage: stageId,
		referrer: orNull(uid),
	}),
	example: EXAMPLES.referral,
	// May be null; the mock's referrals are made without a template.
	exceptKeys: ['baseTemplateId'],
	read: read('referrals'),
});

const templateFields = list(anything);

describeShape({
	title: '§5.10 feedback template',
	shape: object({
		id: uid,
		text,
		group: anything,
		instructions: text,
		fields: templateFields,
		stage: anything,
		createdAt: ms,
		updatedAt: ms,
	}),
	read: (mock) => readAll(mock, '/feedback_templates'),
});

describeShape({
	title: '§5.10 form template',
	shape: object({
		id: uid,
		text,
		group: anything,
		instructions: text,
		fields: templateFields,
		stage: optional(anything),
		createdAt: ms,
		updatedAt: ms,
		secretByDefault: yesNo,
	}),
	read: (mock) => readAll(mock, '/form_templates'),
});

describe.each(ACCOUNTS)('§5.10 forms, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[record] a note is a thread: text is "Note", each field one comment', async () => {
		for (const note of await read('notes')(account.mock)) {
			expect(note.text).toBe('Note');
			for (const { type, text: label } of note.fields as Json[]) {
				expect({ type, label }).toEqual({ type: 'note', label: 'Comment' });
			}
		}
	});

	test('[record] a single read of a deleted feedback form still answers, with deletedAt set', async () => {
		const { mock } = account;
		const deleted = mock.world.store
			.database()
			.feedback.filter(({ deletedAt }) => deletedAt !== null);
		expect(deleted.length).toBeGreaterThan(0);
		for (const { id, opportunityId, deletedAt } of deleted) {
			const one = await readOne(mock, `/opportunities/${opportunityId}/feedback/${id}`);
			expect(misfits([one], feedback)).toEqual([]);
			expect(one.deletedAt).toBe(deletedAt);
		}
	});

	test('[doc] templates can be read alone', async () => {
		for (const path of ['/feedback_templates', '/form_templates']) {
			const [one] = await readAll(account.mock, path);
			expect(await readOne(account.mock, `${path}/${String(one?.id)}`)).toEqual(one);
		}
	});

	test('[doc] include of templates names text, group and fields', async () => {
		for (const path of ['/feedback_templates', '/form_templates']) {
			const [one] = await readAll(account.mock, `${path}?include=text&include=fields`);
			expect(Object.keys(one ?? {}).sort()).toEqual(['fields', 'text']);
		}
	});

	test('[doc] each can be read alone', async () => {
		for (const name of ['feedback', 'forms', 'notes', 'referrals']) {
			const [one] = await everySub(account.mock, name);
			const path = `/opportunities/${String(one?.opportunity)}/${name}/${String(one?.record.id)}`;
			expect(await readOne(account.mock, path)).toEqual(one?.record);
			const elsewhere = `/opportunities/${String(one?.record.id)}/${name}`;
			expect((await send(account.mock, elsewhere)).status).toBe(404);
		}
	});
});

describe('§5.10 types of fields', () => {
	const account = useMock();

	test('[doc] a field of every type occurs', async () => {
		const { mock } = account;
		const lists = ['feedback', 'forms', 'referrals', 'applications'];
		const records = (await Promise.all(lists.map((name) => read(name)(mock)))).flat();
		const templates = [
			...(await readAll(mock, '/feedback_templates')),
			...(await readAll(mock, '/form_templates')),
		];
		const forms = records.flatMap((record) => [
			record,
			...((record.customQuestions ?? []) as Json[]),
		]);
		const types = [...forms, ...templates].flatMap(({ fields }) =>
			((fields ?? []) as Json[]).map(({ type }) => type),
		);
		expect(FIELD_TYPES.filter((type) => !types.includes(type))).toEqual([]);
	});
});
