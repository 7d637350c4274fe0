import { hashedIds, packId } from '../../../shared/addresses';
import type {
	AuditEvent,
	Collection,
	ConnectionFacts,
	Definition,
	EvidenceItem,
	FileRecord,
	FileTrace,
	HireRecord,
	Joiner,
	Identity,
	Match,
	Opportunity,
	OpportunityRecord,
	Posting,
	Requisition,
	UnlinkedRow,
	User,
	UserRecord,
} from '../../../shared/contracts';
import { populationInOrder, POPULATIONS, type PopulationKind } from '../../../shared/populations';
import { accountState } from '../../checks/access/accountState';
import type { ScreeningRow, StaffRow } from '../../lists/types';
import type { DecidedHire } from '../../population';
import { hideAddresses } from './hideAddresses';
import { withoutMembers } from './withoutMembers';

/** Everything of a run that goes into packs besides its head and findings: kind → items in their order. */
export type PackItems = Record<PopulationKind, readonly EvidenceItem[]>;

export interface PackSources {
	collections: readonly Collection[];
	/** The population */
	hires: readonly DecidedHire[];
	users: readonly User[];
	opportunities: readonly Opportunity[];
	definitions: readonly Definition[];
	postings: readonly Posting[];
	requisitions: readonly Requisition[];
	auditEvents: readonly AuditEvent[];
	fileRecords: readonly FileRecord[];
	connections: readonly ConnectionFacts[];
	joiners: readonly Joiner[];
	screeningRows: readonly ScreeningRow[];
	staffRows: readonly StaffRow[];
	/** All matches, also of candidates outside the population */
	matches: readonly Match[];
}

/**
 * Splits what was read into records without names, identities and match edges (rules.md §10). Who is
 * outside the population, and rows that belong to nobody in it, get no identity and leave no more than
 * their ids. Addresses within texts of Lever and of settings are hidden.
 */
export function packItems(sources: PackSources): PackItems {
	const population = new Set(sources.hires.map(({ hire }) => hire.hireId));
	const matches = sources.matches.filter(
		({ subjectType, subjectId }) => subjectType === 'user' || population.has(subjectId),
	);
	const linked = linkedRows(matches);
	return inOrder({
		collection: sources.collections.map(hideAddresses),
		hire: sources.hires.map(hireRecord).map(hideAddresses),
		user: sources.users.map(userRecord).map(hideAddresses),
		opportunity: sources.opportunities.map(opportunityRecord),
		definition: sources.definitions
			.filter(({ definitionType }) => definitionType !== 'tag')
			.map(hideAddresses),
		posting: sources.postings.map(hideAddresses),
		requisition: sources.requisitions.map(hideAddresses),
		auditEvent: sources.auditEvents.map(auditEventRecord).map(hideAddresses),
		fileRecord: fileTraces(sources),
		connection: sources.connections.map(hideAddresses),
		joiner: sources.joiners.map(hideAddresses),
		screeningRecord: sources.screeningRows.map(({ record }) =>
			linked.screeningList.has(record.recordId) ? record : unlinkedRow(record),
		),
		staffRecord: sources.staffRows.map(({ record }) =>
			linked.staffList.has(record.recordId) ? record : unlinkedRow(record),
		),
		identity: identitiesOf(sources, linked),
		match: matches,
	});
}

function inOrder(items: PackItems): PackItems {
	const ordered = { ...items };
	for (const { kind } of POPULATIONS) ordered[kind] = populationInOrder(kind, items[kind]);
	return ordered;
}

function hireRecord({ hire, start, acceptance, zone }: DecidedHire): HireRecord {
	return {
		...withoutMembers(hire, ['identity']),
		decision: {
			firstDay: start.date,
			firstDaySource: start.source,
			acceptedOn: acceptance.at === null ? null : zone.zone.civilDate(acceptance.at),
			zone: zone.zone.name,
			zoneChosenBy: zone.chosenBy,
		},
	};
}

function userRecord(user: User): UserRecord {
	return {
		...withoutMembers(user, ['name', 'username', 'email']),
		externalDirectoryId:
			user.externalDirectoryId === null ? null : packId(user.externalDirectoryId),
		accountState: accountState(user),
	};
}

function opportunityRecord({
	kind,
	opportunityId,
	contact,
	stageId,
	archived,
	owner,
	collectionId,
	rawSha256,
}: Opportunity): OpportunityRecord {
	return {
		kind,
		opportunityId,
		contact,
		stageId,
		archived: archived && { reasonId: archived.reasonId },
		owner,
		collectionId,
		rawSha256,
	};
}

/** Targets of events are not only users: what has no id of its own may be named by an address. */
function auditEventRecord(event: AuditEvent): AuditEvent {
	return { ...event, targetId: event.targetId === null ? null : packId(event.targetId) };
}

/** That something hangs there, without its name; of who is outside the population, without its day. */
function fileTraces({ fileRecords, hires }: PackSources): FileTrace[] {
	if (fileRecords.length === 0) return [];
	const ofHires = new Set(hires.flatMap(({ hire }) => hire.opportunityIds));
	return fileRecords.map((file) => ({
		...withoutMembers(file, ['name']),
		createdAt: ofHires.has(file.opportunityId) ? file.createdAt : null,
	}));
}

function unlinkedRow<Kind extends 'screeningRecord' | 'staffRecord'>({
	kind,
	recordId,
	row,
	rawSha256,
}: UnlinkedRow<Kind>): UnlinkedRow<Kind> {
	return { kind, recordId, row, rawSha256 };
}

type LinkedRows = Record<Match['list'], ReadonlySet<string>>;

/** Rows that are linked to somebody, or could be: those too are named in findings. */
function linkedRows(matches: readonly Match[]): LinkedRows {
	const linked = { screeningList: new Set<string>(), staffList: new Set<string>() };
	for (const { list, recordId } of matches) linked[list].add(recordId);
	return linked;
}

function identitiesOf(
	{ hires, users, screeningRows, staffRows }: PackSources,
	linked: LinkedRows,
): Identity[] {
	return [
		...hires.map(({ hire: { hireId, identity } }) =>
			identityOf('hire', hireId, identity.name, [...identity.emails, ...identity.otherEmails]),
		),
		...users.map(({ userId, name, email, externalDirectoryId }) =>
			identityOf('user', userId, name, [email], hashedIds([externalDirectoryId])),
		),
		...screeningRows
			.filter(({ record }) => linked.screeningList.has(record.recordId))
			.map(({ record, name, emails, hashedIds: given }) =>
				identityOf('screeningRecord', record.recordId, name, emails, given),
			),
		...staffRows
			.filter(({ record }) => linked.staffList.has(record.recordId))
			.map(({ record, name, emails, hashedIds: given }) =>
				identityOf('staffRecord', record.recordId, name, emails, given),
			),
	];
}

function identityOf(
	subjectType: Identity['subjectType'],
	subjectId: string,
	name: string,
	emails: readonly string[],
	given?: Identity['hashedIds'],
): Identity {
	return {
		kind: 'identity',
		subjectType,
		subjectId,
		name,
		emails: emails.length > 1 ? [...new Set(emails)] : [...emails],
		...(given && { hashedIds: given }),
	};
}
