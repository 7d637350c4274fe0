import type { EvidenceKind } from './shapes';

/** Item kind → name of its population, in `run.populations` and as a file name (contracts: PopulationSeal). */
export const POPULATION_NAMES: Partial<Record<EvidenceKind, string>> = {
	collection: 'collections',
	hire: 'hires',
	user: 'users',
	opportunity: 'opportunities',
	definition: 'definitions',
	posting: 'postings',
	requisition: 'requisitions',
	auditEvent: 'audit-events',
	fileRecord: 'files',
	connection: 'connection',
	joiner: 'joiners',
	screeningRecord: 'screening',
	staffRecord: 'staff',
	identity: 'identities',
	match: 'matches',
};

/** Kinds that have a file of their own in the evidence pack. */
export const EVIDENCE_POPULATIONS: readonly EvidenceKind[] = [
	'hire',
	'user',
	'opportunity',
	'definition',
	'posting',
	'requisition',
	'auditEvent',
	'fileRecord',
	'connection',
	'joiner',
	'screeningRecord',
	'staffRecord',
];
