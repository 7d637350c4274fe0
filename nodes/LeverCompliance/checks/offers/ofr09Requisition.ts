import type { CivilDate, FindingFacts, Requisition } from '../../../shared/contracts';
import type { TimeZone } from '../../../shared/dates';
import { oneOf } from '../../policy/settings';
import { always, SOC_2 } from '../controls';
import { collectionReference, offerEvidence, readReference } from '../evidence';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { worstOf } from '../worst';
import { offersUnread } from './offersUnread';
import { requisitionsOf } from './requisitionsOf';

export const REQUISITION_SETTINGS = {
	requisitions: oneOf({
		title: 'Requisitions in Lever',
		description:
			"Whether every hire must fill a headcount that a requisition in Lever grants. 'Not Used' switches OFR-09 off.",
		standard: 'used',
		words: { used: 'Used', notUsed: 'Not Used' },
	}),
};

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> & {
	basis?: CheckResult['basis'];
};

/** Statuses of a requisition on which nobody may be hired (lever-api.md §5.7). */
const NEVER_GRANTED: ReadonlySet<string> = new Set(['draft', 'pending', 'rejected']);

/** Compliance reference B.2 OFR-09. */
export const requisitionControl: Check = {
	id: 'OFR-09',
	version: 1,
	title: 'Hired on an approved requisition',
	tests:
		'Every hire fills a requisition that was approved and open when the offer was accepted, and that is not filled beyond its headcount.',
	family: 'offers',
	needs: { lists: [], collections: ['hires', 'offers', 'jobs'], reads: ['jobs'] },
	restsOn: ['hires', 'jobs'],
	policyFields: ['organisationZone', 'workZones', 'offers.requisitions'],
	severity: 'medium',
	controls: [{ framework: SOC_2, id: 'CC5.1', isMetBy: always }],
	remediation:
		'Record who granted the headcount and when. Tie the offer to its requisition in Lever, and raise the headcount only with an approval.',
	offBecause: ({ offers }) =>
		offers.requisitions === 'notUsed' ? 'the policy says that requisitions are not used' : null,
	evaluate: {
		hire(subject, context) {
			const requisitions = foundFor(subject, context);
			const part = decide(subject, context, requisitions);
			const { acceptance, zone } = subject;
			const acceptedOn = acceptance.at === null ? null : zone.zone.civilDate(acceptance.at);
			return {
				basis: 'presence',
				...part,
				observed: { acceptedOn, timeZone: zone.zone.name, ...requisitionFacts(requisitions) },
				expected: { requisition: 'approved and open', hiredAtMost: 'headcountTotal' },
				evidence: [
					...offerEvidence(subject, context),
					...(requisitions.length > 0
						? requisitions.map((one) => readReference(one.requisitionId, one))
						: readOfRequisitions(context)),
				],
				...(acceptedOn !== null && { deviationDay: acceptedOn }),
			};
		},
	},
};

/** Of the newest signed offer, which is the one that was hired on; without one, of any offer. */
function foundFor({ hire, start }: HireSubject, { account }: CheckContext): Requisition[] {
	return requisitionsOf(hire, start.offer ? [start.offer.offer] : hire.offers, account);
}

function decide(
	subject: HireSubject,
	context: CheckContext,
	requisitions: readonly Requisition[],
): Part {
	const { account } = context;
	const unread = incompleteRead(context);
	if (account.requisitions.size === 0) return unread ?? NONE_IN_ACCOUNT;
	if (requisitions.length > 0) {
		// Several: one that grants the hire is enough.
		const parts = requisitions.map((one) => judge(one, subject));
		const best = parts.find(({ status }) => status === 'pass') ?? worstOf(parts) ?? NO_REQUISITION;
		if (best.status === 'fail') return best;
		return offersUnread(subject, context, 'it is not known when one was accepted') ?? best;
	}
	if ((subject.hire.requisitionIds ?? []).length > 0) return NOT_READ;
	return (
		offersUnread(subject, context, 'it is not known which requisition lists one') ?? NO_REQUISITION
	);
}

function judge(requisition: Requisition, subject: HireSubject): Part {
	const { status, headcountTotal, headcountHired } = requisition;
	const { acceptance, zone, start } = subject;
	const parts = [
		asOfAcceptance(requisition, acceptance, zone.zone),
		typeof headcountTotal === 'number' && headcountHired !== null && headcountHired > headcountTotal
			? {
					status: 'fail' as const,
					reasonCode: 'over-filled',
					message: `The requisition grants a headcount of ${headcountTotal}, and ${headcountHired} were hired on it. Expected: no more than were granted.`,
				}
			: null,
		status === null ? STATUS_UNKNOWN : null,
		headcountTotal === null || headcountHired === null ? HEADCOUNT_UNKNOWN : null,
		start.offer !== null && !requisition.offerIds.includes(start.offer.offer.id)
			? NOT_LISTED
			: null,
	].filter((part) => part !== null);
	return worstOf(parts) ?? GRANTED;
}

