import type { CivilDate, IsoInstant, Sha256 } from './primitives';

/** Where a Lever credential points. Only `production` can give evidence (design: TEST DATA stamp). */
export type LeverEnvironment = 'production' | 'sandbox' | 'custom';

export type CredentialKind = 'apiKey' | 'oAuth2';

/** Why a population was read; a check names the purposes its results rest on. */
export type CollectionPurpose =
	/** stages, archive reasons, tags: what the ids of the other collections mean */
	| 'definitions'
	/** opportunities that can be hires */
	| 'hires'
	/** the other opportunities of hired contacts, read for their e-mail addresses */
	| 'identities'
	/** offers of the opportunities that can be hires */
	| 'offers'
	/** Lever user accounts, deactivated ones included */
	| 'users'
	/** archive and decline records of the period, and the current pipeline */
	| 'records'
	/** postings and requisitions */
	| 'jobs'
	/** interviews and feedback of the hires */
	| 'interviews'
	/** names of files, forms and notes of the opportunities that can be hires */
	| 'files'
	/** what people did in the account */
	| 'auditEvents'
	/** what the credential itself is and may do */
	| 'connection'
	/** a plain Get Many, with no check behind it */
	| 'list';

/** Whether a part of the population that Lever hides by default was part of this read. */
export type Visibility = 'included' | 'forbidden' | 'notAsked' | 'notApplicable';

/** Machine-readable reason of an incomplete or failed read; the sentence stands in `incompleteBecause`. */
export type ReadFailureReason =
	| 'forbidden'
	| 'unauthorized'
	| 'notFound'
	/** Lever did not accept a parameter (status 400), or refused its own page cursor twice */
	| 'badRequest'
	| 'rateLimited'
	| 'serverFault'
	| 'network'
	| 'malformedAnswer'
	| 'repeatedCursor'
	| 'cancelled'
	| 'stoppedByLimit'
	| 'unknown';

export interface ReadFailure {
	reason: ReadFailureReason;
	/** HTTP status, absent for network faults */
	httpStatus?: number;
	/** What happened and what to do; no names, addresses or keys */
	message: string;
}

export interface Period {
	/** First day, inclusive */
	from: CivilDate;
	/** Last day, inclusive; may lie after the evidence date */
	to: CivilDate;
}

/**
 * One request of a crawl: the window or the first page, never every cursor.
 * `query` values are the strings that were sent.
 */
export interface RecordedRequest {
	path: string;
	query: Record<string, string | string[]>;
}

/** One read of a run, so that a record that got lost on the way can be named. */
export interface ReadOfRun {
	collectionId: Sha256;
	resource: string;
	purpose: CollectionPurpose;
}

/** What a read put into the run, so that nothing can be left out or changed on the way unnoticed. */
export interface GivenItems {
	/** Number of items besides the collection record: hires, users, opportunities or definitions */
	items: number;
	/**
	 * SHA-256 over the canonical JSON of the collection record without `given`, and of each of its items as
	 * populations are sealed: by kind, then id; one per line, LF after each
	 */
	sha256: Sha256;
}

interface CollectionCommon {
	kind: 'collection';
	/** SHA-256 of the canonical JSON of {source, resource, operation, purpose, query}; no clock in it */
	collectionId: Sha256;
	/** Whether every record of the population was read */
	complete: boolean;
	/** A sentence for people; present exactly when `complete` is false */
	incompleteBecause?: string;
	/** What belongs to this population, in words */
	rule: string;
	/** Number of records (rows) received, duplicates included */
	records: number;
	/** Number of different record ids */
	uniqueIds: number;
	/** `records - uniqueIds` */
	duplicates: number;
	/**
	 * SHA-256 of: RFC 8785 canonical JSON of each raw record, sorted by id, one per line, LF after each.
	 * For a list: of the rows in the order received.
	 */
	recordsSha256: Sha256;
}

/** What an auditor calls IPE: how one endpoint of Lever was read (compliance reference A.3). */
export interface LeverCollection extends CollectionCommon {
	source: 'lever';
	/** Lever's own name of the resource, as in its path: `opportunities`, `offers`, `users`, … */
	resource: string;
	/** `getAll`, or `get` for single reads gathered into one population */
	operation: string;
	purpose: CollectionPurpose;
	environment: LeverEnvironment;
	/** API base URL including `/v1` */
	baseUrl: string;
	/** True only for Lever's production host */
	production: boolean;
	credentialKind: CredentialKind;
	/** Evidence date of the run that read this; absent for plain lists */
	asOf?: IsoInstant;
	/** Period of the run that read this; absent for plain lists */
	period?: Period;
	/** IANA zone of the workflow; the fallback organisation zone of the checks */
	workflowZone?: string;
	startedAt: IsoInstant;
	finishedAt: IsoInstant;
	requests: RecordedRequest[];
	pages: number;
	/** Records that a second read of what changed since the crawl began returned, and how many of them were new */
	rereadTail?: { records: number; added: number; changed: number };
	/** Requests sent again after a fault, 429 included */
	retries: number;
	/** Answers with status 429 */
	throttled: number;
	/** Times a list was started again because Lever refused its cursor */
	restartedCursors: number;
	visibility: { confidential: Visibility; deactivated: Visibility };
	/** What Lever refused to send along with the records, for instance `applications`; absent when nothing */
	refusedExpansions?: string[];
	failure?: ReadFailure;
	/** Every read of the same run, this one included; absent for plain lists */
	reads?: ReadOfRun[];
	/** Absent for plain lists */
	given?: GivenItems;
}

/** The lists a user connects to Lever Compliance. */
export type ListName = 'screeningList' | 'staffList' | 'approvals' | 'previousRun';

/**
 * - `read`: rows arrived
 * - `empty`: the input is wired, no row arrived
 * - `failed`: an item carried n8n's `error`
 * - `notConnected`: nothing is wired
 */
export type ListState = 'read' | 'empty' | 'failed' | 'notConnected';

/** The collection record of a connected list. A list that is not connected has none. */
export interface ListCollection extends CollectionCommon {
	source: 'list';
	resource: ListName;
	state: Exclude<ListState, 'notConnected'>;
	/** Name a person gave the source, for instance "Checkr" or a file name; empty if none */
	sourceName: string;
	/** When the list was exported; null = not stated, age not judged */
	exportedAt: IsoInstant | null;
	/** Age in whole days at the evidence date; null when `exportedAt` is */
	ageDays: number | null;
	/** Recognised column → column name in the list */
	columns: Record<string, string>;
	/** Columns of the list that no check uses (their names only) */
	ignoredColumns: string[];
}

export type Collection = LeverCollection | ListCollection;
