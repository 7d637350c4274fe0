import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** A line of a coverage file: what a successful answer exercised for the first time in a process. */
export interface CoverageLine {
	/** `listUsers` */
	operation: string;
	/** Query parameter; left out: the operation itself */
	parameter?: string;
	/** The description knows no such parameter for the operation */
	unknown?: true;
}

/** What is written down of one request. */
export interface Exercised {
	operation: string;
	known: readonly string[];
	unknown: readonly string[];
}

const written = new Set<string>();
let file: string | undefined;

/**
 * Notes what a request exercised, in a file of this process below `folder`. Each thing is written at once
 * when it is first seen, so that nothing is lost when the process is killed.
 */
export function noteCoverage(folder: string, { operation, known, unknown }: Exercised): void {
	const lines: CoverageLine[] = [
		{ operation },
		...known.map((parameter) => ({ operation, parameter })),
		...unknown.map((parameter) => ({ operation, parameter, unknown: true as const })),
	];
	for (const line of lines) {
		const text = `${JSON.stringify(line)}\n`;
		if (written.has(text)) continue;
		written.add(text);
		if (file === undefined) {
			mkdirSync(folder, { recursive: true });
			file = path.join(folder, `${process.pid}-${randomUUID()}.jsonl`);
		}
		appendFileSync(file, text);
	}
}
