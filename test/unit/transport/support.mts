import type { Clock } from '../../../nodes/shared/transport/pacing/clock.ts';
import { assembleClient } from '../../../nodes/shared/transport/client.ts';
import type { LeverClientOptions } from '../../../nodes/shared/transport/client.ts';
import type { SentQuery } from '../../../nodes/shared/transport/requests/query.ts';
import type { LeverClient, LeverConnection } from '../../../nodes/shared/transport/types.ts';

export const CONNECTION: LeverConnection = {
	environment: 'production',
	baseUrl: 'https://api.lever.co/v1',
	production: true,
	credentialKind: 'apiKey',
};

/** A clock that only moves when somebody sleeps. Sleeps that overlap end in the order of their ends. */
export class FakeClock implements Clock {
	time = 0;

	readonly slept: number[] = [];

	randomValue = 0;

	private readonly sleepers: Array<{ at: number; wake: () => void }> = [];

	now(): number {
		return 1_800_000_000_000 + this.time;
	}

	elapsed(): number {
		return this.time;
	}

	random(): number {
		return this.randomValue;
	}

	async sleep(milliseconds: number): Promise<void> {
		this.slept.push(milliseconds);
		await new Promise<void>((wake) => {
			this.sleepers.push({ at: this.time + milliseconds, wake });
			setImmediate(() => this.wakeNext());
		});
	}

	get totalSlept(): number {
		return this.slept.reduce((sum, milliseconds) => sum + milliseconds, 0);
	}

	private wakeNext(): void {
		this.sleepers.sort((a, b) => a.at - b.at);
		const next = this.sleepers.shift();
		if (!next) return;
		this.time = Math.max(this.time, next.at);
		next.wake();
	}
}

export interface SentRequest {
	url: string;
	query: SentQuery;
	at: number;
}

/** What the HTTP client of n8n throws for an answer with a status that is no success. */
export function httpFault(
	status: number,
	body: unknown = { code: 'Whatever', message: 'Lever said so' },
	headers: Record<string, string> = {},
): Error {
	const answer = Object.assign(new Error(`Request failed with status code ${status}`), {
		isAxiosError: true,
		response: { status, data: body, headers },
	});
	return Object.assign(new Error('wrapped by n8n', { cause: answer }), {
		httpCode: String(status),
		context: { data: body },
	});
}

export function networkFault(code: string): Error {
	const cause = Object.assign(new Error(`connect ${code}`), { code });
	return Object.assign(new Error('wrapped by n8n', { cause }), { httpCode: null });
}

/** A client whose answers are given one by one; an Error is thrown instead of answered. */
export function scriptedClient(
	answers: unknown[] | ((request: SentRequest, index: number) => unknown),
	options: LeverClientOptions & { signal?: AbortSignal; connection?: LeverConnection } = {},
): { client: LeverClient; sent: SentRequest[]; clock: FakeClock } {
	const clock = options.clock instanceof FakeClock ? options.clock : new FakeClock();
	const sent: SentRequest[] = [];
	const client = assembleClient(
		options.connection ?? CONNECTION,
		async (url, query) => {
			const request = { url, query, at: clock.time };
			sent.push(request);
			const index = sent.length - 1;
			const answer = Array.isArray(answers) ? answers[index] : answers(request, index);
			if (Array.isArray(answers) && index >= answers.length) {
				throw new Error(`No answer was prepared for request ${index + 1}`);
			}
			if (answer instanceof Error) throw answer;
			return answer;
		},
		{ ...options, clock },
		options.signal,
	);
	return { client, sent, clock };
}

export async function all<T>(pages: AsyncIterable<{ data: T[] }>): Promise<T[]> {
	const records: T[] = [];
	for await (const page of pages) for (const record of page.data) records.push(record);
	return records;
}

/** The error of a promise that must reject. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
	return await promise.then(
		() => {
			throw new Error('It did not reject');
		},
		(error: unknown) => error,
	);
}
