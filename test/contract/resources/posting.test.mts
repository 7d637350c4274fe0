import { describe, expect, test } from 'vitest';
import { send } from '../../unit/mock/client.mts';
import type { Json } from '../support/account.mts';
import { ACCOUNTS, readAll, readOne, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import {
	anything,
	list,
	matching,
	misfits,
	ms,
	number,
	object,
	oneOf,
	optional,
	orNull,
	text,
	uid,
	yesNo,
} from '../support/shape.mts';

const EVERY_POSTING = '/postings?confidentiality=all';

const posting = object({
	id: uid,
	text,
	state: oneOf('published', 'internal', 'closed', 'draft', 'pending', 'rejected'),
	distributionChannels: orNull(list(oneOf('internal', 'public'))),
	user: orNull(uid),
	owner: orNull(uid),
	hiringManager: orNull(uid),
	categories: object({
		commitment: orNull(text),
		department: orNull(text),
		level: orNull(text),
		location: orNull(text),
		team: orNull(text),
		allLocations: list(text),
	}),
	tags: list(text),
	content: object({
		description: text,
		descriptionHtml: text,
		lists: list(object({ text, content: text })),
		closing: text,
		closingHtml: text,
	}),
	country: orNull(matching(/^[A-Z]{2}$/)),
	followers: list(uid),
	reqCode: orNull(text),
	requisitionCodes: list(text),
	urls: orNull(object({ list: text, show: text, apply: text })),
	confidentiality: oneOf('non-confidential', 'confidential'),
	createdAt: ms,
	updatedAt: ms,
	workplaceType: oneOf('unspecified', 'onsite', 'remote', 'hybrid'),
	salaryRange: optional(object({ min: number, max: number, currency: text, interval: text })),
	salaryDescription: optional(text),
	salaryDescriptionHtml: optional(text),
	transcribeInterviews: optional(yesNo),
	screening: optional(object({ enabled: yesNo })),
});

describeShape({
	title: '§5.6 posting',
	shape: posting,
	example: EXAMPLES.posting,
	read: (mock) => readAll(mock, EVERY_POSTING),
});

describe.each(ACCOUNTS)('§5.6 postings, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[doc] the list without filters holds postings of every state', async () => {
		const states = new Set((await readAll(account.mock, EVERY_POSTING)).map(({ state }) => state));
		expect([...states].sort()).toEqual([
			'closed',
			'draft',
			'internal',
			'pending',
			'published',
			'rejected',
		]);
	});

	test('[record] urls is null on drafts, and leads to jobs.lever.co else', async () => {
		const postings = await readAll(account.mock, EVERY_POSTING);
		const drafts = postings.filter(({ state }) => state === 'draft');
		expect(drafts.length).toBeGreaterThan(0);
		for (const { urls } of drafts) expect(urls).toBeNull();
		for (const { id, state, urls } of postings) {
			if (state !== 'published') continue;
			const { list: site, show, apply } = urls as Record<string, string>;
			expect(site).toMatch(/^https:\/\/jobs\.lever\.co\/[^/]+$/);
			expect(show).toBe(`${site}/${String(id)}`);
			expect(apply).toBe(`${show}/apply`);
		}
	});

	test('[doc] a single posting has the same shape', async () => {
		for (const { id } of (await readAll(account.mock, EVERY_POSTING)).slice(0, 5)) {
			const one = await readOne(account.mock, `/postings/${String(id)}`);
			expect(misfits([one], posting)).toEqual([]);
		}
	});

	test('[doc] a single posting takes distribution=internal or external', async () => {
		const [one] = await readAll(account.mock, EVERY_POSTING);
		for (const distribution of ['internal', 'external']) {
			const path = `/postings/${String(one?.id)}?distribution=${distribution}`;
			expect((await send(account.mock, path)).status, path).toBe(200);
		}
	});

	test('[doc] apply returns the questions of the form', async () => {
		const form = object({
			customQuestions: list(anything),
			eeoQuestions: anything,
			personalInformation: list(anything),
			urls: list(anything),
		});
		const published = await readAll(account.mock, '/postings?state=published');
		for (const { id } of published) {
			const one = await readOne(account.mock, `/postings/${String(id)}/apply`);
			const told = Object.fromEntries(
				Object.entries(one).filter(([key]) =>
					['customQuestions', 'eeoQuestions', 'personalInformation', 'urls'].includes(key),
				),
			);
			expect(misfits([told], form)).toEqual([]);
		}
	});

	test('[record] users of a posting come without an envelope', async () => {
		const shape = object({
			posting: object({ id: uid, text }),
			users: list(anything),
			roles: list(
				object({ id: text, name: text, isReadOnly: yesNo, conditions: optional(anything) }),
			),
		});
		for (const one of await readAll(account.mock, '/postings')) {
			const { body } = await send<Json>(account.mock, `/postings/${String(one.id)}/users`);
			expect(misfits([body], shape)).toEqual([]);
			expect(body.posting).toEqual({ id: one.id, text: one.text });
		}
	});

	test('[record] built-in roles of a posting: owner = Super Admin, admin, team, limited', async () => {
		const [one] = await readAll(account.mock, '/postings');
		const { body } = await send<{ roles: Json[] }>(
			account.mock,
			`/postings/${String(one?.id)}/users`,
		);
		const names = new Map(body.roles.map(({ id, name }) => [id, name]));
		for (const id of ['owner', 'admin', 'team', 'limited']) expect([...names.keys()]).toContain(id);
		expect(names.get('owner')).toBe('Super Admin');
	});
});
