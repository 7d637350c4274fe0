import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { Collection, EpochMilliseconds, Match, Period } from '../../../shared/contracts';
import type { TimeZone } from '../../../shared/dates';
import type { People } from '../../approvals/people';
import { ROLE_CHANGED } from '../../checks/access/roleOrder';
import { isRescreened } from '../../checks/screening/rescreenCycle';
import type {
	Account,
	ScreeningRecordSubject,
	StaffRecordSubject,
	UserSubject,
} from '../../checks/types';
import type { AlteredRead } from '../../inputs/alteredReads';
import type { LeverInput } from '../../inputs/leverInput';
import type { ScreeningRow, StaffRow } from '../../lists/types';
import { foldEmail } from '../../matching/emails';
import type { HireScreening, HireStaff, UserStaff } from '../../matching';
import { contactsById } from '../../matching/hireIndex';
import { lazily } from '../../lazily';
import { linkStaffScreening } from '../../matching/linkStaffScreening';
import type { Policy } from '../../policy';
import type { DecidedHire, NotInPopulationReason } from '../../population';
import type { Jobs } from '../../population/decideEmploymentType';
import { byKeys } from '../../manyByKey';
import { dutiesOf } from './duties';
import { lastActivityOf } from './lastActivity';
import type { Subjects } from '../findings/evaluate';
import { anonymisedStarts } from './anonymisedStarts';
import { employmentsByContact } from './employmentsByContact';
import { fallbackOwner } from './fallbackOwner';
import { hiredContacts } from './hiredContacts';
import { seenOpportunities } from './seenOpportunities';
import { meaningsOf } from './meanings';
import { collectionSubjects, hireSubjects, plainSubjects, userSubjects } from './subjects';

export interface SubjectSources {
	lever: LeverInput;
	collections: readonly Collection[];
	altered: readonly AlteredRead[];
	decided: readonly DecidedHire[];
	screeningRows: readonly ScreeningRow[];
	staffRows: readonly StaffRow[];
	screeningByHire: ReadonlyMap<string, HireScreening>;
	staffByHire: ReadonlyMap<string, HireStaff>;
	staffByUser: ReadonlyMap<string, UserStaff>;
	/** Links and candidates of both lists */
	matches: readonly Match[];
	people: People;
	jobs: Jobs;
	policy: Policy;
	organisationZone: TimeZone;
	asOf: EpochMilliseconds;
	period: Period;
}

/** Everything that checks judge, by type. */
export function allSubjects(sources: SubjectSources): Subjects {
	const { lever, organisationZone, asOf, people } = sources;
	const links = { screening: sources.screeningByHire, staff: sources.staffByHire };
	const today = organisationZone.civilDate(asOf);
	const fallback = fallbackOwner(lever.users);
	const staffEdges = edgesByRow(sources.matches, 'staffList');
	const hiresFor = (reason: NotInPopulationReason | null) =>
		hireSubjects(
			sources.decided.filter(({ notInPopulation }) => notInPopulation === reason),
			links,
			sources.policy,
			asOf,
			people,
			fallback,
			sources.jobs,
		);
	return {
		account: plainSubjects([{ today }], organisationZone, 'account', () => 'account'),
		collection: collectionSubjects(sources.collections, sources.altered, organisationZone, asOf),
		hire: hiresFor(null),
		opportunity: plainSubjects(
			lever.opportunities.map((opportunity) => ({ opportunity, today })),
			organisationZone,
			'opportunity',
			({ opportunity }) => opportunity.opportunityId,
			({ opportunity }) => opportunity.owner,
		),
		// Made when a check asks for them: a list may have a hundred thousand rows.
		get screeningRecord() {
			const edges = edgesByRow(sources.matches, 'screeningList');
			const anonymised = contactsById(sources.decided.filter(({ hire }) => hire.isAnonymized));
			const rows = sources.screeningRows.map((row): ScreeningRecordSubject => {
				const { recordId, externalId } = row.record;
				const namesAnonymised = externalId !== null && anonymised.has(externalId);
				return { row, today, namesAnonymised, ...(edges.get(recordId) ?? NO_EDGES) };
			});
			return plainSubjects(rows, organisationZone, 'screeningRecord', recordIdOf);
		},
		staffRecord: plainSubjects(
			sources.staffRows.map((row): StaffRecordSubject => {
				const { linkedTo, candidates } = staffEdges.get(row.record.recordId) ?? NO_EDGES;
				return { row, today, linkedTo, hires: [...linkedTo, ...candidates] };
			}),
			organisationZone,
			'staffRecord',
			recordIdOf,
		),
		user: userSubjects(lever.users, sources.staffByUser, organisationZone, asOf, people),
		withdrawnHire: hiresFor('withdrawnBeforeStart'),
	};
}

