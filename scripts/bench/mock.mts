import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { readAccount } from '../../mock-lever/database/read.mts';
import { writeAccount } from '../../mock-lever/database/write.mts';
import { loadScenario } from '../../mock-lever/index.mts';
import { readArguments } from '../support/arguments.mts';
import { inCheckout, nodeBinary } from '../support/checkout.mts';
import { freePort } from '../support/ports.mts';
import { atEnd, runProgram } from '../support/program.mts';
import { PlainMessage, showProgress } from '../support/steps.mjs';
import { timesOf } from './repeated.mts';
import type { Times } from './repeated.mts';

const usage = 'Usage: npm run bench:mock [-- --size 100000]';
const AS_OF = '2026-11-02T06:00:00Z';
const DAY = 86_400_000;
/** Collections that plain json-server is given too; it needs no more to answer the same questions */
const COMPARED = [
	'opportunities',
	'offers',
	'applications',
	'contacts',
	'users',
	'stages',
] as const;

/** Where one of the two servers listens. */
interface Server {
	url: string;
	/** From the start of the process to its first answer */
	loadMilliseconds: number;
	headers: Record<string, string>;
}

interface Question {
	name: string;
	/** Path of the mock; left out: plain json-server has nothing like it */
	mock: string;
	jsonServer?: string;
}

/**
 * `npm run bench:mock`: the mock and plain json-server 0.17 on the same account, each in a process of its own,
 * asked the same things one after the other. JSON on standard output.
 */
await runProgram(async () => {
	const { size } = readArguments({ size: { type: 'string', default: '100000' } }, usage);
	if (!/^[1-9]\d{0,6}$/.test(size)) throw new PlainMessage(`--size needs a number. ${usage}`, 2);
	const folder = await mkdtemp(path.join(tmpdir(), 'mock-bench-'));
	atEnd(() => rm(folder, { recursive: true, force: true }));
	const start = await step('Starting the mock with its default data', async () => {
		const { loadMilliseconds } = await startMock();
		return loadMilliseconds;
	});
	const mock = await step(`Starting the mock with ${size} opportunities`, () =>
		startMock('--size', size, '--as-of', AS_OF),
	);
	const compared = path.join(folder, 'db.json');
	const { example, file } = await step('Writing the same account to files', () =>
		writeFiles(Number(size), folder, compared),
	);
	const jsonServer = await step('Loading them into plain json-server', () =>
		startJsonServer(compared),
	);
	const cases = [];
	for (const { name, ...paths } of questions(example)) {
		const mine = await step(`${name}: mock`, () => ask(mock, paths.mock));
		const theirs =
			paths.jsonServer === undefined
				? null
				: await step(`${name}: json-server`, () => ask(jsonServer, paths.jsonServer ?? ''));
		cases.push({
			name,
			path: paths.mock,
			mock: mine,
			...(theirs && { jsonServer: theirs, timesFaster: ratio(theirs.median, mine.median) }),
		});
	}
	const result = {
		opportunities: Number(size),
		startMilliseconds: start,
		loadMilliseconds: mock.loadMilliseconds,
		fileMilliseconds: file,
		jsonServerLoadMilliseconds: jsonServer.loadMilliseconds,
		cases,
	};
	console.log(JSON.stringify(result, null, '\t'));
	return 0;
});

function ratio(theirs: number, mine: number): number {
	return Math.round((theirs / mine) * 10) / 10;
}

async function step<T>(text: string, run: () => Promise<T>): Promise<T> {
	const running = showProgress(text);
	try {
		const result = await run();
		running.end('done');
		return result;
	} catch (error) {
		running.end('stopped');
		throw error;
	}
}

