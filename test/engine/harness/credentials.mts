import type {
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	INodeProperties,
	Workflow,
} from 'n8n-workflow';

import { loaded, workflowLibrary } from './engine.mts';

/** Credential type → its fields as a user fills them in; `oauthTokenData` for OAuth2. */
export type Credentials = Record<string, ICredentialDataDecryptedObject>;

/**
 * What n8n does with credentials, over the real credential classes: defaults, expressions between
 * their fields (`$self`), the `authenticate` block, and keeping refreshed OAuth2 tokens.
 *
 * @param credentials changed in place when the engine refreshes a token
 */
export function credentialsHelper(credentials: Credentials): ICredentialsHelper {
	return {
		getParentTypes: (name) => (findType(name)?.extends ?? []).slice(),
		isCredentialUsableByNode: () => true,
		async getDecrypted(_additionalData, _details, type, mode, _data, raw) {
			const given = credentials[type] ?? {};
			return raw ? given : resolveFields(given, propertiesOf(type), mode);
		},
		async authenticate(data, type, request, workflow, node) {
			const options = request as IHttpRequestOptions;
			const { authenticate } = findType(type) ?? {};
			if (authenticate === undefined) return options;
			if (typeof authenticate === 'function') return await authenticate(data, options);
			if (!workflow || !node) throw new Error('The engine names the workflow and the node');
			return applyBlock(authenticate.properties, data, options, workflow, node);
		},
		preAuthentication: async () => undefined,
		runPreAuthentication: async () => undefined,
		getCredentials: async () => {
			throw new Error('The harness keeps no encrypted credentials');
		},
		getCredentialsProperties: propertiesOf,
		updateCredentials: async (_details, type, data) => {
			credentials[type] = data;
		},
		updateCredentialsOauthTokenData: async (_details, type, data) => {
			const { oauthTokenData } = data;
			if (oauthTokenData) credentials[type] = { ...credentials[type], oauthTokenData };
		},
	};
}

function findType(name: string): ICredentialType | undefined {
	return loaded().credentialTypes[name]?.type;
}

function propertiesOf(type: string): INodeProperties[] {
	return findType(type)?.properties ?? [];
}

/** Same steps as n8n's CredentialsHelper.applyDefaultsAndOverwrites. */
function resolveFields(
	given: ICredentialDataDecryptedObject,
	properties: INodeProperties[],
	mode: Parameters<ICredentialsHelper['getDecrypted']>[3],
): ICredentialDataDecryptedObject {
	const { NodeHelpers, Workflow } = workflowLibrary;
	const node: INode = {
		id: 'credential',
		name: 'credential',
		type: 'credential',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const none = { getByName: unknown, getByNameAndVersion: unknown, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes: none });
	const withDefaults = NodeHelpers.getNodeParameters(
		properties,
		given as Parameters<typeof NodeHelpers.getNodeParameters>[1],
		true,
		false,
		null,
		null,
	) as ICredentialDataDecryptedObject;
	const resolved = workflow.expression.getComplexParameterValue(
		node,
		withDefaults as Parameters<typeof workflow.expression.getComplexParameterValue>[1],
		mode,
		{},
		undefined,
		undefined,
		withDefaults,
	) as ICredentialDataDecryptedObject;
	const { oauthTokenData } = given;
	return oauthTokenData === undefined ? resolved : { ...resolved, oauthTokenData };
}

/** Same steps as n8n's CredentialsHelper.authenticate for a `generic` block. */
function applyBlock(
	block: object,
	data: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	const resolve = (text: string): string => {
		if (!workflowLibrary.isExpression(text)) return text;
		const keys = { $credentials: data };
		const value = workflow.expression.getSimpleParameterValue(
			node,
			text,
			'internal',
			keys,
			undefined,
			'',
		);
		return value ? String(value) : '';
	};
	const options: Record<string, unknown> = { ...request, headers: request.headers ?? {} };
	for (const [part, members] of Object.entries(block)) {
		const target: Record<string, unknown> = { ...(options[part] ?? {}) };
		for (const [key, value] of Object.entries(members as Record<string, string>)) {
			target[resolve(key)] = resolve(value);
		}
		options[part] = target;
	}
	return options as unknown as IHttpRequestOptions;
}

function unknown(): never {
	throw new Error('A credential has no node type');
}
