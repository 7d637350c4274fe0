import type { ListInput } from '../../../nodes/LeverCompliance/lists/index.ts';

export type Row = Record<string, unknown>;

export const AS_OF = '2026-11-02T06:00:00.000Z';

/** A wired input with these rows, nothing mapped and no export date stated. */
export function listOf(rows: readonly Row[], changes: Partial<ListInput> = {}): ListInput {
	return {
		wired: true,
		// n8n types items as JSON; lists from databases hold dates and other objects as well.
		items: rows.map((json) => ({ json })) as ListInput['items'],
		asOf: AS_OF,
		sourceName: '',
		exportedAt: '',
		columns: {},
		...changes,
	};
}

/** The message and what to do of what a call throws. */
export function refusal(call: () => unknown): string {
	try {
		call();
	} catch (thrown) {
		const description =
			thrown instanceof Error && 'description' in thrown ? String(thrown.description) : '';
		return `${thrown instanceof Error ? thrown.message : String(thrown)} ${description}`;
	}
	throw new Error('Nothing was thrown');
}
