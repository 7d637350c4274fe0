/** How statuses are compared: `IN_PROGRESS`, `in-progress` and `In progress` are the same. */
export function foldStatus(status: string): string {
	return status
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.toLowerCase()
		.replace(/[\s_\-.()]+/g, ' ')
		.trim();
}
