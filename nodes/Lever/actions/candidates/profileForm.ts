import { leverPath } from '../../../shared/transport';
import { isoMoment } from '../../fields/isoMoment';
import { opportunityLocator, profileFormLocator } from '../../fields/locators';
import { reference } from '../../fields/reference';
import { getManyOfOpportunity } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { ProfileFormRecord } from '../records';
import { answersOf } from './answers';

/** lever-api.md §4.1 */
const EXPANDABLE = ['stage', 'user'];

function simplifyProfileForm(record: ProfileFormRecord, opportunityId: string): object {
	return {
		id: record.id,
		opportunityId,
		text: record.text,
		templateId: record.baseTemplateId ?? null,
		...reference('user', record.user),
		...reference('stage', record.stage),
		createdAt: isoMoment(record.createdAt),
		completedAt: isoMoment(record.completedAt),
		deletedAt: isoMoment(record.deletedAt),
		answers: answersOf(record.fields),
	};
}

export const profileForm: Resource = {
	name: 'Profile Form',
	value: 'profileForm',
	description: 'Form that was filled in on a profile, for instance for a background check',
	operations: [
		getOperation<ProfileFormRecord>({
			action: 'Get a profile form',
			description: 'Read one form that was filled in on a profile, with its answers',
			ids: [opportunityLocator, profileFormLocator],
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/forms/${id}`,
			simplify: simplifyProfileForm,
			includable: INCLUDABLE.profileForm,
			expandable: EXPANDABLE,
		}),
		getManyOfOpportunity<ProfileFormRecord>({
			action: 'Get many profile forms of an opportunity',
			description: 'Read the forms that were filled in on a profile, with their answers',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/forms`,
			records: 'profile forms',
			simplify: simplifyProfileForm,
			includable: INCLUDABLE.profileForm,
			expandable: EXPANDABLE,
		}),
	],
};
