import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { core } from '../harness/engine.mts';
// Nothing here may import nock: it keeps the body of every answer.
import { runNode } from '../harness/index.mts';
import { serve } from './fileServer.mts';
import { located } from './reads.mts';

/** A file of Lever's largest size (lever-api.md §5.11), with n8n's binary data on disk as by default. */

const MEGABYTE = 1_000_000;
const SIZE = 30 * MEGABYTE;
const CHUNK = Buffer.alloc(MEGABYTE, 'x');

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lever-download-'));
	process.env['N8N_USER_FOLDER'] = folder;
	// n8n-core's own container: its services are made once per process, with their settings.
	const require = createRequire(createRequire(import.meta.url).resolve('n8n-core'));
	const { Container } = require('@n8n/di') as { Container: { get<T>(type: unknown): T } };
	const config = Container.get<{ mode: string; localStoragePath: string }>(core.BinaryDataConfig);
	config.mode = 'filesystem';
	config.localStoragePath = join(folder, 'storage');
	await Container.get<{ init(): Promise<void> }>(core.BinaryDataService).init();
});

afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Memory that is in use, in bytes: objects and buffers. */
function inUse(): number {
	collectGarbage();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

/** The least of several looks: V8 gives buffers that nobody holds back some time after it found them. */
async function leastInUse(): Promise<number> {
	let least = Number.POSITIVE_INFINITY;
	for (let look = 0; look < 10; look++) {
		least = Math.min(least, inUse());
		await pause(20);
	}
	return least;
}

async function bytesOnDisk(): Promise<number> {
	const names = await readdir(folder, { recursive: true }).catch(() => []);
	const sizes = await Promise.all(
		names.map(async (name) => {
			const { size } = await stat(join(folder, name));
			return size;
		}),
	);
	return Math.max(0, ...sizes);
}

async function send(response: ServerResponse, megabytes: number): Promise<void> {
	for (let sent = 0; sent < megabytes; sent++) {
		if (!response.write(CHUNK)) await new Promise((resolve) => response.once('drain', resolve));
	}
}

it('a file of 30 MB goes to disk as it arrives, and is never held as a whole', async () => {
	let growth = Number.POSITIVE_INFINITY;
	const lever = await serve(async (_request, response) => {
		response.writeHead(200, { 'content-type': 'application/pdf' });
		const before = await leastInUse();
		await send(response, 20);
		// The rest is sent only when the beginning is on disk: a node that collects first would never end.
		while ((await bytesOnDisk()) < 19 * MEGABYTE) await pause(10);
		growth = (await leastInUse()) - before;
		await send(response, 10);
		response.end();
	});
	const run = await runNode({
		node: 'lever',
		parameters: {
			resource: 'file',
			operation: 'download',
			opportunityId: located('o1'),
			fileId: located('f1'),
		},
		credentials: {
			leverApi: { apiKey: 'k', environment: 'custom', baseUrl: `${lever.url}/v1` },
		},
	});
	expect(run.error).toBeUndefined();
	expect(run.outputs[0]?.[0]?.json['size']).toBe(SIZE);
	expect(await bytesOnDisk()).toBe(SIZE);
	expect(growth).toBeLessThan(5 * MEGABYTE);
}, 60_000);
