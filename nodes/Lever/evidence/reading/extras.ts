import type { LeverQuery } from '../../../shared/transport/types';
import { LeverReadError } from '../../../shared/transport/faults/leverReadError';

/** What a read of opportunities is better with, and what a key may be refused. */
export type Extra = 'confidential' | 'applications' | 'contact';

interface ExtraRequest {
	query: LeverQuery;
	/** Statuses with which Lever refuses it (lever-api.md §4.1, §4.2) */
	refusedWith: readonly number[];
	/** What the collection record says when it was refused */
	withoutIt: string;
}

export const EXTRAS: Readonly<Record<Extra, ExtraRequest>> = {
	confidential: {
		query: { confidentiality: 'all' },
		refusedWith: [403],
		withoutIt:
			'Confidential hires were not tested: this credential may not read confidential opportunities.',
	},
	applications: {
		query: { expand: ['applications'] },
		refusedWith: [400, 403],
		withoutIt:
			'Applications could not be read with the opportunities: addresses, postings and hiring managers that only stand there are missing.',
	},
	contact: {
		query: { expand: ['contact'] },
		refusedWith: [400, 403],
		withoutIt:
			'Contacts could not be read with the opportunities: addresses that only stand there are missing.',
	},
};

export function isExtra(name: string): name is Extra {
	return Object.hasOwn(EXTRAS, name);
}

/** The query together with what the extras ask for. */
export function withExtras(query: LeverQuery, extras: readonly Extra[]): LeverQuery {
	const merged: LeverQuery = { ...query };
	for (const extra of extras) {
		for (const [name, value] of Object.entries(EXTRAS[extra].query)) {
			const before = merged[name];
			merged[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
		}
	}
	return merged;
}

/** Every choice among the extras, the fullest first; among equals, the ones that keep later extras. */
export function everFewer(extras: readonly Extra[]): Extra[][] {
	const choices = extras.reduce<Extra[][]>(
		(shorter, extra) => [...shorter.map((choice) => [...choice, extra]), ...shorter],
		[[]],
	);
	const indexOfFirstMissing = (choice: Extra[]) =>
		extras.findIndex((extra) => !choice.includes(extra));
	return choices.sort(
		(a, b) => b.length - a.length || indexOfFirstMissing(a) - indexOfFirstMissing(b),
	);
}

/** Whether Lever may have refused one of the extras with this error. */
export function isRefusal(error: unknown, asked: readonly Extra[]): boolean {
	const status = error instanceof LeverReadError ? error.failure.httpStatus : undefined;
	return asked.some((extra) => EXTRAS[extra].refusedWith.some((refused) => refused === status));
}
