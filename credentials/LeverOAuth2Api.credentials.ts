import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { LEVER_HOSTS } from '../nodes/shared/transport/hosts';
import {
	baseUrlField,
	byEnvironment,
	customField,
	environmentField,
	OAUTH_HELP,
} from './leverFields';

/**
 * Scopes of what evidence needs (lever-api.md §1.4), nothing that writes; `offline_access` gives the refresh
 * token. `contact` is singular in Lever.
 */
const SCOPES = [
	'opportunities:read:admin',
	'applications:read:admin',
	'offers:read:admin',
	'contact:read:admin',
	'users:read:admin',
	'stages:read:admin',
	'tags:read:admin',
	'archive_reasons:read:admin',
	'offline_access',
];

/** What else can be read. Lever registers apps for few scopes, so each is asked for only when chosen. */
const FURTHER_SCOPES = [
	['Audit Events', 'audit_events'],
	['Feedback', 'feedback'],
	['Feedback Templates', 'feedback_templates'],
	['Files and File Actions', 'files'],
	['Interviews', 'interviews'],
	['Notes', 'notes'],
	['Panels', 'panels'],
	['Postings', 'postings'],
	['Profile Form Templates', 'form_templates'],
	['Profile Forms', 'forms'],
	['Referrals', 'referrals'],
	['Requisition Fields', 'requisition_fields'],
	['Requisitions', 'requisitions'],
	['Resumes', 'resumes'],
	['Sources', 'sources'],
	['Webhooks', 'webhooks'],
];

/** OAuth 2.0 authorization code of an app that Lever has registered (lever-api.md §1.3). */
export class LeverOAuth2Api implements ICredentialType {
	name = 'leverOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Lever OAuth2 API';

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
			displayName: OAUTH_HELP,
			name: 'help',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'From Lever, when it registered the app',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'From Lever, when it registered the app',
		},
		environmentField(
			'Where the app is registered. Sandbox and production are two registrations with different client IDs.',
		),
		{
			displayName: 'Read Confidential Records',
			name: 'confidentialAccess',
			type: 'boolean',
			default: true,
			description:
				'Whether to ask for access to confidential opportunities. Evidence is complete only with it. Connect again after a change; switch it off if the app is not registered for it.',
		},
		{
			displayName: 'Also Read',
			name: 'alsoRead',
			type: 'multiOptions',
			options: FURTHER_SCOPES.map(([name = '', scope]) => ({ name, value: `${scope}:read:admin` })),
			default: [],
			description:
				'What else to ask access for, besides opportunities, applications, offers, contacts, users, stages, tags and archive reasons. The app must be registered for it at Lever. Connect again after a change.',
		},
		baseUrlField,
		customField({
			displayName: 'Authorization URL',
			name: 'customAuthUrl',
			placeholder: 'e.g. https://auth.lever.example.com/authorize',
			description: 'Address of the consent page of the custom environment',
		}),
		customField({
			displayName: 'Access Token URL',
			name: 'customAccessTokenUrl',
			placeholder: 'e.g. https://auth.lever.example.com/oauth/token',
			description: 'Address that gives and renews tokens in the custom environment',
		}),
		customField({
			displayName: 'Audience',
			name: 'customAudience',
			placeholder: 'e.g. https://api.lever.example.com/v1/',
			description: 'Audience of the tokens of the custom environment, with the slash at the end',
		}),
		hidden('Grant Type', 'grantType', 'authorizationCode'),
		hidden('Authorization URL', 'authUrl', byEnvironment('$self', 'authorizeUrl', 'customAuthUrl')),
		hidden(
			'Access Token URL',
			'accessTokenUrl',
			byEnvironment('$self', 'tokenUrl', 'customAccessTokenUrl'),
		),
		hidden(
			'Scope',
			'scope',
			`={{["${SCOPES.join(' ')}"].concat($self["alsoRead"] || [], $self["confidentialAccess"] === false ? [] : ["confidential:access:admin"]).join(" ")}}`,
		),
		hidden(
			'Auth URI Query Parameters',
			'authQueryParameters',
			`=audience={{encodeURIComponent(${byEnvironment('$self', 'audience', 'customAudience').slice(3, -2)})}}`,
		),
		hidden('Authentication', 'authentication', 'body'),
	];
}

function hidden(displayName: string, name: string, value: string): INodeProperties {
	return { displayName, name, type: 'hidden', default: value };
}
