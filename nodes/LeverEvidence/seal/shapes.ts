import type {
	AuditEvent,
	ConnectionFacts,
	Definition,
	EvidenceItem,
	FileTrace,
	Finding,
	HireOffer,
	HireRecord,
	Identity,
	Joiner,
	LeverCollection,
	ListCollection,
	Match,
	OpportunityRecord,
	Posting,
	Requisition,
	Run,
	ScreeningRecord,
	StaffRecord,
	UnlinkedRow,
	UserRecord,
} from '../../shared/contracts';
import type { Shape } from './shape';

/**
 * Names every field of a contract, so that a new field, or one that may now be absent or null, is a
 * compile error here until it is allowed.
 */
type Fields<T> = {
	[Key in keyof Required<T>]: undefined extends T[Key]
		? { optional: Shape }
		: null extends T[Key]
			? { orNull: Shape }
			: Shape;
};

const textOrNull = { orNull: 'text' } satisfies Shape;
const flagOrNull = { orNull: 'flag' } satisfies Shape;
const numberOrNull = { orNull: 'number' } satisfies Shape;
const texts: Shape = { listOf: 'text' };
const numbers: Shape = { valuesOf: 'number' };
const controls: Shape = { listOf: { fields: { framework: 'text', id: 'text' } } };
const period: Shape = { fields: { from: 'text', to: 'text' } };

const run: Fields<Run> = {
	kind: 'text',
	asOf: 'text',
	period,
	zone: 'text',
	policy: { valuesOf: 'any' },
	policySha256: 'text',
	production: 'flag',
	checks: {
		listOf: {
			fields: {
				id: 'text',
				version: 'number',
				title: 'text',
				tests: 'text',
				controls,
				population: 'number',
				counts: numbers,
				notInPopulation: numbers,
				findingsSha256: 'text',
				verdict: 'text',
				verdictText: 'text',
			},
		},
	},
	lists: {
		listOf: {
			fields: {
				list: 'text',
				state: 'text',
				understood: 'text',
				rows: 'number',
				doubts: { listOf: { fields: { reason: 'text', text: 'text' } } },
			},
		},
	},
	populations: {
		listOf: { fields: { name: 'text', kind: 'text', count: 'number', sha256: 'text' } },
	},
	bridge: { listOf: { fields: { label: 'text', count: numberOrNull, note: 'text' } } },
	leftOut: { optional: { listOf: { fields: { hireId: 'text', reason: 'text' } } } },
	toConfirm: {
		optional: {
			fields: {
				links: { listOf: { fields: { subjectId: 'text', recordId: 'text', why: 'text' } } },
				withoutReference: texts,
			},
		},
	},
	shortfalls: {
		optional: { listOf: { fields: { purpose: 'text', reason: 'text', text: 'text' } } },
	},
	notices: texts,
	tool: { fields: { name: 'text', version: 'text' } },
	runSha256: 'text',
};

const collectionCommon = {
	kind: 'text',
	collectionId: 'text',
	complete: 'flag',
	incompleteBecause: { optional: 'text' },
	rule: 'text',
	records: 'number',
	uniqueIds: 'number',
	duplicates: 'number',
	recordsSha256: 'text',
	source: 'text',
	resource: 'text',
} satisfies Record<string, Shape>;

const leverCollection: Fields<LeverCollection> = {
	...collectionCommon,
	operation: 'text',
	purpose: 'text',
	environment: 'text',
	baseUrl: 'text',
	production: 'flag',
	credentialKind: 'text',
	asOf: { optional: 'text' },
	period: { optional: period },
	workflowZone: { optional: 'text' },
	startedAt: 'text',
	finishedAt: 'text',
	requests: { listOf: { fields: { path: 'text', query: { valuesOf: 'any' } } } },
	pages: 'number',
	rereadTail: { optional: numbers },
	retries: 'number',
	throttled: 'number',
	restartedCursors: 'number',
	visibility: { fields: { confidential: 'text', deactivated: 'text' } },
	refusedExpansions: { optional: texts },
	failure: { optional: 'any' },
	reads: {
		optional: { listOf: { fields: { collectionId: 'text', resource: 'text', purpose: 'text' } } },
	},
	given: { optional: { fields: { items: 'number', sha256: 'text' } } },
};

const listCollection: Fields<ListCollection> = {
	...collectionCommon,
	state: 'text',
	sourceName: 'text',
	exportedAt: textOrNull,
	ageDays: numberOrNull,
	columns: { valuesOf: 'text' },
	ignoredColumns: texts,
};

