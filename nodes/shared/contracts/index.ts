import type { Collection } from './collection';
import type { Finding } from './finding';
import type { Identity, Match, ScreeningRecord, StaffRecord, UnlinkedRow } from './lists';
import type {
	AuditEvent,
	ConnectionFacts,
	Definition,
	FileTrace,
	HireRecord,
	Joiner,
	OpportunityRecord,
	PopulationItem,
	Posting,
	Requisition,
	UserRecord,
} from './population';
import type { Run } from './run';

export type * from './collection';
export * from './finding';
export type * from './lists';
export type * from './population';
export type * from './primitives';
export type * from './run';

/** What Evidence: Collect gives and Lever Compliance reads on its input `Lever`. */
export type CollectedItem = Collection | PopulationItem;

/** What Lever Compliance gives on its output `Evidence` and Lever Evidence: Seal reads. */
export type EvidenceItem =
	| Run
	| Collection
	| Finding
	| HireRecord
	| UserRecord
	| OpportunityRecord
	| Definition
	| Posting
	| Requisition
	| AuditEvent
	| FileTrace
	| ConnectionFacts
	| Joiner
	| ScreeningRecord
	| StaffRecord
	| UnlinkedRow<'screeningRecord'>
	| UnlinkedRow<'staffRecord'>
	| Identity
	| Match;
