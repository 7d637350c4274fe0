import { describe, expect, it } from 'vitest';
import type {
	StoredAuditEvent,
	StoredPosting,
	StoredRequisition,
} from '../../../../mock-lever/scenarios/records.mts';
import type { ListBody } from '../client.mts';
import { walk } from '../client.mts';
import type { Fields } from './account.mts';
import { asOf, db, mock, must, page, read, richest, useMock } from './account.mts';

useMock();

const DAY = 86_400_000;

interface Case {
	query: string;
	/** Records that must come, whatever their order */
	finds: ReadonlyArray<{ id: string }>;
	/** The list without this parameter; the case must find some of it, and not all */
	among: ReadonlyArray<{ id: string }>;
}

const caseOf = <T extends { id: string }>(
	query: string,
	among: readonly T[],
	test: (record: T) => boolean,
): Case => ({ query, finds: among.filter(test), among });

async function idsOf(path: string): Promise<string[]> {
	const { records } = await walk<Fields>(mock(), path, 100);
	return records.map(({ id }) => String(id)).sort();
}

function findsExactly(path: string, cases: readonly Case[]): void {
	it.each(cases)('$query', async ({ query, finds, among }) => {
		expect(finds.length).toBeGreaterThan(0);
		expect(finds.length).toBeLessThan(among.length);
		const expected = finds.map(({ id }) => id).sort();
		expect(await idsOf(`${path}?${query}`)).toEqual(expected);
	});
}

const isOpen = ({ confidentiality }: { confidentiality: string }) =>
	confidentiality === 'non-confidential';
const middle = (moments: readonly number[]) => [...moments].sort()[moments.length >> 1] ?? 0;

describe('/postings', () => {
	const on = (posting: StoredPosting, channel: 'internal' | 'public') =>
		posting.distributionChannels?.includes(channel) ?? false;
	const open = db.postings.filter(isOpen);
	const usual = open.filter((each) => each.state !== 'published' || on(each, 'public'));
	const both = 'distributionChannel=public&distributionChannel=internal';
	const changed = middle(usual.map(({ updatedAt }) => updatedAt));
	const states = ['published', 'internal', 'closed', 'draft', 'pending', 'rejected'];
	findsExactly('/postings', [
		...states.map((state) => caseOf(`state=${state}`, usual, (each) => each.state === state)),
		caseOf(`state=published&${both}`, open, (each) => each.state === 'published'),
		caseOf('distributionChannel=internal', open, (each) => on(each, 'internal')),
		caseOf('distributionChannel[]=public', open, (each) => on(each, 'public')),
		caseOf('team=Platform', usual, (each) => each.categories.team === 'Platform'),
		caseOf('team=Platform&team=Data', usual, ({ categories: { team } }) =>
			['Platform', 'Data'].includes(team ?? ''),
		),
		caseOf('department=People', usual, (each) => each.categories.department === 'People'),
		caseOf('location=Berlin', usual, (each) => each.categories.location === 'Berlin'),
		caseOf('location=Berlin&team=Data', usual, ({ categories }) => {
			const { location, team } = categories;
			return location === 'Berlin' && team === 'Data';
		}),
		caseOf('confidentiality=confidential', db.postings, (each) => !isOpen(each)),
		caseOf(`updated_at_start=${changed}`, usual, (each) => each.updatedAt >= changed),
		caseOf(`updated_at_end=${changed}`, usual, (each) => each.updatedAt <= changed),
		caseOf(
			`updated_at_start=${changed}&confidentiality=all`,
			db.postings.filter((each) => each.state !== 'published' || on(each, 'public')),
			(each) => each.updatedAt >= changed,
		),
	]);

	it('confidentiality=all shows both, commitment and tag only what carries them', async () => {
		const whole = await idsOf(`/postings?confidentiality=all&${both}&state=published`);
		expect(whole).toHaveLength(db.postings.filter(({ state }) => state === 'published').length);
		const secret = '/postings?confidentiality=all';
		expect(await idsOf(`${secret}&commitment=Part-time`)).toHaveLength(1);
		expect(await idsOf(`${secret}&commitment=part-time`)).toEqual([]);
		expect(await idsOf(`${secret}&tag=Leadership`)).toHaveLength(1);
		expect(await idsOf('/postings?level=Senior')).toEqual([]);
	});

	it.each(['location', 'team', 'department', 'commitment'] as const)(
		'group=%s puts the same postings in groups, across pages',
		async (group) => {
			const { records } = await walk<StoredPosting & Fields>(mock(), `/postings?group=${group}`, 3);
			expect(records.map(({ id }) => id).sort()).toEqual(usual.map(({ id }) => id).sort());
			const groups = records.map(({ categories }) => categories[group] ?? '');
			expect(groups).toEqual([...groups].sort());
		},
	);

	it.each(['state=published', 'team=Data', 'group=team', 'tag=x', 'distributionChannel=public'])(
		'updated_at_start with %s is refused',
		async (other) => {
			const { status, body } = await read(`/postings?updated_at_start=1&${other}`);
			expect(status).toBe(400);
			expect(body.message).toMatch(/can only be combined with confidentiality/);
		},
	);

	it.each(['state=open', 'distributionChannel=radio', 'group=country', 'updated_at_end=today'])(
		'%s is refused',
		async (parameter) => {
			expect((await read(`/postings?${parameter}`)).status).toBe(400);
		},
	);

	it('distribution of a single posting is internal or external', async () => {
		const { id } = must(usual[0], 'posting');
		expect((await read(`/postings/${id}?distribution=internal`)).status).toBe(200);
		expect((await read(`/postings/${id}?distribution=external`)).status).toBe(200);
		expect((await read(`/postings/${id}?distribution=both`)).status).toBe(400);
	});
});

