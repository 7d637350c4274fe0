import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { inject } from 'vitest';

import { exists } from '../../../scripts/support/cache.mts';
import { inCheckout } from '../../../scripts/support/checkout.mts';
import { leverCredentials } from '../../../scripts/support/dailyRun.mts';
import type { Credential } from '../../../scripts/support/dailyRun.mts';
import type { Execution } from '../../../scripts/support/execution.mts';
import { serveN8n } from '../../../scripts/support/n8nServer.mts';
import type { N8nServer } from '../../../scripts/support/n8nServer.mts';
import { freePort } from '../../../scripts/support/ports.mts';
import type { Workflow } from '../../../scripts/support/workflow.mts';
import { openUserFolder } from './n8n.mts';
import type { OpenN8n } from './n8n.mts';

/** A run takes seconds; one that takes this long has come to a stop. */
const patienceMilliseconds = 110_000;

/** What is used of n8n's answers */
interface Answer {
	id: string;
	executionId: string;
}

interface Running {
	server: N8nServer;
	filesFolder: string;
	/** Calls n8n as its editor does, and gives what stands in `data` of the answer. */
	call: (method: 'POST' | 'PATCH', place: string, body: object) => Promise<Answer>;
	/** What recordRuns.mts leaves of an execution */
	recorded: (executionId: string) => string;
}

let running: Promise<Running> | undefined;
let labs = 0;

/**
 * One n8n server for all labs of a test file, used as a person does in the editor: credentials are added and
 * chosen in the Lever node, the workflow is saved, and executed with the button. Starting n8n takes more of
 * a machine than what it runs here.
 */
export const openServer: OpenN8n = async (mock, choice) => {
	running ??= start();
	const n8n = await running;
	const lab = `Lab${(labs += 1)}`;
	const filesFolder = path.join(n8n.filesFolder, lab);
	await mkdir(filesFolder);
	const chosen: Record<string, { id: string; name: string }> = {};
	for (const { type, name, data } of leverCredentials(mock, choice)) {
		const { id } = await n8n.call('POST', '/credentials', { type, name, data });
		chosen[type] = { id, name };
	}
	const saved = new Set<string>();
	return {
		filesFolder,
		async run(workflow) {
			const id = `${workflow.id}${lab}`;
			const body = { ...chooseCredentials(workflow, chosen), id };
			if (saved.has(id)) await n8n.call('PATCH', `/workflows/${id}`, body);
			else await n8n.call('POST', '/workflows', body);
			saved.add(id);
			return executeByHand(n8n, id, body);
		},
	};
};

async function start(): Promise<Running> {
	const user = await openUserFolder();
	const runs = path.join(user.folder, 'runs');
	await mkdir(runs);
	const server = await serveN8n(inject('installation'), user, await freePort(), {
		EXTERNAL_HOOK_FILES: inCheckout('test', 'e2e', 'harness', 'recordRuns.mts'),
		RECORDED_RUNS: runs,
		N8N_DISABLE_UI: 'true',
	});
	const { email, password } = server.login;
	const login = await send(server.url, 'POST', '/login', { emailOrLdapLoginId: email, password });
	const cookie = login.headers.getSetCookie().map((line) => line.split(';')[0]);
	return {
		server,
		filesFolder: user.filesFolder,
		async call(method, place, body) {
			const answer = await send(server.url, method, place, body, cookie.join('; '));
			const { data } = (await answer.json()) as { data: Answer };
			return data;
		},
		recorded: (executionId) => path.join(runs, `${executionId}.json`),
	};
}

/** @throws Error with n8n's own words when it refuses */
async function send(url: string, method: string, place: string, body: object, cookie = '') {
	const answer = await fetch(`${url}/rest${place}`, {
		method,
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify(body),
	});
	if (answer.ok) return answer;
	throw new Error(`n8n answered ${answer.status} to ${method} ${place}: ${await answer.text()}`);
}

function chooseCredentials(
	workflow: Workflow,
	chosen: Record<Credential['type'], { id: string; name: string }>,
): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.type === 'n8n-nodes-lever.lever' ? { ...node, credentials: chosen } : node,
	);
	return { ...workflow, nodes };
}

async function executeByHand(n8n: Running, id: string, workflow: Workflow): Promise<Execution> {
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	if (!trigger) throw new Error(`The workflow "${workflow.name}" cannot be run by hand`);
	const body = { triggerToStartFrom: { name: trigger.name } };
	const { executionId } = await n8n.call('POST', `/workflows/${id}/run`, body);
	const file = n8n.recorded(executionId);
	const deadline = Date.now() + patienceMilliseconds;
	while (!(await exists(file))) {
		if (Date.now() > deadline) {
			throw new Error(`n8n did not end the execution.\n${await n8n.server.lastLines()}`);
		}
		await wait(50);
	}
	return JSON.parse(await readFile(file, 'utf8'));
}
