import type { N8nFolder } from './n8nFolder.mts';
import type { N8nInstallation } from './n8nInstallation.mts';
import { serveN8n } from './n8nServer.mts';
import type { N8nServer } from './n8nServer.mts';
import { showProgress } from './steps.mjs';

export const editorPort = 5678;

/** Starts n8n with its editor, reachable from this machine only, and shows that it is starting. */
export async function openEditor(
	installation: N8nInstallation,
	user: N8nFolder,
	port = editorPort,
): Promise<N8nServer> {
	const starting = showProgress('Starting n8n');
	try {
		const server = await serveN8n(installation, user, port);
		starting.end('done');
		return server;
	} catch (error) {
		starting.end('stopped');
		throw error;
	}
}
