import type {
	CivilDate,
	ControlReference,
	Finding,
	FindingStatus,
	SubjectType,
} from '../../../shared/contracts';
import { listedDay, type TimeZone } from '../../../shared/dates';
import { sha256 } from '../../../shared/sha256';
import type { ApprovalJudge, ApprovalOutcome } from '../../approvals/exceptions';
import { dueDate } from '../../checks/dueDates';
import { CONFIRM_RECORD, SHARED_REMEDIATIONS } from '../../checks/sharedRemediations';
import { sentences } from '../../phrases';
import type { VisibilityState } from '../../checks/population/visibility';
import type { Check, CheckResult, WeakLink } from '../../checks/types';
import type { Shortfalls } from '../foundations';

/** Who a result is about, as far as it matters to every check alike. */
export interface SettledSubject {
	subjectType: SubjectType;
	subjectId: string;
	/** Ids by which an approval may name the subject */
	approvalIds: readonly string[];
	/** Keys of the person for comparison with the approver */
	personKeys: () => ReadonlySet<string>;
	/** User who should act; null when nobody is known */
	ownerId: string | null;
	/** Says that the owner is not Lever's, in one sentence; empty when it is */
	ownerNote: string;
	/** Day of the evidence date where the subject works */
	today: CivilDate;
	zone: TimeZone;
}

export interface SettleContext {
	shortfalls: Shortfalls;
	approvals: ApprovalJudge;
	visibility: VisibilityState;
}

type Settled = Omit<CheckResult, 'status'> & { status: FindingStatus; approvalId?: string };

const NEEDS_SOMEBODY: ReadonlySet<FindingStatus> = new Set(['fail', 'warn', 'indeterminate']);

/**
 * Makes a finding of a check's result. Here, and only here, is decided what holds for all checks: what
 * an incomplete read takes away (rules.md §1), what a missing sentinel does (IPE-02), what a weak link caps (§4), and what an approval excepts
 * (§1).
 */
export function settleResult(
	check: Check,
	controls: ControlReference[],
	subject: SettledSubject,
	result: CheckResult,
	context: SettleContext,
): Finding {
	const complete = withoutFalseCertainty(check, result, context.shortfalls);
	const visible = withoutBlindPass(complete, context.visibility);
	const capped = capByLink(visible);
	const settled = exceptByApproval(check, subject, capped, context.approvals);
	const { subjectType, subjectId } = subject;
	const { status, basis, reasonCode, message, observed, expected, match, evidence } = settled;
	// In one piece: an object that is put together from others takes twenty times the memory on the way.
	const finding: Finding = {
		basis,
		checkId: check.id,
		checkVersion: check.version,
		controls,
		evidence,
		expected,
		// A list of texts: its canonical JSON is what the language gives.
		fingerprint: sha256(JSON.stringify([check.id, subjectType, subjectId, status, reasonCode])),
		kind: 'finding',
		message,
		observed,
		reasonCode,
		remediation: remediationOf(check, subject, settled),
		severity: settled.severity ?? check.severity,
		status,
		subjectId,
		subjectType,
	};
	// No member without a value: n8n shows it, and compares it, as one.
	if (match) finding.match = match;
	if (settled.approvalId !== undefined) finding.approvalId = settled.approvalId;
	return finding;
}

/** An incomplete read takes away a pass, and a fail or warning that rests on nothing having been found. */
function withoutFalseCertainty(
	check: Check,
	result: CheckResult,
	shortfalls: Shortfalls,
): CheckResult {
	const { status, basis } = result;
	const isFault = status === 'fail' || status === 'warn';
	const rests = status === 'pass' || (isFault && basis === 'absence');
	if (!rests || shortfalls.size === 0) return result;
	const foundation = (result.restsOn ?? check.restsOn).find((one) => shortfalls.has(one));
	if (foundation === undefined) return result;
	return {
		...result,
		status: 'indeterminate',
		reasonCode: 'read-incomplete',
		message: `Not decided, because what this rests on was not read completely. ${shortfalls.get(foundation)} What was read says: ${result.message}`,
		observed: { ...result.observed, incompleteRead: foundation, withoutIt: result.reasonCode },
		remediation: undefined,
	};
}

/** Where a record is missing that is known to be there, others may be: no pass stands (B.2 IPE-02). */
function withoutBlindPass(result: CheckResult, visibility: VisibilityState): CheckResult {
	if (visibility !== 'missing' || result.status !== 'pass') return result;
	return {
		...result,
		status: 'indeterminate',
		reasonCode: 'sentinel-missing',
		message: `Not decided, because a record that is known to be there was not visible, and others may be missing too: see IPE-02. What was read says: ${result.message}`,
		observed: { ...result.observed, withoutIt: result.reasonCode },
		remediation: undefined,
	};
}

