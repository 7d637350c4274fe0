import { describe, expect, it } from 'vitest';
import type { ListBody } from '../client.mts';
import type { Fields } from './account.mts';
import { db, must, page, read, richest, useMock } from './account.mts';
import { LISTS } from './reads.mts';

useMock();

/** Lists whose records cannot be read one by one (lever-api.md §5) */
const LIST_ONLY = /(tags|sources|offers|file_actions)$/;
const lists = LISTS.filter(({ path }) => !LIST_ONLY.test(path));

/** As in the messages of lever-api.md §2.3, and by their pattern */
const WORDS: Record<string, string> = {
	opportunities: 'Opportunity',
	users: 'user',
	stages: 'Stage',
	archive_reasons: 'Archive reason',
	postings: 'Posting',
	requisitions: 'Requisition',
	requisition_fields: 'Requisition field',
	applications: 'Application',
	interviews: 'Interview',
	panels: 'Panel',
	feedback: 'Feedback',
	forms: 'Profile form',
	notes: 'Note',
	referrals: 'Referral',
	feedback_templates: 'Feedback template',
	form_templates: 'Profile form template',
	resumes: 'Resume',
	files: 'File',
};

describe.each(lists)('$path/:id', ({ path, include }) => {
	it('gives each record as the list does', async () => {
		for (const record of (await page(`${path}?limit=5`)).data) {
			const { status, body } = await read<{ data: Fields }>(`${path}/${record.id}`);
			expect([status, Object.keys(body)]).toEqual([200, ['data']]);
			expect(body.data).toEqual(record);
		}
	});

	it('include keeps the named fields only', async () => {
		const { data } = await page(`${path}?limit=1`);
		const query = include.map((name) => `include[]=${name}`).join('&');
		const { body } = await read<{ data: Fields }>(`${path}/${data[0]?.id}?${query}`);
		expect(Object.keys(body.data).sort()).toEqual([...include].sort());
	});

	it('answers 404 in words for an id that nobody has', async () => {
		const { status, body } = await read(`${path}/7c9e6679-7425-40de-944b-e07fc1f90ae7`);
		const what = WORDS[path.split('/').at(-1) ?? ''];
		expect([status, body]).toEqual([
			404,
			{ code: 'ResourceNotFound', message: `${what} was not found` },
		]);
	});
});

describe('/contacts/:contact, of which there is no list', () => {
	const { id, name } = must(db.contacts[0], 'contact');

	it('gives the person, whole or in part', async () => {
		expect((await read(`/contacts/${id}`)).body.data).toEqual(db.contacts[0]);
		expect((await read(`/contacts/${id}?include=name`)).body).toEqual({ data: { name } });
		expect((await read('/contacts')).status).toBe(404);
		expect((await read('/contacts/nobody')).body.message).toBe('Contact was not found');
	});
});

describe('what belongs to an opportunity', () => {
	const below = LISTS.filter(({ path }) => path.startsWith('/opportunities/'));
	const without = must(
		db.opportunities.find(
			({ id, confidentiality }) =>
				confidentiality === 'non-confidential' &&
				![db.resumes, db.files, db.notes, db.offers].some((records) =>
					(records as Array<{ opportunityId: string }>).some((each) => each.opportunityId === id),
				),
		),
		'opportunity without anything below',
	);

	it.each(below)('$path: a record of another opportunity is not found', async ({ path, ids }) => {
		if (LIST_ONLY.test(path)) return;
		const name = path.split('/').at(-1);
		const strange = `/opportunities/${without.id}/${name}/${ids[0]}`;
		expect((await read(strange)).status).toBe(404);
	});

	it.each(below)('$path: an opportunity that nobody has answers 404', async ({ path }) => {
		const name = path.split('/').at(-1);
		const { status, body } = await read(`/opportunities/nobody/${name}`);
		expect([status, body.message]).toEqual([404, 'Opportunity was not found']);
	});

	it.each(['resumes', 'files', 'notes', 'offers'])('no %s is an empty list', async (name) => {
		const { status, text } = await read(`/opportunities/${without.id}/${name}`);
		expect([status, text]).toEqual([200, '{"data":[],"hasNext":false}']);
	});
});

describe('deleted forms (lever-api.md §5.10)', () => {
	it.each(['feedback', 'forms', 'notes'] as const)(
		'%s: not in the list, but a single read still answers',
		async (name) => {
			const record = must(
				(db[name] as Array<{ id: string; opportunityId: string; deletedAt: number | null }>).find(
					({ deletedAt, opportunityId }) =>
						deletedAt !== null && db.opportunities.some(({ id }) => id === opportunityId),
				),
				`deleted ${name}`,
			);
			const path = `/opportunities/${record.opportunityId}/${name}`;
			const { body } = await read<ListBody>(path);
			expect(body.data.map(({ id }) => id)).not.toContain(record.id);
			const one = await read<{ data: Fields }>(`${path}/${record.id}`);
			expect(one.body.data.deletedAt).toBe(record.deletedAt);
		},
	);
});

describe('reads without the usual envelope (lever-api.md §3, §5.14)', () => {
	const [posting] = db.postings;
	const id = must(posting, 'posting').id;

	it('/postings/:posting/users stands alone', async () => {
		const { status, body } = await read<{ users: Fields[]; roles: Fields[]; posting: Fields }>(
			`/postings/${id}/users`,
		);
		expect(status).toBe(200);
		expect(Object.keys(body)).toEqual(['posting', 'users', 'roles']);
		expect(body.posting).toEqual({ id, text: posting?.text });
		expect(body.roles.map((role) => role.id)).toEqual(['owner', 'admin', 'team', 'limited']);
		expect(body.users.map((user) => user.id)).toContain(posting?.owner);
		const superAdmin = db.users.find(({ accessRole }) => accessRole === 'super admin');
		expect(body.users).toContainEqual(
			expect.objectContaining({ id: superAdmin?.id, role: 'owner' }),
		);
	});

	it('/postings/:posting/apply asks questions and has no answers', async () => {
		const { body } = await read<{ data: Record<string, unknown[]> }>(`/postings/${id}/apply`);
		expect(Object.keys(body.data)).toEqual([
			'customQuestions',
			'eeoQuestions',
			'personalInformation',
			'urls',
		]);
		expect(JSON.stringify(body)).not.toContain('"value"');
	});

	it('/disposition_stages tells the rank that stands in cursors', async () => {
		const { body } = await read<{ data: Record<string, Fields[]> }>('/disposition_stages');
		const { stages = [], archiveReasons = [] } = body.data;
		const { next = '' } = await page('/opportunities?limit=1');
		const [rank] = JSON.parse(decodeURIComponent(next)) as [number];
		expect(stages.map((stage) => stage.rank)).toContain(rank);
		expect(stages.map((stage) => stage.pipeline)).toEqual(
			expect.arrayContaining(['lead', 'applicant', 'screen', 'onsite', 'offer']),
		);
		expect(new Set(archiveReasons.map((reason) => reason.type))).toEqual(new Set(['hired', null]));
	});

	it('/webhooks has data only', async () => {
		expect((await read('/webhooks')).text).toBe('{"data":[]}');
	});

	it('file actions name the file they are about', async () => {
		const opportunity = richest('files');
		const files = (await page(`/opportunities/${opportunity}/files`)).data.map(
			({ id: file }) => file,
		);
		const actions = (await page(`/opportunities/${opportunity}/file_actions`)).data;
		expect(actions.map(({ fileId }) => fileId).sort()).toEqual(files.sort());
	});
});
