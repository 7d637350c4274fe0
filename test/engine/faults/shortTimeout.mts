import { createRequire } from 'node:module';

import type { AxiosStatic } from 'axios';

/** The node waits a minute for an answer (lever-api.md §9); a test must not. */
const TEST_TIMEOUT_MS = 1500;

const require = createRequire(import.meta.url);
const network = createRequire(
	createRequire(require.resolve('n8n-core')).resolve('@n8n/backend-network'),
);

/** Shortens the waits of n8n's own HTTP client; the rest of it stays. */
export function shortenTimeouts(): void {
	const axios = network('axios') as AxiosStatic;
	axios.interceptors.request.use((config) => ({ ...config, timeout: TEST_TIMEOUT_MS }));
}
