import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { readArguments } from '../support/arguments.mts';
import { inCheckout, nodeBinary } from '../support/checkout.mts';
import { compilePackage } from '../support/package.mts';
import { runProgram } from '../support/program.mts';
import { PlainMessage, showProgress } from '../support/steps.mjs';
import type { MeasuredChecks } from './checksRun.mts';

const usage = 'Usage: npm run bench:checks [-- --size 100000]';

/** What is run: the two checks that hold hires against records, all of the screening list, everything. */
const CASES: Readonly<Record<string, { family: string; checks: string }>> = {
	'SCR-01 and SCR-02': { family: 'screening', checks: 'SCR-01,SCR-02' },
	screening: { family: 'screening', checks: '' },
	everything: { family: '', checks: '' },
};

/** A second run has so many times fewer hires, to see how time and memory grow. */
const SMALLER = 10;

/**
 * `npm run bench:checks`: Lever Compliance without n8n around it, so many hires against as many screening
 * records, each run in a process of its own. JSON on standard output.
 */
await runProgram(async () => {
	const { size } = readArguments({ size: { type: 'string', default: '100000' } }, usage);
	if (!/^[1-9]\d{1,6}$/.test(size)) throw new PlainMessage(`--size needs a number. ${usage}`, 2);
	const folder = await compilePackage();
	const results = [];
	for (const name of Object.keys(CASES)) {
		const small = await measured(folder, Math.round(Number(size) / SMALLER), name);
		const large = await measured(folder, Number(size), name);
		results.push({
			checks: name,
			small,
			large,
			timesTheData: ratio(large.hires, small.hires),
			timesTheTime: ratio(large.seconds, small.seconds),
			timesTheMemory: ratio(large.megabytes, small.megabytes),
		});
	}
	console.log(JSON.stringify(results, null, '\t'));
	return 0;
});

async function measured(folder: string, hires: number, name: string): Promise<MeasuredChecks> {
	const { family = '', checks = '' } = CASES[name] ?? {};
	const running = showProgress(`${hires} hires, ${name}`);
	const { stdout } = await promisify(execFile)(
		nodeBinary,
		[inCheckout('scripts', 'bench', 'checksRun.mts'), folder, String(hires), family, checks],
		{ maxBuffer: 1 << 24 },
	);
	const result = JSON.parse(stdout) as MeasuredChecks;
	running.end('done');
	return result;
}

function ratio(large: number, small: number): number {
	return Math.round((large / small) * 100) / 100;
}
