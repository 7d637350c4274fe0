import type { INodeProperties } from 'n8n-workflow';

import { settingsOf, type PlacedSetting } from '../policy';

const ALONE = ['organisationZone', 'workZones'];

/** `screening.validityMonths` → `screeningValidityMonths`: n8n reads dots in a parameter's name as a path. */
export function parameterOf({ path }: PlacedSetting): string {
	const [first = '', ...rest] = path;
	return [first, ...rest.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`)].join('');
}

/** Settings under 'Policy', in the order of n8n's lists: by title. */
export const POLICY_OPTIONS: readonly PlacedSetting[] = settingsOf()
	.filter(({ path }) => !ALONE.includes(path.join('.')))
	.sort((a, b) => (a.setting.title < b.setting.title ? -1 : 1));

/** The policy, in fields or as one document. */
export const POLICY_FIELDS: INodeProperties[] = [
	{
		displayName: 'Policy From',
		name: 'policyFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Fields Below', value: 'fields' },
			{
				name: 'JSON Document',
				value: 'document',
				description: 'One document for all your workflows, kept where you keep your policies',
			},
		],
		default: 'fields',
	},
	{
		displayName: 'Policy Document',
		name: 'policyDocument',
		type: 'json',
		typeOptions: { rows: 8 },
		displayOptions: { show: { policyFrom: ['document'] } },
		default: '{}',
		placeholder: 'e.g. { "screening": { "validityMonths": 6 } }',
		description:
			'Where your policy differs from the usual, written after the JSON Schema that the README links. It is kept in every evidence pack.',
	},
	{
		displayName: 'Organisation Time Zone',
		name: 'organisationTimeZone',
		type: 'string',
		displayOptions: { show: { policyFrom: ['fields'] } },
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description:
			'IANA time zone whose days count where the table below names none. Leave empty for the time zone of the workflow.',
	},
	{
		displayName: 'Work Location Time Zones',
		name: 'workLocationTimeZones',
		type: 'json',
		displayOptions: { show: { policyFrom: ['fields'] } },
		default: '{}',
		description:
			'Time zone of each work location as Lever writes it, for instance {"Los Angeles": "America/Los_Angeles", "Berlin": "Europe/Berlin"}',
	},
	{
		displayName: 'Policy',
		name: 'policyOptions',
		type: 'collection',
		displayOptions: { show: { policyFrom: ['fields'] } },
		placeholder: 'Add Rule',
		default: {},
		description: 'Where your policy differs from the usual. It is kept in every evidence pack.',
		options: POLICY_OPTIONS.map(optionOf),
	},
];

function optionOf(placed: PlacedSetting): INodeProperties {
	const { title, description, standard, field } = placed.setting;
	return {
		displayName: title,
		name: parameterOf(placed),
		...field,
		// Tables are shown as JSON; the other kinds are numbers, switches, texts and lists of texts.
		default: (field.type === 'json'
			? JSON.stringify(standard)
			: standard) as INodeProperties['default'],
		description,
	};
}
