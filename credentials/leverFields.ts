import type { INodeProperties } from 'n8n-workflow';

import { ENVIRONMENT_NAMES, LEVER_HOSTS, type LeverHosts } from '../nodes/shared/transport/hosts';

/** Named like this on the page where a key is made; accounts from before August 2024 say "Find all …" (lever-api.md §8). */
const KEY_PERMISSIONS = [
	'List opportunities',
	'Read opportunity',
	'List opportunity applications',
	'List opportunity offers',
	'Read contact',
	'List users',
	'Read user',
	'List stages',
	'List tags',
	'List archive reasons',
];

export const API_KEY_HELP = [
	'<b>Use an API key</b> unless you are a registered Lever partner: OAuth apps are registered by Lever.',
	'A <b>Super Admin</b> makes the key in Lever under Settings &gt; Integrations and API &gt; API Credentials.',
	`Tick these permissions: ${KEY_PERMISSIONS.join(', ')}. That is all that evidence needs. For other reads also tick what they read, for instance List postings; a refused read says what is missing.`,
	'For complete evidence also tick <b>access to confidential data</b>. Neither can be changed later, only with a new key.',
	'Rotate the key every 90 days.',
].join('<br><br>');

export const OAUTH_HELP = [
	'<b>For registered Lever partners only</b>: Lever registers OAuth apps by hand. Everybody else uses the credential "Lever API" with an API key.',
	'A <b>Super Admin</b> must authorise the connection, for the whole organisation. It ends when that person is deactivated or demoted: then connect again as another Super Admin.',
	'For complete evidence the app must be registered for access to confidential data.',
	'Rotate the client secret every 90 days.',
].join('<br><br>');

/** Production, sandbox, or an address of one's own; API, consent page and audience follow it together. */
export function environmentField(description: string): INodeProperties {
	return {
		displayName: 'Environment',
		name: 'environment',
		type: 'options',
		options: [
			{ name: ENVIRONMENT_NAMES.production, value: 'production' },
			{ name: ENVIRONMENT_NAMES.sandbox, value: 'sandbox' },
			{ name: ENVIRONMENT_NAMES.custom, value: 'custom' },
		],
		default: 'production',
		description,
	};
}

/** A text that only the custom environment needs. */
export function customField(
	field: Required<Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>>,
): INodeProperties {
	return {
		...field,
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { environment: ['custom'] } },
	};
}

export const baseUrlField = customField({
	displayName: 'Base URL',
	name: 'baseUrl',
	placeholder: 'e.g. https://lever-proxy.example.com/v1',
	description:
		'Address of the API, /v1 included: of a proxy in front of Lever, or of the mock server that comes with this package. Evidence read from here is stamped as test data.',
});

/**
 * An n8n expression that gives one host of the environment.
 *
 * @param fields what the expression calls the credential: `$self` in its own fields, `$credentials` in requests
 * @param customName field that holds the value for the custom environment
 */
export function byEnvironment(
	fields: '$self' | '$credentials',
	host: keyof LeverHosts,
	customName: string,
): string {
	const { production, sandbox } = LEVER_HOSTS;
	return `={{${fields}["environment"] === "custom" ? ${fields}["${customName}"] : ${fields}["environment"] === "sandbox" ? "${sandbox[host]}" : "${production[host]}"}}`;
}
