import { describe, expect, test } from 'vitest';
import { send } from '../unit/mock/client.mts';
import type { Json } from './support/account.mts';
import { ACCOUNTS, AS_OF, DAY, everySub, ids, readAll, useMock } from './support/account.mts';

/** One parameter of §4.3: which of its values to try, and which records a value asks for. */
interface Filter {
	name: string;
	/** Values that occur; the tests take one that some records have, and the union of two if there may be many */
	values: (record: Json) => unknown[];
	many?: boolean;
}

const strings = (name: string) => (record: Json) => (record[name] ?? []) as unknown[];
const single = (name: string) => (record: Json) => [record[name]].filter((value) => value != null);
const archived = (record: Json) => record.archived as Json | null;
const applications = (record: Json) => record.applications as Json[];
const posting = (wanted: boolean) => (record: Json) =>
	applications(record)
		.filter((application) => (application.archived !== null) === wanted)
		.map((application) => application.posting);

/** Records are read with expand=applications, so that postings can be seen. */
const OPPORTUNITY_FILTERS: readonly Filter[] = [
	{ name: 'tag', values: strings('tags'), many: true },
	{ name: 'email', values: strings('emails') },
	{ name: 'origin', values: single('origin'), many: true },
	{ name: 'source', values: strings('sources'), many: true },
	{ name: 'stage_id', values: single('stage'), many: true },
	{ name: 'posting_id', values: posting(false), many: true },
	{ name: 'archived_posting_id', values: posting(true), many: true },
	{ name: 'archived', values: (record) => [archived(record) !== null] },
	{
		name: 'archive_reason_id',
		values: (record) => [archived(record)?.reason].filter((value) => value !== undefined),
		many: true,
	},
	{ name: 'contact_id', values: single('contact'), many: true },
	{
		name: 'location',
		values: (record) => [record.opportunityLocation ?? 'unspecified'],
		many: true,
	},
];

const TIMES: Record<string, (record: Json) => unknown> = {
	created_at: (record) => record.createdAt,
	updated_at: (record) => record.updatedAt,
	advanced_at: (record) => record.lastAdvancedAt,
	archived_at: (record) => archived(record)?.archivedAt,
};

const category = (name: string) => (record: Json) =>
	[(record.categories as Json)[name]].filter((value) => value !== null);

const POSTING_FILTERS: readonly Filter[] = [
	{ name: 'team', values: category('team'), many: true },
	{ name: 'department', values: category('department'), many: true },
	{ name: 'location', values: category('location'), many: true },
	{ name: 'commitment', values: category('commitment'), many: true },
	{ name: 'level', values: category('level'), many: true },
	{ name: 'tag', values: strings('tags'), many: true },
];

const REQUISITION_FILTERS: readonly Filter[] = [
	{ name: 'requisition_code', values: single('requisitionCode') },
	{ name: 'status', values: single('status') },
];

const query = (name: string, ...values: unknown[]) =>
	values.map((value) => `${name}=${encodeURIComponent(String(value))}`).join('&');

/** Values by how many records have them: a common one, a rare one. */
function valuesOf(records: readonly Json[], filter: Filter): unknown[] {
	const counts = new Map<unknown, number>();
	for (const record of records) {
		for (const value of new Set(filter.values(record))) {
			counts.set(value, (counts.get(value) ?? 0) + 1);
		}
	}
	const known = [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value);
	return [...new Set([known[0], known[1], known.at(-1)])].filter((value) => value !== undefined);
}

