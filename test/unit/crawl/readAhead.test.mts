import { describe, expect, it } from 'vitest';

import { readAhead, readSideBySide } from '../../../nodes/shared/crawl/readAhead.ts';

/** Reads that a test ends one by one. */
function openReads(limit: number, total: number) {
	const reads: Array<{ end: (answer: string) => void; fail: (error: Error) => void }> = [];
	let ended = 0;
	const answers = readAhead<string>({
		begin: (underWay) => {
			if (underWay >= limit || reads.length >= total) return null;
			return new Promise((resolve, reject) => {
				reads.push({ end: resolve, fail: reject });
			});
		},
		end: () => {
			ended += 1;
		},
	});
	return { reads, answers, endings: () => ended };
}

const soon = async () => await new Promise((resolve) => setTimeout(resolve, 1));

describe('reading ahead', () => {
	it('gives answers as they come and begins the next read at once', async () => {
		const { reads, answers } = openReads(2, 3);
		const first = answers.next();
		expect(reads).toHaveLength(2);
		reads[1]?.end('b');
		expect(await first).toEqual({ value: 'b', done: false });
		// The reader still has its answer in hand: only one other read is under way.
		const second = answers.next();
		expect(reads).toHaveLength(3);
		reads[2]?.end('c');
		expect((await second).value).toBe('c');
		const third = answers.next();
		reads[0]?.end('a');
		expect((await third).value).toBe('a');
		expect((await answers.next()).done).toBe(true);
	});

	it('begins nothing more while answers wait for a slow reader', async () => {
		const { reads, answers } = openReads(3, 100);
		const first = answers.next();
		for (const each of reads.slice()) each.end('x');
		await first;
		await soon();
		expect(reads.length).toBeLessThanOrEqual(4);
		for (const each of reads.slice()) each.end('x');
		await soon();
		expect(reads.length).toBeLessThanOrEqual(4);
	});

	it('gives what came before a failure, then throws it, and begins nothing more', async () => {
		const { reads, answers, endings } = openReads(3, 100);
		const first = answers.next();
		reads[0]?.end('a');
		reads[1]?.end('b');
		reads[2]?.fail(new Error('broken'));
		expect((await first).value).toBe('a');
		expect((await answers.next()).value).toBe('b');
		const begun = reads.length;
		await expect(answers.next()).rejects.toThrow('broken');
		await soon();
		expect(reads.length).toBe(begun);
		expect(endings()).toBe(1);
	});

	it('ends when the reader has enough, whatever the reads under way do', async () => {
		const { reads, answers, endings } = openReads(3, 100);
		const first = answers.next();
		reads[0]?.end('a');
		await first;
		await answers.return();
		expect(endings()).toBe(1);
		const begun = reads.length;
		reads[1]?.fail(new Error('nobody hears this'));
		reads[2]?.end('c');
		await soon();
		expect(reads.length).toBe(begun);
	});

	it('reads cursors side by side, each page by page', async () => {
		async function* pages(name: string, count: number) {
			for (let page = 1; page <= count; page += 1) {
				await soon();
				yield `${name}${page}`;
			}
		}
		const given: string[] = [];
		const sources = [
			{ source: 'a', pages: pages('a', 3) },
			{ source: 'b', pages: pages('b', 1) },
			{ source: 'c', pages: pages('c', 0) },
		];
		for await (const { source, page } of readSideBySide(sources)) given.push(`${source}:${page}`);
		expect(given.sort()).toEqual(['a:a1', 'a:a2', 'a:a3', 'b:b1']);
	});
});
