import { describe, expect, test } from 'vitest';
import type { ListBody } from '../../unit/mock/client.mts';
import { send } from '../../unit/mock/client.mts';
import type { Json } from '../support/account.mts';
import {
	ACCOUNTS,
	DAY,
	everyOpportunity,
	ids,
	readAll,
	readOne,
	useMock,
} from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import type { Fields } from '../support/shape.mts';
import {
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
	wholeNumber,
	yesNo,
} from '../support/shape.mts';

const consent = object({ allowed: yesNo, expiresAt: orNull(ms) });

const OPPORTUNITY: Fields = {
	id: uid,
	name: text,
	contact: uid,
	headline: text,
	stage: stageId,
	confidentiality: oneOf('non-confidential', 'confidential'),
	location: text,
	phones: list(
		object({
			type: optional(orNull(oneOf('mobile', 'home', 'work', 'skype', 'other'))),
			value: text,
		}),
	),
	emails: list(text),
	links: list(text),
	archived: orNull(object({ reason: uid, archivedAt: ms })),
	tags: list(text),
	sources: list(text),
	stageChanges: list(
		object({ toStageId: stageId, toStageIndex: wholeNumber, updatedAt: ms, userId: optional(uid) }),
	),
	origin: oneOf('agency', 'applied', 'internal', 'referred', 'sourced', 'university'),
	sourcedBy: orNull(uid),
	owner: orNull(uid),
	followers: list(uid),
	applications: list(uid),
	createdAt: ms,
	updatedAt: orNull(ms),
	lastInteractionAt: ms,
	lastAdvancedAt: ms,
	snoozedUntil: orNull(ms),
	urls: object({ list: text, show: text }),
	isAnonymized: yesNo,
	dataProtection: orNull(object({ store: consent, contact: consent })),
	opportunityLocation: optional(text),
};

describeShape({
	title: '§5.1 opportunity',
	shape: object(OPPORTUNITY),
	example: EXAMPLES.opportunity,
	read: everyOpportunity,
});

describeShape({
	title: '§5.1 deleted opportunity',
	shape: object({ ...OPPORTUNITY, deletedBy: uid, deletedAt: ms }),
	read: (mock) => readAll(mock, '/opportunities/deleted'),
});

type StageChange = { toStageId: string; toStageIndex: number; updatedAt: number };

