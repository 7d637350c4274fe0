import type { CredentialKind, IsoInstant, LeverEnvironment } from '../../shared/contracts';

/**
 * - `readable`: Lever answered
 * - `refused`: Lever does not let this credential read it
 * - `noAnswer`: something else than an answer came; `note` says what
 * - `notTested`: nothing was there to try it with, or it was left out on purpose; `note` says why
 */
export type EndpointStatus = 'readable' | 'refused' | 'noAnswer' | 'notTested';

/** Whether one endpoint of Lever may be read. */
export interface EndpointAccess {
	/** Below `/v1`, `*` for an id */
	endpoint: string;
	/** What it reads, in words */
	reads: string;
	status: EndpointStatus;
	httpStatus?: number;
	note?: string;
	/** To be ticked when an API key is made */
	permission: string;
	/** To be granted to an OAuth app */
	scope: string;
}

export interface FamilyAccess {
	/** As in 'Checks' of Lever Compliance */
	family: string;
	status: 'ready' | 'limited' | 'notPossible';
	why: string;
	/** Empty when nothing is to be done */
	whatToDo: string;
}

/** Who gave an OAuth connection, as Lever has them now. */
export interface Authoriser {
	userId: string;
	/** null where the user could not be read */
	name: string | null;
	role: string | null;
	active: boolean | null;
}

/** What the account's audit events say about an API key; null where they say nothing. */
export interface KeyFacts {
	name: string | null;
	createdAt: IsoInstant | null;
	ageInDays: number | null;
	/** Why something is not known; empty when all is */
	note: string;
}

export interface TeamVisibility {
	/** null for postings without a team */
	team: string | null;
	postings: number;
	/** Opportunities that this credential sees, at most as many as one page holds */
	opportunities: number;
	/** Whether there are more than were counted */
	more: boolean;
}

export interface Problem {
	what: string;
	whatToDo: string;
}

/** What *Connection: Check* gives. */
export interface ConnectionReport {
	/** `refused`: Lever accepts the credential and lets it read nothing */
	status: 'ready' | 'limited' | 'refused';
	/** One sentence */
	summary: string;
	credentialKind: CredentialKind;
	environment: LeverEnvironment;
	baseUrl: string;
	production: boolean;
	/** OAuth only: host that gives and renews the tokens */
	tokenHost?: string | null;
	/** OAuth only; null where the token does not name them */
	authorisedBy?: Authoriser | null;
	/** OAuth only; null where the token does not name it */
	accountId?: string | null;
	/** OAuth only: granted ones, and those that this package could use and does not have */
	scopes?: { granted: string[]; missing: string[] };
	/** API keys only */
	key?: KeyFacts;
	/** Whether confidential opportunities may be read */
	confidential: EndpointStatus;
	families: FamilyAccess[];
	endpoints: EndpointAccess[];
	visibleByTeam: TeamVisibility[];
	/** How these were counted, or why they were not */
	visibleByTeamCounted: string;
	problems: Problem[];
}
