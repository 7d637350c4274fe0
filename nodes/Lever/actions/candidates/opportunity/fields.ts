import { changesFields } from '../../../fields/changes';
import { expandField, includeField, optionsCollection } from '../../../fields/options';

/** lever-api.md §4.1 */
const EXPANDABLE = ['applications', 'contact', 'followers', 'owner', 'sourcedBy', 'stage'];

/** lever-api.md §5.1 */
const INCLUDABLE = [
	'applications',
	'archived',
	'confidentiality',
	'contact',
	'createdAt',
	'dataProtection',
	'emails',
	'followers',
	'headline',
	'id',
	'isAnonymized',
	'lastAdvancedAt',
	'lastInteractionAt',
	'links',
	'location',
	'name',
	'opportunityLocation',
	'origin',
	'owner',
	'phones',
	'snoozedUntil',
	'sourcedBy',
	'sources',
	'stage',
	'stageChanges',
	'tags',
	'updatedAt',
	'urls',
];

export const opportunityOptions = optionsCollection([
	expandField(EXPANDABLE),
	includeField(INCLUDABLE),
]);

/** For the list of all opportunities, which can also be narrowed to what is new since the last run. */
export const opportunityListOptions = optionsCollection([
	expandField(EXPANDABLE),
	includeField(INCLUDABLE),
	...changesFields,
]);