describe.each(ACCOUNTS)('§5.1 opportunity, what the fields mean, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[doc][record] a single read gives the same record as the list', async () => {
		for (const one of (await everyOpportunity(account.mock)).slice(0, 20)) {
			expect(await readOne(account.mock, `/opportunities/${String(one.id)}`)).toEqual(one);
		}
	});

	test('[doc][record] there are 0 or 1 applications', async () => {
		const sizes = (await everyOpportunity(account.mock)).map(
			({ applications }) => (applications as unknown[]).length,
		);
		expect([...new Set(sizes)].sort()).toEqual([0, 1]);
	});

	test('[doc][record] stageChanges go oldest first, from index 0, and the last one is the stage', async () => {
		const wrong = (await everyOpportunity(account.mock)).filter((record) => {
			const changes = record.stageChanges as StageChange[];
			const inOrder = changes.every(
				({ updatedAt, toStageIndex }, index) =>
					toStageIndex >= 0 && updatedAt >= (changes[index - 1]?.updatedAt ?? 0),
			);
			return !inOrder || changes.at(-1)?.toStageId !== record.stage;
		});
		expect(ids(wrong)).toEqual([]);
	});

	test('[doc][record] toStageIndex is the position of the stage in the pipeline', async () => {
		const stages = ids(await readAll(account.mock, '/stages'));
		const wrong = (await everyOpportunity(account.mock)).filter((record) =>
			(record.stageChanges as StageChange[]).some(
				({ toStageId, toStageIndex }) => stages[toStageIndex] !== toStageId,
			),
		);
		expect(ids(wrong)).toEqual([]);
	});

	test('[doc][record] userId is absent for imported or automatic moves, and present for others', async () => {
		const changes = (await everyOpportunity(account.mock)).flatMap(
			({ stageChanges }) => stageChanges as Json[],
		);
		expect(changes.some((change) => !Object.hasOwn(change, 'userId'))).toBe(true);
		expect(changes.some((change) => Object.hasOwn(change, 'userId'))).toBe(true);
	});

	test('[doc][record] urls.show is https://hire.lever.co/candidates/<id>', async () => {
		for (const { id, urls } of await everyOpportunity(account.mock)) {
			expect(urls).toEqual({
				list: 'https://hire.lever.co/candidates',
				show: `https://hire.lever.co/candidates/${String(id)}`,
			});
		}
	});

	// One person of golden has an older address on an older opportunity, on purpose: its addresses are left out.
	test('[doc] contact data is repeated on each opportunity, and a contact may have several', async () => {
		const byContact = Map.groupBy(await everyOpportunity(account.mock), ({ contact }) => contact);
		const several = [...byContact.values()].filter(({ length }) => length > 1);
		expect(several.length).toBeGreaterThan(0);
		for (const [first, ...others] of several) {
			for (const other of others) {
				expect(other).toMatchObject({
					name: first?.name,
					...(scenario === 'golden' ? {} : { emails: first?.emails }),
					phones: first?.phones,
					headline: first?.headline,
					location: first?.location,
				});
			}
		}
	});

	test('[doc] hired = archived.reason is an archive reason of type hired', async () => {
		const hired = ids(await readAll(account.mock, '/archive_reasons?type=hired'));
		const archived = (await everyOpportunity(account.mock)).filter((record) =>
			hired.includes((record.archived as Json | null)?.reason),
		);
		expect(archived.length).toBeGreaterThan(0);
	});

	test('[doc][record] stage, archive reason, owner, followers and contact are known', async () => {
		const { mock } = account;
		const users = new Set(ids(await readAll(mock, '/users?includeDeactivated=true')));
		const stages = new Set(ids(await readAll(mock, '/stages')));
		const reasons = new Set(ids(await readAll(mock, '/archive_reasons')));
		const wrong = (await everyOpportunity(mock)).filter((record) => {
			const people = [record.owner, record.sourcedBy, ...(record.followers as unknown[])];
			return (
				!stages.has(record.stage) ||
				people.some((user) => user !== null && !users.has(user)) ||
				(record.archived !== null && !reasons.has((record.archived as Json).reason))
			);
		});
		expect(ids(wrong)).toEqual([]);
	});

	test('[doc] the opportunity location may be unspecified, and the key is absent without an application', async () => {
		for (const record of await everyOpportunity(account.mock)) {
			if ((record.applications as unknown[]).length === 0) {
				expect(record).not.toHaveProperty('opportunityLocation');
			}
		}
	});

	test('[doc] deleted ones carry by whom and when, and are in no list', async () => {
		const { mock } = account;
		const deleted = await readAll(mock, '/opportunities/deleted');
		const living = new Set(ids(await everyOpportunity(mock)));
		expect(deleted.filter(({ id }) => living.has(id))).toEqual([]);
	});
});

