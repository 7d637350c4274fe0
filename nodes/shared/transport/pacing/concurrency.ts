/**
 * Runs `work` for every entry, at most `limit` at the same time, and gives the results in the order of the
 * entries. After the first rejection nothing new is started; what runs is awaited, then the rejection
 * that came first is thrown.
 */
export async function mapConcurrently<Entry, Result>(
	entries: readonly Entry[],
	limit: number,
	work: (entry: Entry, index: number) => Promise<Result>,
): Promise<Result[]> {
	const results = new Array<Result>(entries.length);
	const rejections: unknown[] = [];
	const waiting = entries.entries();

	const runStream = async () => {
		for (const [index, entry] of waiting) {
			if (rejections.length > 0) return;
			try {
				results[index] = await work(entry, index);
			} catch (error) {
				rejections.push(error);
			}
		}
	};

	const streams = Math.max(1, Math.min(Math.floor(limit), entries.length));
	await Promise.all(Array.from({ length: streams }, runStream));
	if (rejections.length > 0) throw rejections[0];
	return results;
}