/** What held when the offer was accepted: Lever tells only the status of today, and when it was closed. */
function asOfAcceptance(
	{ status, approval, closedAt }: Requisition,
	{ at: acceptedAt, source }: HireSubject['acceptance'],
	zone: TimeZone,
): Part | null {
	const day = (instant: number): CivilDate => zone.civilDate(instant);
	if (status !== null && NEVER_GRANTED.has(status)) {
		return {
			status: 'fail',
			reasonCode: 'not-approved',
			message: `The requisition has the status ${status}. Expected: approved and open.`,
		};
	}
	if (approval !== null && approval.status !== 'approved') {
		return {
			status: 'fail',
			reasonCode: 'not-approved',
			message: 'The approval of the requisition is not complete. Expected: approved before hiring.',
		};
	}
	const approvedAt = approval?.approvedAt ?? null;
	if (acceptedAt !== null && approvedAt !== null && approvedAt > acceptedAt) {
		return {
			status: 'fail',
			reasonCode: 'approved-after-acceptance',
			message: `The requisition was approved on ${day(approvedAt)}, after the offer was accepted on ${day(acceptedAt)}. Expected: approved before hiring.`,
		};
	}
	if (status === 'onHold') return ON_HOLD;
	if (status !== 'closed') return null;
	if (closedAt === null || acceptedAt === null) return CLOSED_UNDATED;
	if (closedAt >= acceptedAt) return null;
	// A requisition is closed when it is filled, and people are archived as hired later.
	if (source === 'archive') return CLOSED_UNDATED;
	return {
		status: 'fail',
		reasonCode: 'closed-before-acceptance',
		message: `The requisition was closed on ${day(closedAt)}, before the offer was accepted on ${day(acceptedAt)}. Expected: open until the hire.`,
	};
}

/** Why the requisitions that were read are not all there are; null when they are. */
function incompleteRead({ account }: CheckContext): Part | null {
	const short = account.collections.find(
		({ resource, complete }) => resource === 'requisitions' && !complete,
	);
	if (short === undefined) return null;
	return {
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: 'requisitions-unread',
		message:
			`The requisitions of the account could not be read. ${short.incompleteBecause ?? ''}`.trim(),
	};
}

const GRANTED: Part = {
	status: 'pass',
	reasonCode: 'granted',
	message:
		'The hire fills a requisition that was open when the offer was accepted, within its headcount.',
};

const NO_REQUISITION: Part = {
	status: 'fail',
	basis: 'absence',
	reasonCode: 'no-requisition',
	message:
		'Neither the application nor the signed offer belongs to a requisition. Expected: an approved requisition that lists the offer.',
};

const NONE_IN_ACCOUNT: Part = {
	status: 'not_applicable',
	basis: 'absence',
	reasonCode: 'no-requisitions-used',
	message: 'The account has no requisition, so there is no headcount to hold the hire against.',
};

const NOT_READ: Part = {
	status: 'indeterminate',
	basis: 'absence',
	reasonCode: 'requisition-not-read',
	message:
		'The requisition that the hire was made on was not among those that Lever gave. Expected: an approved and open requisition.',
};

const STATUS_UNKNOWN: Part = {
	status: 'indeterminate',
	reasonCode: 'status-unknown',
	message: 'Lever names no status of the requisition. Expected: open when the offer was accepted.',
};

const HEADCOUNT_UNKNOWN: Part = {
	status: 'indeterminate',
	reasonCode: 'headcount-unknown',
	message:
		'Lever does not say how many the requisition grants, or how many were hired. Expected: no more than were granted.',
};

const CLOSED_UNDATED: Part = {
	status: 'indeterminate',
	reasonCode: 'closed-undated',
	message:
		'The requisition is closed, and whether that was before the offer was accepted cannot be told. Expected: open until the hire.',
};

const ON_HOLD: Part = {
	status: 'warn',
	reasonCode: 'on-hold',
	message:
		'The requisition is on hold, and Lever does not say since when. Expected: open when the offer was accepted.',
};

const NOT_LISTED: Part = {
	status: 'warn',
	reasonCode: 'offer-not-listed',
	message:
		'The application was hired on the requisition, but the requisition does not list the signed offer. Expected: the offer among its offers.',
};

function requisitionFacts(requisitions: readonly Requisition[]): FindingFacts {
	return {
		requisitions: requisitions.map(({ requisitionId }) => requisitionId),
		requisitionStatuses: requisitions.map(({ status }) => status ?? 'none'),
		headcounts: requisitions.map(
			({ headcountHired, headcountTotal }) =>
				`${headcountHired ?? 'unknown'} of ${headcountTotal ?? 'unknown'}`,
		),
	};
}

/** Where a requisition was looked for. */
function readOfRequisitions({ account }: CheckContext) {
	return account.collections
		.filter(({ resource }) => resource === 'requisitions')
		.map(collectionReference);
}
