import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

/** Every mock in a test holds its answers against the API description; a child process inherits it. */
const env = { MOCK_LEVER_CHECK_ANSWERS: '1' };

/**
 * Test files at a time. A file of `e2e` keeps an n8n and a mock busy, so more than half of the cores only
 * makes all of them slow. One number for all projects: then the short files fill the gaps that the long
 * ones leave. (Vitest's own choice for two cores is one file at a time.)
 */
const maxWorkers = Math.max(2, Math.floor(availableParallelism() / 2));

/**
 * - `unit`: pure functions, single parts and the packed package
 * - `engine`: nodes on n8n's real execution engine (n8n-core)
 * - `e2e`: the shipped workflow in the real n8n, from the packed package, against the mock
 */
export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					env,
					maxWorkers,
					include: ['test/unit/**/*.test.mts', 'test/contract/**/*.test.mts'],
					testTimeout: 30_000,
					// Building and packing takes longer than a test may.
					hookTimeout: 180_000,
				},
			},
			{
				test: {
					name: 'engine',
					env,
					maxWorkers,
					include: ['test/engine/**/*.test.mts'],
					globalSetup: ['test/engine/harness/globalSetup.mts'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: 'e2e',
					env,
					maxWorkers,
					include: ['test/e2e/**/*.test.mts'],
					globalSetup: ['test/e2e/harness/globalSetup.mts'],
					testTimeout: 120_000,
					hookTimeout: 300_000,
				},
			},
		],
	},
});
