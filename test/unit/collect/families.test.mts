import { describe, expect, it } from 'vitest';

import { executionHints } from '../../../nodes/Lever/evidence/hints.ts';
import type { CheckFamily } from '../../../nodes/Lever/evidence/settings.ts';
import type { CollectionPurpose } from '../../../nodes/shared/contracts/index.ts';
import { account, archived, at, HIRED, opportunity, signedOffer } from './account.mts';
import { AS_OF, collectFrom, settings } from './collecting.mts';
import { refused, type FakeAccount, type FakeOptions, type Raw } from './fakeLever.mts';

const READ_ONLY_KEY = 'mock-key-of-nobody-k3y1';

function posting(id: string, fields: Raw = {}): Raw {
	return {
		id,
		text: 'Backend Engineer',
		state: 'published',
		user: 'user-creator',
		owner: { id: 'user-owner', name: 'Marek Dvorak' },
		hiringManager: null,
		categories: {
			commitment: 'Contractor',
			department: 'Technology',
			location: 'Bergen',
			team: 'Platform',
		},
		content: { description: 'Build services.' },
		requisitionCodes: ['T-31'],
		reqCode: 'OLD-1',
		confidentiality: 'non-confidential',
		...fields,
	};
}

function requisition(id: string, fields: Raw = {}): Raw {
	return {
		id,
		createdAt: at('2026-01-01T00:00:00Z'),
		closedAt: null,
		confidentiality: 'non-confidential',
		status: 'open',
		name: 'Backend Engineer',
		requisitionCode: 'T-31',
		headcountTotal: 2,
		headcountHired: 1,
		headcountInfinite: false,
		creator: 'user-creator',
		owner: 'user-owner',
		hiringManager: 'user-manager',
		internalNotes: 'Ask Lucia Ferraro about the budget.',
		compensationBand: { min: 1, max: 2, currency: 'NOK', interval: 'per-year-salary' },
		employmentStatus: 'full-time',
		postings: ['p', { id: 'q', text: 'Expanded' }],
		offerIds: ['o'],
		approval: { steps: [] },
		...fields,
	};
}

function auditEvent(id: string, type: string, createdAt: string, fields: Raw = {}): Raw {
	return {
		id,
		type,
		createdAt: at(createdAt),
		user: {
			id: 'user-admin',
			name: 'Lucia Ferraro',
			email: 'lucia.ferraro@example.com',
			role: 'super admin',
		},
		target: { id: 'user-a', type: 'user', label: 'Marek Dvorak' },
		meta: {},
		...fields,
	};
}

const filled = (id: string, fields: Raw = {}): Raw => ({
	id,
	text: 'Technical interview',
	user: 'user-interviewer',
	createdAt: at('2026-09-01T09:00:00Z'),
	completedAt: at('2026-09-01T10:00:00Z'),
	deletedAt: null,
	fields: [{ type: 'score-system', text: 'Rating', value: '2 - No Hire' }],
	...fields,
});

/** One hire of one opportunity, and somebody who was not hired. */
function company(parts: Partial<FakeAccount> = {}): FakeAccount {
	return account({
		opportunities: [
			opportunity('a', { contact: 'c', ...archived(HIRED, '2026-10-02T09:00:00Z') }),
			opportunity('b', { stage: 'applicant-new' }),
		],
		offers: { a: [signedOffer('o', '2026-10-01T10:00:00Z', at('2026-10-20T00:00:00Z'))] },
		...parts,
	});
}

async function collectOnly(
	family: CheckFamily,
	parts: Partial<FakeAccount>,
	options: FakeOptions = {},
) {
	return await collectFrom(company(parts), { families: [family] }, options);
}

