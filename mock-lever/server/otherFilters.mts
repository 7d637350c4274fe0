import type { StoredArchiveReason, StoredUser } from '../scenarios/records.mts';
import type { Filter } from './filters.mts';
import { anyOf, choice, email } from './filters.mts';

/** Deactivated users are left out unless they are asked for (lever-api.md §5.4). */
const activeUnlessAsked: Filter<StoredUser> = ({ query }) =>
	query.flag('includeDeactivated') === true ? null : (record) => record.deactivatedAt === null;

export const userFilters: ReadonlyArray<Filter<StoredUser>> = [
	email((record) => [record.email]),
	anyOf('accessRole', (record) => [record.accessRole]),
	anyOf('external_directory_id', (record) => [record.externalDirectoryId]),
	activeUnlessAsked,
];

export const archiveReasonFilters: ReadonlyArray<Filter<StoredArchiveReason>> = [
	choice('type', ['hired', 'non-hired'], (record) => record.type),
];
