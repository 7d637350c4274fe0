import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { CoverageLine } from '../../mock-lever/answers/coverage.mts';
import { readDescription } from '../../mock-lever/answers/description.mts';
import type { Operation } from '../../mock-lever/answers/operations.mts';
import { operationsOf } from '../../mock-lever/answers/operations.mts';
import type { Gate } from './gates.mts';
import { PlainMessage } from './steps.mjs';

/** What no test can exercise, and why. */
const IMPOSSIBLE: Record<string, string> = {
	'listOpportunityApplications offset': 'an opportunity has one application at most',
};

/**
 * Holds when the tests got a successful answer out of every operation and every parameter of the API
 * description.
 *
 * @param folder what the mocks of the whole test run wrote
 */
export function apiCoverageGate(folder: string): Gate {
	return {
		name: 'API description: every operation and parameter exercised',
		async check() {
			const lines = await readLines(folder);
			const unknown = unknownParameters(lines);
			if (unknown.length > 0) {
				console.log(`  Sent, and not in the API description: ${unknown.join(', ')}`);
			}
			const missing = notExercised(operationsOf(readDescription()), lines);
			if (missing.length > 0) {
				throw new PlainMessage(`No test got a successful answer with\n  ${missing.join('\n  ')}`);
			}
		},
	};
}

/** Operations, and parameters as `listUsers email`, that no line speaks of though it could; sorted. */
export function notExercised(
	operations: readonly Operation[],
	lines: readonly CoverageLine[],
): string[] {
	const exercised = new Set(lines.map(nameOf));
	return operations
		.flatMap(({ id, parameters }) => [id, ...[...parameters].map((each) => `${id} ${each}`)])
		.filter((name) => !exercised.has(name) && !Object.hasOwn(IMPOSSIBLE, name))
		.sort();
}

/** Parameters that tests sent and the description does not have. Lever ignores such; tests send some on purpose. */
export function unknownParameters(lines: readonly CoverageLine[]): string[] {
	return [...new Set(lines.filter((line) => line.unknown).map(nameOf))].sort();
}

const nameOf = ({ operation, parameter }: CoverageLine) =>
	parameter === undefined ? operation : `${operation} ${parameter}`;

async function readLines(folder: string): Promise<CoverageLine[]> {
	const names = await readdir(folder).catch(() => []);
	const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
	return texts
		.flatMap((text) => text.split('\n'))
		.filter((line) => line !== '')
		.map((line): CoverageLine => JSON.parse(line));
}
