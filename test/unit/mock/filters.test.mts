import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever, Scenario } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import type { StoredOpportunity } from '../../../mock-lever/scenarios/records.mts';
import type { ListBody } from './client.mts';
import { AS_OF, send, walk } from './client.mts';

let mock: MockLever;
const scenario: Scenario = loadScenario('golden', AS_OF);
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
});
afterAll(async () => {
	await mock.close();
});

const { db, asOf } = scenario;
type Asked = Record<string, string | string[]>;

/** What lever-api.md §4.3 says of each parameter, written once more without the mock's helpers. */
function oracle(opportunity: StoredOpportunity, asked: Asked): boolean {
	const application = db.applications.find((each) => each.opportunityId === opportunity.id);
	const inWindow = (moment: number | null, start: unknown, end: unknown) => {
		if (start === undefined && end === undefined) return true;
		if (moment === null) return false;
		return !(start && moment < Number(start)) && !(end && moment > Number(end));
	};
	const has = (name: string, values: Array<string | null | undefined>) => {
		const wanted = asked[name];
		return wanted === undefined || values.some((value) => value && wanted.includes(value));
	};
	const is = (name: string, value: boolean) =>
		asked[name] === undefined || asked[name] === String(value);
	const confidentiality = asked.confidentiality ?? 'non-confidential';
	const emails = db.contacts.find((each) => each.id === opportunity.contact)?.emails ?? [];
	return (
		(confidentiality === 'all' || opportunity.confidentiality === confidentiality) &&
		has('tag', opportunity.tags) &&
		has('origin', [opportunity.origin]) &&
		has('source', opportunity.sources) &&
		has('stage_id', [opportunity.stage]) &&
		has('contact_id', [opportunity.contact]) &&
		has('archive_reason_id', [opportunity.archived?.reason]) &&
		has('location', [opportunity.opportunityLocation ?? 'unspecified']) &&
		has('posting_id', [application?.archived ? undefined : application?.posting]) &&
		has('archived_posting_id', [application?.archived ? application.posting : undefined]) &&
		(asked.email === undefined ||
			[...opportunity.emails, ...emails].some(
				(each) => each.toLowerCase() === String(asked.email).toLowerCase(),
			)) &&
		is('archived', opportunity.archived !== null) &&
		is('snoozed', opportunity.snoozedUntil !== null && opportunity.snoozedUntil > asOf) &&
		inWindow(opportunity.createdAt, asked.created_at_start, asked.created_at_end) &&
		inWindow(opportunity.updatedAt, asked.updated_at_start, asked.updated_at_end) &&
		inWindow(opportunity.lastAdvancedAt, asked.advanced_at_start, asked.advanced_at_end) &&
		inWindow(
			opportunity.archived?.archivedAt ?? null,
			asked.archived_at_start,
			asked.archived_at_end,
		)
	);
}

const unique = (values: Array<string | null | undefined>) => [
	...new Set(values.filter((value) => typeof value === 'string')),
];
const some = (values: Array<string | null | undefined>) =>
	fc.uniqueArray(fc.constantFrom(...unique(values), 'nobody-has-this'), {
		minLength: 1,
		maxLength: 30,
	});
/** Often the very moment of a record, so that inclusive ends are tried */
const moment = (values: Array<number | null | undefined>) =>
	fc
		.oneof(
			fc.constantFrom(...values.filter((value) => typeof value === 'number')),
			fc.integer({ min: asOf - 450 * 86_400_000, max: asOf }),
		)
		.map(String);

const all = db.opportunities;
const query = fc.record(
	{
		tag: some(all.flatMap((each) => each.tags)),
		origin: fc.uniqueArray(
			fc.constantFrom('agency', 'applied', 'internal', 'referred', 'sourced', 'university'),
			{ minLength: 1 },
		),
		source: some(all.flatMap((each) => each.sources)),
		stage_id: some(all.map((each) => each.stage)),
		posting_id: some(db.postings.map((each) => each.id)),
		archived_posting_id: some(db.postings.map((each) => each.id)),
		archive_reason_id: some(db.archive_reasons.map((each) => each.id)),
		contact_id: some(all.map((each) => each.contact)),
		location: some([...all.map((each) => each.opportunityLocation), 'unspecified']),
		email: fc.constantFrom(
			...db.contacts.flatMap((each) => each.emails.map((e) => e.toUpperCase())),
		),
		confidentiality: fc.constantFrom('non-confidential', 'confidential', 'all'),
		archived: fc.constantFrom('true', 'false'),
		snoozed: fc.constantFrom('true', 'false'),
		created_at_start: moment(all.map((each) => each.createdAt)),
		created_at_end: moment(all.map((each) => each.createdAt)),
		updated_at_start: moment(all.map((each) => each.updatedAt)),
		updated_at_end: moment(all.map((each) => each.updatedAt)),
		advanced_at_start: moment(all.map((each) => each.lastAdvancedAt)),
		advanced_at_end: moment(all.map((each) => each.lastAdvancedAt)),
		archived_at_start: moment(all.map((each) => each.archived?.archivedAt)),
		archived_at_end: moment(all.map((each) => each.archived?.archivedAt)),
	},
	{ requiredKeys: [] },
);
/** Three parameters at most, else nothing is ever found */
const askedQuery = fc
	.tuple(query, fc.nat(), fc.nat(), fc.nat(), fc.boolean())
	.map(([full, ...picks]) => {
		const brackets = picks.pop() === true;
		const names = Object.keys(full);
		const kept = new Set(picks.map((pick) => names[Number(pick) % Math.max(1, names.length)]));
		const entries = Object.entries(full).filter(([name]) => kept.has(name));
		return { asked: Object.fromEntries(entries) as Asked, brackets };
	});