describe.each(ACCOUNTS)('§4.3 opportunities [doc], account %s', (scenario) => {
	const account = useMock({ scenario });
	const base = '/opportunities?confidentiality=all&expand=applications';
	const read = (more: string) => readAll(account.mock, more === '' ? base : `${base}&${more}`);

	test.each(OPPORTUNITY_FILTERS)('$name', async (filter) => {
		const all = await read('');
		const having = (...values: unknown[]) =>
			ids(all.filter((record) => filter.values(record).some((value) => values.includes(value))));
		const values = valuesOf(all, filter);
		expect(values.length).toBeGreaterThan(1);
		for (const value of values) {
			expect(ids(await read(query(filter.name, value))), String(value)).toEqual(having(value));
		}
		if (filter.many === true) {
			const two = values.slice(0, 2);
			expect(ids(await read(query(filter.name, ...two)))).toEqual(having(...two));
		}
	});

	test.each(Object.entries(TIMES))(
		'%s_start and _end; what has no such time does not match',
		async (name, time) => {
			const all = await read('');
			const known = all
				.map(time)
				.filter((value) => typeof value === 'number')
				.toSorted((a, b) => a - b);
			const low = known[Math.floor(known.length / 4)] as number;
			const high = known[Math.floor((3 * known.length) / 4)] as number;
			expect(low).toBeLessThan(high);
			const within = all.filter((record) => {
				const at = time(record);
				return typeof at === 'number' && at >= low && at <= high;
			});
			const found = await read(`${name}_start=${low}&${name}_end=${high}`);
			expect(ids(found).sort()).toEqual(ids(within).sort());
			expect(within.length).toBeGreaterThan(0);
			expect(ids(await read(`${name}_start=1`)).sort()).toEqual(
				ids(all.filter((record) => typeof time(record) === 'number')).sort(),
			);
		},
	);

	test('snoozed=true and false', async () => {
		const { mock } = account;
		const [one] = await readAll(mock, '/opportunities?archived=false');
		const until = mock.world.now() + DAY;
		mock.world.snooze({ opportunity: String(one?.id), until });
		const all = await read('');
		const snoozed = (record: Json) => Number(record.snoozedUntil ?? 0) > mock.world.now();
		expect(ids(await read('snoozed=true'))).toEqual(ids(all.filter(snoozed)));
		expect(ids(await read('snoozed=false'))).toEqual(ids(all.filter((record) => !snoozed(record))));
		expect(ids(await read('snoozed=true'))).toContain(one?.id);
	});

	test('email matches the canonical form: letter case does not count', async () => {
		const one = (await read('')).find(({ emails }) => (emails as unknown[]).length > 0);
		const [email] = one?.emails as string[];
		expect(ids(await read(query('email', String(email).toUpperCase())))).toContain(one?.id);
	});

	test('location=unspecified is allowed', async () => {
		const all = await read('');
		// The reference leaves open whether this asks for records without the key too; in the mock it does.
		const wanted = all.filter(
			(record) => (record.opportunityLocation ?? 'unspecified') === 'unspecified',
		);
		expect(ids(await read('location=unspecified'))).toEqual(ids(wanted));
		expect(wanted.some((record) => record.opportunityLocation === 'unspecified')).toBe(true);
	});

	test('include_deleted was removed: it changes nothing', async () => {
		expect(ids(await read('include_deleted=true'))).toEqual(ids(await read('')));
	});
});

describe.each(ACCOUNTS)('§4.3 deleted opportunities [doc], account %s', (scenario) => {
	const account = useMock({ scenario });
	test('deleted_at_start and _end', async () => {
		const all = await readAll(account.mock, '/opportunities/deleted');
		const times = all.map(({ deletedAt }) => Number(deletedAt)).toSorted((a, b) => a - b);
		const middle = times[Math.floor(times.length / 2)] as number;
		const later = all.filter(({ deletedAt }) => Number(deletedAt) >= middle);
		const earlier = all.filter(({ deletedAt }) => Number(deletedAt) <= middle);
		const read = (more: string) => readAll(account.mock, `/opportunities/deleted?${more}`);
		expect(ids(await read(`deleted_at_start=${middle}`))).toEqual(ids(later));
		expect(ids(await read(`deleted_at_end=${middle}`))).toEqual(ids(earlier));
	});
});

const EVERY_CHANNEL = 'distributionChannel=public&distributionChannel=internal';
const channels = ({ distributionChannels }: Json) => (distributionChannels ?? []) as unknown[];

