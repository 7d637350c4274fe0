import { sha256OfJson, sha256OfLines } from '../../../../nodes/shared/sha256.ts';
import { canonicalJson, compareCodeUnits } from '../../../../nodes/shared/canonicalJson.ts';
import { addDays } from '../../../../nodes/shared/dates/index.ts';
import type { PopulationKind } from '../../../../nodes/shared/populations.ts';
import { populationLines } from '../../../../nodes/shared/populations.ts';
import type {
	AuditEvent,
	CheckRun,
	CheckVerdict,
	Collection,
	ConnectionFacts,
	Definition,
	EvidenceItem,
	FileTrace,
	Finding,
	FindingStatus,
	HireRecord,
	Identity,
	Joiner,
	LinksToConfirm,
	LeverCollection,
	ListCollection,
	ListDoubt,
	Match,
	OpportunityRecord,
	Posting,
	Requisition,
	Run,
	RunShortfall,
	ScreeningRecord,
	StaffRecord,
	UserRecord,
} from '../../../../nodes/shared/contracts/index.ts';

/** What a synthetic run is made of. Everything is derived from numbers: the same options, the same items. */
export interface SyntheticOptions {
	hires?: number;
	users?: number;
	production?: boolean;
	/** Every free text holds this as well */
	poison?: string;
	/** Reads that are not complete */
	incomplete?: boolean;
	notices?: string[];
	toConfirm?: LinksToConfirm;
	/** Why a list cannot show that somebody is not on it */
	screeningDoubts?: ListDoubt[];
	staffDoubts?: ListDoubt[];
	/** What of Lever is not all there */
	shortfalls?: RunShortfall[];
}

const AS_OF = '2026-11-02T06:00:00.000Z';
const TODAY = '2026-11-02';
const PERIOD = { from: '2025-11-02', to: '2026-12-02' };

/** A run as Lever Compliance gives it on its output Evidence, with every hash as it should be. */
export function syntheticItems(options: SyntheticOptions = {}): EvidenceItem[] {
	return itemsOf(syntheticParts(options), options);
}

/** The same of parts that a test has changed: the head fits them. */
export function itemsOf(parts: SyntheticParts, options: SyntheticOptions = {}): EvidenceItem[] {
	return [
		sealedRun(parts, options),
		...parts.collections,
		...parts.findings,
		...parts.hires,
		...parts.users,
		...parts.opportunities,
		...parts.definitions,
		...parts.postings,
		...parts.requisitions,
		...parts.auditEvents,
		...parts.files,
		...parts.connection,
		...parts.joiners,
		...parts.screening,
		...parts.staff,
		...parts.identities,
		...parts.matches,
	];
}

export interface SyntheticParts {
	collections: Collection[];
	findings: Finding[];
	hires: HireRecord[];
	users: UserRecord[];
	opportunities: OpportunityRecord[];
	definitions: Definition[];
	postings: Posting[];
	requisitions: Requisition[];
	auditEvents: AuditEvent[];
	files: FileTrace[];
	connection: ConnectionFacts[];
	joiners: Joiner[];
	screening: ScreeningRecord[];
	staff: StaffRecord[];
	identities: Identity[];
	matches: Match[];
}

export function syntheticParts(options: SyntheticOptions = {}): SyntheticParts {
	const people = Array.from({ length: options.hires ?? 24 }, (_, n) => person(n, options));
	const users = Array.from({ length: options.users ?? 12 }, (_, n) => userRecord(n));
	const collections = collectionsOf(people.length, users.length, options);
	return {
		collections,
		findings: [
			...people.flatMap((one) => findingsOf(one, options)),
			...users.map((user, n) => leaverFinding(user, n, options)),
			...collections.map((collection) => readFinding(collection)),
		],
		hires: people.map(({ hire }) => hire),
		users,
		opportunities: [opportunityRecord()],
		definitions: [definition()],
		postings: [posting()],
		requisitions: [requisition()],
		auditEvents: [auditEvent()],
		files: [fileTrace()],
		connection: [connectionFacts()],
		joiners: people.map(({ hire, record }, n) => joiner(hire, record, n, options)),
		screening: people.flatMap(({ record }) => (record ? [record] : [])),
		staff: users.map((_, n) => staffRecord(n)),
		identities: [
			...people.map(({ hire }, n) => identity('hire', hire.hireId, n, options)),
			...users.map((user, n) => identity('user', user.userId, n + 1000, options)),
		],
		matches: people.flatMap(({ hire, record }) => (record ? [match(hire, record)] : [])),
	};
}

