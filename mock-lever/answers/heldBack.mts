import type { Response } from 'express';

/** What an answer is made of when it is complete and nothing of it has left yet. */
export type AtEnd = (body: Buffer) => void;

/**
 * Holds an answer back until it is complete, so that it can still be replaced by another one.
 *
 * @param letThrough asked at every write: true = this answer goes out as it is written
 * @param atEnd is given the whole body and sends the answer, with the methods that the response has by then
 */
export function holdBack(response: Response, letThrough: () => boolean, atEnd: AtEnd): void {
	const write = response.write.bind(response) as (...args: unknown[]) => boolean;
	const end = response.end.bind(response) as (...args: unknown[]) => Response;
	const chunks: Buffer[] = [];
	const keep = (chunk: unknown, encoding: unknown) => {
		if (chunk === undefined || chunk === null || typeof chunk === 'function') return;
		chunks.push(
			typeof chunk === 'string'
				? Buffer.from(chunk, isEncoding(encoding) ? encoding : 'utf8')
				: Buffer.from(chunk as Uint8Array),
		);
	};
	const release = () => {
		response.write = write as typeof response.write;
		response.end = end as typeof response.end;
		for (const chunk of chunks.splice(0)) response.write(chunk);
	};
	response.write = ((...args: unknown[]) => {
		if (letThrough()) {
			release();
			return write(...args);
		}
		keep(args[0], args[1]);
		callLast(args);
		return true;
	}) as typeof response.write;
	response.end = ((...args: unknown[]) => {
		if (letThrough()) {
			release();
			return end(...args);
		}
		keep(args[0], args[1]);
		const body = Buffer.concat(chunks.splice(0));
		release();
		callLast(args);
		atEnd(body);
		return response;
	}) as typeof response.end;
}

const isEncoding = (value: unknown): value is BufferEncoding =>
	typeof value === 'string' && Buffer.isEncoding(value);

/** The callback that `write` and `end` take last; what was kept counts as written. */
function callLast(args: unknown[]): void {
	const last = args.at(-1);
	if (typeof last === 'function') queueMicrotask(() => last());
}
