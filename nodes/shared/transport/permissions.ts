/** What a credential must be allowed for one kind of path. */
export interface PathPermission {
	/** What is read, in Lever's words */
	records: string;
	/** One record of it, with article-free noun: "opportunity" */
	record: string;
	/** Name of the permission on an API key; pattern of lever-api.md §8 */
	keyPermission: string;
	/** OAuth scope (lever-api.md §1.4) */
	scope: string;
}

/** Scope for confidential opportunities and postings (lever-api.md §1.4). */
export const CONFIDENTIAL_SCOPE = 'confidential:access:admin';

/** Path shape → permission. `*` stands for an id; the first shape that fits counts. */
const PATH_PERMISSIONS: ReadonlyArray<readonly [shape: string, permission: PathPermission]> = [
	[
		'/opportunities',
		entry('opportunities', 'opportunity', 'List opportunities', 'opportunities:read:admin'),
	],
	[
		'/opportunities/*',
		entry('an opportunity', 'opportunity', 'Read opportunity', 'opportunities:read:admin'),
	],
	[
		'/opportunities/*/offers',
		entry(
			'the offers of an opportunity',
			'opportunity',
			'List opportunity offers',
			'offers:read:admin',
		),
	],
	['/offers', entry('offers', 'offer', 'List opportunity offers', 'offers:read:admin')],
	['/contacts/*', entry('a contact', 'contact', 'Read contact', 'contact:read:admin')],
	['/users', entry('users', 'user', 'List users', 'users:read:admin')],
	['/users/*', entry('a user', 'user', 'Read user', 'users:read:admin')],
	['/stages', entry('stages', 'stage', 'List stages', 'stages:read:admin')],
	['/tags', entry('tags', 'tag', 'List tags', 'tags:read:admin')],
	[
		'/archive_reasons',
		entry(
			'archive reasons',
			'archive reason',
			'List archive reasons',
			'archive_reasons:read:admin',
		),
	],
];

function entry(
	records: string,
	record: string,
	keyPermission: string,
	scope: string,
): PathPermission {
	return { records, record, keyPermission, scope };
}

/** The permission that a path needs; for a path outside the table, one made from its last collection. */
export function permissionFor(path: string): PathPermission {
	const segments = path.split('/');
	const known = PATH_PERMISSIONS.find(([shape]) => fits(shape.split('/'), segments));
	if (known) return known[1];
	const collection = segments.find((segment) => segment !== '') ?? 'records';
	const words = collection.replaceAll('_', ' ');
	return entry(words, 'record', `List ${words}`, `${collection}:read:admin`);
}

function fits(shape: string[], segments: string[]): boolean {
	return (
		shape.length === segments.length &&
		shape.every((part, index) => part === '*' || part === segments[index])
	);
}