describe('jobs', () => {
	it('are every posting, with who answers for it and without its text', async () => {
		const { population } = await collectOnly('jobs', { postings: [posting('p')] });
		expect(population).toEqual([
			{
				kind: 'posting',
				postingId: 'p',
				title: 'Backend Engineer',
				state: 'published',
				team: 'Platform',
				department: 'Technology',
				location: 'Bergen',
				commitment: 'Contractor',
				owner: 'user-owner',
				hiringManager: null,
				creator: 'user-creator',
				requisitionCodes: ['T-31'],
				confidential: false,
				collectionId: expect.stringMatching(/^[0-9a-f]{64}$/),
				rawSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
			},
		]);
	});

	it('have the old code of a requisition where there is no other', async () => {
		const { population } = await collectOnly('jobs', {
			postings: [posting('p', { requisitionCodes: [] })],
		});
		expect(population[0]).toMatchObject({ requisitionCodes: ['OLD-1'] });
	});

	it('are every requisition, with its approval and without pay and notes', async () => {
		const approver = (userId: string, fields: Raw = {}) => ({
			user: { userId, email: `${userId}@example.com` },
			approved: true,
			...fields,
		});
		const steps = [
			{ approvers: [approver('user-a'), approver('user-b', { approved: false })] },
			{
				approvers: [
					{ user: 'Hiring manager', approved: true },
					approver('user-c', { overridingUserId: 'user-d' }),
					approver('user-a'),
				],
			},
		];
		const { population } = await collectOnly('jobs', {
			requisitions: [
				requisition('plain'),
				requisition('approved', {
					headcountTotal: 'unlimited',
					approval: { id: 'x', status: 'approved', approvedAt: 5, steps },
				}),
			],
		});
		expect(population).toMatchObject([
			{
				requisitionId: 'approved',
				headcountTotal: 'unlimited',
				approval: { status: 'approved', approvedAt: 5, approvedBy: ['user-a', 'user-d'] },
			},
			{
				requisitionId: 'plain',
				headcountTotal: 2,
				headcountHired: 1,
				postingIds: ['p', 'q'],
				offerIds: ['o'],
				approval: null,
			},
		]);
		expect(JSON.stringify(population)).not.toMatch(/Ferraro|NOK|salary|Engineer/);
	});

	it('hold confidential ones where Lever allows it, and say that they are missing where not', async () => {
		const parts = { postings: [posting('p'), posting('q', { confidentiality: 'confidential' })] };
		const all = await collectOnly('jobs', parts);
		expect(all.population).toHaveLength(2);
		const some = await collectOnly('jobs', parts, {
			beforePage: ({ query }) => {
				if (query.confidentiality === 'all') throw refused(403);
			},
		});
		expect(some.population).toHaveLength(1);
		expect(some.collections).toMatchObject([
			{
				complete: true,
				visibility: { confidential: 'forbidden' },
				rule: expect.stringContaining('Confidential postings are missing'),
			},
			{ rule: expect.stringContaining('Confidential requisitions are missing') },
		]);
		// Refused once, it is not asked for again.
		expect(some.requests).toHaveLength(4);
		expect(
			executionHints(some.collections)
				.map(({ message }) => message)
				.join(),
		).not.toContain('Confidential hires');
	});
});

