import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeAccount } from '../../../../mock-lever/database/write.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import type { ListBody } from '../client.mts';
import { send, walk } from '../client.mts';
import type { Fields } from './account.mts';
import { asOf, db, mock, must, page, useMock } from './account.mts';

useMock({ mode: 'seed' });

it('/opportunities/deleted walks its pages', async () => {
	const { records, pages } = await walk<Fields>(mock(), '/opportunities/deleted', 1);
	expect(pages).toBe(db.deleted_opportunities.length);
	expect(new Set(records.map(({ id }) => id)).size).toBe(pages);
});

it('/offers of seed mode has pages, include and expand too', async () => {
	const { records } = await walk<Fields>(mock(), '/offers', 40);
	const plain = await page('/offers?limit=100');
	expect(records.slice(0, 100)).toEqual(plain.data);
	const { data } = await page('/offers?include=status&expand=creator&limit=3');
	for (const offer of data) {
		expect(Object.keys(offer).sort()).toEqual(['creator', 'status']);
		expect(offer.creator).toHaveProperty('accessRole');
	}
});

it('applications have pages, for an opportunity from the years when one could have several', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'mock-lever-'));
	const databaseFile = join(folder, 'account.json');
	const first = must(db.applications[0], 'application');
	const older = { ...first, id: '5d0c9f1e-0000-4000-8000-000000000001', createdAt: 1 };
	const applications = [...db.applications, older];
	const companion = { screening: [], staff: [], approvals: [] };
	await writeAccount(databaseFile, { asOf, db: { ...db, applications }, companion });
	const running = await startMock({ databaseFile, rateLimit: false });
	try {
		const path = `/opportunities/${first.opportunityId}/applications`;
		const { records, pages } = await walk<Fields>(running, path, 1);
		expect([pages, records.map(({ id }) => id)]).toEqual([2, [older.id, first.id]]);
		const { body } = await send<ListBody>(running, `${path}?limit=1`);
		expect(JSON.parse(decodeURIComponent(body.next ?? ''))).toEqual([first.createdAt, first.id]);
	} finally {
		await running.close();
		await rm(folder, { recursive: true });
	}
});
