import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';

import { apiCoverageGate } from './support/apiCoverage.mts';
import { checkoutFolder, installedCommand } from './support/checkout.mts';
import { runGates } from './support/gates.mts';
import { databaseTemplate } from './support/n8nFolder.mts';
import { installN8n } from './support/n8nInstallation.mts';
import { buildPackage } from './support/package.mts';
import { atEnd, runProgram } from './support/program.mts';
import { endGroup } from './support/steps.mjs';
import { countTests } from './support/testCounts.mts';

/**
 * `npm test`: every test, the ones in a real n8n included, and the gates. Arguments are handed to vitest
 * (`npm test -- test/unit`); the gates are left out then.
 */
await runProgram(async () => {
	const chosen = process.argv.slice(2);
	await databaseTemplate(await installN8n());
	await buildPackage();
	const coverage = await mkdtemp(path.join(tmpdir(), 'lever-coverage-'));
	atEnd(() => rm(coverage, { recursive: true, force: true }));
	const tests = await runVitest(chosen, coverage);
	const gates =
		chosen.length > 0 ? { passed: 0, failed: 0 } : await runGates([apiCoverageGate(coverage)]);
	const failed = tests.failed + gates.failed;
	console.log(`\n${tests.passed + gates.passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
});

/** @param coverage folder in which the mocks note what of the API description was exercised */
async function runVitest(
	chosen: string[],
	coverage: string,
): Promise<{ passed: number; failed: number }> {
	const results = path.join(tmpdir(), `lever-tests-${process.pid}.json`);
	atEnd(() => rm(results, { force: true }));
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
	const vitest = spawn(installedCommand('vitest'), ['run', ...reporters, ...chosen], {
		cwd: checkoutFolder,
		env: { ...process.env, MOCK_LEVER_COVERAGE: coverage },
		stdio: ['ignore', 'inherit', 'inherit'],
		detached: true,
	});
	atEnd(() => endGroup(vitest, 'SIGTERM'));
	const exitCode = await new Promise<number>((resolve, reject) => {
		vitest.once('error', reject);
		vitest.once('close', (code) => resolve(code ?? 1));
	});
	const counts = countTests(await readFile(results, 'utf8').catch(() => ''));
	// A file that cannot be loaded, or a fault between the tests, fails no test.
	if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
	return counts;
}
