import { describe, expect, it } from 'vitest';
import { posting as expandPosting } from '../../../../mock-lever/endpoints/shared/expansions.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import { emptyDatabase } from '../../../../mock-lever/scenarios/records.mts';
import type { LeverCall } from '../../../../mock-lever/server/call.mts';
import { LeverStore } from '../../../../mock-lever/server/store.mts';
import type { ListBody } from '../client.mts';
import { AS_OF, send } from '../client.mts';
import { db, must, read, useMock } from './account.mts';
import { LISTS } from './reads.mts';

useMock();

const secret = ({ confidentiality }: { confidentiality: string }) =>
	confidentiality === 'confidential';
const opportunity = must(db.opportunities.find(secret), 'confidential opportunity');
const posting = must(db.postings.find(secret), 'confidential posting');
const requisition = must(db.requisitions.find(secret), 'confidential requisition');
const refused = {
	code: 'ForbiddenError',
	message: 'Not authorized to access confidential data',
};
const subLists = LISTS.map(({ path }) => path)
	.filter((path) => path.startsWith('/opportunities/'))
	.map((path) => path.replace(/^\/opportunities\/[^/]+/, `/opportunities/${opportunity.id}`));

describe('confidential records (lever-api.md §4.2, §9)', () => {
	it.each([
		`/opportunities/${opportunity.id}`,
		`/postings/${posting.id}`,
		`/postings/${posting.id}/apply`,
		`/postings/${posting.id}/users`,
		`/requisitions/${requisition.id}`,
		...subLists,
	])('%s: read with the grant, refused without', async (path) => {
		expect((await read(path)).status).toBe(200);
		const { status, body } = await read(path, 'noConfidential');
		expect([status, body]).toEqual([403, refused]);
	});

	it.each([
		['/opportunities', opportunity.id],
		['/postings', posting.id],
		['/requisitions', requisition.id],
	])('%s leaves them out silently, and asking for them needs the grant', async (path, id) => {
		const { body } = await read<ListBody<{ id: string }>>(`${path}?limit=100`);
		expect(body.data.map((record) => record.id)).not.toContain(id);
		for (const choice of ['confidential', 'all']) {
			expect((await read(`${path}?confidentiality=${choice}`)).status).toBe(200);
			const { status, body: answer } = await read(
				`${path}?confidentiality=${choice}`,
				'noConfidential',
			);
			expect([status, answer]).toEqual([403, refused]);
		}
		const plain = await read(`${path}?confidentiality=non-confidential`, 'noConfidential');
		expect(plain.status).toBe(200);
		expect((await read(`${path}?confidentiality=secret`)).status).toBe(400);
	});

	it('stay an id where they would be expanded for somebody without the grant', () => {
		const store = new LeverStore({ ...emptyDatabase(), postings: [posting] });
		const seenBy = (confidential: boolean) =>
			expandPosting(posting.id, { store, caller: { confidential } } as LeverCall);
		expect(seenBy(true)).toEqual(posting);
		expect(seenBy(false)).toBe(posting.id);
	});
});

describe('audit events', () => {
	it('a key may be kept from them', async () => {
		const { status, body } = await read('/audit_events', 'noAuditEvents');
		expect([status, body.code]).toEqual([403, 'ForbiddenError']);
	});

	it('an account without the add-on refuses them, whatever the key may do', async () => {
		const basicPlan = await startMock({ asOf: AS_OF, rateLimit: false, scenario: 'empty' });
		try {
			const { status, body } = await send(basicPlan, '/audit_events');
			expect([status, body]).toEqual([
				403,
				{
					code: 'ForbiddenError',
					message: 'Audit events are not part of the plan of this account',
				},
			]);
		} finally {
			await basicPlan.close();
		}
	});
});
