import type { Account } from './account.mts';

type Labels = 'tags' | 'sources';

/**
 * Keeps a list of tags or sources in step with the opportunities that carry them (lever-api.md §5.5). One that
 * nobody carries any more leaves the list.
 */
export function recount(
	{ store }: Account,
	labels: Labels,
	before: readonly string[],
	after: readonly string[],
): void {
	const steps = [
		...after.filter((each) => !before.includes(each)).map((text) => [text, 1] as const),
		...before.filter((each) => !after.includes(each)).map((text) => [text, -1] as const),
	];
	for (const [text, step] of steps) {
		const count = (store.get(labels, text)?.count ?? 0) + step;
		if (count > 0) store.put(labels, { count, text });
		else store.remove(labels, text);
	}
}