describe('audit events', () => {
	const events = [
		auditEvent('e1', 'user.role:changed', '2026-10-01T00:00:00Z', {
			meta: { user: { id: 'user-a' }, from: 'interviewer', to: 'admin' },
		}),
		auditEvent('e2', 'key:added', '2020-01-01T00:00:00Z', {
			target: { id: 'key-1', type: 'key', label: 'Evidence' },
			meta: { key: { id: 'key-1', name: 'Evidence', tokenLastFour: 'k3y1' } },
		}),
		auditEvent('e3', 'user.authentication:succeeded', '2026-10-20T00:00:00Z'),
		auditEvent('e4', 'user.email:changed', '2026-10-21T00:00:00Z', {
			meta: { from: 'old@example.com', to: 'new@example.com' },
		}),
		auditEvent('e5', 'user:added', '2025-01-01T00:00:00Z'),
		auditEvent('e6', 'user.permission:changed', '2026-10-22T00:00:00Z', {
			user: null,
			meta: { from: { level: 1, name: 'View' }, to: { level: 2, name: 'Edit' } },
		}),
	];
	const ids = ({ population }: Awaited<ReturnType<typeof collectOnly>>) =>
		population.flatMap((item) => (item.kind === 'auditEvent' ? [item.auditEventId] : []));

	it('are who changed what, by id, without sign-ins', async () => {
		const run = await collectOnly('auditEvents', { audit_events: events });
		expect(ids(run)).toEqual(['e1', 'e2', 'e6']);
		expect(run.population).toMatchObject([
			{
				type: 'user.role:changed',
				at: at('2026-10-01T00:00:00Z'),
				userId: 'user-admin',
				userRole: 'super admin',
				targetType: 'user',
				targetId: 'user-a',
				from: 'interviewer',
				to: 'admin',
				tokenLastFour: null,
			},
			{ targetType: 'key', tokenLastFour: 'k3y1', from: null },
			{ userId: null, userRole: null, from: 'View', to: 'Edit' },
		]);
		expect(JSON.stringify(run.population)).not.toMatch(/Ferraro|Dvorak|@example/);
	});

	it('hold sign-ins when they are asked for, and never an address', async () => {
		const run = await collectFrom(company({ audit_events: events }), {
			families: ['auditEvents'],
			signIns: true,
		});
		expect(ids(run)).toEqual(['e1', 'e2', 'e3', 'e4', 'e6']);
		expect(JSON.stringify(run.population)).not.toContain('@');
		expect(run.only('auditEvents').rule).toContain('sign-ins included');
	});

	it('go back to the day before the period, and no further than twelve months', () => {
		expect(settings({ periodDaysBack: 30 }).auditEventsSince).toBe('2026-10-02');
		expect(settings({ periodDaysBack: 3000 }).auditEventsSince).toBe('2025-11-02');
	});

	it('that Lever refuses are one request, a record and no alarm', async () => {
		const run = await collectOnly(
			'auditEvents',
			{ audit_events: events },
			{
				beforePage: () => {
					throw refused(403);
				},
			},
		);
		expect(run.requests).toHaveLength(1);
		expect(run.only('auditEvents')).toMatchObject({
			complete: false,
			failure: { reason: 'forbidden' },
		});
		expect(executionHints(run.collections)).toMatchObject([
			{ type: 'info', message: expect.stringContaining('Test data') },
			{ type: 'info', message: expect.stringContaining('Audit events were not read') },
		]);
	});

	it('that cannot be read for another reason are an alarm', async () => {
		const run = await collectOnly(
			'auditEvents',
			{},
			{
				beforePage: () => {
					throw refused(500);
				},
			},
		);
		expect(executionHints(run.collections).map(({ type }) => type)).toContain('warning');
	});
});

