import type { StoredApplication, StoredOpportunity } from '../scenarios/records.mts';
import type { Filter } from '../server/filters.mts';
import {
	anyOf,
	anyOfChoices,
	anyOfRelated,
	between,
	canonicalEmail,
	email,
	flag,
} from '../server/filters.mts';

const ORIGINS = ['agency', 'applied', 'internal', 'referred', 'sourced', 'university'];

/** Postings of the opportunity's applications, told apart by whether the application is archived. */
function appliedTo(name: string, archived: boolean): Filter<StoredOpportunity> {
	const counts = (application: StoredApplication) => (application.archived !== null) === archived;
	return anyOfRelated(
		name,
		(record, { store }) =>
			store
				.related('applications', 'opportunityId', record.id)
				.filter(counts)
				.map((each) => each.posting),
		(posting, { store }) =>
			store
				.related('applications', 'posting', posting)
				.filter(counts)
				.flatMap((each) => store.get('opportunities', each.opportunityId) ?? []),
	);
}

const canonicalEmails = ({ emails }: { emails: readonly string[] }) => emails.map(canonicalEmail);

/** The contact's addresses, which Lever repeats on each of its opportunities. */
const byAddress = email<StoredOpportunity>(
	(record, { store }) => [
		...record.emails,
		...(store.get('contacts', record.contact)?.emails ?? []),
	],
	(address, { store }) => [
		...store.collection('opportunities').grouped(canonicalEmails).of(address),
		...store
			.collection('contacts')
			.grouped(canonicalEmails)
			.of(address)
			.flatMap((contact) => store.related('opportunities', 'contact', contact.id)),
	],
);

/** All of lever-api.md §4.3 but `confidentiality`, which also needs a grant. */
export const opportunityFilters: ReadonlyArray<Filter<StoredOpportunity>> = [
	anyOf('tag', (record) => record.tags),
	byAddress,
	anyOfChoices('origin', ORIGINS, (record) => record.origin),
	anyOf('source', (record) => record.sources),
	anyOf('stage_id', (record) => [record.stage]),
	appliedTo('posting_id', false),
	appliedTo('archived_posting_id', true),
	between('created_at', (record) => record.createdAt),
	between('updated_at', (record) => record.updatedAt),
	between('advanced_at', (record) => record.lastAdvancedAt),
	between('archived_at', (record) => record.archived?.archivedAt ?? null),
	flag('archived', (record) => record.archived !== null),
	anyOf('archive_reason_id', (record) => [record.archived?.reason ?? null]),
	flag('snoozed', (record, { now }) => (record.snoozedUntil ?? 0) > now),
	anyOf('contact_id', (record) => [record.contact]),
	anyOf('location', (record) => [record.opportunityLocation ?? 'unspecified']),
];