/** The head of the run over these parts. */
export function sealedRun(parts: SyntheticParts, options: SyntheticOptions = {}): Run {
	const policy = {
		organisationZone: 'UTC',
		screening: { validityMonths: 12, horizonDays: 30 },
		workZones: { Berlin: 'Europe/Berlin', 'Los Angeles': 'America/Los_Angeles' },
	};
	const head: Omit<Run, 'runSha256'> = {
		kind: 'run',
		asOf: AS_OF,
		period: PERIOD,
		zone: 'UTC',
		policy,
		policySha256: sha256OfJson(policy),
		production: options.production ?? true,
		checks: [
			...[...new Set(parts.findings.map(({ checkId }) => checkId))]
				.sort()
				.map((id) => checkRun(id, parts.findings, options)),
			notSetUpCheck(),
		],
		lists: [
			{
				list: 'screeningList',
				state: 'read',
				understood: `Screening List: ${parts.screening.length} rows, provider Checkr, e-mail from column candidate_email${tail(options)}`,
				rows: parts.screening.length,
				doubts: options.screeningDoubts ?? [],
			},
			{
				list: 'staffList',
				state: 'read',
				understood: `Staff List: ${parts.staff.length} rows, e-mail from column work_email`,
				rows: parts.staff.length,
				doubts: options.staffDoubts ?? [],
			},
			{
				list: 'approvals',
				state: 'notConnected',
				understood: 'Approvals: not connected',
				rows: 0,
				doubts: [],
			},
		],
		populations: [
			populationSeal('hires', 'hire', parts.hires),
			populationSeal('users', 'user', parts.users),
			populationSeal('opportunities', 'opportunity', parts.opportunities),
			populationSeal('definitions', 'definition', parts.definitions),
			populationSeal('postings', 'posting', parts.postings),
			populationSeal('requisitions', 'requisition', parts.requisitions),
			populationSeal('audit-events', 'auditEvent', parts.auditEvents),
			populationSeal('files', 'fileRecord', parts.files),
			populationSeal('connection', 'connection', parts.connection),
			populationSeal('joiners', 'joiner', parts.joiners),
			populationSeal('screening', 'screeningRecord', parts.screening),
			populationSeal('staff', 'staffRecord', parts.staff),
			populationSeal('collections', 'collection', parts.collections),
			populationSeal('identities', 'identity', parts.identities),
			populationSeal('matches', 'match', parts.matches),
		],
		bridge: [
			{ label: 'Opportunities read', count: 1812, note: 'hired or at the offer stage or later' },
			{ label: 'Hired or offer signed', count: parts.hires.length + 9, note: '' },
			{ label: 'In the period', count: parts.hires.length + 2, note: '7 started before it' },
			{ label: 'Tested', count: parts.hires.length, note: '2 are exempt by policy' },
			{
				label: 'Starters on the staff list',
				count: parts.hires.length + 1,
				note: '1 not in Lever',
			},
		],
		...(options.toConfirm && { toConfirm: options.toConfirm }),
		leftOut: [
			{
				hireId: `${uuid('contact', 901)}:${uuid('opportunity', 901)}`,
				reason: `not hired${tail(options)}`,
			},
			{
				hireId: `${uuid('contact', 902)}:${uuid('opportunity', 902)}`,
				reason: 'started before the period',
			},
		],
		...(options.shortfalls ? { shortfalls: options.shortfalls } : {}),
		notices: options.notices ?? [
			'Approvals is not connected: no deviation can be excepted.',
			'Visibility was not tested: nothing proves that this credential sees every record.',
		],
		tool: { name: 'n8n-nodes-lever', version: '0.1.0' },
	};
	return { ...head, runSha256: sha256OfJson(head) };
}

function populationSeal(name: string, kind: PopulationKind, items: readonly object[]) {
	const lines = populationLines(kind, items);
	return { name, kind, count: items.length, sha256: sha256OfLines(lines) };
}

