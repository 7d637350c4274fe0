import type { INodeExecutionData } from 'n8n-workflow';

import type { ListState, Sha256 } from '../../../shared/contracts';
import { canonicalWriter } from '../../../shared/canonicalJson';
import { linesDigest, sha256, sha256OfLines } from '../../../shared/sha256';
import { flattenRow, isBlank, plainJson, type Cells } from './cells';
import type { ListInput } from '../types';
import { asTheyAre, type Unfold, type Unfolding } from './unfold';

/** A row as it came in. */
export interface ReceivedRow {
	/** From 1, header not counted; blank rows count, so that the number finds the row in the list */
	row: number;
	cells: Cells;
	/** Of the row as received, as JSON */
	rawSha256: Sha256;
}

export interface ReceivedRows {
	state: ListState;
	/** Empty unless `state` is `read` */
	rows: ReceivedRow[];
	/** SHA-256 of the canonical JSON of each row as received, in their order, one per line, LF after each */
	rowsSha256: Sha256;
	/** Names of all columns, in the order of their first appearance */
	headers: string[];
	/** What the items were understood as; null when every item is a row */
	understood: string | null;
	/** Why rows are missing, a whole sentence; null when nothing says so */
	incompleteBecause: string | null;
}

/**
 * What arrived on a list's input: an item that carries n8n's error means that the list failed and is
 * never a row; a wired list without a filled row is empty (design §3).
 *
 * @param unfold for lists that can also arrive as the answer of a provider's API
 */
export function receivedRows(
	{ wired, items }: Pick<ListInput, 'wired' | 'items'>,
	unfold: Unfold = asTheyAre,
): ReceivedRows {
	const nothing = {
		rows: [],
		rowsSha256: sha256OfLines([]),
		headers: [],
		understood: null,
		incompleteBecause: null,
	};
	if (!wired) return { state: 'notConnected', ...nothing };
	if (items.some(isFailure)) return { state: 'failed', ...nothing };
	const { rows: unfolded, understood, incompleteBecause } = unfolding(items, unfold);
	const rows: ReceivedRow[] = [];
	const headers = new Set<string>();
	const digest = linesDigest();
	const textOf = canonicalWriter();
	let number = 0;
	for (const { raw: json, row } of unfolded) {
		number++;
		const cells = flattenRow(row);
		for (const header of Object.keys(cells)) headers.add(header);
		if (isBlank(cells)) continue;
		const line = textOf(plainJson(json));
		digest.add(line);
		rows.push({ row: number, cells, rawSha256: sha256(line) });
	}
	if (rows.length === 0) return { state: 'empty', ...nothing };
	return {
		state: 'read',
		rows,
		rowsSha256: digest.sha256(),
		headers: [...headers],
		understood,
		incompleteBecause,
	};
}

function unfolding(items: ListInput['items'], unfold: Unfold): Unfolding {
	const received = items.map(({ json }) => json);
	return unfold(received) ?? asTheyAre(received);
}

/** n8n puts the error of a node that continues on fail on the item, or into its JSON. */
export function isFailure({ error, json }: INodeExecutionData): boolean {
	if (error !== undefined && error !== null) return true;
	const inJson = json.error;
	return typeof inJson === 'object' ? inJson !== null : typeof inJson === 'string' && inJson !== '';
}
