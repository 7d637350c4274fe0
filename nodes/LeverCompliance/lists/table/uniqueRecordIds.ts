import { packId } from '../../../shared/addresses';
import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { ReceivedRow } from './receivedRows';

export interface RecordIds {
	/** Same order as the rows; every id occurs once */
	ids: string[];
	/** References that several rows share, with the numbers of those rows */
	shared: Array<{ reference: string; rows: number[] }>;
	/** Number of different references, rows without one counted each */
	different: number;
}

/**
 * Gives every row an id of its own: its reference (a digest of it when it holds an address, because these
 * ids reach packs), else `row-<n>`. Of rows that share a reference one
 * keeps it and the others get `#2`, `#3` …, by the content of the rows, so that their order does not
 * matter.
 *
 * @param references same order as the rows; null for none
 */
export function uniqueRecordIds(
	rows: readonly ReceivedRow[],
	references: ReadonlyArray<string | null>,
): RecordIds {
	const bases = rows.map(({ row }, position) => packId(references[position] ?? `row-${row}`));
	if (new Set(bases).size === rows.length) {
		return { ids: bases, shared: [], different: rows.length };
	}
	const positions = new Map<string, number[]>();
	for (const [position, base] of bases.entries()) {
		const sharing = positions.get(base);
		if (sharing) sharing.push(position);
		else positions.set(base, [position]);
	}
	const ids = new Array<string>(rows.length);
	const taken = new Set(positions.keys());
	const shared: RecordIds['shared'] = [];
	for (const [base, sharing] of positions) {
		if (sharing.length > 1) {
			sharing.sort((a, b) => compareRows(rows[a], rows[b]));
			shared.push({ reference: base, rows: sharing.map((position) => rows[position]?.row ?? 0) });
		}
		let count = 1;
		for (const position of sharing) {
			let id = base;
			for (; position !== sharing[0] && taken.has(id); ) id = `${base}#${++count}`;
			taken.add(id);
			ids[position] = id;
		}
	}
	return { ids, shared, different: positions.size };
}

function compareRows(a: ReceivedRow | undefined, b: ReceivedRow | undefined): number {
	if (a === undefined || b === undefined) return 0;
	return compareCodeUnits(a.rawSha256, b.rawSha256) || a.row - b.row;
}