function started(...args: string[]): ChildProcess {
	const child = spawn(nodeBinary, ['--max-old-space-size=8192', ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	atEnd(() => void child.kill('SIGKILL'));
	return child;
}

async function startMock(...options: string[]): Promise<Server> {
	const begin = performance.now();
	const cli = inCheckout('mock-lever', 'cli.mts');
	const args = ['--port', '0', '--rate-limit', 'off', '--json', ...options];
	const child = started(cli, ...args);
	const lines = createInterface({ input: child.stdout ?? createReadStream('/dev/null') });
	const [line] = (await Promise.race([
		once(lines, 'line'),
		once(child, 'exit').then(() => {
			throw new PlainMessage('The mock did not start.');
		}),
	])) as [string];
	const { baseUrl, keys } = JSON.parse(line) as { baseUrl: string; keys: { all: string } };
	return {
		url: baseUrl,
		loadMilliseconds: Math.round(performance.now() - begin),
		headers: { authorization: `Bearer ${keys.all}` },
	};
}

/** Its command line says nothing that could be read: it is asked until it answers. */
async function startJsonServer(file: string): Promise<Server> {
	const begin = performance.now();
	const port = await freePort();
	const cli = inCheckout('node_modules', 'json-server', 'lib', 'cli', 'bin.js');
	const args = ['--host', '127.0.0.1', '--port', String(port), '--quiet', file];
	const child = started(cli, ...args);
	const url = `http://127.0.0.1:${port}`;
	while (child.exitCode === null) {
		const answer = await fetch(`${url}/stages`).catch(() => null);
		if (answer?.ok) {
			return { url, loadMilliseconds: Math.round(performance.now() - begin), headers: {} };
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new PlainMessage('json-server did not start.');
}

interface Example {
	/** Of one opportunity in the middle of the list */
	opportunity: { id: string; contact: string; emails: string[] };
	/** Of one with an offer */
	offered: string;
}

/** The account as a file of the mock, read once to see how long that takes, and as one of plain json-server. */
async function writeFiles(size: number, folder: string, compared: string) {
	const { db, companion, asOf } = loadScenario('generated', AS_OF, { size });
	const own = path.join(folder, 'account.json');
	await writeAccount(own, { db, companion, asOf });
	const begin = performance.now();
	readAccount(own);
	const file = Math.round(performance.now() - begin);
	const kept = Object.fromEntries(COMPARED.map((name) => [name, db[name]]));
	await writeFile(compared, JSON.stringify(kept));
	const opportunity = db.opportunities[Math.floor(size / 2)];
	if (opportunity === undefined) throw new PlainMessage('The account has no opportunity.');
	const example: Example = {
		opportunity,
		offered: db.offers[0]?.opportunityId ?? opportunity.id,
	};
	return { file, example };
}

function questions({ opportunity, offered }: Example): Question[] {
	const now = Date.parse(AS_OF);
	const [start, end] = [now - 400 * DAY, now - 399 * DAY];
	const order = '_sort=lastAdvancedAt&_order=desc';
	return [
		{
			name: 'a page of 100',
			mock: '/opportunities?limit=100',
			jsonServer: `/opportunities?${order}&_limit=100&_page=1`,
		},
		{
			name: 'created on one day',
			mock: `/opportunities?created_at_start=${start}&created_at_end=${end}`,
			jsonServer: `/opportunities?createdAt_gte=${start}&createdAt_lte=${end}&${order}&_limit=100`,
		},
		{
			name: 'updated in the last week',
			mock: `/opportunities?updated_at_start=${now - 7 * DAY}`,
			jsonServer: `/opportunities?updatedAt_gte=${now - 7 * DAY}&_sort=updatedAt&_limit=100`,
		},
		{
			name: 'active, in one stage, with a tag',
			mock: '/opportunities?archived=false&stage_id=offer&tag=Backend',
		},
		{
			name: 'of one person',
			mock: `/opportunities?contact_id=${opportunity.contact}`,
			jsonServer: `/opportunities?contact=${opportunity.contact}`,
		},
		{
			name: 'by address',
			mock: `/opportunities?email=${encodeURIComponent(opportunity.emails[0] ?? 'x@example.com')}`,
		},
		{
			name: 'one opportunity',
			mock: `/opportunities/${opportunity.id}`,
			jsonServer: `/opportunities/${opportunity.id}`,
		},
		{
			name: 'its offers',
			mock: `/opportunities/${offered}/offers`,
			jsonServer: `/opportunities/${offered}/offers`,
		},
	];
}

async function ask({ url, headers }: Server, question: string): Promise<Times> {
	return timesOf(async () => {
		const answer = await fetch(`${url}${question}`, { headers });
		if (!answer.ok) throw new PlainMessage(`${question} answers ${answer.status}.`);
		await answer.arrayBuffer();
	});
}