describe('interviews', () => {
	it('are when feedback on a hire was completed and by whom, and nothing of what it says', async () => {
		const { hires, only, requests } = await collectOnly('interviews', {
			feedback: {
				a: [
					filled('f2'),
					filled('f1', { completedAt: null, user: { id: 'user-b', name: 'Marek Dvorak' } }),
					filled('deleted', { deletedAt: 5 }),
				],
				b: [filled('f3')],
			},
		});
		const rawSha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
		expect(hires[0]?.feedback).toEqual({
			read: true,
			collectionId: only('interviews').collectionId,
			forms: [
				{ feedbackId: 'f1', opportunityId: 'a', userId: 'user-b', completedAt: null, rawSha256 },
				{
					feedbackId: 'f2',
					opportunityId: 'a',
					userId: 'user-interviewer',
					completedAt: at('2026-09-01T10:00:00Z'),
					rawSha256,
				},
			],
		});
		expect(JSON.stringify(hires)).not.toMatch(/No Hire|Technical|Dvorak/);
		expect(requests.filter(({ path }) => path.endsWith('/feedback'))).toHaveLength(1);
	});

	it('that Lever refuses stand with each hire as unread', async () => {
		const { hires, only } = await collectOnly(
			'interviews',
			{},
			{
				beforePage: ({ path }) => {
					if (path.endsWith('/feedback')) throw refused(403);
				},
			},
		);
		expect(hires[0]?.feedback).toMatchObject({ read: { reason: 'forbidden' }, forms: [] });
		expect(only('interviews')).toMatchObject({ complete: false });
		expect(only('interviews').incompleteBecause).toContain(
			'The feedback forms of 1 of 1 opportunities were not read.',
		);
	});

	it('of an opportunity that was deleted meanwhile are missing, and the read is complete', async () => {
		const { hires, only } = await collectOnly(
			'interviews',
			{},
			{
				beforePage: ({ path, page }) => {
					if (path.endsWith('/feedback') || page === 0) throw refused(404);
				},
			},
		);
		expect(hires[0]?.feedback).toMatchObject({ read: { reason: 'notFound' } });
		expect(only('interviews').complete).toBe(true);
		expect(only('interviews').rule).toContain(
			'1 opportunity was deleted in Lever before its feedback forms were read.',
		);
	});

	it('cost nothing where nobody asks for them', async () => {
		const { requests, hires } = await collectFrom(company(), { families: ['hires'] });
		expect(requests.filter(({ path }) => /feedback|files|forms|notes/.test(path))).toEqual([]);
		expect(hires[0]).not.toHaveProperty('feedback');
	});
});

describe('files', () => {
	const parts = {
		files: { a: [{ id: '1', name: 'dbs-check.pdf', uploadedAt: 7 }], b: [{ id: '2', name: 'x' }] },
		forms: { a: [filled('3', { text: 'Background check' })] },
		notes: { a: [filled('4', { text: 'Note' }), filled('5', { deletedAt: 5 })] },
	};

	it('are the names of what hangs on hires, without a word of what stands in it', async () => {
		const { population, collections } = await collectOnly('files', parts);
		const names = population.filter((item) => item.kind === 'fileRecord');
		expect(names).toMatchObject([
			{ fileRecordId: 'file:1', recordType: 'file', name: 'dbs-check.pdf', createdAt: 7 },
			{ fileRecordId: 'form:3', recordType: 'form', name: 'Background check' },
			{ fileRecordId: 'note:4', recordType: 'note', name: 'Note' },
		]);
		expect(JSON.stringify(names)).not.toContain('No Hire');
		const reads = collections.filter(({ purpose }) => purpose === 'files');
		expect(reads.map(({ resource, given }) => [resource, given?.items])).toEqual([
			['files', 1],
			['forms', 1],
			['notes', 1],
		]);
	});

	it('are read apart: one that fails leaves the others', async () => {
		const { population, collections } = await collectOnly('files', parts, {
			beforePage: ({ path }) => {
				if (path.endsWith('/forms')) throw refused(403);
			},
		});
		expect(population.filter(({ kind }) => kind === 'fileRecord')).toHaveLength(2);
		const reads = collections.filter(({ purpose }) => purpose === 'files');
		expect(reads.map(({ complete }) => complete)).toEqual([true, false, true]);
	});

	it('are not among what is read unless somebody chooses them', async () => {
		const { collections } = await collectFrom(company(parts), { families: [] });
		const purposes = new Set<CollectionPurpose>(collections.map(({ purpose }) => purpose));
		expect(purposes.has('files')).toBe(false);
		expect(purposes.has('jobs')).toBe(true);
	});
});

describe('an account without any of it', () => {
	it('leaves complete records with nothing in them', async () => {
		const { collections, population } = await collectFrom(account(), {
			families: ['interviews', 'files', 'jobs', 'auditEvents'],
		});
		expect(collections.filter(({ complete }) => !complete)).toEqual([]);
		expect(population.filter(({ kind }) => kind !== 'definition')).toEqual([]);
		const own = collections.filter(({ purpose }) => !['definitions', 'hires'].includes(purpose));
		expect(own.map(({ resource, records, given }) => [resource, records, given?.items])).toEqual(
			[
				'opportunities',
				'offers',
				'feedback',
				'files',
				'forms',
				'notes',
				'postings',
				'requisitions',
				'audit_events',
			].map((resource) => [resource, 0, 0]),
		);
	});
});

