/** Resources of lever-api.md §1.4: what can be read or written, and the resource in words for the consent page. */
const RESOURCES: ReadonlyArray<readonly [name: string, access: 'r' | 'rw' | 'w', words: string]> = [
	['applications', 'r', 'applications'],
	['archive_reasons', 'r', 'archive reasons'],
	['audit_events', 'r', 'audit events'],
	['contact', 'rw', 'contacts'],
	['diversity_surveys', 'r', 'diversity surveys'],
	['eeo_responses', 'r', 'anonymous EEO responses'],
	['eeo_responses_pii', 'r', 'EEO responses with personal data'],
	['feedback', 'rw', 'feedback'],
	['feedback_templates', 'rw', 'feedback templates'],
	['files', 'rw', 'files'],
	['forms', 'rw', 'profile forms'],
	['form_templates', 'rw', 'profile form templates'],
	['groups', 'rw', 'groups'],
	['interviews', 'rw', 'interviews'],
	['notes', 'rw', 'notes'],
	['offers', 'r', 'offers'],
	['opportunities', 'rw', 'opportunities'],
	['panels', 'rw', 'interview panels'],
	['permissions', 'rw', 'permissions'],
	['postings', 'rw', 'postings'],
	['referrals', 'r', 'referrals'],
	['requisitions', 'rw', 'requisitions'],
	['requisition_fields', 'rw', 'requisition fields'],
	['resumes', 'r', 'resumes'],
	['roles', 'rw', 'roles'],
	['sources', 'r', 'sources'],
	['stages', 'r', 'stages'],
	['tags', 'r', 'tags'],
	['tasks', 'r', 'tasks'],
	['uploads', 'w', 'uploads'],
	['users', 'rw', 'users'],
	['webhooks', 'rw', 'webhooks'],
];

export const OFFLINE_ACCESS = 'offline_access';
export const CONFIDENTIAL_ACCESS = 'confidential:access:admin';

const WORDS: ReadonlyMap<string, string> = new Map([
	[OFFLINE_ACCESS, 'Offline access: stay connected while you are away'],
	[CONFIDENTIAL_ACCESS, 'Confidential opportunities, postings and requisitions'],
	...RESOURCES.flatMap(
		([name, access, words]): Array<[string, string]> => [
			...(access === 'w' ? [] : [[`${name}:read:admin`, `Read ${words}`] as [string, string]]),
			...(access === 'r'
				? []
				: [[`${name}:write:admin`, `Read and change ${words}`] as [string, string]]),
		],
	),
]);

/** Every scope there is; Lever's suffix and spelling (`contact` in the singular) included. */
export const KNOWN_SCOPES: readonly string[] = [...WORDS.keys()];

/** Every read scope, confidential data and a refresh token */
export const FULL_SCOPES: readonly string[] = KNOWN_SCOPES.filter(
	(scope) => !scope.includes(':write:'),
);

/** What a scope allows, for the person who is asked */
export const scopeInWords = (scope: string): string => WORDS.get(scope) ?? scope;

/** The scopes of a request, each once */
export const splitScopes = (text: string): string[] => [
	...new Set(text.split(/\s+/).filter((scope) => scope !== '')),
];

/** Whether these scopes allow what an endpoint asks for; `write` of a resource includes its `read`. */
export const covers = (scopes: readonly string[], wanted: string): boolean =>
	scopes.includes(wanted) || scopes.includes(wanted.replace(':read:', ':write:'));
