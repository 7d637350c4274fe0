import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadScenario, type FaultRule, type MockLever } from '../../../mock-lever/index.mts';
import type { PopulationItem } from '../../../nodes/shared/contracts/index.ts';
import { AS_OF, collect, mockLever, type CollectRun } from './collecting.mts';

type Kind = PopulationItem['kind'];

const of = <Wanted extends Kind>({ items }: CollectRun, kind: Wanted) =>
	items.filter((item): item is Extract<PopulationItem, { kind: Wanted }> => item.kind === kind);

const GOLDEN = loadScenario('golden', AS_OF).db;

/** What each family reads of its own: endpoint, resource of the collection record, kind of its items. */
const READS: ReadonlyArray<[family: string, path: string, resource: string, kind: Kind | null]> = [
	['jobs', '/postings', 'postings', 'posting'],
	['jobs', '/requisitions', 'requisitions', 'requisition'],
	['auditEvents', '/audit_events', 'audit_events', 'auditEvent'],
	['interviews', '/opportunities/{opportunity}/feedback', 'feedback', null],
	['files', '/opportunities/{opportunity}/files', 'files', 'fileRecord'],
	['files', '/opportunities/{opportunity}/forms', 'forms', 'fileRecord'],
	['files', '/opportunities/{opportunity}/notes', 'notes', 'fileRecord'],
];

const recordOf = ({ collections }: CollectRun, resource: string) => {
	const [record, another] = collections.filter((one) => one.resource === resource);
	if (!record || another) throw new Error(`Not one collection of ${resource}`);
	return record;
};

