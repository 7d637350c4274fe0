import type { IAllExecuteFunctions, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { SentQuery } from '../requests/query';
import { TIMEOUT_MS } from '../requests/request';

/** What n8n takes as a stream of bytes. */
export type ByteStream = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Buffer
>;

/** A file whose bytes are still to come. */
export interface LeverFile {
	stream: ByteStream;
	/** One name without folders; absent when Lever gives none */
	fileName?: string;
	/** Media type without parameters */
	mimeType: string;
}

/** Opens an address with the credential, or, for a storage of another host, without any. */
export interface FileSource {
	withCredential(url: string, query: SentQuery): Promise<unknown>;
	withoutCredential(url: string): Promise<unknown>;
}

/** Every request for a file: a GET that follows no redirect by itself. */
const REQUEST = {
	method: 'GET',
	json: false,
	encoding: 'stream',
	returnFullResponse: true,
	timeout: TIMEOUT_MS,
	disableFollowRedirect: true,
} as const satisfies Partial<IHttpRequestOptions>;

/** Files by n8n's request helpers. */
export function fileSourceOf(
	context: IAllExecuteFunctions,
	credentialType: string,
	signal?: AbortSignal,
): FileSource {
	return {
		withCredential: async (url, query) => {
			const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				credentialType,
				{ ...REQUEST, url, qs: query, arrayFormat: 'repeat' },
			);
			return answer;
		},
		withoutCredential: async (url) => {
			const answer: unknown = await context.helpers.httpRequest({
				...REQUEST,
				url,
				...(signal && { abortSignal: signal }),
			});
			return answer;
		},
	};
}
