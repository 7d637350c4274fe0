import { compareCodeUnits } from '../../shared/canonicalJson';
import type {
	CivilDate,
	EpochMilliseconds,
	EvidenceReference,
	ListCollection,
} from '../../shared/contracts';
import { listedDay, type TimeZone } from '../../shared/dates';
import { readReference } from '../checks/evidence';
import type { ApprovalsList, ExceptionApproval, ReadableDate } from '../lists/types';
import { byKeys } from '../manyByKey';
import { isAddress, objectionOfStaffList, type People } from './people';

/** A fail that an approval may cover. */
interface Deviation {
	checkId: string;
	/** Ids by which an approval may name the subject: hire, contact, opportunities, or user */
	subjectIds: readonly string[];
	/** Keys of the subject, as `People` gives them */
	subjectKeys: ReadonlySet<string>;
	/** An approval must be older than this day; null = nothing can be approved */
	day: CivilDate | null;
	/** Zone whose days count for the subject */
	zone: TimeZone;
	/** Day on which the approval must not have expired; default: the evidence date */
	neededUntil?: CivilDate;
}

/** What an approval does about a deviation. */
type Judgement =
	/** `peopleKnown`: false when no staff list could tell whether requester and approver work here */
	| { kind: 'excepted'; peopleKnown: boolean }
	/** Given on or after the deviation: the fail stands and the approval is shown */
	| { kind: 'retroactive' }
	/** Does not count for another reason, a sentence without full stop */
	| { kind: 'refused'; because: string };

export type ApprovalOutcome = Judgement & {
	approval: ExceptionApproval;
	/** The row of the Approvals list */
	evidence: EvidenceReference[];
};

/** Finds what the approvals say about a deviation; null when they say nothing. */
export type ApprovalJudge = (deviation: Deviation) => ApprovalOutcome | null;

/**
 * Judges deviations by the approvals list (rules.md §1): of another person than requester and subject,
 * both of the staff, older than the deviation, not expired at the evidence date. Of several, one that counts wins, then one
 * that came too late, then by id.
 */
export function approvalJudge(
	{ approvals, collection }: Pick<ApprovalsList, 'approvals' | 'collection'>,
	people: People,
	asOf: EpochMilliseconds,
): ApprovalJudge {
	const exceptions = approvals.filter((approval) => approval.type === 'exception');
	if (exceptions.length === 0) return () => null;
	const bySubject = byKeys(exceptions, ({ checkId, subjectId }) => [
		subjectKey(checkId, subjectId),
	]);
	return (deviation) => {
		const outcomes = deviation.subjectIds
			.flatMap((id) => bySubject.get(subjectKey(deviation.checkId, id)))
			.sort((a, b) => compareCodeUnits(a.id, b.id))
			.map((approval) => ({
				...judge(approval, deviation, people, asOf),
				approval,
				evidence: collection === null ? [] : [rowReference(collection, approval)],
			}));
		for (const kind of ['excepted', 'retroactive', 'refused'] as const) {
			const found = outcomes.find((outcome) => outcome.kind === kind);
			if (found) return found;
		}
		return null;
	};
}

function judge(
	approval: ExceptionApproval,
	{ subjectKeys, day, zone, neededUntil }: Deviation,
	people: People,
	asOf: EpochMilliseconds,
): Judgement {
	const refused = (because: string): Judgement => ({ kind: 'refused', because });
	const { approvedBy, requestedBy, approvedAt, expiresAt } = approval;
	if (!isAddress(approvedBy) || !isAddress(requestedBy)) {
		return refused(
			'its requester and approver are not named by e-mail, so they cannot be compared',
		);
	}
	const approver = new Set(people.keysOf(approvedBy));
	if (people.keysOf(requestedBy).some((key) => approver.has(key))) {
		return refused('requester and approver are one person');
	}
	if ([...approver].some((key) => subjectKeys.has(key))) {
		return refused('the approver is the person it is about');
	}
	const approvedOn = listedDay(approvedAt, zone);
	if (approvedOn === null) return refused('its date cannot be read');
	const worksHere = {
		requester: people.workedHereOn(requestedBy, approvedOn, zone),
		approver: people.workedHereOn(approvedBy, approvedOn, zone),
	};
	for (const role of ['requester', 'approver'] as const) {
		const objection = objectionOfStaffList(role, worksHere[role], approvedOn);
		if (objection !== null) return refused(objection);
	}
	if (isAfter(approvedAt, asOf, zone)) return refused('it is dated after the evidence date');
	const expiresOn = listedDay(expiresAt, zone);
	const hasExpired =
		neededUntil === undefined
			? isBefore(expiresAt, asOf, zone)
			: expiresOn !== null && expiresOn < neededUntil;
	if (hasExpired) return refused(`it expired on ${expiresOn ?? 'an earlier day'}`);
	if (day === null) return refused('it cannot be told when the deviation began');
	return approvedOn < day
		? { kind: 'excepted', peopleKnown: worksHere.approver !== null }
		: { kind: 'retroactive' };
}

function rowReference(
	{ collectionId }: ListCollection,
	{ id, rawSha256 }: ExceptionApproval,
): EvidenceReference {
	return readReference(id, { collectionId, rawSha256 });
}

/** A date without a time holds for its whole day. */
export function isAfter(date: ReadableDate, moment: EpochMilliseconds, zone: TimeZone): boolean {
	return date.precision === 'instant' ? date.instant > moment : date.date > zone.civilDate(moment);
}

export function isBefore(date: ReadableDate, moment: EpochMilliseconds, zone: TimeZone): boolean {
	return date.precision === 'instant' ? date.instant < moment : date.date < zone.civilDate(moment);
}

function subjectKey(checkId: string, subjectId: string): string {
	return [checkId, subjectId].join(' ');
}
