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

/** A subject as its checks see it, and as what is decided for all checks alike sees it. */
export interface Subject<T> {
	subject: T;
	settled: SettledSubject;
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
): Array<Subject<HireSubject>> {
	const exemptionOf = screeningExemptions(policy);
	const employmentTypeOf = employmentTypes(policy, jobs);
	const tierOf = screeningTiers(policy);
	const today = dayMemory(asOf);
	return decided.map((one) => {
		const { hire, zone, start, acceptance, notInPopulation } = one;
		const staff = links.staff.get(hire.hireId) ?? NO_STAFF;
		const employmentType = employmentTypeOf(hire, staff.row);
		const screening = links.screening.get(hire.hireId) ?? NO_SCREENING;
		const counted = countedScreening(screening, employmentType);
		const subject: HireSubject = {
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
		const owner = hire.owner ?? hire.hiringManager;
		return {
			subject,
			settled: {
				subjectType: 'hire',
				subjectId: hire.hireId,
				approvalIds: subject.approvalIds,
				personKeys: subject.personKeys,
				ownerId: owner ?? fallback?.userId ?? null,
				...(owner === null && fallback !== null && { ownerNote: fallback.text }),
				today: subject.today,
				zone: zone.zone,
			},
		};
	});
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

/** A supplier speaks for its own people only: its word is no screening of an employee. */
function countedScreening(
	screening: HireScreening,
	{ type }: EmploymentType,
): Pick<HireSubject, 'screening' | 'uncountedAttestations'> {
	const isAttestation = ({ details }: ScreeningLink) => details.recordType === 'attestation';
	if (type === 'contractor' || !screening.linked.some(isAttestation)) {
		return { screening, uncountedAttestations: [] };
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
): Array<Subject<UserSubject>> {
	const today = organisationZone.civilDate(asOf);
	return users.map((user) => {
		const staff = staffByUser.get(user.userId) ?? NO_USER_STAFF;
		return {
			subject: { user, staff, today },
			settled: {
				subjectType: 'user',
				subjectId: user.userId,
				approvalIds: [user.userId],
				personKeys: () => new Set(people.keysOfPerson([user.email], staff.rows)),
				ownerId: managerOf(user),
				today,
				zone: organisationZone,
			},
		};
	});
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
): Array<Subject<CollectionSubject>> {
	const today = organisationZone.civilDate(asOf);
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
	return subjects.map((subject) => ({
		subject,
		settled: {
			subjectType: 'collection',
			subjectId: (subject.collection ?? subject.altered).collectionId,
			approvalIds: [],
			personKeys: () => new Set<string>(),
			ownerId: null,
			today,
			zone: organisationZone,
		},
	}));
}

/** What a subject without a person of its own is settled with. */
interface Plain {
	subjectType: SettledSubject['subjectType'];
	subjectId: string;
	/** Further ids by which an approval may name it */
	approvalIds?: readonly string[];
	ownerId?: string | null;
}

/** Subjects that are records rather than people: one for each, judged in the organisation's zone. */
export function plainSubjects<Given, T>(
	given: readonly Given[],
	organisationZone: TimeZone,
	asOf: EpochMilliseconds,
	subjectOf: (one: Given, today: CivilDate) => { subject: T } & Plain,
): Array<Subject<T>> {
	const today = organisationZone.civilDate(asOf);
	return given.map((one) => {
		const {
			subject,
			subjectType,
			subjectId,
			approvalIds = [],
			ownerId = null,
		} = subjectOf(one, today);
		return {
			subject,
			settled: {
				subjectType,
				subjectId,
				approvalIds: [subjectId, ...approvalIds],
				personKeys: () => new Set<string>(),
				ownerId,
				today,
				zone: organisationZone,
			},
		};
	});
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
