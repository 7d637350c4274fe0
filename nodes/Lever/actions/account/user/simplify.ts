import { isoMoment } from '../../../fields/isoMoment';
import type { UserRecord } from '../../records';

/** `accessRole` stays as Lever gives it: it may be empty for custom roles and invited people (lever-api.md §5.4). */
export function simplifyUser(record: UserRecord): object {
	return {
		id: record.id,
		name: record.name,
		email: record.email,
		accessRole: record.accessRole ?? null,
		active: record.deactivatedAt === null || record.deactivatedAt === undefined,
		createdAt: isoMoment(record.createdAt),
		deactivatedAt: isoMoment(record.deactivatedAt),
		jobTitle: record.jobTitle ?? null,
		managerId: record.managerId ?? null,
		externalDirectoryId: record.externalDirectoryId ?? null,
	};
}
