import type { INodeProperties } from 'n8n-workflow';

import { leverPath } from '../../../../shared/transport';
import { periodFilters } from '../../../fields/filters';
import { postingLocator } from '../../../fields/locators';
import { getManyOperation } from '../../factories/getManyOperation';
import { getOperation } from '../../factories/getOperation';
import { INCLUDABLE } from '../../includable';
import type { Resource } from '../../operation';
import type {
	DeletedPostingRecord,
	PostingApplyFormRecord,
	PostingRecord,
	PostingUsersRecord,
} from '../../records';
import { postingFilters } from './filters';
import { simplifyApplicationForm, simplifyDeletedPosting, simplifyPosting } from './simplify';

/** lever-api.md §4.1 */
const EXPANDABLE = ['followers', 'hiringManager', 'owner', 'user'];

/** lever-api.md §5.6 */
const distributionField: INodeProperties = {
	displayName: 'Questions For',
	name: 'distribution',
	type: 'options',
	options: [
		{ name: 'Default', value: '', description: 'What Lever gives by itself' },
		{ name: 'Applicants From Outside', value: 'external' },
		{ name: 'Applicants From the Company', value: 'internal' },
	],
	default: '',
	description: 'Whose application questions the posting shows',
};

export const posting: Resource = {
	name: 'Posting',
	value: 'posting',
	description: 'Job as it is published, or a draft of it',
	operations: [
		getOperation<PostingRecord>({
			action: 'Get a posting',
			description: 'Read one job with its state, team, location, owner and text',
			ids: [postingLocator],
			path: (id) => leverPath`/postings/${id}`,
			simplify: simplifyPosting,
			fields: [distributionField],
			fieldsQuery: (context, itemIndex) => {
				const chosen = context.getNodeParameter(distributionField.name, itemIndex, '');
				return { distribution: chosen === '' ? undefined : String(chosen) };
			},
			expandable: EXPANDABLE,
			includable: INCLUDABLE.posting,
		}),
		getOperation<PostingApplyFormRecord>({
			name: 'Get Application Form',
			value: 'getApplicationForm',
			action: 'Get the application form of a posting',
			description: 'Read which questions people answer when they apply to a job',
			ids: [postingLocator],
			path: (id) => leverPath`/postings/${id}/apply`,
			simplify: simplifyApplicationForm,
		}),
		getManyOperation<DeletedPostingRecord>({
			name: 'Get Deleted',
			value: 'getDeleted',
			action: 'Get deleted postings',
			description: 'Read which jobs were deleted in a period of 30 days at most',
			path: () => leverPath`/postings/deleted`,
			records: 'deleted postings',
			simplify: simplifyDeletedPosting,
			filters: periodFilters('deleted_at', 'Deleted', 'Deleted'),
		}),
		getManyOperation<PostingRecord>({
			action: 'Get many postings',
			description: 'Read jobs, filtered by state, team, location, tag and more',
			path: () => leverPath`/postings`,
			records: 'postings',
			simplify: simplifyPosting,
			filters: postingFilters,
			expandable: EXPANDABLE,
			includable: INCLUDABLE.posting,
		}),
		getOperation<PostingUsersRecord>({
			name: 'Get Users',
			value: 'getUsers',
			action: 'Get the users of a posting',
			description: 'Read who can see a job in Lever, and with which role, as one item',
			ids: [postingLocator],
			path: (id) => leverPath`/postings/${id}/users`,
		}),
	],
};
