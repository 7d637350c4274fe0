import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach } from 'vitest';

export interface Asked {
	method: string;
	url: string;
	authorization: string | undefined;
}

export interface FileServer {
	/** `http://127.0.0.1:PORT` */
	url: string;
	asked: Asked[];
}

const open: Array<() => Promise<void>> = [];

afterEach(async () => {
	await Promise.all(open.splice(0).map(async (close) => await close()));
});

/** A server of its own for one test: Lever, or the storage that it sends downloads on to. */
export async function serve(
	answer: (request: IncomingMessage, response: ServerResponse, number: number) => unknown,
): Promise<FileServer> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		const { method = '', url = '', headers } = request;
		asked.push({ method, url, authorization: headers.authorization });
		void answer(request, response, asked.length);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	open.push(
		async () =>
			await new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	);
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, asked };
}