const finding: Fields<Finding> = {
	kind: 'text',
	checkId: 'text',
	checkVersion: 'number',
	subjectType: 'text',
	subjectId: 'text',
	status: 'text',
	basis: 'text',
	severity: 'text',
	reasonCode: 'text',
	message: 'text',
	observed: { valuesOf: 'any' },
	expected: { valuesOf: 'any' },
	match: { optional: { fields: { rung: 'text' } } },
	evidence: {
		listOf: {
			fields: {
				collectionId: 'text',
				recordId: 'text',
				rawSha256: textOrNull,
				leverUrl: textOrNull,
			},
		},
	},
	controls,
	remediation: { fields: { text: 'text', ownerId: textOrNull, dueAt: textOrNull } },
	approvalId: { optional: 'text' },
	fingerprint: 'text',
};

const hireOffer: Fields<HireOffer> = {
	id: 'text',
	opportunityId: 'text',
	status: 'text',
	createdAt: numberOrNull,
	approvedAt: numberOrNull,
	sentAt: numberOrNull,
	candidateSignedAt: numberOrNull,
	candidateSigned: 'flag',
	otherSignedAt: numberOrNull,
	signedDocumentAt: numberOrNull,
	/** A number or a text, untouched */
	startDateRaw: { orNull: 'any' },
	jobTitle: textOrNull,
	location: textOrNull,
	creator: { optional: textOrNull },
	approved: { optional: flagOrNull },
	postingId: { optional: textOrNull },
};

const hire: Fields<HireRecord> = {
	kind: 'text',
	hireId: 'text',
	contact: 'text',
	opportunityIds: texts,
	otherOpportunityIds: { optional: texts },
	postingId: textOrNull,
	jobTitle: textOrNull,
	workLocation: textOrNull,
	startDate: textOrNull,
	startDateSource: 'text',
	acceptedAt: numberOrNull,
	acceptedAtSource: 'text',
	archivedAt: numberOrNull,
	hiredReasonId: textOrNull,
	archives: 'any',
	stageIds: 'any',
	isAnonymized: 'flag',
	confidential: 'flag',
	owner: textOrNull,
	hiringManager: textOrNull,
	offersRead: 'any',
	offers: { listOf: { fields: hireOffer } },
	screeningTags: texts,
	stageChanges: {
		optional: {
			listOf: {
				fields: {
					opportunityId: 'text',
					stageId: 'text',
					stageIndex: numberOrNull,
					at: 'number',
					userId: textOrNull,
				},
			},
		},
	},
	postingIds: { optional: texts },
	requisitionIds: { optional: texts },
	dataProtection: {
		optional: { orNull: { fields: { storeAllowed: flagOrNull, storeExpiresAt: numberOrNull } } },
	},
	feedback: {
		optional: {
			fields: {
				read: 'any',
				forms: {
					listOf: {
						fields: {
							feedbackId: 'text',
							opportunityId: 'text',
							userId: textOrNull,
							completedAt: numberOrNull,
							rawSha256: 'text',
						},
					},
				},
				collectionId: 'text',
			},
		},
	},
	leverUrl: textOrNull,
	collectionIds: { valuesOf: 'text' },
	opportunityCollectionIds: { optional: { valuesOf: 'text' } },
	rawSha256: { valuesOf: 'text' },
	decision: {
		optional: {
			fields: {
				firstDay: textOrNull,
				firstDaySource: 'text',
				acceptedOn: textOrNull,
				zone: 'text',
				zoneChosenBy: 'text',
			},
		},
	},
};

const user: Fields<UserRecord> = {
	kind: 'text',
	userId: 'text',
	accessRole: textOrNull,
	createdAt: numberOrNull,
	deactivatedAt: numberOrNull,
	externalDirectoryId: textOrNull,
	linkedContactIds: texts,
	jobTitle: textOrNull,
	managerId: textOrNull,
	collectionId: 'text',
	rawSha256: 'text',
	accountState: 'text',
};

const opportunity: Fields<OpportunityRecord> = {
	kind: 'text',
	opportunityId: 'text',
	contact: textOrNull,
	stageId: textOrNull,
	archived: { orNull: { fields: { reasonId: textOrNull } } },
	owner: textOrNull,
	collectionId: 'text',
	rawSha256: 'text',
};

const definition: Fields<Definition> = {
	kind: 'text',
	definitionType: 'text',
	id: 'text',
	text: 'text',
	index: { optional: 'number' },
	type: { optional: textOrNull },
	status: { optional: 'text' },
	collectionId: 'text',
	rawSha256: 'text',
};

const posting: Fields<Posting> = {
	kind: 'text',
	postingId: 'text',
	title: 'text',
	state: textOrNull,
	team: textOrNull,
	department: textOrNull,
	location: textOrNull,
	commitment: textOrNull,
	owner: textOrNull,
	hiringManager: textOrNull,
	creator: textOrNull,
	requisitionCodes: texts,
	confidential: 'flag',
	collectionId: 'text',
	rawSha256: 'text',
};

