import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { readArguments } from '../support/arguments.mts';
import { inCheckout, nodeBinary } from '../support/checkout.mts';
import { compilePackage } from '../support/package.mts';
import { runProgram } from '../support/program.mts';
import { PlainMessage, showProgress } from '../support/steps.mjs';
import type { MeasuredChecks } from './checksRun.mts';

const usage = 'Usage: npm run bench:checks [-- --size 100000]';

/** Families of checks that are run: those of the screening list, then everything. */
const FAMILIES = { screening: 'screening', everything: '' } as const;

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
	for (const [name, families] of Object.entries(FAMILIES)) {
		const small = await measured(folder, Math.round(Number(size) / SMALLER), families);
		const large = await measured(folder, Number(size), families);
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

async function measured(folder: string, hires: number, families: string): Promise<MeasuredChecks> {
	const running = showProgress(`${hires} hires, ${families === '' ? 'every check' : families}`);
	const { stdout } = await promisify(execFile)(
		nodeBinary,
		[
			'--max-old-space-size=16384',
			inCheckout('scripts', 'bench', 'checksRun.mts'),
			folder,
			String(hires),
			families,
		],
		{ maxBuffer: 1 << 24 },
	);
	const result = JSON.parse(stdout) as MeasuredChecks;
	running.end('done');
	return result;
}

function ratio(large: number, small: number): number {
	return Math.round((large / small) * 100) / 100;
}
