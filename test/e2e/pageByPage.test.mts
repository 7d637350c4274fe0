import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { startMock } from '../../mock-lever/index.mts';
import type { MockLever } from '../../mock-lever/index.mts';
import { execute, importCredentials, importWorkflow } from '../../scripts/support/dailyRun.mts';
import { itemsOf } from '../../scripts/support/execution.mts';
import type { Execution } from '../../scripts/support/execution.mts';
import { endN8n, runN8n } from '../../scripts/support/n8nFolder.mts';
import type { N8nFolder } from '../../scripts/support/n8nFolder.mts';
import {
	nodeNamed,
	pageByPage,
	readWorkflow,
	stampWorkflow,
} from '../../scripts/support/workflow.mts';

/** The shipped workflow that reads batch by batch, with a place to send the records in its middle. */
let mock: MockLever;
let folder: string;
let user: N8nFolder;
let sink: Server;
/** Ids that arrived, in their order */
let arrived: string[] = [];
let stateFile: string;

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'lever-pages-'));
	user = { folder: path.join(folder, 'n8n'), filesFolder: path.join(folder, 'files') };
	await cp(inject('preparedFolder'), user.folder, { recursive: true });
	await mkdir(user.filesFolder);
	stateFile = path.join(user.filesFolder, 'place.json');
	mock = await startMock({ scenario: 'generated', size: 700, rateLimit: false });
	sink = createServer((request, response) => {
		const id = new URL(request.url ?? '/', 'http://sink').searchParams.get('id') ?? '';
		arrived.push(id);
		response.setHeader('content-type', 'application/json').end('{}');
	}).listen(0, '127.0.0.1');
	await once(sink, 'listening');
	await importShipped();
});

afterAll(async () => {
	endN8n();
	sink.close();
	await mock.close();
	await rm(folder, { recursive: true, force: true });
});

async function importShipped(): Promise<void> {
	const installation = inject('installation');
	const workflow = stampWorkflow(await readWorkflow(pageByPage), {
		id: 'pageByPage',
		configure: { stateFile, batchSize: 150, requestsPerSecond: 100 },
	});
	const { port } = sink.address() as AddressInfo;
	Object.assign(nodeNamed(workflow, 'Use these records'), {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: { url: `=http://127.0.0.1:${port}/?id={{ $json.id }}`, options: {} },
	});
	await importCredentials(installation, user, mock);
	await importWorkflow(installation, user, workflow);
	await runN8n(installation, user, ['publish:workflow', '--id=pageByPage']);
}

async function run(): Promise<Execution> {
	return await execute(inject('installation'), user, 'pageByPage', {
		// A running n8n works out what is published; the command line must take the word of `publish`.
		N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false',
	});
}

async function idsInLever(): Promise<string[]> {
	const ids: string[] = [];
	let next: string | undefined;
	do {
		const url = new URL(`${mock.baseUrl}/opportunities`);
		if (next !== undefined) url.searchParams.set('offset', next);
		const answer = await fetch(url, { headers: { authorization: `Bearer ${mock.keys.all}` } });
		const page = (await answer.json()) as { data: Array<{ id: string }>; next?: string };
		for (const { id } of page.data) ids.push(id);
		next = page.next;
	} while (next !== undefined);
	return ids.sort();
}

const savedPlace = async () => JSON.parse(await readFile(stateFile, 'utf8')) as object;

it('goes on after a run that stopped half-way: every opportunity arrives, in one batch only', async () => {
	const known = await idsInLever();
	mock.faults.add({ fault: 'forbidden', path: '/opportunities', after: 12 });
	const stopped = await run();
	expect(stopped.status).toBe('error');
	const before = arrived.length;
	expect(before).toBeGreaterThan(0);
	expect(await savedPlace()).toMatchObject({ complete: false });

	mock.faults.clear();
	const finished = await run();
	expect(finished.status).toBe('success');
	expect(arrived.length).toBeGreaterThan(before);
	expect(new Set(arrived).size).toBe(arrived.length);
	expect(arrived.toSorted()).toEqual(known);
	const [last] = itemsOf(finished, 'Read one batch');
	expect(last?.json).toMatchObject({ resumeFrom: '', complete: true, recordsSoFar: known.length });
	expect(last?.json['nextUpdatedSince']).toMatch(/^\d{4}-.*Z$/);

	// What is saved now begins again from the newest.
	arrived = [];
	expect((await run()).status).toBe('success');
	expect(arrived).toHaveLength(known.length);
});
