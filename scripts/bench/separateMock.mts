import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { MockOptions, RequestLogEntry } from '../../mock-lever/index.mts';
import { inCheckout, nodeBinary } from '../support/checkout.mts';
import { atEnd } from '../support/program.mts';
import { PlainMessage } from '../support/steps.mjs';

/** A mock Lever in a process of its own, so that its work is not measured with n8n's. */
export interface SeparateMock {
	baseUrl: string;
	apiKey: string;
	/** What was asked of the API so far */
	requests(): Promise<RequestLogEntry[]>;
	close(): Promise<void>;
}

/** @throws PlainMessage when the mock does not start */
export async function openSeparateMock(options: MockOptions): Promise<SeparateMock> {
	const program = inCheckout('scripts', 'bench', 'mockProcess.mts');
	// Checks of its answers are for tests; here they would only slow it down.
	const child = spawn(nodeBinary, [program, JSON.stringify({ ...options, checkAnswers: false })], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	atEnd(() => void child.kill('SIGTERM'));
	const ended = once(child, 'close');
	const line = await Promise.race([
		once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
		ended.then(() => undefined),
	]);
	if (line === undefined) throw new PlainMessage('The mock Lever did not start.');
	const { url, baseUrl, apiKey } = JSON.parse(line) as Record<'url' | 'baseUrl' | 'apiKey', string>;
	return {
		baseUrl,
		apiKey,
		async requests() {
			const response = await fetch(`${url}/_mock/requests`);
			const entries = (await response.json()) as RequestLogEntry[];
			return entries.filter(({ path }) => path.startsWith('/v1/'));
		},
		async close() {
			child.kill('SIGTERM');
			await ended;
		},
	};
}
