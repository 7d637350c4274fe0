import { createRequire } from 'node:module';

import type { AxiosStatic } from 'axios';

/** The node waits a minute for an answer (lever-api.md §9); a test must not. */
const TEST_TIMEOUT_MS = 1500;

const require = createRequire(import.meta.url);
const n8nCore = createRequire(require.resolve('n8n-core'));
const axios = createRequire(n8nCore.resolve('@n8n/backend-network'))('axios') as AxiosStatic;

const impatient = new Set<string>();

axios.interceptors.request.use((config) => {
	const { origin } = new URL(config.url ?? '');
	return impatient.has(origin) ? { ...config, timeout: TEST_TIMEOUT_MS } : config;
});

/**
 * Shortens how long n8n's own HTTP client waits for one mock. For that one only: on a busy machine a request
 * given up too soon would be sent again, and a fault meet nobody.
 */
export function shortenTimeout(url: string): void {
	impatient.add(url);
}
