/** How one try to deliver went. */
export interface Attempt {
	/** Milliseconds since 1970, real time */
	at: number;
	/** Status of the answer; null when none came */
	status: number | null;
	/** Why none came, in words */
	reason?: string;
	durationMilliseconds: number;
}

const PATIENCE_MILLISECONDS = 10_000;

function reasonOf(thrown: unknown): string {
	if (!(thrown instanceof Error)) return 'no answer';
	if (thrown.name === 'TimeoutError') return 'no answer in 10 seconds';
	const { cause } = thrown;
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	return code === '' ? 'no connection' : `no connection (${code})`;
}

/** Sends one body. Redirects are not followed: Lever takes a 3xx for a failure (lever-api.md §6.3). */
export async function post(url: string, body: string, stop: AbortSignal): Promise<Attempt> {
	const at = Date.now();
	const begin = performance.now();
	const took = () => Math.round(performance.now() - begin);
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'user-agent': 'Lever-Webhooks', 'content-type': 'application/json' },
			body,
			redirect: 'manual',
			signal: AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MILLISECONDS)]),
		});
		await response.body?.cancel();
		return { at, status: response.status, durationMilliseconds: took() };
	} catch (thrown) {
		return { at, status: null, reason: reasonOf(thrown), durationMilliseconds: took() };
	}
}

export const isAcknowledged = ({ status }: Attempt): boolean =>
	status !== null && status >= 200 && status <= 299;
