/** How long something takes, in ms, over several times. */
export interface Times {
	median: number;
	slowest: number;
	times: number;
}

const MOST = 40;
const LEAST = 3;
/** After this long three times are enough, ms */
const PATIENCE = 10_000;

const rounded = (milliseconds: number) => Math.round(milliseconds * 100) / 100;

/** Does something again and again, and measures all but the first time, which warms up. */
export async function timesOf(run: () => Promise<void>): Promise<Times> {
	await run();
	const begin = performance.now();
	const taken: number[] = [];
	while (taken.length < LEAST || (taken.length < MOST && performance.now() - begin < PATIENCE)) {
		const start = performance.now();
		await run();
		taken.push(performance.now() - start);
	}
	taken.sort((a, b) => a - b);
	return {
		median: rounded(taken[Math.floor(taken.length / 2)] ?? 0),
		slowest: rounded(taken.at(-1) ?? 0),
		times: taken.length,
	};
}
