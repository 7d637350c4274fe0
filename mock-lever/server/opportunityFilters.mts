import type { StoredDeletedOpportunity, StoredOpportunity } from '../scenarios/records.mts';
import type { Filter, FilterContext } from './filters.mts';
import { anyOf, anyOfChoices, between, email, flag } from './filters.mts';

const ORIGINS = ['agency', 'applied', 'internal', 'referred', 'sourced', 'university'];

/** Posting of the opportunity's application, told apart by whether that application is archived. */
const postingsWhere =
	(archived: boolean) =>
	(record: StoredOpportunity, { store }: FilterContext): string[] =>
		store
			.related('applications', 'opportunityId', record.id)
			.filter((each) => (each.archived !== null) === archived)
			.map((each) => each.posting);

/** The contact's addresses, which Lever repeats on each of its opportunities. */
const addressesOf = (record: StoredOpportunity, { store }: FilterContext): string[] => [
	...record.emails,
	...(store.get('contacts', record.contact)?.emails ?? []),
];

/** All of lever-api.md §4.3 but `confidentiality`, which also needs a grant. */
export const opportunityFilters: ReadonlyArray<Filter<StoredOpportunity>> = [
	anyOf('tag', (record) => record.tags),
	email(addressesOf),
	anyOfChoices('origin', ORIGINS, (record) => record.origin),
	anyOf('source', (record) => record.sources),
	anyOf('stage_id', (record) => [record.stage]),
	anyOf('posting_id', postingsWhere(false)),
	anyOf('archived_posting_id', postingsWhere(true)),
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

export const deletedFilters: ReadonlyArray<Filter<StoredDeletedOpportunity>> = [
	between('deleted_at', (record) => record.deletedAt),
];