describe.each(ACCOUNTS)('§4.3 postings [doc], account %s', (scenario) => {
	const account = useMock({ scenario });
	const read = (more: string) => readAll(account.mock, `/postings?${more}`);

	test.each(POSTING_FILTERS)('$name', async (filter) => {
		const all = await read('confidentiality=all');
		const values = valuesOf(all, filter);
		expect(values.length).toBeGreaterThan(0);
		const having = (...wanted: unknown[]) =>
			ids(all.filter((record) => filter.values(record).some((value) => wanted.includes(value))));
		for (const value of values) {
			const found = await read(`confidentiality=all&${query(filter.name, value)}`);
			expect(ids(found), String(value)).toEqual(having(value));
		}
		if (filter.many === true && values.length > 1) {
			const two = values.slice(0, 2);
			const found = await read(`confidentiality=all&${query(filter.name, ...two)}`);
			expect(ids(found)).toEqual(having(...two));
		}
	});

	test.each(['internal', 'closed', 'draft', 'pending', 'rejected'])('state=%s', async (state) => {
		const all = await read('confidentiality=all');
		const found = await read(`confidentiality=all&state=${state}`);
		expect(found.length).toBeGreaterThan(0);
		expect(ids(found)).toEqual(ids(all.filter((record) => record.state === state)));
	});

	test.each(['public', 'internal'])('distributionChannel=%s', async (channel) => {
		const all = await read(`confidentiality=all&${EVERY_CHANNEL}`);
		const found = await read(`confidentiality=all&distributionChannel=${channel}`);
		expect(ids(found)).toEqual(ids(all.filter((record) => channels(record).includes(channel))));
	});

	test('a published list holds only public ones unless both channels are asked for', async () => {
		const published = await read('state=published');
		const both = await read(`state=published&${EVERY_CHANNEL}`);
		for (const one of published) expect(channels(one)).toContain('public');
		expect(both.length).toBeGreaterThan(published.length);
		expect(ids(published)).toEqual(ids(both.filter((one) => channels(one).includes('public'))));
	});

	test.each(['location', 'team', 'department', 'commitment'])(
		'group=%s is accepted',
		async (group) => {
			const { status } = await send(account.mock, `/postings?group=${group}`);
			expect(status).toBe(200);
		},
	);

	test('group takes nothing else', async () => {
		expect((await send(account.mock, '/postings?group=moon')).status).toBe(400);
	});

	test('updated_at_start and _end may be combined with confidentiality only', async () => {
		const all = await read('confidentiality=all');
		const times = all.map(({ updatedAt }) => Number(updatedAt)).toSorted((a, b) => a - b);
		const middle = times[Math.floor(times.length / 2)] as number;
		const found = await read(`updated_at_start=${middle}&confidentiality=all`);
		expect(ids(found).sort()).toEqual(
			ids(all.filter(({ updatedAt }) => Number(updatedAt) >= middle)).sort(),
		);
		expect((await send(account.mock, `/postings?updated_at_start=1&team=Platform`)).status).toBe(
			400,
		);
	});
});

describe.each(ACCOUNTS)('§4.3 requisitions [doc], account %s', (scenario) => {
	const account = useMock({ scenario });
	const read = (more: string) => readAll(account.mock, `/requisitions?confidentiality=all&${more}`);

	test.each(REQUISITION_FILTERS)('$name', async (filter) => {
		const all = await read('');
		for (const value of valuesOf(all, filter)) {
			expect(ids(await read(query(filter.name, value))), String(value)).toEqual(
				ids(all.filter((record) => filter.values(record).includes(value))),
			);
		}
	});

	test('created_at_start and _end', async () => {
		const all = await read('');
		const times = all.map(({ createdAt }) => Number(createdAt)).toSorted((a, b) => a - b);
		const middle = times[Math.floor(times.length / 2)] as number;
		expect(ids(await read(`created_at_start=${middle}&created_at_end=${middle}`))).toEqual(
			ids(all.filter(({ createdAt }) => createdAt === middle)),
		);
	});

	test('requisition fields: isRequired and type', async () => {
		const all = await readAll(account.mock, '/requisition_fields');
		for (const required of [true, false]) {
			const found = await readAll(account.mock, `/requisition_fields?isRequired=${required}`);
			expect(ids(found)).toEqual(ids(all.filter(({ isRequired }) => isRequired === required)));
		}
		for (const type of new Set(all.map((field) => field.type))) {
			const found = await readAll(account.mock, `/requisition_fields?type=${String(type)}`);
			expect(ids(found)).toEqual(ids(all.filter((field) => field.type === type)));
		}
	});
});

