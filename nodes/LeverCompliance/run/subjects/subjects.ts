import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { CivilDate, Collection, EpochMilliseconds, User } from '../../../shared/contracts';
import type { TimeZone } from '../../../shared/dates';
import type { People } from '../../approvals/people';
import type { AlteredRead } from '../../inputs/alteredReads';
import { hireReferences } from '../../checks/evidence';
import type { CollectionSubject, HireSubject, UserSubject } from '../../checks/types';
import type { HireScreening, HireStaff, UserStaff } from '../../matching';
import { NO_SCREENING, NO_STAFF, type ScreeningLink } from '../../matching/types';
import { screeningExemptions, screeningTiers, type Job, type Policy } from '../../policy';
import type { DecidedHire } from '../../population';
import {
	employmentTypes,
	type EmploymentType,
	type Jobs,
} from '../../population/decideEmploymentType';
import type { FallbackOwner } from './fallbackOwner';
import type { SettledSubject } from '../findings/settleResult';

/** Subjects of one type. */
export interface SubjectsOf<T> {
	/** By id */
	readonly all: readonly T[];
	/** What is decided for all checks alike sees of one; made when it is judged, since a run would keep very many */
	readonly settled: (subject: T) => SettledSubject;
}

function subjectsOf<T>(
	subjects: readonly T[],
	idOf: (subject: T) => string,
	settled: (subject: T) => SettledSubject,
): SubjectsOf<T> {
	const all = [...subjects].sort((a, b) => compareCodeUnits(idOf(a), idOf(b)));
	return { all, settled };
}

const NO_USER_STAFF: UserStaff = { row: null, rows: [] };

/** Hires with everything that their checks look at; the caller says which. */
export function hireSubjects(
	decided: readonly DecidedHire[],
	links: {
		screening: ReadonlyMap<string, HireScreening>;
		staff: ReadonlyMap<string, HireStaff>;
	},
	policy: Policy,
	asOf: EpochMilliseconds,
	people: People,
	fallback: FallbackOwner | null,
	jobs: Jobs,
): SubjectsOf<HireSubject> {
	const exemptionOf = screeningExemptions(policy);
	const employmentTypeOf = employmentTypes(policy, jobs);
	const tierOf = screeningTiers(policy);
	const today = dayMemory(asOf);
	const subjects = decided.map((one): HireSubject => {
		const { hire, zone, start, acceptance, notInPopulation } = one;
		const staff = links.staff.get(hire.hireId) ?? NO_STAFF;
		const employmentType = employmentTypeOf(hire, staff.row);
		const screening = links.screening.get(hire.hireId) ?? NO_SCREENING;
		const counted = countedScreening(screening, employmentType);
		return {
			hire,
			zone,
			start,
			acceptance,
			notInPopulation,
			screening: counted.screening,
			uncountedAttestations: counted.uncountedAttestations,
			staff,
			employmentType,
			exemption: exemptionOf(hire),
			references: hireReferences(hire),
			approvalIds: [hire.hireId, hire.contact, ...hire.opportunityIds],
			personKeys: () => personKeys(people, hire.identity, staff),
			tier: tierOf(() => jobOf(one, staff, jobs)),
			today: today(zone.zone),
		};
	});
	return subjectsOf(
		subjects,
		({ hire }) => hire.hireId,
		(subject) => settledHire(subject, fallback),
	);
}

function settledHire(
	{ hire, approvalIds, personKeys, today, zone }: HireSubject,
	fallback: FallbackOwner | null,
): SettledSubject {
	const owner = hire.owner ?? hire.hiringManager;
	return {
		subjectType: 'hire',
		subjectId: hire.hireId,
		approvalIds,
		personKeys,
		ownerId: owner ?? fallback?.userId ?? null,
		ownerNote: owner === null && fallback !== null ? fallback.text : '',
		today,
		zone: zone.zone,
	};
}

/** What the hire's tier is chosen by: the newest signed offer's job, wherever it was applied for (B.2 SCR-05). */
function jobOf({ hire, start }: DecidedHire, { row }: HireStaff, { postings }: Jobs): Job {
	const postingIds = hire.postingIds ?? (hire.postingId === null ? null : [hire.postingId]);
	const ownDepartment = row?.details.department ?? null;
	const departments = (postingIds ?? []).flatMap((id) => {
		const posting = postings.get(id);
		return [posting?.department, posting?.team].filter((text) => typeof text === 'string');
	});
	return {
		jobTitle: start.offer?.offer.jobTitle ?? hire.jobTitle,
		departments:
			ownDepartment !== null ? [ownDepartment] : departments.length > 0 ? departments : null,
		workLocation: hire.workLocation,
		postingIds,
	};
}

