import type { MockLever } from '../../../mock-lever/index.mts';
import type { Json, Sub } from './account.mts';
import { AS_OF, DAY, everyOpportunity, everySub, readAll } from './account.mts';

/** One read of lever-api.md §5, what it needs by the patterns of §1.4 and §8, and how its answer is built (§3). */
export interface Read {
	/** As in the reference */
	path: string;
	/** Of the API key; pattern of §8 */
	permission: string;
	/** Of an OAuth token; without `:read:admin` */
	scope: string;
	answer: 'list' | 'dataOnly' | 'object' | 'bare' | 'file';
}

const list = (path: string, permission: string, scope: string): Read => ({
	path,
	permission: `list ${permission}`,
	scope,
	answer: 'list',
});
const one = (path: string, permission: string, scope: string): Read => ({
	path,
	permission: `read ${permission}`,
	scope,
	answer: 'object',
});
const file = (path: string, permission: string, scope: string): Read => ({
	path,
	permission: `download ${permission}`,
	scope,
	answer: 'file',
});
/** A sub-list of an opportunity, and its single read. */
const sub = (lists: string, single: string, key: string): Read[] => [
	list(`/opportunities/{opportunity}/${lists}`, `opportunity ${lists}`, lists),
	one(`/opportunities/{opportunity}/${lists}/{${key}}`, `opportunity ${single}`, lists),
];

/** Every read of lever-api.md §5 but EEO and surveys. */
export const READS: readonly Read[] = [
	list('/opportunities', 'opportunities', 'opportunities'),
	one('/opportunities/{opportunity}', 'opportunity', 'opportunities'),
	list('/opportunities/deleted', 'deleted opportunities', 'opportunities'),
	list('/opportunities/{opportunity}/offers', 'opportunity offers', 'offers'),
	file('/opportunities/{opportunity}/offers/{offers}/download', 'opportunity offer', 'offers'),
	one('/contacts/{contact}', 'contact', 'contact'),
	list('/users', 'users', 'users'),
	one('/users/{users}', 'user', 'users'),
	list('/stages', 'stages', 'stages'),
	one('/stages/{stages}', 'stage', 'stages'),
	list('/tags', 'tags', 'tags'),
	list('/sources', 'sources', 'sources'),
	list('/archive_reasons', 'archive reasons', 'archive_reasons'),
	one('/archive_reasons/{archive_reasons}', 'archive reason', 'archive_reasons'),
	list('/postings', 'postings', 'postings'),
	one('/postings/{postings}', 'posting', 'postings'),
	one('/postings/{postings}/apply', 'posting application form', 'postings'),
	list('/requisitions', 'requisitions', 'requisitions'),
	one('/requisitions/{requisitions}', 'requisition', 'requisitions'),
	{
		...list('/requisition_fields', 'requisition fields', 'requisition_fields'),
		answer: 'dataOnly',
	},
	one('/requisition_fields/{requisition_fields}', 'requisition field', 'requisition_fields'),
	...sub('applications', 'application', 'applications'),
	...sub('interviews', 'interview', 'interviews'),
	...sub('panels', 'panel', 'panels'),
	...sub('feedback', 'feedback', 'feedback'),
	...sub('forms', 'form', 'forms'),
	...sub('notes', 'note', 'notes'),
	...sub('referrals', 'referral', 'referrals'),
	...sub('resumes', 'resume', 'resumes'),
	file('/opportunities/{opportunity}/resumes/{resumes}/download', 'opportunity resume', 'resumes'),
	...sub('files', 'file', 'files'),
	file('/opportunities/{opportunity}/files/{files}/download', 'opportunity file', 'files'),
	list('/audit_events', 'audit events', 'audit_events'),
	list('/feedback_templates', 'feedback templates', 'feedback_templates'),
	one('/feedback_templates/{feedback_templates}', 'feedback template', 'feedback_templates'),
	list('/form_templates', 'form templates', 'form_templates'),
	one('/form_templates/{form_templates}', 'form template', 'form_templates'),
	{ ...list('/webhooks', 'webhooks', 'webhooks'), answer: 'dataOnly' },
	list('/applications/deleted', 'deleted applications', 'applications'),
	list('/postings/deleted', 'deleted postings', 'postings'),
	{ ...list('/disposition_stages', 'disposition stages', 'stages'), answer: 'object' },
	list('/opportunities/{opportunity}/file_actions', 'opportunity file actions', 'files'),
	{ ...list('/postings/{postings}/users', 'posting users', 'users'), answer: 'bare' },
];

const SUBS = [
	'offers',
	'applications',
	'interviews',
	'panels',
	'feedback',
	'forms',
	'notes',
	'referrals',
	'resumes',
	'files',
];
const LISTS = [
	'users',
	'stages',
	'archive_reasons',
	'postings',
	'requisitions',
	'requisition_fields',
	'feedback_templates',
	'form_templates',
];

/** Has a document that can be fetched without a redirect or a refusal being what is tested. */
const downloadable = ({ record }: Sub) =>
	record.sentDocument !== null && ((record.file ?? record) as Json).status !== 'error';

/** Ids of real records for each place in a path: `of('/users/{users}')`. */
export async function realPaths(mock: MockLever): Promise<(path: string) => string> {
	const [opportunity] = await everyOpportunity(mock);
	const found = new Map<string, Sub>();
	for (const name of SUBS) {
		const subs = await everySub(mock, name);
		const fit = subs.find((one) => downloadable(one) && (name !== 'resumes' || one.record.file));
		if (fit !== undefined) found.set(name, fit);
	}
	const ids = new Map<string, string>();
	for (const name of LISTS) {
		const [first] = await readAll(mock, `/${name}`);
		ids.set(name, String(first?.id));
	}
	const now = Date.parse(AS_OF);
	return (path) => {
		const key = SUBS.find((name) => path.includes(`{${name}}`));
		const of = key === undefined ? undefined : found.get(key);
		const filled = path
			.replace('{opportunity}', of?.opportunity ?? String(opportunity?.id))
			.replace('{contact}', String(opportunity?.contact))
			.replace(/\{(\w+)\}/g, (_, name: string) => ids.get(name) ?? String(of?.record.id));
		const windowed = path === '/applications/deleted' || path === '/postings/deleted';
		return windowed ? `${filled}?deleted_at_start=${now - 30 * DAY}&deleted_at_end=${now}` : filled;
	};
}