describe('/requisitions', () => {
	const usual = db.requisitions.filter(isOpen);
	const { requisitionCode } = must(usual[2], 'requisition');
	const created = middle(usual.map(({ createdAt }) => createdAt));
	const statuses: Array<StoredRequisition['status']> = [
		'open',
		'onHold',
		'closed',
		'draft',
		'pending',
		'rejected',
	];
	findsExactly('/requisitions', [
		...statuses.map((status) =>
			caseOf(`status=${status}`, usual, (each) => each.status === status),
		),
		caseOf(
			`requisition_code=${requisitionCode}`,
			usual,
			(each) => each.requisitionCode === requisitionCode,
		),
		caseOf(`created_at_start=${created}`, usual, (each) => each.createdAt >= created),
		caseOf(`created_at_end=${created}`, usual, (each) => each.createdAt <= created),
		caseOf('confidentiality=confidential', db.requisitions, (each) => !isOpen(each)),
		caseOf('confidentiality=all&status=open', db.requisitions, (each) => each.status === 'open'),
	]);
});

describe('/requisition_fields', () => {
	it('isRequired and type', async () => {
		const ids = async (query: string) =>
			(await page(`/requisition_fields?${query}`)).data.map(({ id }) => id).sort();
		expect(await ids('isRequired=true')).toEqual(['cost_centre', 'grade']);
		expect(await ids('isRequired=false')).toHaveLength(3);
		expect(await ids('type=date')).toEqual(['needed_by']);
		expect(await ids('type=dropdown&isRequired=false')).toEqual([]);
		expect((await read('/requisition_fields?isRequired=maybe')).status).toBe(400);
	});
});

describe('/audit_events', () => {
	// The mock adds those of its keys when it starts.
	const ofUsers = db.audit_events;
	const target = must(
		ofUsers.find(({ target: { type } }) => type === 'user')?.target,
		'event of a user',
	);
	const performer = must(ofUsers.find(({ user }) => user?.id !== undefined)?.user?.id, 'performer');
	const since = asOf - 30 * DAY;
	const expected: Array<[query: string, (event: StoredAuditEvent) => boolean]> = [
		['type=user:added', ({ type }) => type === 'user:added'],
		['type=user.authentication:failed', ({ type }) => type === 'user.authentication:failed'],
		['type=key:added', ({ type }) => type === 'key:added'],
		[`user_id=${performer}`, ({ user }) => user?.id === performer],
		['user_id=null', ({ user }) => user?.id === undefined],
		['target_type=export', (event) => event.target.type === 'export'],
		[
			`target_type=user&target_id=${target.id}`,
			(event) => event.target.type === 'user' && event.target.id === target.id,
		],
		[`created_at_start=${since}`, ({ createdAt }) => createdAt >= since],
		[`created_at_end=${since}`, ({ createdAt }) => createdAt <= since],
		[
			`created_at_start=${since}&type=user.authentication:succeeded`,
			({ createdAt, type }) => createdAt >= since && type === 'user.authentication:succeeded',
		],
	];

	it.each(expected)('%s', async (query, test) => {
		const whole = (await walk<StoredAuditEvent & Fields>(mock(), '/audit_events', 100)).records;
		const found = await walk<StoredAuditEvent & Fields>(mock(), `/audit_events?${query}`, 7);
		expect(found.records).toEqual(whole.filter(test));
		expect(found.records.length).toBeGreaterThan(0);
		expect(found.records.length).toBeLessThan(whole.length);
	});

	it('come newest first, across pages', async () => {
		const { records } = await walk<StoredAuditEvent & Fields>(mock(), '/audit_events', 9);
		const moments = records.map(({ createdAt }) => createdAt);
		expect(moments).toEqual([...moments].sort((a, b) => b - a));
		expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
		expect(records.length).toBeGreaterThanOrEqual(ofUsers.length);
	});

	it('target_id needs target_type', async () => {
		const { status, body } = await read(`/audit_events?target_id=${target.id}`);
		expect(status).toBe(400);
		expect(body.message).toBe('Missing required parameter: target_type');
	});
});