function recordIdOf({ row }: { row: ScreeningRow | StaffRow }): string {
	return row.record.recordId;
}

/** What was read of the account, for checks that compare one thing with another. */
export function accountOf(sources: SubjectSources, subjects: Subjects): Account {
	const { lever } = sources;
	const hires = subjects.hire.all;
	const users = new Map<string, UserSubject>(
		subjects.user.all.map((subject) => [subject.user.userId, subject]),
	);
	const auditEvents = [...lever.auditEvents].sort(
		(a, b) => a.at - b.at || compareCodeUnits(a.auditEventId, b.auditEventId),
	);
	// Few checks look at these, and they take a look at every hire.
	const duties = lazily(() => dutiesOf(lever));
	const hired = lazily(() => hiredContacts(sources.decided));
	const employments = lazily(() => employmentsByContact(sources.decided, sources.staffByHire));
	return {
		hires,
		usersByEmail: byKeys(lever.users, ({ email }) => [foldEmail(email)]),
		usersByContact: byKeys(lever.users, ({ linkedContactIds }) => linkedContactIds),
		users,
		activeUsersByStaffRow: byKeys(
			lever.users.filter(({ deactivatedAt }) => deactivatedAt === null),
			({ userId }) => users.get(userId)?.staff.rows.map(({ record }) => record.recordId) ?? [],
		),
		get duties() {
			return duties();
		},
		lastActivity: lastActivityOf(auditEvents, sources.asOf),
		opportunities: lever.opportunities,
		opportunitiesByContact: byKeys(lever.opportunities, ({ contact }) =>
			contact === null ? [] : [contact],
		),
		...meaningsOf(lever.definitions),
		seenOpportunities: seenOpportunities(lever, sources.policy),
		...sources.jobs,
		requisitionsByOffer: byKeys(lever.requisitions, ({ offerIds }) => offerIds),
		auditEvents,
		roleChangesByUser: byKeys(
			auditEvents.filter(({ type }) => type === ROLE_CHANGED),
			({ targetId }) => (targetId === null ? [] : [targetId]),
		),
		screeningByStaffRow: isRescreened(sources.policy) ? linkStaffScreening(sources) : new Map(),
		fileRecords: lever.fileRecords,
		staffRecords: subjects.staffRecord.all,
		anonymisedStarts: anonymisedStarts(hires),
		get hiredContacts() {
			return hired();
		},
		get employmentsByContact() {
			return employments();
		},
		fileRecordsByOpportunity: byKeys(lever.fileRecords, ({ opportunityId }) => [opportunityId]),
		connection: lever.connections[0] ?? null,
		definitions: lever.definitions,
		collections: sources.collections,
		leftOut: new Map(
			sources.decided.flatMap(({ hire, notInPopulation }) =>
				notInPopulation === null ? [] : [[hire.hireId, notInPopulation] as const],
			),
		),
		staffRows: sources.staffRows,
		period: sources.period,
	};
}

interface Edges {
	linkedTo: string[];
	candidates: string[];
}

const NO_EDGES: Readonly<Edges> = { linkedTo: [], candidates: [] };

/** Record of a list → the hires on the other end, in the order of the matches. */
function edgesByRow(matches: readonly Match[], ofList: Match['list']): ReadonlyMap<string, Edges> {
	const edges = new Map<string, Edges>();
	for (const { subjectType, subjectId, list, recordId, linked } of matches) {
		if (subjectType !== 'hire' || list !== ofList) continue;
		const known = edges.get(recordId) ?? { linkedTo: [], candidates: [] };
		(linked ? known.linkedTo : known.candidates).push(subjectId);
		edges.set(recordId, known);
	}
	return edges;
}
