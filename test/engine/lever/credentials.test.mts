import type { ICredentialDataDecryptedObject, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { LeverApi } from '../../../credentials/LeverApi.credentials.ts';
import { credentialsHelper } from '../harness/credentials.mts';
import { workflowLibrary } from '../harness/engine.mts';

/** The fields of a credential as n8n resolves them when it signs in. */
async function resolved(
	fields: ICredentialDataDecryptedObject,
): Promise<ICredentialDataDecryptedObject> {
	const helper = credentialsHelper({
		leverOAuth2Api: { clientId: 'c', clientSecret: 's', ...fields },
	});
	return await helper.getDecrypted(
		{} as IWorkflowExecuteAdditionalData,
		{ id: '1', name: 'Lever' },
		'leverOAuth2Api',
		'manual',
	);
}

const custom = {
	environment: 'custom',
	baseUrl: 'http://127.0.0.1:4010/v1',
	customAuthUrl: 'http://127.0.0.1:4010/authorize',
	customAccessTokenUrl: 'http://127.0.0.1:4010/oauth/token',
	customAudience: 'http://127.0.0.1:4010/v1/?a=1&b=2',
};

describe('OAuth2 follows the environment', () => {
	it.each([
		[
			{ environment: 'production' },
			'https://auth.lever.co/authorize',
			'https://auth.lever.co/oauth/token',
			'https://api.lever.co/v1/',
		],
		[
			{ environment: 'sandbox' },
			'https://sandbox-lever.auth0.com/authorize',
			'https://sandbox-lever.auth0.com/oauth/token',
			'https://api.sandbox.lever.co/v1/',
		],
		[custom, custom.customAuthUrl, custom.customAccessTokenUrl, custom.customAudience],
	])('%o', async (fields, authUrl, accessTokenUrl, audience) => {
		const credential = await resolved(fields);
		expect(credential).toMatchObject({
			grantType: 'authorizationCode',
			authentication: 'body',
			authUrl,
			accessTokenUrl,
		});
		const query = new URLSearchParams(String(credential['authQueryParameters']));
		expect([...query]).toEqual([['audience', audience]]);
	});

	it('asks for confidential access unless that is switched off', async () => {
		const scopes = async (fields: ICredentialDataDecryptedObject) =>
			String((await resolved(fields))['scope']).split(' ');
		expect(await scopes({})).toContain('confidential:access:admin');
		expect(await scopes({ confidentialAccess: true })).toContain('confidential:access:admin');
		const without = await scopes({ confidentialAccess: false });
		expect(without).not.toContain('confidential:access:admin');
		expect(without).toContain('offline_access');
		expect(without).toContain('contact:read:admin');
	});

	it('asks for more only when it is chosen', async () => {
		const scopes = async (fields: ICredentialDataDecryptedObject) =>
			String((await resolved(fields))['scope']).split(' ');
		const few = await scopes({});
		expect(few).toHaveLength(10);
		const more = ['postings:read:admin', 'resumes:read:admin'];
		expect((await scopes({ alsoRead: more })).sort()).toEqual([...few, ...more].sort());
	});
});

describe('the test of an API key', () => {
	const { Workflow } = workflowLibrary;
	const nodeTypes = {
		getByName: () => undefined,
		getByNameAndVersion: () => undefined,
		getKnownTypes: () => ({}),
	} as unknown as ConstructorParameters<typeof Workflow>[0]['nodeTypes'];

	it.each([
		[{ environment: 'production' }, 'https://api.lever.co/v1'],
		[{ environment: 'sandbox' }, 'https://api.sandbox.lever.co/v1'],
		[custom, custom.baseUrl],
	])('goes to the host of %o', ($credentials, baseUrl) => {
		const workflow = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes });
		const { baseURL } = new LeverApi().test.request;
		const node = {
			id: '1',
			name: 'test',
			type: 'test',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		};
		const value = workflow.expression.getSimpleParameterValue(
			node,
			baseURL,
			'internal',
			{ $credentials } as Parameters<typeof workflow.expression.getSimpleParameterValue>[3],
			undefined,
			'',
		);
		expect(value).toBe(baseUrl);
	});

	it('explains the answers that a person can do something about', () => {
		const { rules } = new LeverApi().test;
		expect(rules?.map(({ properties }) => 'value' in properties && properties.value)).toEqual([
			401, 403, 404,
		]);
	});
});