function toQuery(asked: Asked, brackets: boolean): string {
	const parameters = new URLSearchParams();
	for (const [name, value] of Object.entries(asked)) {
		if (typeof value === 'string') parameters.append(name, value);
		else for (const each of value) parameters.append(brackets ? `${name}[]` : name, each);
	}
	return parameters.toString();
}

describe('filters of opportunities (lever-api.md §4.3)', () => {
	it('find what a plain reading of the documentation finds, in both spellings of lists', async () => {
		let found = 0;
		await fc.assert(
			fc.asyncProperty(askedQuery, async ({ asked, brackets }) => {
				const path = `/opportunities?${toQuery(asked, brackets)}`;
				const { records } = await walk<{ id: string }>(mock, path, 100);
				const expected = all.filter((each) => oracle(each, asked)).map((each) => each.id);
				found += expected.length;
				expect(records.map((each) => each.id).sort()).toEqual(expected.sort());
			}),
			{ numRuns: 250, seed: 20261102 },
		);
		expect(found).toBeGreaterThan(1000);
	});

	it('takes long lists of ids', async () => {
		const contacts = unique(all.map((each) => each.contact)).slice(0, 90);
		const { records } = await walk<{ contact: string }>(
			mock,
			`/opportunities?${toQuery({ contact_id: contacts }, false)}`,
			100,
		);
		expect(new Set(records.map((each) => each.contact)).size).toBeGreaterThan(80);
	});

	it('compares text with regard to case', async () => {
		const path = '/opportunities?tag=Full-time&limit=100';
		const exact = await send<ListBody<{ tags: string[] }>>(mock, path);
		expect(exact.body.data.length).toBeGreaterThan(0);
		for (const { tags } of exact.body.data) expect(tags).toContain('Full-time');
		expect((await send<ListBody>(mock, '/opportunities?tag=full-TIME')).body.data).toEqual([]);
	});

	it('ignores parameters it does not know, also those of json-server', async () => {
		const plain = await send(mock, '/opportunities?limit=3');
		const odd = await send(
			mock,
			'/opportunities?limit=3&_limit=1&_sort=name&q=x&name=y&callback=z',
		);
		expect(odd.text).toBe(plain.text);
	});

	it.each([
		'created_at_start=yesterday',
		'updated_at_end=2026-01-01',
		'archived=yes',
		'origin=newspaper',
		'confidentiality=secret',
	])('refuses %s', async (parameter) => {
		const { status, body } = await send(mock, `/opportunities?${parameter}`);
		expect(status).toBe(400);
		expect(body.message).toMatch(new RegExp(` at /${parameter.split('=')[0]}$`));
	});
});

describe('filters of users (lever-api.md §4.3)', () => {
	const users = async (parameters: string) => {
		const { records } = await walk<{ id: string; deactivatedAt: number | null }>(
			mock,
			`/users?${parameters}`,
			100,
		);
		return records;
	};
	const role = 'accessRole';

	it('shows active users only, unless asked', async () => {
		const active = await users('');
		const everybody = await users('includeDeactivated=true');
		expect(active.every((user) => user.deactivatedAt === null)).toBe(true);
		expect(everybody).toHaveLength(db.users.length);
		expect(everybody.length).toBeGreaterThan(active.length);
		expect(await users('includeDeactivated=false')).toEqual(active);
	});

	it('accessRole in both spellings, with the names and with the id of a custom role', async () => {
		const expected = db.users.filter(
			(user) => user[role] === 'super admin' || user[role] === 'admin',
		);
		const plain = await users(`includeDeactivated=true&${role}=super%20admin&${role}=admin`);
		const brackets = await users(
			`includeDeactivated=true&${role}%5B%5D=super+admin&${role}[]=admin`,
		);
		expect(plain.map((user) => user.id).sort()).toEqual(expected.map((user) => user.id).sort());
		expect(brackets).toEqual(plain);
		const custom = db.users.find((user) => /^[0-9a-f-]{36}$/.test(user.accessRole ?? ''));
		const found = await users(`${role}=${custom?.accessRole}`);
		expect(found.map((user) => user.id)).toEqual([custom?.id]);
	});

	it('email in any case, external_directory_id exactly', async () => {
		const user = db.users.find((each) => each.externalDirectoryId !== null);
		const email = encodeURIComponent(user?.email.toUpperCase() ?? '');
		expect((await users(`email=${email}`)).map((each) => each.id)).toEqual([user?.id]);
		const directory = await users(`external_directory_id=${user?.externalDirectoryId}`);
		expect(directory.map((each) => each.id)).toEqual([user?.id]);
		expect(await users('external_directory_id=E-none')).toEqual([]);
	});

	it('refuses a flag that is neither true nor false', async () => {
		expect((await send(mock, '/users?includeDeactivated=1')).status).toBe(400);
	});
});
