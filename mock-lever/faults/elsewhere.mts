import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that reached the other host. */
export interface ElsewhereRequest {
	path: string;
	/** Whether it carried an `Authorization` header: credentials given to a stranger */
	credentials: boolean;
}

/**
 * Another host, which redirects lead to. It answers any request with an empty list, as if nothing were amiss,
 * and notes whether credentials came along.
 */
export class Elsewhere {
	private server: Promise<Server> | null = null;
	private readonly seen: ElsewhereRequest[] = [];

	/** What reached it so far */
	requests(): ElsewhereRequest[] {
		return this.seen.map((request) => ({ ...request }));
	}

	/** @returns its root, without a slash at the end; it begins to listen with the first call */
	async url(): Promise<string> {
		this.server ??= this.listen();
		const { port } = (await this.server).address() as AddressInfo;
		return `http://127.0.0.1:${port}`;
	}

	async close(): Promise<void> {
		const server = await this.server;
		server?.close();
		server?.closeAllConnections();
	}

	private async listen(): Promise<Server> {
		const server = createServer((request, response) => {
			const { url = '', headers } = request;
			this.seen.push({
				path: url.replace(/\?.*$/, ''),
				credentials: headers.authorization !== undefined,
			});
			response.setHeader('content-type', 'application/json; charset=utf-8');
			response.end('{"data":[],"hasNext":false}');
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return server;
	}
}
