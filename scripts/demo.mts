import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readArguments, refuseWithoutOffset } from './support/arguments.mts';
import { execute, importCredentials, importWorkflow, unpackPacks } from './support/dailyRun.mts';
import { explainFault } from './support/execution.mts';
import { endN8n, makeN8nFolder } from './support/n8nFolder.mts';
import { installN8n } from './support/n8nInstallation.mts';
import { openOutputFolder } from './support/outputFolder.mts';
import { buildPackage } from './support/package.mts';
import { atEnd, runProgram } from './support/program.mts';
import { openMock } from './support/mock.mts';
import { mockConfiguration } from './support/mockConfiguration.mts';
import { PlainMessage, showProgress } from './support/steps.mjs';
import { printSummary } from './support/summary.mts';
import { dailyEvidenceRun, readWorkflow, stampWorkflow } from './support/workflow.mts';

const usage =
	'Usage: npm run demo [-- --out FOLDER --as-of 2026-11-02T06:00:00Z --scenario golden --oauth2]';
const workflowId = 'dailyEvidenceRun';

/**
 * `npm run demo`: the shipped workflow, unchanged but for the values of "Configure", in a real n8n with
 * the packed nodes, against the mock Lever. Leaves the two packs and prints what they say.
 */
await runProgram(async () => {
	const options = readArguments(
		{
			out: { type: 'string', default: 'demo-output' },
			'as-of': { type: 'string', default: new Date().toISOString() },
			scenario: { type: 'string', default: 'golden' },
			oauth2: { type: 'boolean', default: false },
		},
		usage,
	);
	const evidenceDate = options['as-of'];
	refuseWithoutOffset(evidenceDate);

	// Lever's own limit would only make the first look slower.
	const mock = await openMock({
		scenario: options.scenario,
		asOf: evidenceDate,
		rateLimit: false,
	});
	const out = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), options.out);
	const output = await openOutputFolder(out);
	atEnd(output.discard);
	const installation = await installN8n();
	const built = await buildPackage();

	const folder = await mkdtemp(path.join(tmpdir(), 'lever-demo-'));
	atEnd(() => rm(folder, { recursive: true, force: true }));
	atEnd(endN8n);

	const running = showProgress('Running the daily evidence run in n8n, about half a minute');
	const user = await makeN8nFolder(installation, built, folder);
	const workflow = stampWorkflow(await readWorkflow(dailyEvidenceRun), {
		id: workflowId,
		configure: {
			...mockConfiguration(mock, { evidenceDate, outputDirectory: user.filesFolder }),
			requestsPerSecond: 100,
		},
		authentication: options.oauth2 ? 'oAuth2' : 'apiKey',
	});
	await importCredentials(installation, user, mock);
	await importWorkflow(installation, user, workflow);
	const execution = await execute(installation, user, workflowId);
	running.end(execution.status === 'success' ? 'done' : 'stopped');
	if (execution.status !== 'success') throw new PlainMessage(explainFault(execution));

	const packs = await unpackPacks(user.filesFolder, output.unfinished);
	if (packs.length !== 2) {
		throw new PlainMessage(
			`The run ended without ${packs.length === 0 ? 'any pack' : 'one of its two packs'}. Open the workflow with npm start and run it there to see which node gave nothing.`,
		);
	}
	await output.publish();
	printSummary(JSON.parse(await readFile(path.join(out, 'evidence', 'data', 'run.json'), 'utf8')));
	console.log(`\nReport    ${path.join(out, 'evidence', 'data', 'report.html')}`);
	console.log(`Evidence  ${path.join(out, 'evidence')}`);
	console.log(`Names     ${path.join(out, 'identities')}`);
	return 0;
});
