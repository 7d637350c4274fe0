import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';

import { PlainMessage } from './steps.mjs';

/**
 * The command line as an object of options.
 *
 * @throws PlainMessage with exit code 2 for an unknown flag or a flag without its value
 */
export function readArguments<T extends ParseArgsOptionsConfig>(options: T, usage: string) {
	try {
		return parseArgs({ options, strict: true, allowPositionals: false }).values;
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		const [sentence = error.message] = error.message.split('. ');
		throw new PlainMessage(`${sentence.replace(/\.$/, '')}. ${usage}`, 2);
	}
}

/**
 * @throws PlainMessage with exit code 2 unless the text is an instant with an offset (rules.md §2)
 */
export function refuseWithoutOffset(evidenceDate: string): void {
	const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
	if (instant.test(evidenceDate) && !Number.isNaN(Date.parse(evidenceDate))) return;
	throw new PlainMessage(
		`The evidence date "${evidenceDate}" does not say which moment it is. Write it with its offset, for instance --as-of 2026-11-02T06:00:00Z.`,
		2,
	);
}
