import { hashedIds, packId } from '../../shared/addresses';
import { compareCodeUnits } from '../../shared/canonicalJson';
import type {
	AuditEvent,
	Collection,
	ConnectionFacts,
	Definition,
	FileRecord,
	FileTrace,
	Hire,
	HireRecord,
	Joiner,
	Identity,
	Match,
	Opportunity,
	OpportunityRecord,
	Posting,
	Requisition,
	ScreeningRecord,
	StaffRecord,
	UnlinkedRow,
	User,
	UserRecord,
} from '../../shared/contracts';
import { accountState } from '../checks/access/accountState';
import type { ScreeningRow, StaffRow } from '../lists/types';
import type { DecidedHire } from '../population';
import { hideAddresses } from './hideAddresses';
import type { PopulationKind } from './populationSeals';

/** Everything of a run that goes into packs besides its head and findings; each kind sorted. */
export interface PackItems {
	collections: Collection[];
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
	screening: Array<ScreeningRecord | UnlinkedRow<'screeningRecord'>>;
	staff: Array<StaffRecord | UnlinkedRow<'staffRecord'>>;
	identities: Identity[];
	matches: Match[];
}

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
	return {
		collections: sorted(sources.collections.map(hideAddresses), ({ collectionId }) => collectionId),
		hires: sorted(sources.hires.map(hireRecord).map(hideAddresses), ({ hireId }) => hireId),
		users: sorted(sources.users.map(userRecord).map(hideAddresses), ({ userId }) => userId),
		opportunities: sorted(
			sources.opportunities.map(opportunityRecord),
			({ opportunityId }) => opportunityId,
		),
		definitions: sorted(
			sources.definitions
				.filter(({ definitionType }) => definitionType !== 'tag')
				.map(hideAddresses),
			({ definitionType, id }) => `${definitionType} ${id}`,
		),
		postings: sorted(sources.postings.map(hideAddresses), ({ postingId }) => postingId),
		requisitions: sorted(
			sources.requisitions.map(hideAddresses),
			({ requisitionId }) => requisitionId,
		),
		auditEvents: sorted(
			sources.auditEvents.map(auditEventRecord).map(hideAddresses),
			({ auditEventId }) => auditEventId,
		),
		files: sorted(fileTraces(sources), ({ fileRecordId }) => fileRecordId),
		connection: sorted(sources.connections.map(hideAddresses), ({ connectionId }) => connectionId),
		joiners: sorted(sources.joiners.map(hideAddresses), ({ hireId }) => hireId),
		screening: sorted(
			sources.screeningRows.map(({ record }) =>
				linked.screeningList.has(record.recordId) ? record : unlinkedRow(record),
			),
			({ recordId }) => recordId,
		),
		staff: sorted(
			sources.staffRows.map(({ record }) =>
				linked.staffList.has(record.recordId) ? record : unlinkedRow(record),
			),
			({ recordId }) => recordId,
		),
		identities: identitiesOf(sources, linked),
		matches: sorted(matches, ({ subjectType, subjectId, list, recordId }) =>
			[subjectType, subjectId, list, recordId].join(' '),
		),
	};
}

/** By kind, for the seals. */
export function itemsByKind(items: PackItems): ReadonlyMap<PopulationKind, readonly object[]> {
	return new Map<PopulationKind, readonly object[]>([
		['collection', items.collections],
		['hire', items.hires],
		['user', items.users],
		['opportunity', items.opportunities],
		['definition', items.definitions],
		['posting', items.postings],
		['requisition', items.requisitions],
		['auditEvent', items.auditEvents],
		['fileRecord', items.files],
		['connection', items.connection],
		['joiner', items.joiners],
		['screeningRecord', items.screening],
		['staffRecord', items.staff],
		['identity', items.identities],
		['match', items.matches],
	]);
}

function hireRecord({ hire, start, acceptance, zone }: DecidedHire): HireRecord {
	const record: HireRecord & Partial<Pick<Hire, 'identity'>> = {
		...hire,
		decision: {
			firstDay: start.date,
			firstDaySource: start.source,
			acceptedOn: acceptance.at === null ? null : zone.zone.civilDate(acceptance.at),
			zone: zone.zone.name,
			zoneChosenBy: zone.chosenBy,
		},
	};
	delete record.identity;
	return record;
}

function userRecord(user: User): UserRecord {
	const record: UserRecord & Partial<Pick<User, 'name' | 'username' | 'email'>> = {
		...user,
		externalDirectoryId:
			user.externalDirectoryId === null ? null : packId(user.externalDirectoryId),
		accountState: accountState(user),
	};
	delete record.name;
	delete record.username;
	delete record.email;
	return record;
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
	const ofHires = new Set(hires.flatMap(({ hire }) => hire.opportunityIds));
	return fileRecords.map((file) => {
		const trace: FileTrace & Partial<Pick<FileRecord, 'name'>> = {
			...file,
			createdAt: ofHires.has(file.opportunityId) ? file.createdAt : null,
		};
		delete trace.name;
		return trace;
	});
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
	const of = (list: Match['list']) =>
		new Set(matches.filter((match) => match.list === list).map(({ recordId }) => recordId));
	return { screeningList: of('screeningList'), staffList: of('staffList') };
}

function identitiesOf(
	{ hires, users, screeningRows, staffRows }: PackSources,
	linked: LinkedRows,
): Identity[] {
	const identities: Identity[] = [
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
	return sorted(identities, ({ subjectType, subjectId }) => `${subjectType} ${subjectId}`);
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
		emails: [...new Set(emails)],
		...(given && { hashedIds: given }),
	};
}

function sorted<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
	return items
		.map((item): [string, T] => [keyOf(item), item])
		.sort(([a], [b]) => compareCodeUnits(a, b))
		.map(([, item]) => item);
}
