import { waitFor, type Clock } from '../pacing/clock';
import type { SentQuery } from '../requests/query';
import {
	LONGEST_REDIRECT_CHAIN,
	redirectFault,
	valueOrRedirect,
	type Answer,
} from '../requests/request';
import { isRecord, readPath } from '../unknown';
import { brokenOff, notProcessed, refusedByStorage, webPage, type Receiving } from './fileFaults';
import { fileNameIn, mimeTypeIn } from './fileName';
import type { ByteStream, FileSource, LeverFile } from './fileSource';

/** A file of 30 MB, Lever's largest (lever-api.md §5.11), over a slow line; a body that stalls ends here. */
const LONGEST_DOWNLOAD_MS = 600_000;

/**
 * One GET whose answer is a file, handed to `receive` while its bytes arrive. Lever may send it from a
 * storage of another host, which never gets the credential (lever-api.md §5.11).
 *
 * @throws LeverReadError, also when the bytes end early or cannot be stored
 */
export async function receiveFile<T>(
	source: FileSource,
	query: SentQuery,
	receiving: Receiving,
	receive: (file: LeverFile) => Promise<T>,
): Promise<T> {
	const file = await openFile(source, query, receiving);
	const done = new AbortController();
	endWhenTooLate(file.stream, receiving.clock, done.signal);
	try {
		return await receive(file);
	} catch (error) {
		throw brokenOff(error, receiving);
	} finally {
		done.abort();
		file.stream.destroy();
	}
}

function endWhenTooLate(stream: ByteStream, clock: Clock, done: AbortSignal): void {
	const end = () => stream.destroy(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' }));
	void waitFor(clock, LONGEST_DOWNLOAD_MS, done).then(end, () => undefined);
}

async function openFile(
	source: FileSource,
	query: SentQuery,
	receiving: Receiving,
): Promise<LeverFile> {
	const { situation } = receiving;
	const { connection } = situation;
	const lever = new URL(connection.baseUrl).origin;
	let url = `${connection.baseUrl}${situation.path}`;
	let atLever = true;
	for (let hop = 0; ; hop++) {
		const answer = atLever
			? await openAtLever(source, url, hop === 0 ? query : {}, receiving)
			: await openAtStorage(source, url, receiving);
		if (answer.location === undefined) return fileOf(answer.value, new URL(url).host);
		if (hop >= LONGEST_REDIRECT_CHAIN) throw redirectFault('in circles', 'No file was read.');
		url = nextAddress(answer.location, url, connection.baseUrl);
		// Once outside, no later hop gets the credential either, not even back at Lever.
		atLever &&= new URL(url).origin === lever;
	}
}

async function openAtLever(
	source: FileSource,
	url: string,
	query: SentQuery,
	{ situation, clock }: Receiving,
): Promise<Answer> {
	const open = async () => await source.withCredential(url, query);
	return await valueOrRedirect(open, situation, clock).catch((error: unknown) => {
		throw notProcessed(error);
	});
}

async function openAtStorage(
	source: FileSource,
	url: string,
	{ situation, clock }: Receiving,
): Promise<Answer> {
	const { origin } = new URL(url);
	const there = { ...situation, connection: { ...situation.connection, baseUrl: origin } };
	const open = async () => await source.withoutCredential(url);
	return await valueOrRedirect(open, there, clock).catch((error: unknown) => {
		throw refusedByStorage(error);
	});
}

/** Where a redirect leads: encrypted, or at most as open as the base URL is (the mock server's is). */
function nextAddress(location: string, from: string, baseUrl: string): string {
	const target = URL.canParse(location, from) ? new URL(location, from) : undefined;
	if (target === undefined) throw redirectFault('to no address', 'No file was read.');
	const allowed = ['https:', new URL(baseUrl).protocol];
	if (!allowed.includes(target.protocol) || target.username !== '' || target.password !== '') {
		throw redirectFault('to an address that is not encrypted', 'No file was read.');
	}
	return target.href;
}

function fileOf(answer: unknown, host: string): LeverFile {
	const stream = readPath(answer, 'body');
	const headers = readPath(answer, 'headers');
	const header = (name: string) => {
		const value = isRecord(headers) ? headers[name] : undefined;
		return typeof value === 'string' ? value : undefined;
	};
	const mimeType = mimeTypeIn(header('content-type'));
	if (!isByteStream(stream) || mimeType === 'text/html') {
		if (isByteStream(stream)) stream.destroy();
		throw webPage(host);
	}
	const fileName = fileNameIn(header('content-disposition'));
	return { stream, mimeType, ...(fileName !== undefined && { fileName }) };
}

function isByteStream(value: unknown): value is ByteStream {
	return isRecord(value) && typeof value.pipe === 'function' && typeof value.destroy === 'function';
}