const TITLES: Record<string, [title: string, tests: string]> = {
	'IPE-01': [
		'Populations are complete',
		'Every list that the results rest on was read to its end, without doubles.',
	],
	'SCR-01': ['Screening exists', 'A screening record is linked to every hire who has started.'],
	'SCR-02': [
		'Screening completed in time',
		'The screening of every hire was completed on or before the first day.',
	],
	'SCR-09': [
		'Upcoming starts are screened',
		'The screening of everybody who starts within 30 days is done.',
	],
	'UAR-01': ['Leavers have no access', 'Accounts of leavers are closed within 5 business days.'],
};

function checkRun(id: string, findings: readonly Finding[], options: SyntheticOptions): CheckRun {
	const own = findings
		.filter(({ checkId }) => checkId === id)
		.sort(
			(a, b) =>
				compareCodeUnits(a.subjectType, b.subjectType) ||
				compareCodeUnits(a.subjectId, b.subjectId),
		);
	const counts = { fail: 0, indeterminate: 0, warn: 0, excepted: 0, pass: 0, not_applicable: 0 };
	for (const { status } of own) counts[status] += 1;
	const verdict: CheckVerdict = counts.fail > 0 ? 'deviations' : 'noDeviations';
	return {
		id,
		version: 1,
		title: TITLES[id]?.[0] ?? id,
		tests: `${TITLES[id]?.[1] ?? ''}${tail(options)}`,
		controls: [
			{ framework: 'SOC 2 TSC 2017', id: 'CC1.4' },
			{ framework: 'ISO/IEC 27001:2022', id: 'A.6.1' },
		],
		population: own.length,
		counts,
		notInPopulation: { 'archived with a non-hired reason on or before the start': 2 },
		findingsSha256: sha256OfLines(own.map((finding) => canonicalJson(finding))),
		verdict,
		verdictText:
			verdict === 'deviations'
				? `${counts.fail} ${counts.fail === 1 ? 'deviation' : 'deviations'} in ${own.length}`
				: `No deviations noted in ${own.length - counts.indeterminate} of ${own.length}`,
	};
}

function notSetUpCheck(): CheckRun {
	return {
		id: 'UAR-02',
		version: 1,
		title: 'Privileged users are approved',
		tests: 'Every privileged user is on a live list of approvals.',
		controls: [],
		population: 0,
		counts: { fail: 0, indeterminate: 0, warn: 0, excepted: 0, pass: 0, not_applicable: 0 },
		notInPopulation: {},
		findingsSha256: sha256OfLines([]),
		verdict: 'notSetUp',
		verdictText: 'Not set up: connect Approvals',
	};
}

interface Person {
	n: number;
	hire: HireRecord;
	record: ScreeningRecord | null;
	start: string;
	completed: string | null;
}

/** Every sixth starts in the future; every seventh was screened late; every eleventh not at all. */
function person(n: number, options: SyntheticOptions): Person {
	const future = n % 6 === 5;
	const start = future ? addDays(TODAY, 3 + (n % 4) * 5) : addDays(TODAY, -(5 + ((n * 13) % 300)));
	const late = n % 7 === 3;
	const none = n % 11 === 4;
	const completed = none || future ? null : addDays(start, late ? 2 + n : -(2 + ((n * 5) % 40)));
	const id = uuid('opportunity', n);
	const offer = uuid('offer', n);
	const hire: HireRecord = {
		kind: 'hire',
		hireId: `${uuid('contact', n)}:${id}`,
		contact: uuid('contact', n),
		opportunityIds: [id],
		postingId: uuid('posting', n % 5),
		jobTitle: `Engineer ${n % 5}${tail(options)}`,
		workLocation: n % 2 ? 'Berlin' : 'Los Angeles',
		startDate: start,
		startDateSource: 'offer',
		acceptedAt: Date.parse(`${addDays(start, -40)}T10:00:00Z`),
		acceptedAtSource: 'candidateSignature',
		archivedAt: Date.parse(`${addDays(start, -39)}T10:00:00Z`),
		hiredReasonId: uuid('reason', 1),
		archives: [],
		stageIds: [uuid('stage', 1)],
		isAnonymized: false,
		confidential: false,
		owner: uuid('user', n % 3),
		hiringManager: null,
		offersRead: true,
		offers: [
			{
				id: offer,
				opportunityId: id,
				status: 'signed',
				createdAt: null,
				approvedAt: null,
				sentAt: null,
				candidateSignedAt: Date.parse(`${addDays(start, -40)}T10:00:00Z`),
				candidateSigned: true,
				otherSignedAt: null,
				signedDocumentAt: null,
				startDateRaw: start,
				jobTitle: null,
				location: null,
			},
		],
		screeningTags: [],
		stageChanges: [],
		postingIds: [uuid('posting', 1)],
		requisitionIds: [],
		dataProtection: { storeAllowed: true, storeExpiresAt: null },
		feedback: { read: true, forms: [], collectionId: hash('feedback') },
		leverUrl: `https://hire.lever.co/candidates/${id}`,
		collectionIds: { opportunities: hash('opportunities'), offers: hash('offers') },
		rawSha256: { [id]: hash(`raw ${id}`), [offer]: hash(`raw ${offer}`) },
		decision: {
			firstDay: start,
			firstDaySource: 'offer',
			acceptedOn: addDays(start, -40),
			zone: 'UTC',
			zoneChosenBy: 'organisation',
		},
	};
	const record: ScreeningRecord | null = none
		? null
		: {
				kind: 'screeningRecord',
				recordId: `CHK-${String(n).padStart(4, '0')}`,
				row: n + 1,
				provider: 'Checkr',
				externalId: null,
				state: completed === null ? 'running' : 'done',
				orderedAt: { precision: 'day', date: addDays(start, -45) },
				completedAt:
					completed === null ? { precision: 'missing' } : { precision: 'day', date: completed },
				hasCancelled: false,
				rawSha256: hash(`row ${n}`),
			};
	return { n, hire, record, start, completed };
}