const NO_ATTESTATIONS: readonly ScreeningLink[] = [];

/** A supplier speaks for its own people only: its word is no screening of an employee. */
function countedScreening(
	screening: HireScreening,
	{ type }: EmploymentType,
): Pick<HireSubject, 'screening' | 'uncountedAttestations'> {
	const isAttestation = ({ details }: ScreeningLink) => details.recordType === 'attestation';
	if (type === 'contractor' || !screening.linked.some(isAttestation)) {
		return { screening, uncountedAttestations: NO_ATTESTATIONS };
	}
	return {
		screening: { ...screening, linked: screening.linked.filter((link) => !isAttestation(link)) },
		uncountedAttestations: screening.linked.filter(isAttestation),
	};
}

function personKeys(
	people: People,
	{ emails, otherEmails }: { emails: readonly string[]; otherEmails: readonly string[] },
	{ row, ambiguous }: HireStaff,
): ReadonlySet<string> {
	const rows = row ? [row, ...ambiguous] : ambiguous;
	return new Set(people.keysOfPerson([...emails, ...otherEmails], rows));
}

export function userSubjects(
	users: readonly User[],
	staffByUser: ReadonlyMap<string, UserStaff>,
	organisationZone: TimeZone,
	asOf: EpochMilliseconds,
	people: People,
): SubjectsOf<UserSubject> {
	const today = organisationZone.civilDate(asOf);
	return subjectsOf(
		users.map((user) => ({ user, staff: staffByUser.get(user.userId) ?? NO_USER_STAFF, today })),
		({ user }) => user.userId,
		({ user, staff }) => ({
			subjectType: 'user',
			subjectId: user.userId,
			approvalIds: [user.userId],
			personKeys: () => new Set(people.keysOfPerson([user.email], staff.rows)),
			ownerId: managerOf(user),
			ownerNote: '',
			today,
			zone: organisationZone,
		}),
	);
}

/** Nobody decides about an account of one's own. */
function managerOf({ userId, managerId }: User): string | null {
	return managerId === userId ? null : managerId;
}

/** One for each collection record, and for each that did not arrive. */
export function collectionSubjects(
	collections: readonly Collection[],
	altered: readonly AlteredRead[],
	organisationZone: TimeZone,
	asOf: EpochMilliseconds,
): SubjectsOf<CollectionSubject> {
	const alteredById = new Map(altered.map((read) => [read.collectionId, read]));
	const arrived = new Set(collections.map(({ collectionId }) => collectionId));
	const subjects: CollectionSubject[] = [
		...collections.map((collection) => ({
			collection,
			altered: alteredById.get(collection.collectionId) ?? null,
		})),
		...altered
			.filter(({ collectionId }) => !arrived.has(collectionId))
			.map((read) => ({ collection: null, altered: read })),
	];
	const today = organisationZone.civilDate(asOf);
	const idOf = ({ collection, altered: read }: CollectionSubject) =>
		(collection ?? read).collectionId;
	return subjectsOf(subjects, idOf, (subject) => ({
		subjectType: 'collection',
		subjectId: idOf(subject),
		approvalIds: [],
		personKeys: () => new Set<string>(),
		ownerId: null,
		ownerNote: '',
		today,
		zone: organisationZone,
	}));
}

/** Subjects that are records rather than people: judged in the organisation's zone. */
export function plainSubjects<T extends { today: CivilDate }>(
	subjects: readonly T[],
	organisationZone: TimeZone,
	subjectType: SettledSubject['subjectType'],
	idOf: (subject: T) => string,
	ownerOf: (subject: T) => string | null = () => null,
): SubjectsOf<T> {
	return subjectsOf(subjects, idOf, (subject) => ({
		subjectType,
		subjectId: idOf(subject),
		approvalIds: [idOf(subject)],
		personKeys: () => new Set<string>(),
		ownerId: ownerOf(subject),
		ownerNote: '',
		today: subject.today,
		zone: organisationZone,
	}));
}

/** The day of one instant, worked out once for each zone. */
function dayMemory(instant: EpochMilliseconds): (zone: TimeZone) => string {
	const days = new Map<string, string>();
	return (zone) => {
		const known = days.get(zone.name);
		if (known !== undefined) return known;
		const day = zone.civilDate(instant);
		days.set(zone.name, day);
		return day;
	};
}
