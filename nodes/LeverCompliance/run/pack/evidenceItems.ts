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
import type { PopulationKind } from '../../../shared/populations';
import { accountState } from '../../checks/access/accountState';
import type { ScreeningRow, StaffRow } from '../../lists/types';
import type { DecidedHire } from '../../population';
import { withoutMembers } from './withoutMembers';

/** Kind → items: everything of a run that goes into packs, besides its head and findings. */
export type PackItems = Record<PopulationKind, readonly EvidenceItem[]>;

export interface PackSources {
	collections: readonly Collection[];
	/** In the population or not */
	decided: readonly DecidedHire[];
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
 * their ids. Addresses in texts that somebody wrote are still there: they are hidden when this is sealed.
 */
export function packItems(sources: PackSources): PackItems {
	const hires = sources.decided.filter(({ notInPopulation }) => notInPopulation === null);
	const matches = sources.matches.filter(isOfPopulation(hires));
	const linked = linkedRows(matches);
	const screening = rowItems('screeningRecord', sources.screeningRows, linked.screeningList);
	const staff = rowItems('staffRecord', sources.staffRows, linked.staffList);
	return {
		collection: sources.collections,
		hire: hires.map(hireRecord),
		user: sources.users.map(userRecord),
		opportunity: sources.opportunities.map(opportunityRecord),
		definition: sources.definitions.filter(({ definitionType }) => definitionType !== 'tag'),
		posting: sources.postings,
		requisition: sources.requisitions,
		auditEvent: sources.auditEvents.map(auditEventRecord),
		fileRecord: fileTraces(sources.fileRecords, hires),
		connection: sources.connections,
		joiner: sources.joiners,
		screeningRecord: screening.records,
		staffRecord: staff.records,
		identity: [
			...hires.map(identityOfHire),
			...sources.users.map(identityOfUser),
			...screening.identities,
			...staff.identities,
		],
		match: matches,
	};
}

function isOfPopulation(hires: readonly DecidedHire[]): (match: Match) => boolean {
	const inside = new Set(hires.map(({ hire }) => hire.hireId));
	return ({ subjectType, subjectId }) => subjectType === 'user' || inside.has(subjectId);
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
function fileTraces(
	fileRecords: readonly FileRecord[],
	hires: readonly DecidedHire[],
): FileTrace[] {
	if (fileRecords.length === 0) return [];
	const ofHires = new Set(hires.flatMap(({ hire }) => hire.opportunityIds));
	return fileRecords.map((file) => ({
		...withoutMembers(file, ['name']),
		createdAt: ofHires.has(file.opportunityId) ? file.createdAt : null,
	}));
}

type LinkedRows = Record<Match['list'], ReadonlySet<string>>;

/** Rows that are linked to somebody, or could be: those too are named in findings. */
function linkedRows(matches: readonly Match[]): LinkedRows {
	const linked = { screeningList: new Set<string>(), staffList: new Set<string>() };
	for (const { list, recordId } of matches) linked[list].add(recordId);
	return linked;
}

/** A row of a list, of which the pack holds everything only when it is linked. */
type ListRow<Kind extends 'screeningRecord' | 'staffRecord', Whole> = Pick<
	ScreeningRow,
	'name' | 'emails' | 'hashedIds'
> & { record: Whole & UnlinkedRow<Kind> };

/** Records of a list and the identities of those that are linked. */
function rowItems<Kind extends 'screeningRecord' | 'staffRecord', Whole>(
	kind: Kind,
	rows: ReadonlyArray<ListRow<Kind, Whole>>,
	linked: ReadonlySet<string>,
): { records: Array<Whole | UnlinkedRow<Kind>>; identities: Identity[] } {
	const identities: Identity[] = [];
	const records = rows.map(({ record, name, emails, hashedIds: given }) => {
		const { recordId, row, rawSha256 } = record;
		if (!linked.has(recordId)) return { kind, recordId, row, rawSha256 };
		identities.push(identityOf(kind, recordId, name, emails, given));
		return record;
	});
	return { records, identities };
}

function identityOfHire({ hire: { hireId, identity } }: DecidedHire): Identity {
	const { name, emails, otherEmails } = identity;
	return identityOf('hire', hireId, name, [...emails, ...otherEmails]);
}

function identityOfUser({ userId, name, email, externalDirectoryId }: User): Identity {
	return identityOf('user', userId, name, [email], hashedIds([externalDirectoryId]));
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