function findingsOf(one: Person, options: SyntheticOptions): Finding[] {
	const { n, record, start, completed } = one;
	const due = start <= TODAY;
	const undecided = n % 9 === 7;
	const screening: FindingStatus = !due
		? 'not_applicable'
		: record === null
			? 'fail'
			: n % 13 === 6
				? 'warn'
				: 'pass';
	const inTime: FindingStatus = !due
		? 'not_applicable'
		: record === null || (completed !== null && completed > start)
			? 'fail'
			: undecided
				? 'indeterminate'
				: 'pass';
	const upcoming: FindingStatus = due ? 'not_applicable' : n % 12 === 5 ? 'warn' : 'pass';
	return [
		finding(one, 'SCR-01', screening, 'screening-exists', {
			message:
				screening === 'fail'
					? `No screening record is linked to this hire, who started on ${start}.`
					: 'One screening record is linked.',
			observed: { records: record ? 1 : 0, startDate: start },
			expected: { records: 'at least 1' },
			poison: options.poison,
		}),
		finding(one, 'SCR-02', inTime, inTime === 'fail' ? 'completed-after-start' : 'in-time', {
			message:
				inTime === 'fail'
					? completed === null
						? `Nothing was completed before the start on ${start}.`
						: `Completed on ${completed}, after the start on ${start}.`
					: inTime === 'indeterminate'
						? 'The completion date of the linked record cannot be read.'
						: `Completed in time for the start on ${start}.`,
			observed: { startDate: start, completedOn: completed, zone: 'Europe/Berlin' },
			expected: { completedOnOrBefore: start },
			poison: options.poison,
		}),
		finding(one, 'SCR-09', upcoming, 'upcoming', {
			message:
				upcoming === 'warn'
					? `Starts on ${start}; the screening is still running.`
					: 'Screening is done or nothing is due.',
			observed: { startDate: start, state: record?.state ?? 'none' },
			expected: { state: 'done' },
			poison: options.poison,
		}),
	];
}

