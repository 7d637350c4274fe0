import type { Milliseconds, OfOpportunity } from './common.mts';

export type FeedbackReminder = 'once' | 'daily' | 'frequently' | 'none';

export interface StoredInterviewer {
	id: string;
	name: string;
	email: string;
	/** Id of a template, null, or `no-feedback` */
	feedbackTemplate: string | null;
	/** Only inside a panel, for instance `needsAction` */
	responseStatus?: string;
}

/** lever-api.md §5.9 */
export interface StoredInterview extends OfOpportunity {
	id: string;
	panel: string;
	subject: string;
	note: string | null;
	interviewers: StoredInterviewer[];
	/** IANA */
	timezone: string;
	createdAt: Milliseconds;
	/** Start */
	date: Milliseconds;
	/** Minutes */
	duration: number;
	location: string | null;
	feedbackTemplate: string | null;
	feedbackForms: string[];
	feedbackReminder: FeedbackReminder;
	user: string;
	stage: string;
	canceledAt: Milliseconds | null;
	postings: string[];
	gcalEventUrl: string | null;
}

/** An interview as its panel repeats it */
export interface PanelInterview {
	id: string;
	date: Milliseconds;
	duration: number;
	feedbackReminder: FeedbackReminder;
	feedbackTemplate: string | null;
	interviewers: StoredInterviewer[];
	location: string | null;
	note: string | null;
	subject: string;
}

/** lever-api.md §5.9 */
export interface StoredPanel extends OfOpportunity {
	id: string;
	applications: string[];
	canceledAt: Milliseconds | null;
	createdAt: Milliseconds;
	start: Milliseconds;
	end: Milliseconds;
	externallyManaged: boolean;
	externalUrl: string | null;
	feedbackReminder: FeedbackReminder;
	interviews: PanelInterview[];
	note: string | null;
	stage: string;
	timezone: string;
	user: string;
}
