/** What a credential must be allowed for one kind of path. */
interface PathPermission {
	/** What is read, in Lever's words */
	records: string;
	/** One record of it, with article-free noun: "opportunity" */
	record: string;
	/** Name of the permission on an API key; pattern of lever-api.md §8 */
	keyPermission: string;
	/** OAuth scope: the last collection in the path (lever-api.md §1.4) */
	scope: string;
}

/** Scope for confidential opportunities, postings and requisitions (lever-api.md §1.4). */
export const CONFIDENTIAL_SCOPE = 'confidential:access:admin';

type Line = readonly [
	path: string,
	keyPermission: string,
	scope: string,
	records: string,
	record: string,
];

/**
 * Every path that this package reads. `*` stands for an id; the first line that fits counts, so fixed words
 * stand before ids. A list of what belongs to one opportunity names the opportunity as its record: status 404
 * speaks of it.
 */
const LINES: readonly Line[] = [
	['/opportunities', 'List opportunities', 'opportunities', 'opportunities', 'opportunity'],
	[
		'/opportunities/deleted',
		'List deleted opportunities',
		'opportunities',
		'deleted opportunities',
		'deleted opportunity',
	],
	['/opportunities/*', 'Read opportunity', 'opportunities', 'an opportunity', 'opportunity'],
	...ofOpportunity('applications', 'application', 'applications', 'application'),
	...ofOpportunity('feedback', 'feedback', 'feedback', 'feedback form'),
	[
		'/opportunities/*/file_actions',
		'List opportunity file actions',
		'files',
		'the file actions of an opportunity',
		'opportunity',
	],
	...ofOpportunity('files', 'file', 'files', 'file'),
	...ofOpportunity('forms', 'form', 'profile forms', 'profile form'),
	...ofOpportunity('interviews', 'interview', 'interviews', 'interview'),
	...ofOpportunity('notes', 'note', 'notes', 'note'),
	...ofOpportunity('offers', 'offer', 'offers', 'offer'),
	...ofOpportunity('panels', 'panel', 'panels', 'panel'),
	...ofOpportunity('referrals', 'referral', 'referrals', 'referral'),
	...ofOpportunity('resumes', 'resume', 'resumes', 'resume'),
	[
		'/opportunities/*/files/*/download',
		'Download opportunity file',
		'files',
		'the content of a file',
		'file',
	],
	[
		'/opportunities/*/offers/*/download',
		'Download opportunity offer',
		'offers',
		'the document of an offer',
		'offer document',
	],
	[
		'/opportunities/*/resumes/*/download',
		'Download opportunity resume',
		'resumes',
		'the document of a resume',
		'resume file',
	],
	['/offers', 'List opportunity offers', 'offers', 'offers', 'offer'],
	[
		'/applications/deleted',
		'List deleted applications',
		'applications',
		'deleted applications',
		'deleted application',
	],
	['/contacts/*', 'Read contact', 'contact', 'a contact', 'contact'],
	['/users', 'List users', 'users', 'users', 'user'],
	['/users/*', 'Read user', 'users', 'a user', 'user'],
	['/stages', 'List stages', 'stages', 'stages', 'stage'],
	['/stages/*', 'Read stage', 'stages', 'a stage', 'stage'],
	[
		'/disposition_stages',
		'List disposition stages',
		'stages',
		'disposition stages',
		'disposition stage',
	],
	['/tags', 'List tags', 'tags', 'tags', 'tag'],
	['/sources', 'List sources', 'sources', 'sources', 'source'],
	[
		'/archive_reasons',
		'List archive reasons',
		'archive_reasons',
		'archive reasons',
		'archive reason',
	],
	[
		'/archive_reasons/*',
		'Read archive reason',
		'archive_reasons',
		'an archive reason',
		'archive reason',
	],
	['/postings', 'List postings', 'postings', 'postings', 'posting'],
	['/postings/deleted', 'List deleted postings', 'postings', 'deleted postings', 'deleted posting'],
	['/postings/*', 'Read posting', 'postings', 'a posting', 'posting'],
	[
		'/postings/*/apply',
		'Read posting application form',
		'postings',
		'the application form of a posting',
		'posting',
	],
	['/postings/*/users', 'List posting users', 'users', 'the users of a posting', 'posting'],
	['/requisitions', 'List requisitions', 'requisitions', 'requisitions', 'requisition'],
	['/requisitions/*', 'Read requisition', 'requisitions', 'a requisition', 'requisition'],
	[
		'/requisition_fields',
		'List requisition fields',
		'requisition_fields',
		'requisition fields',
		'requisition field',
	],
	[
		'/requisition_fields/*',
		'Read requisition field',
		'requisition_fields',
		'a requisition field',
		'requisition field',
	],
	[
		'/feedback_templates',
		'List feedback templates',
		'feedback_templates',
		'feedback templates',
		'feedback template',
	],
	[
		'/feedback_templates/*',
		'Read feedback template',
		'feedback_templates',
		'a feedback template',
		'feedback template',
	],
	[
		'/form_templates',
		'List form templates',
		'form_templates',
		'profile form templates',
		'profile form template',
	],
	[
		'/form_templates/*',
		'Read form template',
		'form_templates',
		'a profile form template',
		'profile form template',
	],
	['/audit_events', 'List audit events', 'audit_events', 'audit events', 'audit event'],
	['/webhooks', 'List webhooks', 'webhooks', 'webhooks', 'webhook'],
];

/** The list and the single record of something that belongs to one opportunity. */
function ofOpportunity(
	collection: string,
	label: string,
	records: string,
	record: string,
): readonly Line[] {
	const list = `/opportunities/*/${collection}`;
	const labels = label === 'feedback' ? label : `${label}s`;
	const article = /^[aeiou]/.test(record) ? 'an' : 'a';
	return [
		[
			list,
			`List opportunity ${labels}`,
			collection,
			`the ${records} of an opportunity`,
			'opportunity',
		],
		[`${list}/*`, `Read opportunity ${label}`, collection, `${article} ${record}`, record],
	];
}

/** Shape of every path that this package reads, `*` for an id; the paths of a list stand before those of its records. */
export const READ_PATHS: readonly string[] = LINES.map(([path]) => path);

/** The permission that a path needs; for a path outside the table, one made from its first collection. */
export function permissionFor(path: string): PathPermission {
	const segments = path.split('/');
	const known = LINES.find(([shape]) => fits(shape.split('/'), segments));
	if (known) {
		const [, keyPermission, scope, records, record] = known;
		return { records, record, keyPermission, scope: `${scope}:read:admin` };
	}
	const collection = segments.find((segment) => segment !== '') ?? 'records';
	const words = collection.replaceAll('_', ' ');
	return {
		records: words,
		record: 'record',
		keyPermission: `List ${words}`,
		scope: `${collection}:read:admin`,
	};
}

function fits(shape: string[], segments: string[]): boolean {
	return (
		shape.length === segments.length &&
		shape.every((part, index) => part === '*' || part === segments[index])
	);
}