describe('§5.1 updatedAt', () => {
	const account = useMock();
	const now = () => account.mock.world.now();
	const active = async () => {
		const records = await readAll(account.mock, '/opportunities?archived=false');
		return records.filter(({ isAnonymized }) => isAnonymized === false);
	};
	const read = (id: unknown) => readOne(account.mock, `/opportunities/${String(id)}`);

	test('[doc] moves with the stage, as do lastAdvancedAt and stageChanges', async () => {
		const { mock } = account;
		const [one] = await active();
		const stage = ids(await readAll(mock, '/stages')).findLast((id) => id !== one?.stage);
		const before = now();
		mock.world.moveStage({ opportunity: String(one?.id), stage: String(stage) });
		const after = await read(one?.id);
		expect(after).toMatchObject({ stage });
		for (const name of ['updatedAt', 'lastAdvancedAt', 'lastInteractionAt']) {
			expect(after[name], name).toBeGreaterThanOrEqual(before);
		}
		expect((after.stageChanges as Json[]).length).toBe((one?.stageChanges as Json[]).length + 1);
		expect(after.stageChanges).toEqual(
			expect.arrayContaining([expect.objectContaining({ toStageId: stage })]),
		);
	});

	test('[doc] moves with archived, also on the application; the stage is kept', async () => {
		const { mock } = account;
		const one = (await active()).find(({ applications }) => (applications as Json[]).length === 1);
		const [reason] = await readAll(mock, '/archive_reasons?type=non-hired');
		const before = now();
		mock.world.archive({ opportunity: String(one?.id), reason: String(reason?.id) });
		const after = await read(one?.id);
		expect(after).toMatchObject({ stage: one?.stage, archived: { reason: reason?.id } });
		expect(after.updatedAt).toBeGreaterThanOrEqual(before);
		const [application] = await readAll(mock, `/opportunities/${String(one?.id)}/applications`);
		expect(application).toMatchObject({ archived: { reason: reason?.id } });
	});

	test('[doc] moves with tags, sources, owner, followers and snoozedUntil', async () => {
		const { world } = account.mock;
		const users = ids(await readAll(account.mock, '/users'));
		const changes: Array<(opportunity: string) => void> = [
			(opportunity) => world.addTag({ opportunity, tag: 'Contract test' }),
			(opportunity) => world.addSource({ opportunity, source: 'Contract test' }),
			(opportunity) => world.setOwner({ opportunity, owner: String(users[0]) }),
			(opportunity) => world.addFollower({ opportunity, user: String(users[1]) }),
			(opportunity) => world.snooze({ opportunity, until: now() + DAY }),
		];
		const records = (await active()).filter(
			({ owner, followers }) => owner !== users[0] && !(followers as unknown[]).includes(users[1]),
		);
		for (const [index, change] of changes.entries()) {
			const id = String(records[index]?.id);
			const before = now();
			change(id);
			expect((await read(id)).updatedAt, `change ${index}`).toBeGreaterThanOrEqual(before);
		}
	});

	test('[doc] does not move when an offer is signed: offers are not in the list', async () => {
		const { mock } = account;
		const opportunities = await active();
		for (const { id } of opportunities) {
			const offers = await readAll(mock, `/opportunities/${String(id)}/offers`);
			const open = offers.find(({ status }) => status === 'opened' || status === 'sent');
			if (open === undefined) continue;
			const before = await read(id);
			mock.world.signOffer({ offer: String(open.id) });
			expect((await read(id)).updatedAt).toBe(before.updatedAt);
			return;
		}
		throw new Error('No sent offer among the active opportunities.');
	});

	test('[doc] a deleted one answers 404 alone and below, and stands in the deleted list', async () => {
		const { mock } = account;
		const id = String((await active()).at(-1)?.id);
		mock.world.deleteOpportunity({ opportunity: id });
		expect((await send(mock, `/opportunities/${id}`)).status).toBe(404);
		expect((await send(mock, `/opportunities/${id}/offers`)).status).toBe(404);
		expect(ids(await readAll(mock, '/opportunities/deleted'))).toContain(id);
		expect(ids(await everyOpportunity(mock))).not.toContain(id);
	});

	test('[doc] an anonymised person: personal fields are blank, metadata stays', async () => {
		const { mock } = account;
		const [before] = await active();
		mock.world.anonymize({ contact: String(before?.contact) });
		const after = await read(before?.id);
		expect(misfits([after], object(OPPORTUNITY))).toEqual([]);
		expect(after).toMatchObject({
			isAnonymized: true,
			emails: [],
			phones: [],
			links: [],
			createdAt: before?.createdAt,
			stage: before?.stage,
			stageChanges: before?.stageChanges,
		});
		expect(after.name).not.toBe(before?.name);
	});

	test('[doc] the deleted list takes nothing but its window', async () => {
		const { body } = await send<ListBody>(account.mock, '/opportunities/deleted?limit=1');
		expect(Object.keys(body).slice(0, 2)).toEqual(['data', 'hasNext']);
	});
});
