import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { cp, mkdir, mkdtemp, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { exists, openCache, removeLeftovers, unfinishedName } from './cache.mts';
import { nodeBinary } from './checkout.mts';
import { withLock } from './lock.mts';
import type { N8nInstallation } from './n8nInstallation.mts';
import type { BuiltPackage } from './package.mts';
import { freePort } from './ports.mts';
import { endGroup, PlainMessage } from './steps.mjs';

/** An n8n of its own: database, settings, installed nodes, all below one folder. */
export interface N8nFolder {
	/** Value of N8N_USER_FOLDER */
	folder: string;
	/** Where n8n's Read/Write Files node may read and write */
	filesFolder: string;
}

export interface CommandResult {
	exitCode: number;
	output: string;
	complaints: string;
}

/** What a caller may add to an n8n's environment, for instance a port. */
export type Settings = Record<string, string>;

/**
 * Makes a user folder with the packed package in `.n8n/nodes`, where n8n keeps community packages, and a
 * database that is already set up (copied from a template, since setting one up takes ten seconds).
 */
export async function makeN8nFolder(
	installation: N8nInstallation,
	built: BuiltPackage,
	folder: string,
): Promise<N8nFolder> {
	const template = await databaseTemplate(installation);
	const filesFolder = path.join(folder, 'files');
	await cp(template, folder, { recursive: true });
	await mkdir(filesFolder, { recursive: true });
	await installPackage(folder, built);
	return { folder, filesFolder };
}

/** Puts the packed package where n8n looks for community packages; replaces the one that is there. */
export async function installPackage(folder: string, built: BuiltPackage): Promise<void> {
	const place = path.join(folder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-lever');
	await rm(place, { recursive: true, force: true });
	await mkdir(path.dirname(place), { recursive: true });
	await cp(built.unpacked, place, { recursive: true });
}

/** An empty user folder with its database set up; one per installed n8n. */
export async function databaseTemplate(installation: N8nInstallation): Promise<string> {
	const cache = await openCache();
	const template = path.join(cache, path.basename(installation.folder).replace('n8n-', 'user-'));
	if (await exists(template)) return template;
	await withLock(`${template}.lock`, 'setting up a database for n8n', async () => {
		if (await exists(template)) return;
		await removeLeftovers();
		const folder = unfinishedName(template);
		await mkdir(folder);
		const result = await runN8n(installation, { folder, filesFolder: folder }, ['list:workflow']);
		if (result.exitCode !== 0) {
			throw new PlainMessage(`n8n did not set up its database.\n${lastLines(result)}`);
		}
		await rename(folder, template);
	});
	return template;
}

/**
 * Runs one of n8n's commands to its end. Its output goes through files: n8n ends before a pipe has taken
 * the run data of a large execution.
 */
export async function runN8n(
	installation: N8nInstallation,
	user: N8nFolder,
	args: string[],
	settings: Settings = {},
): Promise<CommandResult> {
	const logs = await mkdtemp(path.join(user.folder, 'command-'));
	const [output, complaints] = await Promise.all([
		open(path.join(logs, 'output'), 'w+'),
		open(path.join(logs, 'complaints'), 'w+'),
	]);
	try {
		const child = startN8n(installation, user, args, {
			settings: { N8N_RUNNERS_BROKER_PORT: String(await freePort()), ...settings },
			stdio: ['ignore', output.fd, complaints.fd],
		});
		const exitCode = await new Promise<number>((resolve, reject) => {
			child.once('error', reject);
			child.once('close', (code) => resolve(code ?? 1));
		});
		return {
			exitCode,
			output: await readFile(path.join(logs, 'output'), 'utf8'),
			complaints: await readFile(path.join(logs, 'complaints'), 'utf8'),
		};
	} finally {
		await Promise.all([output.close(), complaints.close()]);
		await rm(logs, { recursive: true, force: true });
	}
}

const running = new Set<ChildProcess>();

/** Ends every n8n that was started here, with its task runners. */
export function endN8n(): void {
	for (const child of running) endGroup(child, 'SIGKILL');
}

/** Starts one of n8n's commands in a process group of its own. */
export function startN8n(
	installation: N8nInstallation,
	user: N8nFolder,
	args: string[],
	options: { settings: Settings; stdio: StdioOptions },
): ChildProcess {
	const child = spawn(nodeBinary, [installation.program, ...args], {
		cwd: user.folder,
		env: environment(user, options.settings),
		stdio: options.stdio,
		detached: true,
	});
	running.add(child);
	child.once('close', () => running.delete(child));
	return child;
}

/** Nothing of the person's own n8n settings, and nothing that calls home. */
function environment(user: N8nFolder, settings: Settings): NodeJS.ProcessEnv {
	const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'];
	return {
		...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
		N8N_USER_FOLDER: user.folder,
		N8N_RESTRICT_FILE_ACCESS_TO: user.filesFolder,
		N8N_LOG_LEVEL: 'info',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		// It fetches a list of servers from n8n's own site at every start.
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		GENERIC_TIMEZONE: 'UTC',
		...settings,
	};
}

/** The end of what a command said, for a message. */
export function lastLines(result: CommandResult, count = 15): string {
	return `${result.output}\n${result.complaints}`.trim().split('\n').slice(-count).join('\n');
}