function finding(
	{ hire, record }: Person,
	checkId: string,
	status: FindingStatus,
	reasonCode: string,
	facts: Pick<Finding, 'message' | 'observed' | 'expected'> & { poison?: string | undefined },
): Finding {
	const id = hire.opportunityIds[0] ?? '';
	const offer = hire.offers[0]?.id ?? '';
	const poison = facts.poison === undefined ? '' : ` ${facts.poison}`;
	return {
		kind: 'finding',
		checkId,
		checkVersion: 1,
		subjectType: 'hire',
		subjectId: hire.hireId,
		status,
		basis: record === null ? 'absence' : 'presence',
		severity: checkId === 'SCR-09' ? 'high' : 'critical',
		reasonCode,
		message: facts.message + poison,
		observed:
			facts.poison === undefined ? facts.observed : { ...facts.observed, note: facts.poison },
		expected: facts.expected,
		...(record ? { match: { rung: 'M2' as const } } : {}),
		evidence: [
			{
				collectionId: hash('opportunities'),
				recordId: id,
				rawSha256: hash(`raw ${id}`),
				leverUrl: hire.leverUrl,
			},
			{
				collectionId: hash('offers'),
				recordId: offer,
				rawSha256: hash(`raw ${offer}`),
				leverUrl: hire.leverUrl,
			},
			record
				? {
						collectionId: hash('screeningList'),
						recordId: record.recordId,
						rawSha256: record.rawSha256,
						leverUrl: null,
					}
				: {
						collectionId: hash('screeningList'),
						recordId: 'screeningList',
						rawSha256: null,
						leverUrl: null,
					},
		],
		controls: [{ framework: 'SOC 2 TSC 2017', id: 'CC1.4' }],
		remediation: {
			text: `Ask the provider for the record and decide whether the person may work meanwhile.${poison}`,
			ownerId: hire.owner,
			dueAt: ['pass', 'not_applicable'].includes(status) ? null : addDays(TODAY, 2),
		},
		fingerprint: hash(`${checkId} ${hire.hireId} ${status}`),
	};
}

function leaverFinding(user: UserRecord, n: number, options: SyntheticOptions): Finding {
	const status: FindingStatus = n === 4 ? 'fail' : n === 5 ? 'indeterminate' : 'pass';
	return {
		kind: 'finding',
		checkId: 'UAR-01',
		checkVersion: 1,
		subjectType: 'user',
		subjectId: user.userId,
		status,
		basis: 'presence',
		severity: 'critical',
		reasonCode: status === 'fail' ? 'leaver-still-active' : 'current',
		message:
			status === 'fail'
				? 'Left on 2026-10-09 and can still sign in, 11 business days after the 5 allowed.'
				: status === 'indeterminate'
					? 'Not on the staff list, and the account is active.'
					: 'On the staff list as current.',
		observed: { accountState: user.accountState, note: options.poison ?? null },
		expected: { accountState: 'deactivated', withinBusinessDays: 5 },
		evidence: [
			{
				collectionId: hash('users'),
				recordId: user.userId,
				rawSha256: user.rawSha256,
				leverUrl: null,
			},
		],
		controls: [{ framework: 'SOC 2 TSC 2017', id: 'CC6.2' }],
		remediation: {
			text: 'Deactivate the account in Lever, Settings > Users.',
			ownerId: null,
			dueAt: status === 'pass' ? null : TODAY,
		},
		fingerprint: hash(`UAR-01 ${user.userId} ${status}`),
	};
}

function readFinding(collection: Collection): Finding {
	const status: FindingStatus = collection.complete ? 'pass' : 'fail';
	return {
		kind: 'finding',
		checkId: 'IPE-01',
		checkVersion: 1,
		subjectType: 'collection',
		subjectId: collection.collectionId,
		status,
		basis: 'presence',
		severity: 'critical',
		reasonCode: status === 'pass' ? 'complete' : 'incomplete',
		message:
			status === 'pass' ? `${collection.resource} were read to the end.` : 'Not read to the end.',
		observed: { records: collection.records, uniqueIds: collection.uniqueIds },
		expected: { complete: true },
		evidence: [
			{
				collectionId: collection.collectionId,
				recordId: collection.resource,
				rawSha256: null,
				leverUrl: null,
			},
		],
		controls: [{ framework: 'AT-C 205', id: '.36' }],
		remediation: { text: 'Give the key access to it and run again.', ownerId: null, dueAt: null },
		fingerprint: hash(`IPE-01 ${collection.collectionId} ${status}`),
	};
}

function collectionsOf(hires: number, users: number, options: SyntheticOptions): Collection[] {
	return [
		leverCollection('opportunities', 'hires', 1812, options),
		leverCollection('offers', 'offers', hires, options, options.incomplete),
		leverCollection('users', 'users', users, options),
		listCollection('screeningList', hires),
		listCollection('staffList', users),
	];
}

