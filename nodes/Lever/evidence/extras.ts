import type { LeverClient, LeverPage, LeverQuery } from '../../shared/transport/types';
import { LeverReadError } from '../../shared/transport/faults';
import type { LeverRecord } from './leverJson';

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

/** A list whose first page was read with as many extras as Lever allows. */
export interface OpenedList {
	granted: Extra[];
	pages: AsyncGenerator<LeverPage<LeverRecord>, void, undefined>;
}

/**
 * Opens a list with every extra; where Lever refuses, with ever fewer of them, so that a credential
 * that lacks one permission still reads everything else.
 *
 * @throws LeverReadError when the list cannot be read without any extra either, or for another fault
 */
export async function openWithExtras(
	client: LeverClient,
	path: string,
	query: LeverQuery,
	extras: readonly Extra[],
): Promise<OpenedList> {
	return await openFirstAllowed(client, path, query, everFewer(extras));
}

async function openFirstAllowed(
	client: LeverClient,
	path: string,
	query: LeverQuery,
	[granted = [], ...fewer]: Extra[][],
): Promise<OpenedList> {
	const pages = client.pages<LeverRecord>(path, withExtras(query, granted));
	const first = await pages.next().catch((error: unknown) => refusal(error, granted));
	if (first !== null) return { granted, pages: startingWith(first, pages) };
	return await openFirstAllowed(client, path, query, fewer);
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

/** @throws the error itself unless Lever may have refused one of the extras with it */
function refusal(error: unknown, granted: readonly Extra[]): null {
	const status = error instanceof LeverReadError ? error.failure.httpStatus : undefined;
	const isRefusal = granted.some((extra) =>
		EXTRAS[extra].refusedWith.some((refused) => refused === status),
	);
	if (!isRefusal) throw error;
	return null;
}

async function* startingWith(
	first: IteratorResult<LeverPage<LeverRecord>, void>,
	rest: AsyncGenerator<LeverPage<LeverRecord>, void, undefined>,
): AsyncGenerator<LeverPage<LeverRecord>, void, undefined> {
	if (first.done === true) return;
	yield first.value;
	yield* rest;
}
