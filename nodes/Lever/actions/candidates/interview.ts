import { leverPath } from '../../../shared/transport';
import { isoMoment } from '../../fields/isoMoment';
import { interviewLocator, opportunityLocator } from '../../fields/locators';
import { reference } from '../../fields/reference';
import { getManyOfOpportunity } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { InterviewRecord } from '../records';

/** lever-api.md §4.1 */
const EXPANDABLE = ['feedbackForms', 'postings', 'stage', 'user'];

/** `date` is when it starts, `duration` is in minutes. */
function simplifyInterview(record: InterviewRecord, opportunityId: string): object {
	return {
		id: record.id,
		opportunityId,
		panelId: record.panel,
		subject: record.subject,
		date: isoMoment(record.date),
		duration: record.duration,
		location: record.location ?? null,
		interviewers: (record.interviewers ?? []).map(({ name, email, id }) => name ?? email ?? id),
		...reference('stage', record.stage),
		canceledAt: isoMoment(record.canceledAt),
	};
}

export const interview: Resource = {
	name: 'Interview',
	value: 'interview',
	description: 'Meeting of a person with interviewers',
	operations: [
		getOperation<InterviewRecord>({
			action: 'Get an interview',
			description: 'Read one interview of an opportunity: when, how long, with whom',
			ids: [opportunityLocator, interviewLocator],
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/interviews/${id}`,
			simplify: simplifyInterview,
			includable: INCLUDABLE.interview,
			expandable: EXPANDABLE,
		}),
		getManyOfOpportunity<InterviewRecord>({
			action: 'Get many interviews of an opportunity',
			description: 'Read the interviews of a person: when, how long, with whom, cancelled or not',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/interviews`,
			records: 'interviews',
			simplify: simplifyInterview,
			includable: INCLUDABLE.interview,
			expandable: EXPANDABLE,
		}),
	],
};
