/** What is read ahead of its reader. */
interface ReadAheadTools<Answer> {
	/**
	 * Begins one more read, if there is one to begin now.
	 *
	 * @param underWay reads that were begun and whose answers the reader has not taken yet
	 * @returns null when nothing is to be begun before another answer
	 */
	begin(underWay: number): Promise<Answer> | null;
	/** Called once at the end, also when the reader stops early or a read fails */
	end(): void;
}

/**
 * Gives answers in the order in which they come, with several reads under way. Answers that are not taken
 * count as under way, so that a slow reader slows the reads down. After the first read that fails nothing
 * new is begun; answers that came before it are given first.
 *
 * @throws what the first failed read throws
 */
export async function* readAhead<Answer>(
	tools: ReadAheadTools<Answer>,
): AsyncGenerator<Answer, void, undefined> {
	const arrived: Answer[] = [];
	const failures: unknown[] = [];
	let underWay = 0;
	let ended = false;
	let wake = () => {};

	const beginMore = () => {
		while (!ended && failures.length === 0) {
			const read = tools.begin(underWay + arrived.length);
			if (read === null) return;
			underWay += 1;
			void follow(read);
		}
	};
	const follow = async (read: Promise<Answer>) => {
		try {
			arrived.push(await read);
		} catch (error) {
			failures.push(error);
		}
		underWay -= 1;
		wake();
		beginMore();
	};

	try {
		beginMore();
		for (;;) {
			const answer = arrived.shift();
			if (answer !== undefined) {
				yield answer;
				beginMore();
			} else if (failures.length > 0) {
				throw failures[0];
			} else if (underWay === 0) {
				return;
			} else {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		}
	} finally {
		ended = true;
		tools.end();
	}
}

/**
 * Reads several cursors side by side, each with one read under way, and gives their pages in the order in
 * which they come.
 *
 * @throws what the first failed read throws
 */
export async function* readSideBySide<Page, Source>(
	sources: ReadonlyArray<{ source: Source; pages: AsyncGenerator<Page, void, undefined> }>,
): AsyncGenerator<{ source: Source; page: Page }, void, undefined> {
	const idle = [...sources];
	const answers = readAhead({
		begin: () => {
			const cursor = idle.shift();
			if (cursor === undefined) return null;
			return cursor.pages.next().then((result) => {
				if (result.done === true) return null;
				idle.push(cursor);
				return { source: cursor.source, page: result.value };
			});
		},
		end: () => {},
	});
	for await (const answer of answers) if (answer !== null) yield answer;
}
