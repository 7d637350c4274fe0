import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { unzipSync } from 'fflate';

import type { MockLever } from '../../mock-lever/index.mts';
import { readExecution } from './execution.mts';
import type { Execution } from './execution.mts';
import { lastLines, runN8n } from './n8nFolder.mts';
import type { CommandResult, N8nFolder, Settings } from './n8nFolder.mts';
import type { N8nInstallation } from './n8nInstallation.mts';
import { PlainMessage } from './steps.mjs';
import type { Workflow } from './workflow.mts';

/** Which key of the mock the credential "Lever account" holds. */
export interface CredentialChoice {
	apiKey?: string;
	/** Stored tokens of "Lever OAuth2 account"; a fresh grant unless told */
	grant?: object;
	/** Where both credentials point; the mock unless told */
	baseUrl?: string;
}

/** A credential as n8n takes it. */
export interface Credential {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** The two Lever credentials, under the names that the shipped workflows use, pointing to the mock. */
export function leverCredentials(mock: MockLever, choice: CredentialChoice = {}): Credential[] {
	return [
		{
			id: 'leverApiOfMock',
			name: 'Lever account',
			type: 'leverApi',
			data: {
				apiKey: choice.apiKey ?? mock.keys['all'],
				environment: 'custom',
				baseUrl: choice.baseUrl ?? mock.baseUrl,
			},
		},
		{
			id: 'leverOAuth2OfMock',
			name: 'Lever OAuth2 account',
			type: 'leverOAuth2Api',
			data: {
				clientId: mock.oauth.clientId,
				clientSecret: mock.oauth.clientSecret,
				environment: 'custom',
				baseUrl: choice.baseUrl ?? mock.baseUrl,
				customAuthUrl: mock.oauth.authorizeUrl,
				customAccessTokenUrl: mock.oauth.tokenUrl,
				customAudience: mock.oauth.audience,
				oauthTokenData: choice.grant ?? mock.oauth.grant(),
			},
		},
	];
}

/** Gives n8n the two Lever credentials, from its command line. */
export async function importCredentials(
	installation: N8nInstallation,
	user: N8nFolder,
	mock: MockLever,
	choice: CredentialChoice = {},
): Promise<void> {
	const file = path.join(user.folder, 'credentials.json');
	await writeFile(file, JSON.stringify(leverCredentials(mock, choice)));
	await mustSucceed(
		runN8n(installation, user, ['import:credentials', `--input=${file}`]),
		'n8n did not take the credentials.',
	);
}

export async function importWorkflow(
	installation: N8nInstallation,
	user: N8nFolder,
	workflow: Workflow,
): Promise<void> {
	const file = path.join(user.folder, `${workflow.id}.json`);
	await writeFile(file, JSON.stringify(workflow));
	await mustSucceed(
		runN8n(installation, user, ['import:workflow', `--input=${file}`]),
		`n8n did not take the workflow "${workflow.name}".`,
	);
}

/**
 * Runs an imported workflow to its end.
 *
 * @throws PlainMessage when n8n did not get as far as an execution
 */
export async function execute(
	installation: N8nInstallation,
	user: N8nFolder,
	workflowId: string,
	settings: Settings = {},
): Promise<Execution> {
	const args = ['execute', `--id=${workflowId}`, '--rawOutput'];
	const result = await runN8n(installation, user, args, settings);
	const execution = readExecution(result.output);
	if (!execution) throw new PlainMessage(`n8n did not run the workflow.\n${lastLines(result)}`);
	return execution;
}

async function mustSucceed(command: Promise<CommandResult>, sentence: string): Promise<void> {
	const result = await command;
	if (result.exitCode !== 0) throw new PlainMessage(`${sentence}\n${lastLines(result)}`);
}

export const packNames = ['evidence', 'identities'] as const;

/**
 * Unpacks the zips that a run left: the evidence pack into `evidence`, the identities pack into
 * `identities`.
 *
 * @returns which packs were there
 */
export async function unpackPacks(from: string, into: string): Promise<string[]> {
	const found: string[] = [];
	for (const zip of (await readdir(from)).filter((name) => name.endsWith('.zip')).sort()) {
		const pack = packNames.find((name) => zip.includes(name));
		if (!pack) continue;
		if (found.includes(pack)) throw new PlainMessage(`There are two ${pack} packs in ${from}.`);
		found.push(pack);
		await unpack(path.join(from, zip), path.join(into, pack));
	}
	return found;
}

/** A pack's files stand in one folder inside its zip; that folder's name is left out. */
async function unpack(zip: string, folder: string): Promise<void> {
	for (const [name, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
		const file = path.join(folder, name.slice(name.indexOf('/') + 1));
		if (!file.startsWith(folder + path.sep)) throw new Error(`${zip} holds a path outside itself`);
		if (name.endsWith('/')) continue;
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, bytes);
	}
}
