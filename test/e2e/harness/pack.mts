import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { CheckRun, Finding, Run } from '../../../nodes/shared/contracts/index.ts';

/** An unpacked pack on disk. */
export interface Pack {
	folder: string;
	/** Path below the pack → bytes */
	files: Map<string, Buffer>;
	text: (file: string) => string;
	findings: () => Finding[];
	run: () => Run;
	check: (id: string) => CheckRun;
}

export async function openPack(folder: string): Promise<Pack> {
	const files = new Map<string, Buffer>();
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = path.join(entry.parentPath, entry.name);
		files.set(path.relative(folder, file), await readFile(file));
	}
	const text = (file: string): string => {
		const bytes = files.get(file);
		if (!bytes) throw new Error(`The pack has no ${file}; it has ${[...files.keys()].join(', ')}`);
		return bytes.toString('utf8');
	};
	const run = (): Run => JSON.parse(text('data/run.json'));
	return {
		folder,
		files,
		text,
		run,
		findings: () =>
			text('data/findings.jsonl')
				.split('\n')
				.filter((line) => line !== '')
				.map((line): Finding => JSON.parse(line)),
		check: (id) => {
			const found = run().checks.find((check) => check.id === id);
			if (!found) throw new Error(`The run has no check ${id}`);
			return found;
		},
	};
}

/**
 * What a person reads of report.html before the numbers: can this be relied on, and what to know first.
 */
export function firstScreen(pack: Pack): string {
	const text = pack
		.text('data/report.html')
		.replace(/<style[\s\S]*?<\/style>/g, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/&#39;/g, "'")
		.replace(/&quot;/g, '"')
		.replace(/\s+/g, ' ');
	const end = text.indexOf('The numbers');
	if (end < 0) throw new Error('The report has no numbers');
	return text.slice(0, end);
}
