/**
 * Runs the shipped workflow in a real n8n, from the packed package, against the mock Lever.
 *
 * ```ts
 * const lab = await openLab({ asOf: '2026-11-02T06:00:00Z' });   // a mock and an n8n with credentials
 * const run = await lab.run();                                   // 5 to 10 seconds
 * run.status;                                   // 'success' or 'error'
 * run.explanation;                              // what the person sees when it stopped
 * run.items(nodes.compliance, 1);               // items of a node's second output
 * run.evidence?.findings();                     // from the unpacked evidence pack
 * await lab.close();
 * ```
 *
 * `configure` changes values of "Configure", `change` changes the workflow: for what a person would do
 * in the editor, such as removing a wire. Everything else is as shipped.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startMock } from '../../../mock-lever/index.mts';
import type { MockLever, MockOptions } from '../../../mock-lever/index.mts';
import { unpackPacks } from '../../../scripts/support/dailyRun.mts';
import type { CredentialChoice } from '../../../scripts/support/dailyRun.mts';
import { explainFault, itemsOf } from '../../../scripts/support/execution.mts';
import type { Item } from '../../../scripts/support/execution.mts';
import { mockConfiguration } from '../../../scripts/support/mockConfiguration.mts';
import type { Settings } from '../../../scripts/support/n8nFolder.mts';
import {
	dailyEvidenceRun,
	readWorkflow,
	stampWorkflow,
	verifyEvidencePacks,
} from '../../../scripts/support/workflow.mts';
import type { Stamp, Workflow } from '../../../scripts/support/workflow.mts';
import { openCommandLine } from './commandLine.mts';
import { openPack } from './pack.mts';
import type { Pack } from './pack.mts';
import { openServer } from './server.mts';

export { nodeNamed } from '../../../scripts/support/workflow.mts';
export type { Workflow } from '../../../scripts/support/workflow.mts';
export type { Item } from '../../../scripts/support/execution.mts';
export type { Pack } from './pack.mts';

/** Evidence date of the tests; the golden situations hold around every other one too. */
export const evidenceDate = '2026-11-02T06:00:00Z';

/** Nodes of the shipped workflow that tests look at. */
export const nodes = {
	lever: 'Collect evidence from Lever',
	compliance: 'Check compliance',
	seal: 'Seal evidence',
	save: 'Save packs',
	newExceptions: 'Keep exceptions not seen before',
} as const;

/** One workflow, as in life: what was reported in one run of a lab counts as reported in the next. */
const workflowId = 'dailyEvidenceRun';

export interface LabOptions extends MockOptions {
	credentials?: (mock: MockLever) => CredentialChoice;
	/** `commandLine`: an n8n for each run; otherwise the server of the test file runs them all */
	n8n?: 'server' | 'commandLine';
}

export interface RunOptions {
	/**
	 * Requests per second of the Lever node: 200 unless told, since the mock of a test needs no sparing.
	 * `asShipped` leaves the workflow's own pace.
	 */
	pace?: number | 'asShipped';
	configure?: Record<string, string>;
	authentication?: Stamp['authentication'];
	change?: (workflow: Workflow) => void;
	/** Environment of n8n, for instance another time zone; on the command line only */
	settings?: Settings;
}

export interface LabRun {
	status: string;
	/** Which node stopped, what happened and what to do; empty when nothing stopped */
	explanation: string;
	/** Items of one output of a node's last run */
	items: (node: string, output?: number) => Item[];
	/** How often a node ran */
	times: (node: string) => number;
	/** Names of the files in the folder that packs are saved to */
	saved: string[];
	/** Name → bytes of the zips that were saved */
	zips: Map<string, Buffer>;
	evidence: Pack | undefined;
	identities: Pack | undefined;
}

export interface Lab {
	mock: MockLever;
	/** Runs the daily evidence run */
	run: (options?: RunOptions) => Promise<LabRun>;
	/**
	 * Runs the shipped verification over zips.
	 *
	 * @returns file name of each zip → what Verify says, in the order of the names
	 */
	verify: (zips: Map<string, Uint8Array>, expectedDigest?: string) => Promise<Verification>;
	close: () => Promise<void>;
}

export interface Verification {
	status: string;
	explanation: string;
	packs: Array<Record<string, unknown>>;
}

/** Opens a mock, and credentials for it in n8n. */
export async function openLab({ n8n = 'server', ...options }: LabOptions = {}): Promise<Lab> {
	const asOf = options.asOf ?? evidenceDate;
	const folder = await mkdtemp(path.join(tmpdir(), 'lever-lab-'));
	// The limit of the real API would only make the tests slower; its own tests are the mock's.
	const mock = await startMock({ rateLimit: false, ...options, asOf });
	const open = n8n === 'server' ? openServer : openCommandLine;
	const { filesFolder, run: runInN8n } = await open(mock, options.credentials?.(mock));
	let runs = 0;

	return {
		mock,
		async run({ pace = 200, configure, authentication, change, settings } = {}) {
			runs += 1;
			if (settings && n8n === 'server') throw new Error('A server keeps its environment');
			const saved = path.join(filesFolder, `run-${runs}`);
			await mkdir(saved, { recursive: true });
			const workflow = stampWorkflow(await readWorkflow(dailyEvidenceRun), {
				id: workflowId,
				configure: {
					...mockConfiguration(mock, { evidenceDate: asOf, outputDirectory: saved }),
					...(pace === 'asShipped' ? {} : { requestsPerSecond: pace }),
					...configure,
				},
				authentication: authentication ?? 'apiKey',
			});
			change?.(workflow);
			const execution = await runInN8n(workflow, settings);
			const packs = path.join(folder, `packs-${runs}`);
			const found = await unpackPacks(saved, packs);
			const pack = (name: string) =>
				found.includes(name) ? openPack(path.join(packs, name)) : undefined;
			return {
				status: execution.status,
				explanation: execution.status === 'success' ? '' : explainFault(execution),
				items: (node, output) => itemsOf(execution, node, output),
				times: (node) => execution.data.resultData.runData[node]?.length ?? 0,
				saved: await readdir(saved),
				zips: await filesIn(saved),
				evidence: await pack('evidence'),
				identities: await pack('identities'),
			};
		},
		async verify(zips, expectedDigest = '') {
			const place = await mkdtemp(path.join(filesFolder, 'verify-'));
			for (const [name, bytes] of zips) await writeFile(path.join(place, name), bytes);
			const workflow = stampWorkflow(await readWorkflow(verifyEvidencePacks), {
				id: 'verifyPacks',
				configure: { packFiles: path.join(place, '*.zip'), expectedDigest },
			});
			const execution = await runInN8n(workflow);
			return {
				status: execution.status,
				explanation: execution.status === 'success' ? '' : explainFault(execution),
				packs: itemsOf(execution, 'Verify packs').map(({ json }) => json),
			};
		},
		async close() {
			await mock.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
	const files = new Map<string, Buffer>();
	for (const name of (await readdir(folder)).sort()) {
		files.set(name, await readFile(path.join(folder, name)));
	}
	return files;
}
