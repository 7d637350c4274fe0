import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readArguments } from '../support/arguments.mts';
import { endN8n } from '../support/n8nFolder.mts';
import { installN8n } from '../support/n8nInstallation.mts';
import { buildPackage } from '../support/package.mts';
import { atEnd, runProgram } from '../support/program.mts';
import { PlainMessage, showProgress } from '../support/steps.mjs';
import { CASES } from './cases.mts';
import type { Case } from './cases.mts';
import { measure } from './measuredRun.mts';
import type { Laboratory, Measurement } from './measuredRun.mts';
import { resultOf, tablesOf } from './results.mts';
import type { Result } from './results.mts';
import { openSeparateMock } from './separateMock.mts';

const usage = 'Usage: npm run bench [-- --case NAME --case NAME --group NAME --list]';

/**
 * `npm run bench`: the Lever node and n8n's HTTP Request node against the same mock, each run in a real n8n of
 * its own. JSON on standard output, tables on standard error. Linux only: memory is read from /proc.
 */
await runProgram(async () => {
	const options = readArguments(
		{
			case: { type: 'string', multiple: true, default: [] },
			group: { type: 'string', multiple: true, default: [] },
			list: { type: 'boolean', default: false },
		},
		usage,
	);
	if (options.list) {
		for (const { name, group, about } of CASES) console.log(`${name}  (${group})  ${about}`);
		return 0;
	}
	const chosen = chosenCases(options.case, options.group);
	const laboratory: Laboratory = {
		installation: await installN8n(),
		built: await buildPackage(),
		folder: await mkdtemp(path.join(tmpdir(), 'lever-bench-')),
	};
	atEnd(() => rm(laboratory.folder, { recursive: true, force: true }));
	atEnd(endN8n);

	const measurements = new Map<string, Measurement>();
	const results: Result[] = [];
	for (const each of chosen) {
		const measurement = await measureCase(laboratory, each);
		measurements.set(each.name, measurement);
		results.push(resultOf(each, measurement, measurements));
		console.error(lineOf(measurement));
	}
	console.error(tablesOf(results));
	console.log(JSON.stringify(results, null, '\t'));
	return results.some(({ stopped, name }) => stopped !== undefined && !name.startsWith('http-'))
		? 1
		: 0;
});

/** What one run gave, for those who watch. */
function lineOf({ wallMilliseconds, requests, throttled, peakMegabytes }: Measurement): string {
	const seconds = (wallMilliseconds / 1000).toFixed(1);
	return `  ${seconds} s, ${requests} requests, ${throttled} with status 429, ${peakMegabytes} MB`;
}

/** @throws PlainMessage for a name that is none */
function chosenCases(names: readonly string[], groups: readonly string[]): Case[] {
	for (const name of names)
		refuseUnknown(
			name,
			CASES.map((each) => each.name),
			'case',
		);
	for (const group of groups)
		refuseUnknown(
			group,
			CASES.map((each) => each.group),
			'group',
		);
	if (names.length === 0 && groups.length === 0) return [...CASES];
	return CASES.filter(({ name, group }) => names.includes(name) || groups.includes(group));
}

function refuseUnknown(name: string, known: readonly string[], what: string): void {
	if (known.includes(name)) return;
	throw new PlainMessage(
		`There is no ${what} "${name}". There are: ${[...new Set(known)].join(', ')}.`,
		2,
	);
}

async function measureCase(laboratory: Laboratory, each: Case): Promise<Measurement> {
	const running = showProgress(each.about);
	try {
		const mock = await openSeparateMock(each.mock);
		try {
			const measurement = await measure(laboratory, mock, each.workflow(mock.baseUrl));
			running.end(measurement.stopped === undefined ? 'done' : 'stopped');
			return measurement;
		} finally {
			await mock.close();
		}
	} catch (error) {
		running.end('stopped');
		throw error;
	}
}
