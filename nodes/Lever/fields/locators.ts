import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** Ids are UUIDs; tests and old records may have other plain words (lever-api.md §5). */
const ID_FORM = '^\\s*[A-Za-z0-9][A-Za-z0-9_-]*\\s*$';

const idMode = {
	displayName: 'By ID',
	name: 'id',
	type: 'string' as const,
	placeholder: 'e.g. 3f1c8a52-6b0d-4e7e-9a41-0c5d2f6b7e10',
	validation: [
		{
			type: 'regex' as const,
			properties: { regex: ID_FORM, errorMessage: 'A Lever ID has letters, digits and hyphens' },
		},
	],
};

const CANDIDATE_PAGE =
	'https?:\\/\\/hire\\.(?:sandbox\\.)?lever\\.co\\/candidates\\/([A-Za-z0-9_-]+)';

/** Which opportunity: from the list, by the address of its page in Lever, or by id. */
export const opportunityLocator: INodeProperties = {
	displayName: 'Opportunity',
	name: 'opportunityId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: "One person's candidacy in Lever; its ID is the last part of the page's address",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an opportunity…',
			typeOptions: { searchListMethod: 'searchOpportunities', searchable: true },
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://hire.lever.co/candidates/3f1c8a52-6b0d-4e7e-9a41-0c5d2f6b7e10',
			extractValue: { type: 'regex', regex: CANDIDATE_PAGE },
			validation: [
				{
					type: 'regex',
					properties: {
						regex: `${CANDIDATE_PAGE}.*`,
						errorMessage: "The address of a candidate's page in Lever looks different",
					},
				},
			],
		},
		idMode,
	],
};

/** Which user: from the list or by id. Users have no page with an address of its own. */
export const userLocator: INodeProperties = {
	displayName: 'User',
	name: 'userId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'Account of a person who works in Lever, deactivated ones included',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a user…',
			typeOptions: { searchListMethod: 'searchUsers', searchable: true },
		},
		idMode,
	],
};

/** The id that a resource locator stands for, whatever its mode. */
export function locatedId(context: IExecuteFunctions, name: string, itemIndex: number): string {
	return String(context.getNodeParameter(name, itemIndex, '', { extractValue: true })).trim();
}
