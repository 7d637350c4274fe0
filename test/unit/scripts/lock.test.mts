import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { exists } from '../../../scripts/support/cache.mts';
import { withLock } from '../../../scripts/support/lock.mts';

let place = '';
let lock = '';

beforeEach(async () => {
	place = await mkdtemp(path.join(tmpdir(), 'lever-lock-'));
	lock = path.join(place, 'lock');
});

afterEach(() => rm(place, { recursive: true }));

it('lets one in at a time', async () => {
	let inside = 0;
	let most = 0;
	const work = async () => {
		inside += 1;
		most = Math.max(most, inside);
		await wait(20);
		inside -= 1;
	};
	await Promise.all([1, 2, 3].map(() => withLock(lock, 'testing', work)));
	expect(most).toBe(1);
});

it('is given back when the work stops with an error', async () => {
	await expect(withLock(lock, 'testing', () => Promise.reject(new Error('stop')))).rejects.toThrow(
		'stop',
	);
	expect(await exists(lock)).toBe(false);
});

it('is taken over from a process that has ended', async () => {
	await mkdir(lock);
	// Process ids end at 4194304 on Linux.
	await writeFile(path.join(lock, 'pid'), '9999999');
	expect(await withLock(lock, 'testing', async () => 'mine')).toBe('mine');
});
