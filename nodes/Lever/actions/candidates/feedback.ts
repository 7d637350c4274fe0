import { leverPath } from '../../../shared/transport';
import { isoMoment } from '../../fields/isoMoment';
import { feedbackLocator, opportunityLocator } from '../../fields/locators';
import { reference } from '../../fields/reference';
import { getManyOfOpportunity } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { FeedbackRecord } from '../records';
import { answersOf } from './answers';

function simplifyFeedback(record: FeedbackRecord, opportunityId: string): object {
	return {
		id: record.id,
		opportunityId,
		text: record.text,
		type: record.type,
		...reference('user', record.user),
		interviewId: record.interview ?? null,
		createdAt: isoMoment(record.createdAt),
		completedAt: isoMoment(record.completedAt),
		deletedAt: isoMoment(record.deletedAt),
		answers: answersOf(record.fields),
	};
}

export const feedback: Resource = {
	name: 'Feedback',
	value: 'feedback',
	description: 'Form that an interviewer filled in about a person',
	operations: [
		getOperation<FeedbackRecord>({
			action: 'Get a feedback form',
			description: 'Read one feedback form of an opportunity with its answers and scores',
			ids: [opportunityLocator, feedbackLocator],
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/feedback/${id}`,
			simplify: simplifyFeedback,
			includable: INCLUDABLE.feedback,
			expandable: ['user'],
		}),
		getManyOfOpportunity<FeedbackRecord>({
			action: 'Get many feedback forms of an opportunity',
			description: 'Read what interviewers said about a person, with answers and scores',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/feedback`,
			records: 'feedback forms',
			simplify: simplifyFeedback,
			includable: INCLUDABLE.feedback,
			expandable: ['user'],
		}),
	],
};
