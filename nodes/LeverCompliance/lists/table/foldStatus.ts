/** What most statuses are already: words in plain small letters. */
const FOLDED = /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/;

/** How lists write that there is nothing, folded. */
export const SAYS_NOTHING: ReadonlySet<string> = new Set(['', '–', '—', 'n/a', 'null']);

/** How statuses are compared: `IN_PROGRESS`, `in-progress` and `In progress` are the same. */
export function foldStatus(status: string): string {
	if (FOLDED.test(status)) return status;
	return status
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.toLowerCase()
		.replace(/[\s_\-.()]+/g, ' ')
		.trim();
}
