import { isSetting, type SettingsTable } from './policy';
import { POLICY_SETTINGS } from './policySettings';

/** The JSON Schema (2020-12) of the policy document: for editors, and for people who write policies by hand. */
export function policySchema(): object {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: 'Policy of Lever Compliance',
		description:
			'What an organisation decides about its checks. Whatever is left out has the default that is named here.',
		...schemaOf(POLICY_SETTINGS),
	};
}

function schemaOf(table: SettingsTable): object {
	const properties = Object.entries(table).map(([name, entry]) => [
		name,
		isSetting(entry)
			? {
					...entry.schema,
					description: entry.description.replace(/\.?$/, '.'),
					default: entry.standard,
				}
			: schemaOf(entry),
	]);
	return {
		type: 'object',
		properties: Object.fromEntries(properties),
		additionalProperties: false,
	};
}
