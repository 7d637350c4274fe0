import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { ScreeningListOptions } from '../lists';
import { LEVER, SCREENING_PROVIDERS } from '../lists/providers';

/** Choices of 'Screening Provider' that are no provider by name. */
const RECOGNISE = '';
const GENERIC = 'generic';
const LEVER_FORM = 'leverProfileForm';

const CHOICES: INodePropertyOptions[] = [
	...SCREENING_PROVIDERS.map(({ name }) => ({ name, value: name })),
	{ name: 'Lever Profile Form', value: LEVER_FORM },
	{ name: 'Other', value: GENERIC },
].sort((a, b) => (a.name < b.name ? -1 : 1));

/** Where the screening list comes from, and what that says of its words and columns. */
export const SCREENING_PROVIDER_FIELDS: INodeProperties[] = [
	{
		displayName: 'Screening Provider',
		name: 'screeningProvider',
		type: 'options',
		options: [{ name: 'Recognise', value: RECOGNISE }, ...CHOICES],
		default: RECOGNISE,
		description:
			"Whose words and columns the screening list has. 'Recognise' goes by its provider column, its name and its shape. Rows that name another provider keep its words.",
	},
	{
		displayName: 'Profile Form',
		name: 'screeningProfileForm',
		type: 'string',
		default: '',
		placeholder: 'e.g. Background check',
		displayOptions: { show: { screeningProvider: [LEVER_FORM] } },
		description:
			"Title of the form in Lever whose first date says when the screening was completed. Connect 'Profile Form: Get Many' of the Lever node to the input 'Screening List'. Such a form is somebody's word, so results rest on it with a warning at best.",
	},
];

/**
 * What the choice means for reading the list.
 *
 * @param listName says whose list it is where nothing is chosen
 */
export function providerOptions(
	choice: string,
	profileForm: string,
	listName: string,
): Pick<ScreeningListOptions, 'provider' | 'leverForm'> {
	if (choice === LEVER_FORM) return { provider: LEVER.name, leverForm: profileForm };
	if (choice === GENERIC) return { provider: '' };
	return { provider: choice === RECOGNISE ? listName : choice };
}
