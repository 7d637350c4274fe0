import { readFileSync } from 'node:fs';

import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { afterEach, beforeEach, expect } from 'vitest';

import type { Credentials } from '../harness/index.mts';
import { runNode } from '../harness/index.mts';
import type { NodeRun, NodeRunRequest } from '../harness/index.mts';

export const API = 'https://api.lever.co';
export const AUTH = 'https://auth.lever.co';

export const API_KEY: Credentials = {
	leverApi: { apiKey: 'synthetic-key', environment: 'production' },
};

export const oAuth = (accessToken = 'fresh'): Credentials => ({
	leverOAuth2Api: {
		clientId: 'client',
		clientSecret: 'synthetic',
		environment: 'production',
		oauthTokenData: {
			access_token: accessToken,
			refresh_token: 'refresh-1',
			token_type: 'Bearer',
		},
	},
});

/** Both ways to sign in, with the header that Lever must see. */
export const SIGN_INS = [
	{
		authentication: 'apiKey',
		credentials: API_KEY,
		authorization: `Basic ${Buffer.from('synthetic-key:').toString('base64')}`,
	},
	{ authentication: 'oAuth2', credentials: oAuth(), authorization: 'Bearer fresh' },
] as const;

/** Every test answers for itself, and uses up what it prepared. */
export function isolateNetwork(): void {
	beforeEach(() => {
		nock.disableNetConnect();
	});
	afterEach(() => {
		const left = nock.pendingMocks();
		nock.cleanAll();
		nock.enableNetConnect();
		expect(left).toEqual([]);
	});
}

export async function runLever(
	parameters: INodeParameters,
	request: Omit<NodeRunRequest, 'node' | 'parameters'> = {},
): Promise<NodeRun> {
	return await runNode({
		node: 'lever',
		parameters,
		credentials: API_KEY,
		...request,
	});
}

export function list(records: object[], next?: string): object {
	return { data: records, hasNext: next !== undefined, ...(next !== undefined && { next }) };
}

/** Field names that the output schema promises for an operation. */
export function schemaFields(resource: string, operation: string): string[] {
	const path = `../../../nodes/Lever/__schema__/v1.0.0/${resource}/${operation}.json`;
	const schema = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
		properties: object;
	};
	return Object.keys(schema.properties);
}

export function jsonOf(run: NodeRun): object[] {
	if (run.error) throw run.error;
	return (run.outputs[0] ?? []).map(({ json }) => json);
}
