import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { MockLever } from '../../../../mock-lever/index.mts';
import { basic } from '../client.mts';

/** What came over the wire, as bytes. */
export interface WireAnswer {
	/** How it ended: whole, cut off, or not at all within `patience` */
	end: 'whole' | 'cut off' | 'gave up';
	/** Code of the connection, for instance ECONNRESET */
	code: string;
	/** 0 when no head arrived */
	status: number;
	headers: IncomingHttpHeaders;
	bytes: Buffer;
}

/**
 * One request of a client that knows nothing of Lever: no redirect is followed, nothing is decoded.
 *
 * @param patience milliseconds until the client gives up
 */
export function ask(
	mock: MockLever,
	path: string,
	options: { authorization?: string; patience?: number } = {},
): Promise<WireAnswer> {
	const authorization = options.authorization ?? basic(mock.keys.all);
	return new Promise((resolve) => {
		const seen: WireAnswer = {
			end: 'gave up',
			code: '',
			status: 0,
			headers: {},
			bytes: Buffer.alloc(0),
		};
		const chunks: Buffer[] = [];
		const finish = (end: WireAnswer['end'], fault?: NodeJS.ErrnoException) => {
			resolve({ ...seen, end, code: fault?.code ?? '', bytes: Buffer.concat(chunks) });
		};
		const request = get(
			`${mock.baseUrl}${path}`,
			{ headers: { authorization }, agent: false },
			(response) => {
				seen.status = response.statusCode ?? 0;
				seen.headers = response.headers;
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () => finish('whole'));
				response.on('error', (fault) => finish('cut off', fault));
			},
		);
		request.on('error', (fault) => finish('cut off', fault));
		request.setTimeout(options.patience ?? 5_000, () => {
			finish('gave up');
			request.destroy();
		});
	});
}

/** The body as JSON. */
export const jsonOf = <T,>({ bytes }: WireAnswer): T => JSON.parse(bytes.toString('utf8')) as T;
