import { createServer } from 'node:net';

const host = '127.0.0.1';

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
	return listenOnce(0);
}

/** Whether something listens on a port of this machine. */
export async function portInUse(port: number): Promise<boolean> {
	try {
		await listenOnce(port);
		return false;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return true;
		throw error;
	}
}

async function listenOnce(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, host, () => {
			const address = server.address();
			server.close(() =>
				typeof address === 'object' && address !== null
					? resolve(address.port)
					: reject(new Error('The server has no port')),
			);
		});
	});
}