describe('what the golden account holds', () => {
	let mock: MockLever;
	let run: CollectRun;
	beforeAll(async () => {
		mock = await mockLever();
		run = await collect(mock.baseUrl, mock.keys.all, {
			checkFamilies: ['hires', 'interviews', 'files', 'jobs', 'auditEvents', 'connection'],
		});
	});
	afterAll(async () => await mock.close());

	it('is read completely', () => {
		expect(run.error).toBeUndefined();
		expect(run.collections.filter(({ complete }) => !complete)).toEqual([]);
	});

	it('postings and requisitions: every one, confidential ones included', () => {
		expect(of(run, 'posting').map(({ postingId }) => postingId)).toEqual(
			GOLDEN.postings.map(({ id }) => id).sort(),
		);
		expect(of(run, 'posting').filter(({ confidential }) => confidential)).not.toEqual([]);
		expect(of(run, 'requisition').map(({ requisitionId }) => requisitionId)).toEqual(
			GOLDEN.requisitions.map(({ id }) => id).sort(),
		);
	});

	it('feedback: every form of every hire that was not taken back', () => {
		const ofHires = new Set(of(run, 'hire').flatMap(({ opportunityIds }) => opportunityIds));
		const given = of(run, 'hire').flatMap(({ feedback }) => feedback?.forms ?? []);
		expect(given.map(({ feedbackId }) => feedbackId).sort()).toEqual(
			GOLDEN.feedback
				.filter((form) => ofHires.has(form.opportunityId) && form.deletedAt === null)
				.map(({ id }) => id)
				.sort(),
		);
	});

	it('files, forms and notes: every name, of hires only', () => {
		const ofHires = new Set(of(run, 'hire').flatMap(({ opportunityIds }) => opportunityIds));
		const held = [
			...GOLDEN.files.map((one) => ({ ...one, type: 'file', deletedAt: null })),
			...GOLDEN.forms.map((one) => ({ ...one, type: 'form' })),
			...GOLDEN.notes.map((one) => ({ ...one, type: 'note' })),
		].filter(({ opportunityId, deletedAt }) => ofHires.has(opportunityId) && deletedAt === null);
		expect(of(run, 'fileRecord').map(({ fileRecordId }) => fileRecordId)).toEqual(
			held.map(({ id, type }) => `${type}:${id}`).sort(),
		);
	});

	it('audit events: no sign-in, and the keys', () => {
		const types = new Set(of(run, 'auditEvent').map(({ type }) => type));
		expect([...types].filter((type) => type.includes('authentication'))).toEqual([]);
		expect(types).toContain('key:added');
		expect(types).toContain('user.role:changed');
	});

	it('connection: what the key may read, and of the key what audit events show', () => {
		const [facts] = of(run, 'connection');
		expect(new Set(Object.values(facts?.reads ?? {}))).toEqual(new Set(['allowed']));
		expect(facts).toMatchObject({
			credentialKind: 'apiKey',
			confidentialVisible: true,
			keyLastFour: mock.keys.all.slice(-4),
		});
		expect(JSON.stringify(run.items)).not.toContain(mock.keys.all);
	});

	it('sign-ins, when they are asked for', async () => {
		const with_ = await collect(mock.baseUrl, mock.keys.all, {
			checkFamilies: ['auditEvents'],
			options: { signIns: true },
		});
		const types = of(with_, 'auditEvent').map(({ type }) => type);
		expect(types).toContain('user.authentication:succeeded');
		expect(JSON.stringify(with_.items)).not.toMatch(/@example|former\./);
	});

	it('holds no word of feedback, forms and notes, no name and no address', () => {
		const kinds: Kind[] = ['posting', 'requisition', 'auditEvent', 'connection', 'fileRecord'];
		const text = JSON.stringify([
			...kinds.flatMap((kind) => of(run, kind)),
			...of(run, 'hire').map(({ feedback, stageChanges }) => ({ feedback, stageChanges })),
		]);
		expect(text).not.toMatch(/@example|References requested|Sound\.|invented remark|Hire"/);
		for (const { name } of [...GOLDEN.users, ...GOLDEN.contacts]) {
			if (name !== '') expect(text).not.toContain(name);
		}
	});
});

describe('a choice of checks', () => {
	let mock: MockLever;
	beforeAll(async () => {
		mock = await mockLever();
	});
	afterAll(async () => await mock.close());

	async function pathsOf(checkFamilies: string[]): Promise<string[]> {
		const before = mock.requests().length;
		const run = await collect(mock.baseUrl, mock.keys.all, { checkFamilies });
		expect(run.error).toBeUndefined();
		return mock
			.requests()
			.slice(before)
			.map(({ path }) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*'));
	}

	it('of an old workflow reads what it read then', async () => {
		const paths = await pathsOf(['users', 'hires', 'records']);
		expect([...new Set(paths)].map((path) => path.replace(/^\/v1/, '')).sort()).toEqual([
			'/archive_reasons',
			'/opportunities',
			'/opportunities/*/offers',
			'/stages',
			'/tags',
			'/users',
		]);
	});

	it('Jobs, Audit Events and Connection cost few requests', async () => {
		expect((await pathsOf(['jobs'])).length).toBeLessThanOrEqual(5);
		expect((await pathsOf(['auditEvents'])).length).toBeLessThanOrEqual(8);
		expect((await pathsOf(['connection'])).length).toBeLessThanOrEqual(13);
	});

	it('of Interviews costs one request for each opportunity of a hire', async () => {
		const paths = await pathsOf(['interviews']);
		const run = await collect(mock.baseUrl, mock.keys.all, { checkFamilies: ['hires'] });
		const opportunities = of(run, 'hire').flatMap(({ opportunityIds }) => opportunityIds);
		expect(paths.filter((path) => path.endsWith('/feedback'))).toHaveLength(opportunities.length);
	});
});

describe('a read that Lever refuses', () => {
	it.each(READS)('%s: %s says so, and the node goes on', async (family, path, resource, kind) => {
		const { run, mock } = await faulty(family, { fault: 'forbidden', path, times: Infinity });
		expect(run.error).toBeUndefined();
		const record = recordOf(run, resource);
		expect(record).toMatchObject({
			complete: false,
			records: 0,
			failure: { reason: 'forbidden', httpStatus: 403 },
			given: { items: 0 },
		});
		expect(run.collections.filter(({ complete }) => !complete)).toEqual([record]);
		if (kind !== null) {
			const lost = of(run, kind).filter((item) => collectionIdOf(item) === record.collectionId);
			expect(lost).toEqual([]);
		}
		const warned = run.hints.filter(({ type }) => type === 'warning');
		expect(warned).toHaveLength(family === 'auditEvents' ? 0 : 1);
		// One that may not be read is not asked for once for each hire.
		expect(mock.requests().filter(({ status }) => status === 403).length).toBeLessThanOrEqual(35);
	});

	it('is part of what the connection is', async () => {
		const mock = await mockLever({ scenario: 'no-hires' });
		try {
			const run = await collect(mock.baseUrl, mock.keys.leastPrivilege, {
				checkFamilies: ['connection'],
			});
			expect(run.only('connection').complete).toBe(true);
			expect(of(run, 'connection')).toMatchObject([
				{ confidentialVisible: false, keyLastFour: null },
			]);
			const reads = Object.values(of(run, 'connection')[0]?.reads ?? {});
			expect(new Set(reads)).toEqual(new Set(['allowed', 'forbidden']));
		} finally {
			await mock.close();
		}
	});
});

describe('a read that fails for good', () => {
	it.concurrent.each(READS)(
		'%s: %s says so, and the node goes on',
		async (family, path, resource) => {
			const { run } = await faulty(family, {
				fault: 'serverError',
				path,
				times: Infinity,
			});
			expect(run.error).toBeUndefined();
			expect(recordOf(run, resource).complete).toBe(false);
			expect(run.hints.some(({ type }) => type === 'warning')).toBe(true);
		},
		120_000,
	);
});

describe('an account with nothing in it', () => {
	it('gives complete records', async () => {
		const mock = await mockLever({ scenario: 'empty' });
		try {
			const run = await collect(mock.baseUrl, mock.keys.all, {
				checkFamilies: ['interviews', 'files', 'jobs'],
			});
			expect(run.error).toBeUndefined();
			expect(run.collections.filter(({ complete }) => !complete)).toEqual([]);
			for (const resource of ['feedback', 'files', 'forms', 'notes']) {
				expect(recordOf(run, resource)).toMatchObject({ records: 0, given: { items: 0 } });
			}
		} finally {
			await mock.close();
		}
	});
});

/** A small company in which one endpoint goes wrong. */
async function faulty(
	family: string,
	fault: FaultRule,
): Promise<{ run: CollectRun; mock: MockLever }> {
	const mock = await mockLever({
		scenario: 'generated',
		size: 60,
		hires: 6,
		seed: 7,
		faults: [fault],
	});
	try {
		return { run: await collect(mock.baseUrl, mock.keys.all, { checkFamilies: [family] }), mock };
	} finally {
		await mock.close();
	}
}

function collectionIdOf(item: PopulationItem): string | null {
	return item.kind === 'hire' ? null : item.collectionId;
}