function leverCollection(
	resource: string,
	purpose: LeverCollection['purpose'],
	records: number,
	options: SyntheticOptions,
	incomplete = false,
): LeverCollection {
	const production = options.production ?? true;
	return {
		kind: 'collection',
		source: 'lever',
		collectionId: hash(resource),
		complete: !incomplete,
		...(incomplete
			? {
					incompleteBecause: 'Lever answered 403: the key may not read offers.',
					failure: { reason: 'forbidden' as const, httpStatus: 403, message: 'Forbidden' },
				}
			: {}),
		rule: `Every record of ${resource} that can concern a hire of the period.${tail(options)}`,
		records,
		uniqueIds: records,
		duplicates: 0,
		recordsSha256: hash(`all ${resource}`),
		resource,
		operation: 'getAll',
		purpose,
		environment: production ? 'production' : 'custom',
		baseUrl: production ? 'https://api.lever.co/v1' : 'http://127.0.0.1:4010/v1',
		production,
		credentialKind: 'apiKey',
		asOf: AS_OF,
		period: PERIOD,
		workflowZone: 'UTC',
		startedAt: '2026-11-02T06:00:01.000Z',
		finishedAt: '2026-11-02T06:00:09.000Z',
		requests: [
			{
				path: `/${resource}`,
				query: {
					limit: '100',
					created_at_start: '1730505600000',
					...(resource === 'opportunities' ? { expand: ['applications', 'contact'] } : {}),
				},
			},
			{ path: `/${resource}`, query: { limit: '100', updated_at_start: '1793599200000' } },
		],
		pages: Math.ceil(records / 100),
		rereadTail: { records: 2, added: 0, changed: 0 },
		retries: 1,
		throttled: 1,
		restartedCursors: 0,
		visibility: { confidential: 'included', deactivated: 'included' },
	};
}

function listCollection(resource: ListCollection['resource'], rows: number): ListCollection {
	return {
		kind: 'collection',
		source: 'list',
		collectionId: hash(resource),
		complete: true,
		rule: 'Every row of the connected list.',
		records: rows,
		uniqueIds: rows,
		duplicates: 0,
		recordsSha256: hash(`all ${resource}`),
		resource,
		state: 'read',
		sourceName: resource === 'screeningList' ? 'Checkr' : 'Directory',
		exportedAt: '2026-11-01T22:00:00.000Z',
		ageDays: 0,
		columns: { email: 'work_email', status: 'status' },
		ignoredColumns: ['notes'],
	};
}

function userRecord(n: number): UserRecord {
	return {
		kind: 'user',
		userId: uuid('user', n),
		accessRole: n === 0 ? 'super admin' : 'team member',
		createdAt: 1_600_000_000_000,
		deactivatedAt: null,
		externalDirectoryId: null,
		linkedContactIds: [],
		jobTitle: 'Recruiter',
		managerId: null,
		collectionId: hash('users'),
		rawSha256: hash(`user ${n}`),
		accountState: 'active',
	};
}

function opportunityRecord(): OpportunityRecord {
	return {
		kind: 'opportunity',
		opportunityId: uuid('opportunity', 900),
		contact: uuid('contact', 900),
		stageId: null,
		archived: { reasonId: uuid('reason', 2) },
		owner: null,
		collectionId: hash('opportunities'),
		rawSha256: hash('opportunity 900'),
	};
}

function definition(): Definition {
	return {
		kind: 'definition',
		definitionType: 'archiveReason',
		id: uuid('reason', 1),
		text: 'Hired',
		type: 'hired',
		status: 'active',
		collectionId: hash('archive_reasons'),
		rawSha256: hash('reason 1'),
	};
}

function posting(): Posting {
	return {
		kind: 'posting',
		postingId: uuid('posting', 1),
		title: 'Backend Engineer',
		state: 'published',
		team: 'Platform',
		department: 'Technology',
		location: 'Berlin',
		commitment: 'Full-time',
		owner: uuid('user', 1),
		hiringManager: null,
		creator: uuid('user', 1),
		requisitionCodes: ['T-31'],
		confidential: false,
		collectionId: hash('postings'),
		rawSha256: hash('posting 1'),
	};
}

function requisition(): Requisition {
	return {
		kind: 'requisition',
		requisitionId: uuid('requisition', 1),
		requisitionCode: 'T-31',
		status: 'open',
		headcountTotal: 'unlimited',
		headcountHired: 1,
		employmentStatus: 'full-time',
		creator: null,
		owner: uuid('user', 1),
		hiringManager: null,
		postingIds: [uuid('posting', 1)],
		offerIds: [],
		approval: { status: 'approved', approvedAt: 1_767_690_000_000, approvedBy: [uuid('user', 2)] },
		createdAt: 1_767_600_000_000,
		closedAt: null,
		confidential: false,
		collectionId: hash('requisitions'),
		rawSha256: hash('requisition 1'),
	};
}