/** What a link that cannot carry a pass makes of it. */
const OF_WEAK_LINK: Record<WeakLink, { reasonCode: string; text: string; remediation: string }> = {
	'name-only': {
		reasonCode: 'linked-by-name-only',
		text: 'The record is linked by name and time of order only: see SCR-07. Expected: an id, or an e-mail and a name in common.',
		remediation: CONFIRM_RECORD,
	},
	'names-differ': {
		reasonCode: 'linked-by-email-names-differ',
		text: 'The record is linked by e-mail, but the names share no word, or one of them is missing: see SCR-07. Expected: an id, or an e-mail and a name in common.',
		remediation: CONFIRM_RECORD,
	},
	'weak-source': {
		reasonCode: 'weak-source',
		text: "The record is somebody's word in Lever for a check made elsewhere. Expected: a record of the provider.",
		remediation: "Connect the provider's own list to the input 'Screening List'.",
	},
};

/** A weak link makes a warning of a pass; a fail stays a fail (rules.md §4). */
function capByLink(result: CheckResult): CheckResult {
	const { weakLink } = result;
	if (weakLink === undefined || result.status !== 'pass') return result;
	const { reasonCode, text, remediation } = OF_WEAK_LINK[weakLink];
	return {
		...result,
		status: 'warn',
		reasonCode,
		message: `${result.message} ${text}`,
		remediation,
	};
}

function exceptByApproval(
	check: Check,
	{ approvalIds, personKeys, zone }: SettledSubject,
	result: CheckResult,
	approvals: ApprovalJudge,
): Settled {
	if (result.status !== 'fail') return result;
	const outcome = approvals({
		checkId: check.id,
		subjectIds: approvalIds,
		subjectKeys: personKeys(),
		day: result.deviationDay ?? null,
		zone,
	});
	if (!outcome) return result;
	const settled = withApproval(result, outcome, zone);
	return { ...settled, evidence: [...settled.evidence, ...outcome.evidence] };
}

const PEOPLE_NOT_KNOWN =
	'Requester and approver could not be found on a staff list, so only their addresses were compared.';

function withApproval(result: CheckResult, outcome: ApprovalOutcome, zone: TimeZone): Settled {
	const { approval } = outcome;
	if (outcome.kind === 'refused') {
		return {
			...result,
			message: `${result.message} The approval ${approval.id} does not count, because ${outcome.because}.`,
		};
	}
	const approvedOn = listedDay(approval.approvedAt, zone);
	const observed = { ...result.observed, approvedOn };
	if (outcome.kind === 'retroactive') {
		return {
			...result,
			observed: { ...observed, retroactiveApproval: true },
			message: `${result.message} The approval ${approval.id} of ${approvedOn} came after the deviation and does not except it.`,
			approvalId: approval.id,
		};
	}
	const expires = listedDay(approval.expiresAt, zone);
	return {
		...result,
		status: 'excepted',
		observed: { ...observed, compensatingControl: approval.compensatingControl },
		message: `${result.message} Accepted until ${expires} by the approval ${approval.id} of ${approvedOn}, with ${approval.compensatingControl}.${outcome.peopleKnown ? '' : ` ${PEOPLE_NOT_KNOWN}`}`,
		remediation: `Keep to the compensating control (${approval.compensatingControl}) and close the deviation before the approval expires.`,
		...(expires !== null && { dueAt: expires }),
		approvalId: approval.id,
	};
}

/** One for all: most findings of a run have it. */
export const NOTHING_TO_DO: Finding['remediation'] = Object.freeze({
	dueAt: null,
	ownerId: null,
	text: 'Nothing to do.',
});

function remediationOf(
	check: Check,
	{ ownerId, ownerNote, today }: SettledSubject,
	{ status, reasonCode, severity, remediation, dueAt }: Settled,
): Finding['remediation'] {
	if (NEEDS_SOMEBODY.has(status)) {
		const shared = status === 'fail' ? undefined : SHARED_REMEDIATIONS[reasonCode];
		return {
			dueAt: dueAt ?? dueDate(today, severity ?? check.severity),
			ownerId,
			text: sentences(remediation ?? shared ?? check.remediation, ownerNote),
		};
	}
	if (dueAt === undefined) return NOTHING_TO_DO;
	return { dueAt, ownerId, text: remediation ?? NOTHING_TO_DO.text };
}