describe('the connection', () => {
	const keyMade = auditEvent('e', 'key:added', '2026-09-01T00:00:00Z', {
		meta: { key: { tokenLastFour: 'k3y1' } },
	});
	const connectionOf = async (
		parts: Partial<FakeAccount>,
		options: Parameters<typeof collectFrom>[2] = {},
		families: CheckFamily[] = ['auditEvents', 'connection'],
	) => {
		const run = await collectFrom(company(parts), { families }, options);
		return { ...run, facts: run.population.find((item) => item.kind === 'connection') };
	};

	it('is what the credential may read, by endpoint', async () => {
		const { facts, requests } = await connectionOf(
			{},
			{
				beforePage: ({ path }) => {
					if (path === '/requisitions') throw refused(403);
					if (path === '/tags') throw refused(500);
				},
			},
			['connection'],
		);
		expect(facts).toMatchObject({
			connectionId: 'connection',
			credentialKind: 'apiKey',
			scopes: null,
			authorisedBy: null,
			confidentialVisible: true,
		});
		expect(facts?.reads).toMatchObject({
			'/opportunities': 'allowed',
			'/opportunities/*/offers': 'allowed',
			'/requisitions': 'forbidden',
			'/tags': 'unknown',
		});
		expect(requests.length).toBeLessThanOrEqual(14);
	});

	it('says whether confidential records may be read', async () => {
		const { facts } = await connectionOf(
			{},
			{
				beforePage: ({ query }) => {
					if (query.confidentiality === 'confidential') throw refused(403);
				},
			},
		);
		expect(facts?.confidentialVisible).toBe(false);
	});

	it('shows the end of a key only where an audit event shows it, and nothing else of it', async () => {
		const credential = { apiKey: ` ${READ_ONLY_KEY} ` };
		const known = await connectionOf({ audit_events: [keyMade] }, { credential });
		expect(known.facts?.keyLastFour).toBe('k3y1');
		const unknown = await connectionOf({}, { credential });
		expect(unknown.facts?.keyLastFour).toBeNull();
		for (const run of [known, unknown]) {
			const all = JSON.stringify([run.collections, run.population]);
			expect(all).not.toContain('mock-key');
			expect(all).not.toContain('nobody');
		}
		expect(JSON.stringify(unknown.population)).not.toContain('k3y1');
	});

	it('names scopes and authoriser of an OAuth connection, and nothing of the token', async () => {
		const claims = {
			'https://oauth.lever.co/userId': 'user-admin',
			scope: 'users:read:admin offline_access',
		};
		const token = `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
		const run = await connectionOf(
			{},
			{
				connection: { credentialKind: 'oAuth2' },
				credential: { oauthTokenData: { access_token: token, refresh_token: 'refresh-me' } },
			},
		);
		expect(run.facts).toMatchObject({
			credentialKind: 'oAuth2',
			scopes: ['offline_access', 'users:read:admin'],
			authorisedBy: 'user-admin',
			keyLastFour: null,
		});
		expect(JSON.stringify(run.population)).not.toMatch(/signature|refresh-me|head\./);
	});

	it('that nothing can be found out about is a record that says why', async () => {
		const { facts, only } = await connectionOf(
			{},
			{
				beforePage: ({ path }) => {
					if (path === '/opportunities') throw refused(404);
				},
			},
		);
		expect(facts).toBeUndefined();
		expect(only('connection')).toMatchObject({ complete: false, records: 0 });
	});

	it('is the same in every run', async () => {
		const first = await connectionOf({});
		const second = await connectionOf({}, { now: () => at(AS_OF) + 1e9 });
		expect(second.facts).toEqual(first.facts);
		expect(second.only('connection').recordsSha256).toBe(first.only('connection').recordsSha256);
	});
});
