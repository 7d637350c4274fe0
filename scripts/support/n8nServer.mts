import { randomBytes } from 'node:crypto';
import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { exists } from './cache.mts';
import { startN8n } from './n8nFolder.mts';
import type { N8nFolder, Settings } from './n8nFolder.mts';
import type { N8nInstallation } from './n8nInstallation.mts';
import { freePort } from './ports.mts';
import { PlainMessage } from './steps.mjs';

export interface Login {
	email: string;
	password: string;
}

export interface N8nServer {
	url: string;
	login: Login;
	/** Resolves with the exit code when n8n ends */
	ended: Promise<number>;
	/** The last lines that n8n wrote, for a message */
	lastLines: () => Promise<string>;
}

const patienceMilliseconds = 120_000;

/**
 * Starts n8n as a server that only this machine reaches, and makes its owner account.
 *
 * @throws PlainMessage when n8n ends, or does not answer within two minutes
 */
export async function serveN8n(
	installation: N8nInstallation,
	user: N8nFolder,
	port: number,
	settings: Settings = {},
): Promise<N8nServer> {
	const url = `http://127.0.0.1:${port}`;
	const logFile = path.join(user.folder, 'editor.log');
	const log = await open(logFile, 'w');
	const n8n = startN8n(installation, user, ['start'], {
		settings: {
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: String(port),
			N8N_EDITOR_BASE_URL: url,
			WEBHOOK_URL: url,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			// The editor is served without TLS, and only to this machine.
			N8N_SECURE_COOKIE: 'false',
			...settings,
		},
		stdio: ['ignore', log.fd, log.fd],
	});
	await log.close();
	const lastLines = async () =>
		(await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-15).join('\n');
	let exitCode: number | undefined;
	const ended = new Promise<number>((resolve, reject) => {
		n8n.once('error', reject);
		n8n.once('close', (code) => resolve((exitCode = code ?? 1)));
	});
	const deadline = Date.now() + patienceMilliseconds;
	while (!(await answers(`${url}/healthz/readiness`))) {
		if (exitCode !== undefined || Date.now() > deadline) {
			throw new PlainMessage(`n8n did not start.\n${await lastLines()}`);
		}
		await wait(200);
	}
	return { url, login: await ownerAccount(url, user.folder), ended, lastLines };
}

async function answers(url: string): Promise<boolean> {
	return fetch(url).then(
		(response) => response.ok,
		() => false,
	);
}

/** The owner of this n8n; the password is random and stands in a file that only its user can read. */
async function ownerAccount(url: string, folder: string): Promise<Login> {
	const file = path.join(folder, 'login.json');
	if (await exists(file)) return JSON.parse(await readFile(file, 'utf8'));
	// n8n asks for a capital letter and a digit.
	const login = { email: 'owner@example.com', password: `${randomBytes(12).toString('hex')}Aa1` };
	const response = await fetch(`${url}/rest/owner/setup`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...login, firstName: 'Local', lastName: 'Owner' }),
	});
	if (!response.ok) {
		throw new PlainMessage(`n8n did not make an owner account: ${await response.text()}`);
	}
	await writeFile(file, JSON.stringify(login), { mode: 0o600 });
	return login;
}