function auditEvent(): AuditEvent {
	return {
		kind: 'auditEvent',
		auditEventId: uuid('event', 1),
		type: 'user.role:changed',
		at: 1_767_690_000_000,
		userId: uuid('user', 2),
		userRole: 'super admin',
		targetType: 'user',
		targetId: uuid('user', 1),
		from: 'interviewer',
		to: 'team member',
		tokenLastFour: null,
		collectionId: hash('audit_events'),
		rawSha256: hash('event 1'),
	};
}

function fileTrace(): FileTrace {
	return {
		kind: 'fileRecord',
		fileRecordId: `file:${uuid('file', 1)}`,
		recordType: 'file',
		opportunityId: uuid('opportunity', 1),
		createdAt: null,
		collectionId: hash('files'),
		rawSha256: hash('file 1'),
	};
}

function connectionFacts(): ConnectionFacts {
	return {
		kind: 'connection',
		connectionId: 'connection',
		credentialKind: 'apiKey',
		scopes: null,
		authorisedBy: null,
		keyLastFour: 'k3y1',
		reads: { '/opportunities': 'allowed', '/requisitions': 'forbidden' },
		confidentialVisible: true,
		collectionId: hash('connection'),
		rawSha256: hash('connection 1'),
	};
}

function staffRecord(n: number): StaffRecord {
	return {
		kind: 'staffRecord',
		recordId: `E-${100 + n}`,
		row: n + 1,
		externalId: null,
		employment: 'current',
		startDate: { precision: 'day', date: '2024-01-08' },
		endDate: { precision: 'missing' },
		rawSha256: hash(`staff ${n}`),
	};
}

/** Names as people have them: accents, other scripts, and what a spreadsheet would run. */
const NAMES = [
	'Ana Muñoz',
	'Łukasz Żółć',
	'山田 花子',
	"Siobhán O'Neill",
	'=HYPERLINK("x")',
	'Müller, Jörg',
];

function identity(
	subjectType: Identity['subjectType'],
	subjectId: string,
	n: number,
	options: SyntheticOptions,
): Identity {
	return {
		kind: 'identity',
		subjectType,
		subjectId,
		name: `${NAMES[n % NAMES.length] ?? ''} ${n}${tail(options)}`,
		emails: [`person.${n}@example.com`],
	};
}

function match(hire: HireRecord, record: ScreeningRecord): Match {
	return {
		kind: 'match',
		subjectType: 'hire',
		subjectId: hire.hireId,
		list: 'screeningList',
		recordId: record.recordId,
		rung: 'M2',
		linked: true,
		namesAgree: true,
	};
}

function uuid(what: string, n: number): string {
	const digits = hash(`${what} ${n}`);
	return [0, 8, 12, 16, 20]
		.map((from, index) => digits.slice(from, [8, 12, 16, 20, 32][index]))
		.join('-');
}

function hash(text: string): string {
	return sha256OfJson(text);
}

function tail({ poison }: SyntheticOptions): string {
	return poison === undefined ? '' : ` ${poison}`;
}

function joiner(
	hire: HireRecord,
	record: ScreeningRecord | null | undefined,
	n: number,
	options: SyntheticOptions,
): Joiner {
	return {
		kind: 'joiner',
		hireId: hire.hireId,
		contact: hire.contact,
		jobTitle: hire.jobTitle === null ? null : `${hire.jobTitle}${tail(options)}`,
		workLocation: hire.workLocation,
		zone: 'UTC',
		offerId: null,
		offerSentOn: '2026-08-01',
		acceptedOn: '2026-08-09',
		acceptedAtSource: 'candidateSignature',
		firstDay: n % 5 === 0 ? null : `2026-09-${String((n % 28) + 1).padStart(2, '0')}`,
		firstDaySource: 'offer',
		screeningRecordId: record?.recordId ?? null,
		screeningState: record?.state ?? null,
		screeningOrderedOn: null,
		screeningCompletedOn: null,
		matchRung: record ? 'M2' : null,
		staffRecordId: null,
		userId: null,
		accountCreatedOn: null,
		accountDeactivatedOn: null,
	};
}
