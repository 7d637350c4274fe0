import type { DataProtection, EpochMilliseconds, StageChange } from '../../../shared/contracts';
import {
	countOf,
	epochOf,
	idOf,
	isRecord,
	recordsOf,
	textOf,
	textsOf,
	type LeverRecord,
} from '../reading/leverJson';

/** What Collect keeps of an opportunity (lever-api.md §5.1); no phones, links or documents. */
export interface OpportunityFacts {
	contact: string | null;
	/** The contact's name; empty when there is none */
	name: string;
	/** Of the opportunity, its contact and its applications; as written, without doubles */
	emails: string[];
	stageId: string | null;
	archived: { reasonId: string | null; archivedAt: EpochMilliseconds | null } | null;
	owner: string | null;
	postingId: string | null;
	/** User id, from the application */
	hiringManager: string | null;
	/** Lever's `opportunityLocation`; null when absent or `unspecified` */
	location: string | null;
	tags: string[];
	isAnonymized: boolean;
	confidential: boolean;
	createdAt: EpochMilliseconds | null;
	updatedAt: EpochMilliseconds | null;
	lastAdvancedAt: EpochMilliseconds | null;
	/** Page in Lever's web application */
	leverUrl: string | null;
	stageChanges: Array<Omit<StageChange, 'opportunityId'>>;
	/** Of its applications; without doubles */
	postingIds: string[];
	/** Requisitions that its applications were hired on; without doubles */
	requisitionIds: string[];
	dataProtection: DataProtection | null;
}

export function opportunityFacts(raw: LeverRecord): OpportunityFacts {
	const contact = isRecord(raw.contact) ? raw.contact : {};
	// Only expanded applications are records; otherwise the list holds their ids.
	const applications = recordsOf(raw.applications);
	return {
		contact: idOf(raw.contact),
		name: textOf(contact.name) ?? textOf(raw.name) ?? '',
		emails: distinctEmails([
			...textsOf(contact.emails),
			...textsOf(raw.emails),
			...applications.map(({ email }) => textOf(email)),
		]),
		stageId: idOf(raw.stage),
		archived: archivedOf(raw.archived),
		owner: idOf(raw.owner),
		postingId: firstOf(applications, ({ posting }) => idOf(posting)),
		hiringManager: firstOf(applications, hiringManagerOf),
		location: locationOf(raw.opportunityLocation),
		tags: textsOf(raw.tags),
		isAnonymized: raw.isAnonymized === true || contact.isAnonymized === true,
		confidential: raw.confidentiality === 'confidential',
		createdAt: epochOf(raw.createdAt),
		updatedAt: epochOf(raw.updatedAt),
		lastAdvancedAt: epochOf(raw.lastAdvancedAt),
		leverUrl: leverUrlOf(raw.urls),
		stageChanges: stageChangesOf(raw.stageChanges),
		postingIds: distinct(applications.map(({ posting }) => idOf(posting))),
		requisitionIds: distinct(
			applications.map(({ requisitionForHire }) => idOf(requisitionForHire)),
		),
		dataProtection: dataProtectionOf(raw.dataProtection),
	};
}

/** Without doubles (case folded, as the checks compare them) and without what is missing. */
export function distinctEmails(emails: ReadonlyArray<string | null>): string[] {
	const byFolded = new Map<string, string>();
	for (const email of emails) {
		const folded = email?.toLowerCase();
		if (email !== null && folded !== undefined && !byFolded.has(folded)) {
			byFolded.set(folded, email);
		}
	}
	return [...byFolded.values()];
}

function archivedOf(archived: unknown): OpportunityFacts['archived'] {
	if (!isRecord(archived)) return null;
	return { reasonId: idOf(archived.reason), archivedAt: epochOf(archived.archivedAt) };
}

function hiringManagerOf(application: LeverRecord): string | null {
	const requisition = isRecord(application.requisitionForHire)
		? application.requisitionForHire
		: {};
	return idOf(requisition.hiringManagerOnHire) ?? idOf(application.postingHiringManager);
}

/** As Lever lists them, oldest first; a move without a stage or a time says nothing. */
function stageChangesOf(changes: unknown): OpportunityFacts['stageChanges'] {
	return recordsOf(changes).flatMap(({ toStageId, toStageIndex, updatedAt, userId }) => {
		const stageId = idOf(toStageId);
		const at = epochOf(updatedAt);
		if (stageId === null || at === null) return [];
		return [{ stageId, stageIndex: countOf(toStageIndex), at, userId: idOf(userId) }];
	});
}

function dataProtectionOf(given: unknown): DataProtection | null {
	if (!isRecord(given)) return null;
	const store = isRecord(given.store) ? given.store : {};
	return {
		storeAllowed: typeof store.allowed === 'boolean' ? store.allowed : null,
		storeExpiresAt: epochOf(store.expiresAt),
	};
}

/** Without doubles and without what is missing, in the order given. */
export function distinct(ids: ReadonlyArray<string | null>): string[] {
	return [...new Set(ids.filter((id) => id !== null))];
}

function locationOf(location: unknown): string | null {
	const text = textOf(location);
	return text === 'unspecified' ? null : text;
}

/** Only addresses of Lever itself: the link ends up in reports that people click. */
function leverUrlOf(urls: unknown): string | null {
	const show = isRecord(urls) ? textOf(urls.show) : null;
	return show !== null && /^https:\/\/([a-z0-9-]+\.)+lever\.co\//.test(show) ? show : null;
}

function firstOf<T>(entries: LeverRecord[], read: (entry: LeverRecord) => T | null): T | null {
	for (const entry of entries) {
		const value = read(entry);
		if (value !== null) return value;
	}
	return null;
}
