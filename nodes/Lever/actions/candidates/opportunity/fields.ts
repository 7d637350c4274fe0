/** lever-api.md §4.1 */
export const EXPANDABLE = ['applications', 'contact', 'followers', 'owner', 'sourcedBy', 'stage'];

/** lever-api.md §5.1 */
export const INCLUDABLE = [
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
