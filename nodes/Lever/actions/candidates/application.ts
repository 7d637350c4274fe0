import { leverPath } from '../../../shared/transport';
import { periodFilters } from '../../fields/filters';
import { isoMoment } from '../../fields/isoMoment';
import { applicationLocator, opportunityLocator } from '../../fields/locators';
import { reference } from '../../fields/reference';
import { getManyOfOpportunity, getManyOperation } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { ApplicationRecord, DeletedApplicationRecord } from '../records';

/** lever-api.md §4.1 */
const EXPANDABLE = ['posting', 'postingHiringManager', 'postingOwner', 'user'];

function simplifyApplication(record: ApplicationRecord, opportunityId: string): object {
	return {
		id: record.id,
		opportunityId: record.opportunityId ?? opportunityId,
		type: record.type ?? null,
		...reference('posting', record.posting),
		...reference('postingOwner', record.postingOwner),
		name: record.name ?? null,
		email: record.email ?? null,
		createdAt: isoMoment(record.createdAt),
		archivedAt: isoMoment(record.archived?.archivedAt),
		requisitionId: record.requisitionForHire?.id ?? null,
	};
}

function simplifyDeletedApplication(record: DeletedApplicationRecord): object {
	return {
		id: record.id,
		opportunityId: record.opportunityId ?? null,
		postingId: record.postingId ?? null,
		deletedAt: isoMoment(record.deletedAt),
	};
}

export const application: Resource = {
	name: 'Application',
	value: 'application',
	description: 'What a person sent in for a posting, or was referred or added for',
	operations: [
		getOperation<ApplicationRecord>({
			action: 'Get an application',
			description: 'Read one application of an opportunity: posting, how it came in, answers given',
			ids: [opportunityLocator, applicationLocator],
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/applications/${id}`,
			simplify: simplifyApplication,
			includable: INCLUDABLE.application,
			expandable: EXPANDABLE,
		}),
		getManyOperation<DeletedApplicationRecord>({
			name: 'Get Deleted',
			value: 'getDeleted',
			action: 'Get deleted applications',
			description: 'Read which applications were deleted in a period of 30 days at most',
			path: () => leverPath`/applications/deleted`,
			records: 'deleted applications',
			simplify: simplifyDeletedApplication,
			filters: periodFilters('deleted_at', 'Deleted', 'Deleted'),
		}),
		getManyOfOpportunity<ApplicationRecord>({
			action: 'Get many applications of an opportunity',
			description:
				'Read the applications of one opportunity: posting, how they came in, answers given',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/applications`,
			records: 'applications',
			simplify: simplifyApplication,
			includable: INCLUDABLE.application,
			expandable: EXPANDABLE,
		}),
	],
};