const requisition: Fields<Requisition> = {
	kind: 'text',
	requisitionId: 'text',
	requisitionCode: textOrNull,
	status: textOrNull,
	/** A number, or `unlimited` */
	headcountTotal: { orNull: 'any' },
	headcountHired: numberOrNull,
	employmentStatus: textOrNull,
	creator: textOrNull,
	owner: textOrNull,
	hiringManager: textOrNull,
	postingIds: texts,
	offerIds: texts,
	approval: {
		orNull: { fields: { status: textOrNull, approvedAt: numberOrNull, approvedBy: texts } },
	},
	createdAt: numberOrNull,
	closedAt: numberOrNull,
	confidential: 'flag',
	collectionId: 'text',
	rawSha256: 'text',
};

const auditEvent: Fields<AuditEvent> = {
	kind: 'text',
	auditEventId: 'text',
	type: 'text',
	at: 'number',
	userId: textOrNull,
	userRole: textOrNull,
	targetType: textOrNull,
	targetId: textOrNull,
	from: textOrNull,
	to: textOrNull,
	tokenLastFour: textOrNull,
	collectionId: 'text',
	rawSha256: 'text',
};

const fileRecord: Fields<FileTrace> = {
	kind: 'text',
	fileRecordId: 'text',
	recordType: 'text',
	opportunityId: 'text',
	createdAt: numberOrNull,
	collectionId: 'text',
	rawSha256: 'text',
};

const connection: Fields<ConnectionFacts> = {
	kind: 'text',
	connectionId: 'text',
	credentialKind: 'text',
	scopes: { orNull: texts },
	authorisedBy: textOrNull,
	keyLastFour: textOrNull,
	reads: { valuesOf: 'text' },
	confidentialVisible: flagOrNull,
	collectionId: 'text',
	rawSha256: 'text',
};

const joiner: Fields<Joiner> = {
	kind: 'text',
	hireId: 'text',
	contact: 'text',
	jobTitle: textOrNull,
	workLocation: textOrNull,
	zone: 'text',
	offerId: textOrNull,
	offerSentOn: textOrNull,
	acceptedOn: textOrNull,
	acceptedAtSource: 'text',
	firstDay: textOrNull,
	firstDaySource: 'text',
	screeningRecordId: textOrNull,
	screeningState: textOrNull,
	screeningOrderedOn: textOrNull,
	screeningCompletedOn: textOrNull,
	matchRung: textOrNull,
	staffRecordId: textOrNull,
	userId: textOrNull,
	accountCreatedOn: textOrNull,
	accountDeactivatedOn: textOrNull,
};

const screeningRecord: Fields<ScreeningRecord> = {
	kind: 'text',
	recordId: 'text',
	row: 'number',
	provider: textOrNull,
	externalId: textOrNull,
	state: 'text',
	orderedAt: { valuesOf: 'any' },
	completedAt: { valuesOf: 'any' },
	hasCancelled: 'flag',
	rawSha256: 'text',
};

const staffRecord: Fields<StaffRecord> = {
	kind: 'text',
	recordId: 'text',
	row: 'number',
	externalId: textOrNull,
	employment: 'text',
	startDate: { valuesOf: 'any' },
	endDate: { valuesOf: 'any' },
	rawSha256: 'text',
};

const unlinkedRow: Fields<UnlinkedRow<'screeningRecord' | 'staffRecord'>> = {
	kind: 'text',
	recordId: 'text',
	row: 'number',
	rawSha256: 'text',
};

const identity: Fields<Identity> = {
	kind: 'text',
	subjectType: 'text',
	subjectId: 'text',
	name: 'text',
	emails: texts,
	hashedIds: { optional: { valuesOf: 'text' } },
};

const match: Fields<Match> = {
	kind: 'text',
	subjectType: 'text',
	subjectId: 'text',
	list: 'text',
	recordId: 'text',
	rung: 'text',
	linked: 'flag',
	namesAgree: { orNull: 'flag' },
};

export type EvidenceKind = EvidenceItem['kind'];

/**
 * The shapes an item of each kind may have. A collection is a read of Lever or a connected list; a row of
 * a list is linked to somebody or not.
 */
export const SHAPES: Record<EvidenceKind, Shape[]> = {
	run: [{ fields: run }],
	collection: [{ fields: leverCollection }, { fields: listCollection }],
	finding: [{ fields: finding }],
	hire: [{ fields: hire }],
	user: [{ fields: user }],
	opportunity: [{ fields: opportunity }],
	definition: [{ fields: definition }],
	posting: [{ fields: posting }],
	requisition: [{ fields: requisition }],
	auditEvent: [{ fields: auditEvent }],
	fileRecord: [{ fields: fileRecord }],
	connection: [{ fields: connection }],
	screeningRecord: [{ fields: screeningRecord }, { fields: unlinkedRow }],
	staffRecord: [{ fields: staffRecord }, { fields: unlinkedRow }],
	identity: [{ fields: identity }],
	joiner: [{ fields: joiner }],
	match: [{ fields: match }],
};