describe.each(['resumes', 'files'] as const)('/opportunities/:opportunity/%s', (name) => {
	const momentOf = (record: Fields) =>
		Number((record.file as Fields | null)?.uploadedAt ?? record.uploadedAt ?? record.createdAt);

	it('uploaded_at_start and uploaded_at_end, inclusive', async () => {
		const path = `/opportunities/${richest(name)}/${name}`;
		const { data } = await page(path);
		const [first, last] = [momentOf(data[0] ?? {}), momentOf(data.at(-1) ?? {})];
		const count = async (query: string) => (await page(`${path}?${query}`)).data.length;
		expect(await count(`uploaded_at_start=${first}&uploaded_at_end=${last}`)).toBe(data.length);
		expect(await count(`uploaded_at_start=${last + 1}`)).toBe(0);
		expect(await count(`uploaded_at_end=${first - 1}`)).toBe(0);
		expect(await count(`uploaded_at_end=${first}`)).toBeGreaterThan(0);
		expect((await read(`${path}?uploaded_at_start=yesterday`)).status).toBe(400);
	});
});

describe.each(['/applications/deleted', '/postings/deleted'])('%s', (path) => {
	const count = async (query: string) =>
		(await read<ListBody>(`${path}?${query}`)).body.data.length;

	it('without a window: the last 30 days, latest first', async () => {
		const { data } = await page(path);
		const moments = data.map(({ deletedAt }) => Number(deletedAt));
		expect(moments).toEqual([...moments].sort((a, b) => b - a));
		expect(data).toHaveLength(4);
	});

	it('a window of 30 days at most', async () => {
		const end = asOf - 31 * DAY;
		const old = `deleted_at_start=${end - 20 * DAY}&deleted_at_end=${end}`;
		expect(await count(old)).toBe(1);
		expect(await count(`deleted_at_start=${asOf - 10 * DAY}`)).toBe(2);
		expect(await count(`deleted_at_end=${asOf - 25 * DAY}`)).toBe(2);
		for (const beyond of [
			`deleted_at_start=${asOf - 60 * DAY}`,
			`deleted_at_start=${end - 31 * DAY}&deleted_at_end=${end}`,
		]) {
			const { status, body } = await read(`${path}?${beyond}`);
			expect(status).toBe(400);
			expect(body.message).toMatch(/at most 30 days/);
		}
	});

	it('walks its pages', async () => {
		const { records, pages } = await walk<Fields>(mock(), path, 1);
		expect(pages).toBe(4);
		expect(new Set(records.map(({ id }) => id)).size).toBe(4);
	});
});

describe('/opportunities/deleted', () => {
	const moments = db.deleted_opportunities.map(({ deletedAt }) => deletedAt);
	const [earliest, latest] = [Math.min(...moments), Math.max(...moments)];
	findsExactly('/opportunities/deleted', [
		caseOf(
			`deleted_at_start=${latest}`,
			db.deleted_opportunities,
			(each) => each.deletedAt >= latest,
		),
		caseOf(
			`deleted_at_end=${earliest}`,
			db.deleted_opportunities,
			(each) => each.deletedAt <= earliest,
		),
	]);

	it('has no window of 30 days', async () => {
		expect(await idsOf(`/opportunities/deleted?deleted_at_start=0`)).toHaveLength(moments.length);
	});
});
