import type {
	PanelInterview,
	StoredInterview,
	StoredInterviewer,
	StoredPanel,
	StoredUser,
} from '../records.mts';
import { MINUTES } from './context.mts';

const LENGTH = 45;

export interface PanelFacts {
	id: string;
	opportunity: { id: string; name: string; applications: readonly string[] };
	posting: string | null;
	/** Id of the stage it belongs to */
	stage: string;
	/** For instance `Technical interview` */
	title: string;
	/** One after the other, each with one interviewer */
	interviews: ReadonlyArray<{
		id: string;
		interviewer: Pick<StoredUser, 'id' | 'name' | 'email'>;
	}>;
	/** Id; null = none */
	feedbackTemplate: string | null;
	/** Who made it */
	user: string;
	createdAt: number;
	start: number;
	/** IANA */
	timezone: string;
	/** Default null */
	canceledAt?: number | null;
}

const subjectOf = ({ title, opportunity }: PanelFacts) =>
	opportunity.name === '' ? title : `${title} - ${opportunity.name}`;

function interviewOf(
	facts: PanelFacts,
	position: number,
	id: string,
	who: StoredInterviewer,
): StoredInterview {
	const { opportunity, posting, feedbackTemplate } = facts;
	return {
		id,
		opportunityId: opportunity.id,
		panel: facts.id,
		subject: subjectOf(facts),
		note: null,
		interviewers: [who],
		timezone: facts.timezone,
		createdAt: facts.createdAt,
		date: facts.start + position * MINUTES(LENGTH),
		duration: LENGTH,
		location: null,
		feedbackTemplate,
		feedbackForms: [],
		feedbackReminder: 'daily',
		user: facts.user,
		stage: facts.stage,
		canceledAt: facts.canceledAt ?? null,
		postings: posting === null ? [] : [posting],
		gcalEventUrl: null,
	};
}

/** The short form in which a panel repeats its interviews (lever-api.md §5.9). */
function shortForm(interview: StoredInterview): PanelInterview {
	const { id, date, duration, feedbackReminder, feedbackTemplate, location, note, subject } =
		interview;
	const interviewers = interview.interviewers.map((interviewer) => ({
		...interviewer,
		responseStatus: 'needsAction',
	}));
	return {
		id,
		date,
		duration,
		feedbackReminder,
		feedbackTemplate,
		interviewers,
		location,
		note,
		subject,
	};
}

/** A panel and its interviews, which agree in everything they share. */
export function buildPanel(facts: PanelFacts): {
	panel: StoredPanel;
	interviews: StoredInterview[];
} {
	const interviews = facts.interviews.map(({ id, interviewer }, position) => {
		const { name, email } = interviewer;
		const feedbackTemplate = facts.feedbackTemplate ?? 'no-feedback';
		return interviewOf(facts, position, id, { id: interviewer.id, name, email, feedbackTemplate });
	});
	const panel: StoredPanel = {
		id: facts.id,
		opportunityId: facts.opportunity.id,
		applications: [...facts.opportunity.applications],
		canceledAt: facts.canceledAt ?? null,
		createdAt: facts.createdAt,
		start: facts.start,
		end: facts.start + interviews.length * MINUTES(LENGTH),
		externallyManaged: false,
		externalUrl: null,
		feedbackReminder: 'daily',
		interviews: interviews.map(shortForm),
		note: null,
		stage: facts.stage,
		timezone: facts.timezone,
		user: facts.user,
	};
	return { panel, interviews };
}
