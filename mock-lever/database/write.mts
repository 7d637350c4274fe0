import { open, rename, rm } from 'node:fs/promises';
import type { Account } from './account.mts';
import { FORMAT } from './schema.mts';

/** Characters to a write, so that a large account is never one text in memory */
const CHUNK = 1 << 20;

function* collection(name: string, records: readonly object[]): Generator<string> {
	yield `\t\t${JSON.stringify(name)}: [`;
	for (const [position, record] of records.entries()) {
		yield `${position === 0 ? '' : ','}\n\t\t\t${JSON.stringify(record)}`;
	}
	yield records.length === 0 ? ']' : '\n\t\t]';
}

function* object(entries: ReadonlyArray<[string, readonly object[]]>): Generator<string> {
	yield '{\n';
	for (const [position, [name, records]] of entries.entries()) {
		yield* collection(name, records);
		yield position === entries.length - 1 ? '\n' : ',\n';
	}
	yield '\t}';
}

/** The text of an account file piece by piece, one record on a line, so that two files can be compared. */
function* textOf(account: Account): Generator<string> {
	// Copies of the lists: what changes meanwhile belongs to the next file.
	const copy = (collections: object): Array<[string, readonly object[]]> =>
		Object.entries(collections).map(([name, records]) => [name, [...records]]);
	const lever = copy(account.db);
	const lists = copy(account.companion);
	const asOf = new Date(account.asOf).toISOString();
	yield `{\n\t"format": ${JSON.stringify(FORMAT)},\n\t"asOf": ${JSON.stringify(asOf)},\n\t"lever": `;
	yield* object(lever);
	yield ',\n\t"lists": ';
	yield* object(lists);
	yield '\n}\n';
}

/**
 * Writes an account file: first beside it, then in its place, so that a reader finds the old one or the new
 * one whole.
 *
 * @throws Error with a sentence
 */
export async function writeAccount(file: string, account: Account): Promise<void> {
	const beside = `${file}.${process.pid}.new`;
	try {
		const handle = await open(beside, 'w');
		try {
			let waiting = '';
			for (const piece of textOf(account)) {
				waiting += piece;
				if (waiting.length < CHUNK) continue;
				await handle.appendFile(waiting);
				waiting = '';
			}
			await handle.appendFile(waiting);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(beside, file);
	} catch (fault) {
		await rm(beside, { force: true }).catch(() => {});
		const reason = fault instanceof Error ? fault.message : String(fault);
		throw new Error(`${file} cannot be written: ${reason}.`);
	}
}
