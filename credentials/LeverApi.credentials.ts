import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { LEVER_HOSTS } from '../nodes/shared/transport/hosts';
import { API_KEY_HELP, baseUrlField, byEnvironment, environmentField } from './leverFields';

/**
 * An API key of Lever: HTTP Basic with the key as user name and no password (lever-api.md §1.2).
 */
export class LeverApi implements ICredentialType {
	name = 'leverApi';

	displayName = 'Lever API';

	icon: Icon = {
		light: 'file:icons/leverCredential.svg',
		dark: 'file:icons/leverCredential.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-lever/n8n-nodes-lever#credentials';

	httpRequestNode: ICredentialType['httpRequestNode'] = {
		name: 'Lever',
		docsUrl: 'https://hire.lever.co/developer/documentation',
		apiBaseUrl: `${LEVER_HOSTS.production.baseUrl}/`,
	};

	properties: INodeProperties[] = [
		{
			displayName: API_KEY_HELP,
			name: 'help',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Lever shows it once, when it is made. It does not expire by itself: rotate it every 90 days.',
		},
		environmentField(
			'Where the key was made. Sandbox and production have different keys and different data.',
		),
		baseUrlField,
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				username: '={{$credentials.apiKey}}',
				password: '',
			},
		},
	};

	/**
	 * Reads one stage: every job of this package needs that permission, and stages hold nothing about a
	 * person. There is no endpoint that every key may read.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: byEnvironment('$credentials', 'baseUrl', 'baseUrl'),
			url: '/stages',
			qs: { limit: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						"Lever did not accept this API key. Check that 'Environment' is the one the key was made in, and paste the key again.",
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						"Lever accepted the key but does not let it read stages. The permissions of a key are fixed when it is made: make a new one with the permissions listed above, 'List stages' included.",
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: "There is no Lever API at this address. Check that 'Base URL' ends in /v1.",
				},
			},
		],
	};
}
