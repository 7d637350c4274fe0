import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setInterval } from 'node:timers';

import { importWorkflow } from '../support/dailyRun.mts';
import { explainFault, readExecution } from '../support/execution.mts';
import type { Execution } from '../support/execution.mts';
import { lastLines, makeN8nFolder, runN8n, startN8n } from '../support/n8nFolder.mts';
import type { CommandResult, N8nFolder } from '../support/n8nFolder.mts';
import type { N8nInstallation } from '../support/n8nInstallation.mts';
import type { BuiltPackage } from '../support/package.mts';
import { freePort } from '../support/ports.mts';
import { PlainMessage } from '../support/steps.mjs';
import type { SeparateMock } from './separateMock.mts';
import { countedIn } from './workflows.mts';
import type { Benchmark, Counted } from './workflows.mts';

export interface Laboratory {
	installation: N8nInstallation;
	built: BuiltPackage;
	/** Folder for the n8n folders of the runs */
	folder: string;
}

/** What one run of a workflow in the real n8n took. */
export interface Measurement {
	/** Of the measured nodes, from n8n's run data; all their runs together */
	wallMilliseconds: number;
	/** Times the measured nodes ran */
	runs: number;
	requests: number;
	/** Answers with status 429 */
	throttled: number;
	/** Answers with another status than 200 and 429 */
	refused: number;
	/** Largest resident memory of the n8n process since its start, in MB (VmHWM) */
	peakMegabytes: number;
	/** Sentence of the fault when the run stopped; absent when it worked */
	stopped?: string;
	counted: Counted;
}

/** Runs a workflow once, in an n8n of its own. */
export async function measure(
	{ installation, built, folder }: Laboratory,
	mock: SeparateMock,
	{ main, subWorkflow, timed, counted }: Benchmark,
): Promise<Measurement> {
	const user = await makeN8nFolder(installation, built, await mkdtemp(path.join(folder, 'n8n-')));
	await importKey(installation, user, mock);
	await importWorkflow(installation, user, main);
	if (subWorkflow) {
		await importWorkflow(installation, user, subWorkflow);
		await mustSucceed(
			runN8n(installation, user, ['publish:workflow', `--id=${subWorkflow.id ?? ''}`]),
			'n8n did not publish the workflow.',
		);
	}
	const { execution, peakMegabytes } = await runWatched(installation, user, String(main.id));
	await rm(user.folder, { recursive: true, force: true });

	const requests = await mock.requests();
	const { runData } = execution.data.resultData;
	const runs = timed.flatMap((name) => runData[name] ?? []);
	return {
		wallMilliseconds: runs.reduce((sum, { executionTime = 0 }) => sum + executionTime, 0),
		runs: runs.length,
		requests: requests.length,
		throttled: requests.filter(({ status }) => status === 429).length,
		refused: requests.filter(({ status }) => status !== 200 && status !== 429).length,
		peakMegabytes,
		...(execution.status !== 'success' && { stopped: explainFault(execution) }),
		counted: countedIn(runData[counted]?.at(-1)?.data?.main?.[0]?.[0]?.json ?? {}),
	};
}

async function importKey(
	installation: N8nInstallation,
	user: N8nFolder,
	{ baseUrl, apiKey }: SeparateMock,
): Promise<void> {
	const credential = {
		id: 'leverApiOfMock',
		name: 'Lever account',
		type: 'leverApi',
		data: { apiKey, environment: 'custom', baseUrl },
	};
	const file = path.join(user.folder, 'credentials.json');
	await writeFile(file, JSON.stringify([credential]));
	await mustSucceed(
		runN8n(installation, user, ['import:credentials', `--input=${file}`]),
		'n8n did not take the credential.',
	);
}

async function mustSucceed(command: Promise<CommandResult>, sentence: string): Promise<void> {
	const result = await command;
	if (result.exitCode !== 0) throw new PlainMessage(`${sentence}\n${lastLines(result)}`);
}

async function runWatched(
	installation: N8nInstallation,
	user: N8nFolder,
	workflowId: string,
): Promise<{ execution: Execution; peakMegabytes: number }> {
	const file = path.join(user.folder, 'output');
	const output = await open(file, 'w');
	const child = startN8n(installation, user, ['execute', `--id=${workflowId}`, '--rawOutput'], {
		settings: {
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			// A running n8n works out what is published; the command line must take the word of `publish`.
			N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false',
		},
		stdio: ['ignore', output.fd, output.fd],
	});
	let peakMegabytes = 0;
	const watch = setInterval(() => {
		void megabytesOf(child.pid).then((now) => {
			peakMegabytes = Math.max(peakMegabytes, now);
		});
	}, 100);
	try {
		await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', resolve);
		});
	} finally {
		clearInterval(watch);
		await output.close();
	}
	const text = await readFile(file, 'utf8');
	const execution = readExecution(text);
	if (execution === undefined) {
		throw new PlainMessage(`n8n did not run the workflow.\n${text.slice(-2000)}`);
	}
	return { execution, peakMegabytes };
}

/** Largest resident memory of a process up to now, as Linux counts it. */
async function megabytesOf(pid: number | undefined): Promise<number> {
	const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
	return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}
