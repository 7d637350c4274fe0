import type { MockLever } from '../../../../mock-lever/index.mts';
import type { Clock } from '../../../../nodes/shared/transport/pacing/clock.ts';
import { assembleClient } from '../../../../nodes/shared/transport/client.ts';
import type { LeverClient } from '../../../../nodes/shared/transport/types.ts';
import { httpFault, networkFault } from '../../transport/support.mts';

/** How much shorter every wait is than it says. */
const HASTE = 200;

/** Real time, with waits cut short: retries take no time worth speaking of. */
const hastyClock: Clock = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
	sleep: async (milliseconds) =>
		await new Promise((resolve) => setTimeout(resolve, milliseconds / HASTE)),
	random: () => 0.5,
};

/**
 * A client that talks to the mock over HTTP, without n8n and without limit.
 *
 * @param onRequest called before each request is sent and when its answer is there
 */
export function clientOf(mock: MockLever, onRequest: () => void): LeverClient {
	const authorization = `Basic ${btoa(`${mock.keys.all}:`)}`;
	return assembleClient(
		{
			environment: 'custom',
			baseUrl: mock.baseUrl,
			production: false,
			credentialKind: 'apiKey',
		},
		async (url, query) => {
			onRequest();
			const search = new URLSearchParams();
			for (const [name, value] of Object.entries(query)) {
				for (const each of [value].flat()) search.append(name, each);
			}
			const body = await answerOf(`${url}?${search.toString()}`, authorization);
			onRequest();
			return body;
		},
		{ clock: hastyClock, pace: { requestsPerSecond: 500, burst: 50 } },
	);
}

/** @throws what n8n's request helper throws */
async function answerOf(url: string, authorization: string): Promise<unknown> {
	const { status, headers, text } = await fetch(url, {
		headers: { authorization },
		redirect: 'manual',
		signal: AbortSignal.timeout(20_000),
	})
		.then(async (answer) => ({
			status: answer.status,
			headers: headersOf(answer),
			text: await answer.text(),
		}))
		.catch(() => {
			throw networkFault('ECONNRESET');
		});
	const body = jsonOrText(text);
	if (status !== 200) throw httpFault(status, body, headers);
	return body;
}

function headersOf({ headers }: Response): Record<string, string> {
	const texts: Record<string, string> = {};
	headers.forEach((value, name) => {
		texts[name] = value;
	});
	return texts;
}

function jsonOrText(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
