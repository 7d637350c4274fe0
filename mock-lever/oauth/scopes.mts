/** Resources with a read scope (lever-api.md §1.4). */
const READABLE = [
	'applications',
	'archive_reasons',
	'audit_events',
	'contact',
	'diversity_surveys',
	'eeo_responses',
	'eeo_responses_pii',
	'feedback',
	'feedback_templates',
	'files',
	'forms',
	'form_templates',
	'groups',
	'interviews',
	'notes',
	'offers',
	'opportunities',
	'panels',
	'permissions',
	'postings',
	'referrals',
	'requisitions',
	'requisition_fields',
	'resumes',
	'roles',
	'sources',
	'stages',
	'tags',
	'tasks',
	'users',
	'webhooks',
] as const;

export const OFFLINE_ACCESS = 'offline_access';
export const CONFIDENTIAL_ACCESS = 'confidential:access:admin';

/** `read` of one resource, or the `write` that includes it */
export const readScopes = (resource: string) => [
	`${resource}:read:admin`,
	`${resource}:write:admin`,
];

/** Every scope the mock knows. A misspelt one is dropped without a word, and the API answers 403 later. */
export const KNOWN_SCOPES: readonly string[] = [
	OFFLINE_ACCESS,
	CONFIDENTIAL_ACCESS,
	...READABLE.flatMap((resource) => readScopes(resource)),
];

/** All read scopes, confidential data and a refresh token */
export const FULL_SCOPE = [
	OFFLINE_ACCESS,
	CONFIDENTIAL_ACCESS,
	...READABLE.map((resource) => `${resource}:read:admin`),
].join(' ');
