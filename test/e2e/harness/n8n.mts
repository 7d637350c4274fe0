import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, inject } from 'vitest';

import type { MockLever } from '../../../mock-lever/index.mts';
import type { CredentialChoice } from '../../../scripts/support/dailyRun.mts';
import type { Execution } from '../../../scripts/support/execution.mts';
import { endN8n } from '../../../scripts/support/n8nFolder.mts';
import type { N8nFolder, Settings } from '../../../scripts/support/n8nFolder.mts';
import type { Workflow } from '../../../scripts/support/workflow.mts';

/** A way to run workflows in n8n, for one lab: with credentials for that lab's mock. */
export interface LabN8n {
	/** A folder of this lab in which n8n may read and write */
	filesFolder: string;
	/**
	 * Runs a workflow to its end, under its id: a workflow run before with this id is replaced, and what it
	 * remembers stays.
	 */
	run: (workflow: Workflow, settings?: Settings) => Promise<Execution>;
}

export type OpenN8n = (mock: MockLever, choice?: CredentialChoice) => Promise<LabN8n>;

const folders: string[] = [];

/** Copies the prepared user folder; it is removed, and its n8n ended, when the test file ends. */
export async function openUserFolder(): Promise<N8nFolder> {
	const folder = await mkdtemp(path.join(tmpdir(), 'lever-n8n-'));
	folders.push(folder);
	await cp(inject('preparedFolder'), folder, { recursive: true });
	const filesFolder = path.join(folder, 'files');
	await mkdir(filesFolder, { recursive: true });
	return { folder, filesFolder };
}

afterAll(async () => {
	endN8n();
	for (const folder of folders.splice(0)) {
		// The last n8n may still be writing.
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
});
