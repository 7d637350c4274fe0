import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { MockLever } from '../mock-lever/index.mts';
import { readArguments } from './support/arguments.mts';
import { exists, openCache } from './support/cache.mts';
import { importCredentials, importWorkflow } from './support/dailyRun.mts';
import { editorPort, openEditor } from './support/editor.mts';
import { openMock } from './support/mock.mts';
import { mockLists } from './support/mockConfiguration.mts';
import { endN8n, installPackage, makeN8nFolder } from './support/n8nFolder.mts';
import type { N8nFolder } from './support/n8nFolder.mts';
import { installN8n } from './support/n8nInstallation.mts';
import type { N8nInstallation } from './support/n8nInstallation.mts';
import { buildPackage } from './support/package.mts';
import type { BuiltPackage } from './support/package.mts';
import { portInUse } from './support/ports.mts';
import { atEnd, runProgram } from './support/program.mts';
import { PlainMessage, showProgress } from './support/steps.mjs';
import { dailyEvidenceRun, readWorkflow, stampWorkflow } from './support/workflow.mts';

const usage = 'Usage: npm start [-- --scenario golden]';
/** Stored in the credentials, so it stays the same from start to start. */
const mockPort = 4010;

/**
 * `npm start`: n8n with its editor on this machine, with the nodes, the credentials, the shipped workflow and
 * the mock Lever in place, until Ctrl-C. What is changed in the editor is kept.
 */
await runProgram(async () => {
	const options = readArguments({ scenario: { type: 'string', default: 'golden' } }, usage);
	for (const port of [editorPort, mockPort]) await refuseUsedPort(port);
	const mock = await openMock({ port: mockPort, scenario: options.scenario });
	const installation = await installN8n();
	const built = await buildPackage();
	atEnd(endN8n);

	const preparing = showProgress('Preparing n8n');
	const user = await persistentFolder(installation, built);
	await importCredentials(installation, user, mock);
	await importShippedWorkflow(installation, user, mock);
	preparing.end('done');

	const editor = await openEditor(installation, user);
	console.log(`
n8n        ${editor.url}
E-mail     ${editor.login.email}
Password   ${editor.login.password}
Workflow   ${editor.url}/home/workflows
Mock Lever ${mock.url}
Packs      ${user.filesFolder}

Ctrl-C ends n8n and the mock.`);
	const code = await editor.ended;
	throw new PlainMessage(`n8n ended by itself with exit code ${code}.`);
});

async function refuseUsedPort(port: number): Promise<void> {
	if (!(await portInUse(port))) return;
	throw new PlainMessage(
		`Port ${port} on this machine is in use, perhaps by another n8n or mock. End that program and start again.`,
	);
}

/** The same n8n at every start, with the package as it is now. */
async function persistentFolder(
	installation: N8nInstallation,
	built: BuiltPackage,
): Promise<N8nFolder> {
	// A database that a newer n8n has set up cannot be opened by an older one.
	const version = path.basename(installation.folder).replace('n8n-', '');
	const folder = path.join(await openCache(), `editor-${version}`);
	if (!(await exists(folder))) return makeN8nFolder(installation, built, folder);
	await installPackage(folder, built);
	return { folder, filesFolder: path.join(folder, 'files') };
}

/** Imported once per version of the shipped file: what somebody changed in the editor is not overwritten. */
async function importShippedWorkflow(
	installation: N8nInstallation,
	user: N8nFolder,
	mock: MockLever,
): Promise<void> {
	const digest = createHash('sha256')
		.update(await readFile(dailyEvidenceRun))
		.digest('hex');
	const id = `daily${digest.slice(0, 11)}`;
	if (await exists(path.join(user.folder, `${id}.json`))) return;
	const configure = { ...mockLists(mock), outputDirectory: user.filesFolder };
	const workflow = await readWorkflow(dailyEvidenceRun);
	await importWorkflow(installation, user, stampWorkflow(workflow, { id, configure }));
}
