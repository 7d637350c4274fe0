import type { NodeExecutionHint } from 'n8n-workflow';

/** Above this many records a run becomes heavy: n8n keeps every item until the execution ends. */
const MANY_RECORDS = 10_000;

/** Ids that a hint names; more would only be a wall of digits. */
const NAMED_IDS = 5;

/** What a person should read beside the output of a run, put together over all its input items. */
export class RunNotes {
	private readonly limited = new Map<string, { limit: number; lists: number }>();

	private readonly many = new Map<string, number>();

	private readonly gone: string[] = [];

	/** 'Limit' stopped a list of these records, and Lever has more. */
	stoppedByLimit(records: string, limit: number): void {
		const { lists } = this.limited.get(records) ?? { lists: 0 };
		this.limited.set(records, { limit, lists: lists + 1 });
	}

	/** So many records went into the output. */
	gave(records: string, count: number): void {
		this.many.set(records, (this.many.get(records) ?? 0) + count);
	}

	/** Lever does not have an opportunity whose records were asked for. */
	parentGone(id: string): void {
		this.gone.push(id);
	}

	hints(): NodeExecutionHint[] {
		return [...this.limitHints(), ...this.goneHints(), ...this.manyHints()];
	}

	private limitHints(): NodeExecutionHint[] {
		return [...this.limited].map(([records, { limit, lists }]) =>
			hint(
				'info',
				`Not all ${records}: 'Limit' stopped ${lists === 1 ? '' : `${lists} lists `}at ${limit}, and Lever has more. Switch on 'Return All' to read all of them.`,
			),
		);
	}

	private goneHints(): NodeExecutionHint[] {
		if (this.gone.length === 0) return [];
		const named = this.gone.slice(0, NAMED_IDS).join(', ');
		const more = this.gone.length > NAMED_IDS ? ' and others' : '';
		const opportunities = this.gone.length === 1 ? 'opportunity is' : 'opportunities are';
		return [
			hint(
				'warning',
				`${this.gone.length} ${opportunities} not in Lever, so nothing was read for them: ${named}${more}. They may have been deleted, or belong to another environment than the credential's.`,
			),
		];
	}

	private manyHints(): NodeExecutionHint[] {
		return [...this.many]
			.filter(([, count]) => count > MANY_RECORDS)
			.map(([records, count]) =>
				hint(
					'warning',
					`${count} ${records} in one execution need much memory. Narrow the list with 'Filters', for instance by date, or use 'Page by Page' where the node offers it.`,
				),
			);
	}
}

function hint(type: NodeExecutionHint['type'], message: string): NodeExecutionHint {
	return { type, message, location: 'outputPane' };
}
