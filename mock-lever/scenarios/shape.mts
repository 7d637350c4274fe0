import type {
	ArchiveReasonSituation,
	AuditEventSituation,
	ContactSituation,
	DataProtectionSituation,
	ExpectedCell,
	ExpectedHire,
	ExpectedNotInPopulation,
	ExpectedUser,
	FeedbackSituation,
	FileSituation,
	NoteSituation,
	OfferSituation,
	OpportunitySituation,
	PostingSituation,
	ProfileFormSituation,
	RelativeDate,
	RequisitionSituation,
	Situation,
	StageChangeSituation,
	StageSituation,
	UserSituation,
} from './situation.mts';
import { APPROVAL_COLUMNS, SCREENING_COLUMNS, STAFF_COLUMNS } from './situation.mts';
import { EVERY_VARIANT } from './expected.mts';
import { POLICY_VARIANTS } from './variants.mts';

/** All keys of an interface; the compiler refuses a missing and an extra one. */
const keysOf = <T,>(keys: Record<keyof Required<T>, true>): readonly string[] => Object.keys(keys);

const SITUATION = keysOf<Situation>({
	reference: true,
	title: true,
	dates: true,
	lever: true,
	screening: true,
	staff: true,
	approvals: true,
	previous: true,
	expected: true,
});

const LEVER: Record<keyof Required<NonNullable<Situation['lever']>>, readonly string[]> = {
	contacts: keysOf<ContactSituation>({
		id: true,
		name: true,
		emails: true,
		headline: true,
		location: true,
		isAnonymized: true,
		raw: true,
	}),
	opportunities: keysOf<OpportunitySituation>({
		id: true,
		contact: true,
		posting: true,
		stage: true,
		createdAt: true,
		lastAdvancedAt: true,
		archived: true,
		owner: true,
		location: true,
		tags: true,
		confidentiality: true,
		emails: true,
		application: true,
		requisition: true,
		stageChanges: true,
		dataProtection: true,
		feedback: true,
		files: true,
		forms: true,
		notes: true,
		raw: true,
	}),
	offers: keysOf<OfferSituation>({
		id: true,
		opportunity: true,
		status: true,
		startDate: true,
		candidateSignedAt: true,
		candidateEmail: true,
		companySignedAt: true,
		signedDocumentAt: true,
		createdAt: true,
		approvedAt: true,
		approved: true,
		creator: true,
		sentAt: true,
		location: true,
		jobTitle: true,
		hiringManager: true,
		raw: true,
	}),
	users: keysOf<UserSituation>({
		id: true,
		name: true,
		email: true,
		accessRole: true,
		createdAt: true,
		deactivatedAt: true,
		lastSignInAt: true,
		externalDirectoryId: true,
		linkedContacts: true,
		jobTitle: true,
		manager: true,
		raw: true,
	}),
	stages: keysOf<StageSituation>({ id: true, text: true, rank: true, fixedId: true }),
	archiveReasons: keysOf<ArchiveReasonSituation>({
		id: true,
		text: true,
		status: true,
		type: true,
	}),
	postings: keysOf<PostingSituation>({
		id: true,
		text: true,
		location: true,
		team: true,
		state: true,
		commitment: true,
		owner: true,
		hiringManager: true,
		confidentiality: true,
		requisitionCodes: true,
		raw: true,
	}),
	requisitions: keysOf<RequisitionSituation>({
		id: true,
		code: true,
		postings: true,
		status: true,
		headcount: true,
		hired: true,
		offers: true,
		employmentStatus: true,
		creator: true,
		owner: true,
		hiringManager: true,
		approval: true,
		createdAt: true,
		closedAt: true,
		raw: true,
	}),
	auditEvents: keysOf<AuditEventSituation>({
		type: true,
		at: true,
		by: true,
		user: true,
		from: true,
		to: true,
		tokenLastFour: true,
		meta: true,
	}),
};

/** What stands inside an opportunity. */
const INSIDE = {
	stageChanges: keysOf<StageChangeSituation>({ stage: true, at: true, by: true }),
	feedback: keysOf<FeedbackSituation>({
		by: true,
		createdAt: true,
		completedAt: true,
		deletedAt: true,
	}),
	files: keysOf<FileSituation>({ name: true, uploadedAt: true, by: true }),
	forms: keysOf<ProfileFormSituation>({
		by: true,
		createdAt: true,
		completedAt: true,
		deletedAt: true,
		title: true,
	}),
	notes: keysOf<NoteSituation>({
		by: true,
		createdAt: true,
		completedAt: true,
		deletedAt: true,
		title: true,
		comments: true,
		secret: true,
	}),
} as const;