describe.each(ACCOUNTS)(
	'§4.3 users, archive reasons, audit events [doc], account %s',
	(scenario) => {
		const account = useMock({ scenario });
		const users = (more: string) => readAll(account.mock, `/users?includeDeactivated=true&${more}`);

		test('users: email (exact, canonical) and external_directory_id', async () => {
			for (const user of (await users('')).slice(0, 10)) {
				expect(ids(await users(query('email', user.email)))).toContain(user.id);
				expect(ids(await users(query('email', String(user.email).toUpperCase())))).toContain(
					user.id,
				);
				expect(await users(query('email', String(user.email).slice(1)))).toEqual([]);
				if (user.externalDirectoryId !== null) {
					const found = await users(query('external_directory_id', user.externalDirectoryId));
					expect(ids(found)).toContain(user.id);
				}
			}
		});

		test('users: accessRole, also several', async () => {
			const all = await users('');
			const of = (...roles: unknown[]) =>
				ids(all.filter(({ accessRole }) => roles.includes(accessRole)));
			const roles = ['super admin', 'admin', 'team member', 'limited team member', 'interviewer'];
			for (const role of roles) {
				expect(ids(await users(query('accessRole', role))), role).toEqual(of(role));
			}
			expect(ids(await users(query('accessRole', 'admin', 'super admin')))).toEqual(
				of('admin', 'super admin'),
			);
		});

		test('users: the default is active only, includeDeactivated=false too', async () => {
			const active = ids(await readAll(account.mock, '/users'));
			expect(ids(await readAll(account.mock, '/users?includeDeactivated=false'))).toEqual(active);
			expect(active.length).toBeLessThan((await users('')).length);
		});

		test('archive reasons: type, and an array even when one fits', async () => {
			const all = await readAll(account.mock, '/archive_reasons');
			for (const type of ['hired', 'non-hired']) {
				const found = await readAll(account.mock, `/archive_reasons?type=${type}`);
				expect(ids(found)).toEqual(ids(all.filter((reason) => reason.type === type)));
				expect(found.length).toBeGreaterThan(0);
			}
			expect((await send(account.mock, '/archive_reasons?type=other')).status).toBe(400);
		});

		test('audit events: type, user_id, target_type, target_id, created_at', async () => {
			const events = (more: string) => readAll(account.mock, `/audit_events?${more}`);
			const all = await events('');
			const target = (event: Json) => event.target as Json;
			const user = (event: Json) => (event.user as Json | null)?.id;
			const same = async (more: string, fits: (event: Json) => boolean) => {
				expect(ids(await events(more)), more).toEqual(ids(all.filter(fits)));
			};
			const [first] = all;
			await same(query('type', first?.type), ({ type }) => type === first?.type);
			const by = all.find((event) => user(event) !== undefined);
			await same(query('user_id', user(by as Json)), (event) => user(event) === user(by as Json));
			await same('user_id=null', (event) => user(event) === undefined);
			await same('target_type=user', (event) => target(event).type === 'user');
			const about = all.find((event) => target(event).type === 'user') as Json;
			await same(
				`target_type=user&${query('target_id', target(about).id)}`,
				(event) => target(event).id === target(about).id,
			);
			const middle = Number(all[Math.floor(all.length / 2)]?.createdAt);
			await same(`created_at_start=${middle}`, ({ createdAt }) => Number(createdAt) >= middle);
			await same(`created_at_end=${middle}`, ({ createdAt }) => Number(createdAt) <= middle);
		});
	},
);

describe.each(ACCOUNTS)('§4.3 resumes and files [doc], account %s', (scenario) => {
	const account = useMock({ scenario });

	test.each(['resumes', 'files'])(
		'%s: uploaded_at_start and _end, a bad value is 400',
		async (name) => {
			const all = await everySub(account.mock, name);
			const uploaded = (record: Json) => ((record.file ?? record) as Json).uploadedAt;
			const one = all.find(({ record }) => typeof uploaded(record) === 'number');
			const at = Number(uploaded(one?.record as Json));
			const path = `/opportunities/${String(one?.opportunity)}/${name}`;
			const read = async (more: string) => ids(await readAll(account.mock, `${path}?${more}`));
			expect(await read(`uploaded_at_start=${at}&uploaded_at_end=${at}`)).toContain(one?.record.id);
			expect(await read(`uploaded_at_start=${at + 1}`)).not.toContain(one?.record.id);
			expect(await read(`uploaded_at_end=${at - 1}`)).not.toContain(one?.record.id);
			const bad = await send(account.mock, `${path}?uploaded_at_start=${AS_OF}`);
			expect(bad.status).toBe(400);
			expect(bad.body.code).toBe('BadRequestError');
		},
	);

	test('offers and the other sub-lists ignore filters that they do not have', async () => {
		const [one] = await everySub(account.mock, 'offers');
		const path = `/opportunities/${String(one?.opportunity)}/offers`;
		const plain = await readAll(account.mock, path);
		expect(await readAll(account.mock, `${path}?uploaded_at_start=never`)).toEqual(plain);
	});
});
