import type { StoredArchive } from '../scenarios/records.mts';

/** Whose opportunity an event is about; `candidateId` is Lever's old name for the same id. */
interface AboutOpportunity {
	opportunityId: string;
	candidateId: string;
	contactId: string;
}

/** What each of Lever's webhook events carries (lever-api.md §6.1). */
export interface EventData {
	applicationCreated: AboutOpportunity & { applicationId: string };
	candidateHired: AboutOpportunity;
	candidateStageChange: AboutOpportunity & { fromStageId: string; toStageId: string };
	candidateArchiveChange: AboutOpportunity & {
		fromArchived: StoredArchive | null;
		/** null = unarchived */
		toArchived: StoredArchive | null;
	};
	candidateDeleted: AboutOpportunity & { deletedBy: string };
	interviewCreated: InterviewEvent & { createdAt: number };
	interviewUpdated: InterviewEvent & { updatedAt: number };
	interviewDeleted: InterviewEvent & { deletedAt: number };
	contactCreated: ContactEvent & { createdAt: number };
	contactUpdated: ContactEvent & { updatedAt: number };
}

interface InterviewEvent {
	interviewId: string;
	panelId: string;
	opportunityId: string;
}

interface ContactEvent {
	contactId: string;
	accountId: string;
}

export type EventName = keyof EventData;

/** The order in which Lever's documentation lists them */
export const EVENT_NAMES: readonly EventName[] = [
	'applicationCreated',
	'candidateHired',
	'candidateStageChange',
	'candidateArchiveChange',
	'candidateDeleted',
	'interviewCreated',
	'interviewUpdated',
	'interviewDeleted',
	'contactCreated',
	'contactUpdated',
];

/** The events that a webhook can restrict to some origins (lever-api.md §6.4) */
export const EVENTS_WITH_ORIGIN: readonly EventName[] = EVENT_NAMES.slice(0, 4);

/** Where an opportunity can come from (lever-api.md §5.1) */
export const ORIGINS = ['agency', 'applied', 'internal', 'referred', 'sourced', 'university'];

/** Something that happened in the account, as a webhook would tell it. */
export type WorldEvent = {
	[Name in EventName]: {
		event: Name;
		data: EventData[Name];
		/** Of the opportunity, where the event is about one */
		origin?: string;
	};
}[EventName];

export const aboutOpportunity = (opportunity: {
	id: string;
	contact: string;
}): AboutOpportunity => ({
	opportunityId: opportunity.id,
	candidateId: opportunity.id,
	contactId: opportunity.contact,
});