const DATA_PROTECTION = keysOf<DataProtectionSituation>({
	storeAllowed: true,
	storeExpiresAt: true,
});

const DATE = keysOf<RelativeDate>({
	day: true,
	businessDay: true,
	from: true,
	snap: true,
	time: true,
	zone: true,
	as: true,
});

const EXPECTED: Record<keyof Required<Situation['expected']>, readonly string[]> = {
	hires: keysOf<ExpectedHire>({ hire: true, cells: true }),
	users: keysOf<ExpectedUser>({ user: true, cells: true }),
	notInPopulation: keysOf<ExpectedNotInPopulation>({
		hire: true,
		reasonContains: true,
		because: true,
		cells: true,
	}),
};

const CELL = keysOf<ExpectedCell>({
	status: true,
	because: true,
	reason: true,
	variants: true,
});
const CELL_OF_VARIANT = CELL.filter((key) => key !== 'variants');

const ROWS = {
	screening: SCREENING_COLUMNS,
	staff: STAFF_COLUMNS,
	approvals: APPROVAL_COLUMNS,
} as const;

function refuseOthers(where: string, value: object, allowed: readonly string[]): void {
	for (const key of Object.keys(value)) {
		if (!allowed.includes(key)) {
			throw new Error(`${where} has the unknown key "${key}". It may have: ${allowed.join(', ')}.`);
		}
	}
}

/** Looks for dates at any depth, so that a misspelt key of a date is found wherever it stands. */
function checkDates(where: string, value: unknown): void {
	if (typeof value !== 'object' || value === null) return;
	if ('day' in value || 'businessDay' in value) refuseOthers(`A date in ${where}`, value, DATE);
	for (const [key, inner] of Object.entries(value)) checkDates(`${where}.${key}`, inner);
}

function checkInside(opportunity: OpportunitySituation): void {
	const { id, dataProtection } = opportunity;
	for (const [kind, allowed] of Object.entries(INSIDE)) {
		for (const record of opportunity[kind as keyof typeof INSIDE] ?? []) {
			refuseOthers(`"${kind}" of "${id}"`, record, allowed);
		}
	}
	refuseOthers(`"dataProtection" of "${id}"`, dataProtection ?? {}, DATA_PROTECTION);
}

function checkCell(cell: ExpectedCell): void {
	refuseOthers('An expected cell', cell, CELL);
	refuseOthers('"variants" of a cell', cell.variants ?? {}, [
		...Object.keys(POLICY_VARIANTS),
		EVERY_VARIANT,
	]);
	for (const variant of Object.values(cell.variants ?? {})) {
		refuseOthers('A cell of a policy variant', variant, CELL_OF_VARIANT);
	}
}

/**
 * Refuses misspelt keys, which would otherwise turn silently into defaults.
 *
 * @throws Error naming the place, the key and what may stand there
 */
export function checkShape(situation: Situation): void {
	refuseOthers('The file', situation, SITUATION);
	refuseOthers('"lever"', situation.lever ?? {}, Object.keys(LEVER));
	for (const [kind, records] of Object.entries(situation.lever ?? {})) {
		const allowed = LEVER[kind as keyof typeof LEVER];
		for (const record of records) {
			refuseOthers(`"${kind}" ${'id' in record ? record.id : record.type}`, record, allowed);
		}
	}
	for (const opportunity of situation.lever?.opportunities ?? []) checkInside(opportunity);
	for (const [list, columns] of Object.entries(ROWS)) {
		const rows = situation[list as keyof typeof ROWS] ?? [];
		for (const row of rows) refuseOthers(`A row of "${list}"`, row, columns);
	}
	const { previous = {} } = situation;
	refuseOthers('"previous"', previous, ['offers', 'users', 'screening']);
	for (const kind of ['offers', 'users'] as const) {
		for (const record of previous[kind] ?? []) {
			refuseOthers(`"previous.${kind}" ${record.id}`, record, LEVER[kind]);
		}
	}
	for (const row of previous.screening ?? []) {
		refuseOthers('A row of "previous.screening"', row, ROWS.screening);
	}
	refuseOthers('"expected"', situation.expected, Object.keys(EXPECTED));
	for (const [kind, entries] of Object.entries(situation.expected)) {
		for (const entry of entries) {
			refuseOthers(`"expected.${kind}"`, entry, EXPECTED[kind as keyof typeof EXPECTED]);
			for (const cell of Object.values<ExpectedCell>(entry.cells ?? {})) checkCell(cell);
		}
	}
	checkDates('the file', { ...situation.lever, dates: situation.dates });
	checkDates('what an earlier run saw', previous);
	checkDates('a list', [situation.screening, situation.staff, situation.approvals]);
}
