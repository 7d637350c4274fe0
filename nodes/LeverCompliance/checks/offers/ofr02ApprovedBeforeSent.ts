import type { FindingFacts, HireOffer, Requisition } from '../../../shared/contracts';
import { oneOf } from '../../policy/settings';
import { always, ISO_27001, NIST, SOC_2 } from '../controls';
import { offerReference, readReference } from '../evidence';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { worstOf } from '../worst';
import { offersUnread } from './offersUnread';
import { requisitionsOf } from './requisitionsOf';

export const APPROVED_BEFORE_SENT_SETTINGS = {
	approvalWorkflow: oneOf({
		title: 'Offer Approvals in Lever',
		description:
			"Whether offers must be approved in Lever before they are sent. 'Used' switches OFR-02 on.",
		// An account without approvals would fail throughout.
		standard: 'notUsed',
		words: { notUsed: 'Not Used', used: 'Used' },
	}),
};

/** Statuses of an offer that somebody has sent (lever-api.md §5.2). */
const SENT: ReadonlySet<string> = new Set(['sent', 'sent-manually', 'opened', 'signed']);

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> &
	Partial<Pick<CheckResult, 'deviationDay' | 'restsOn'>> & { offer: HireOffer };

/** Compliance reference B.2 OFR-02. */
export const approvedBeforeSent: Check = {
	id: 'OFR-02',
	version: 1,
	title: 'Offer approved before it was sent, by somebody else',
	tests:
		'Every offer that was sent to a hire had been approved before, and not only by the person who made it.',
	family: 'offers',
	needs: { lists: [], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'jobs'],
	policyFields: ['organisationZone', 'workZones', 'offers.approvalWorkflow'],
	severity: 'high',
	controls: [
		{ framework: SOC_2, id: 'CC5.1', isMetBy: always },
		{ framework: ISO_27001, id: 'A.5.3', isMetBy: always },
		{ framework: NIST, id: 'AC-5', isMetBy: always },
	],
	remediation:
		"Record who approved the offer and when, and have somebody else than its maker approve the next one. If you do not approve offers in Lever, say so in the policy ('Offer Approvals in Lever').",
	offBecause: ({ offers }) =>
		offers.approvalWorkflow === 'notUsed'
			? "say under 'Offer Approvals in Lever' in the policy that offers are approved there"
			: null,
	evaluate: {
		hire(subject, context) {
			const { hire } = subject;
			const sent = hire.offers.filter(({ sentAt, status }) => sentAt !== null || SENT.has(status));
			const worst = worstOf(sent.map((offer) => judge(offer, subject, context)));
			if (worst?.status !== 'fail') {
				const unread = offersUnread(subject, context, 'it is not known whether they were approved');
				if (unread) return unread;
			}
			if (worst === undefined) return nothingSent(subject);
			const { offer, ...part } = worst;
			return { ...facts(subject, context, offer), ...part, basis: 'presence' };
		},
	},
};

function judge(offer: HireOffer, { hire, zone }: HireSubject, { account }: CheckContext): Part {
	const { approvedAt, sentAt, candidateSignedAt, creator = null } = offer;
	const approvers = approversOf(requisitionsOf(hire, [offer], account));
	const day = (instant: number) => zone.zone.civilDate(instant);
	const known = sentAt ?? candidateSignedAt;
	const deviation = { ...(known !== null && { deviationDay: day(known) }), offer };
	if (approvedAt === null) {
		return offer.approved === true ? { ...UNDATED, offer } : { ...UNAPPROVED, ...deviation };
	}
	if (known !== null && approvedAt > known) {
		return {
			...deviation,
			status: 'fail',
			reasonCode: 'approved-after-sent',
			message: `The offer was approved on ${day(approvedAt)}, after it was ${sentAt === null ? 'signed' : 'sent'} on ${day(known)}. Expected: approved before it is sent.`,
		};
	}
	if (sentAt === null) return { ...NOT_DATED_AS_SENT, offer };
	const inTime = `The offer was approved on ${day(approvedAt)} and sent on ${day(sentAt)}`;
	if (creator === null || approvers.length === 0) {
		const what = creator === null ? 'who made it' : 'who approved it';
		return {
			offer,
			status: 'warn',
			reasonCode: creator === null ? 'creator-unknown' : 'approver-unknown',
			message: `${inTime}, but Lever does not say ${what}. Expected: a requisition with its approvers, none of them only the maker of the offer.`,
			restsOn: ['hires'],
		};
	}
	if (approvers.every((userId) => userId === creator)) {
		return {
			...deviation,
			status: 'fail',
			reasonCode: 'approved-by-creator',
			message: `${inTime}, but the only approver that its requisition names also made the offer. Expected: approved by somebody else.`,
		};
	}
	return {
		offer,
		status: 'pass',
		reasonCode: 'approved-before-sent',
		message: `${inTime}, and somebody else than its maker approved the requisition.`,
	};
}

const UNAPPROVED: Omit<Part, 'offer'> = {
	status: 'fail',
	reasonCode: 'sent-unapproved',
	message: 'The offer was sent without an approval. Expected: approved before it is sent.',
};

const UNDATED: Omit<Part, 'offer'> = {
	status: 'indeterminate',
	reasonCode: 'approval-undated',
	message:
		'The offer is approved, but Lever does not say since when. Expected: the date of the approval.',
};

const NOT_DATED_AS_SENT: Omit<Part, 'offer'> = {
	status: 'indeterminate',
	reasonCode: 'sent-undated',
	message:
		'The offer was sent and approved, but Lever does not say when it was sent. Expected: approved before it is sent.',
};

function nothingSent({ hire, references }: HireSubject): CheckResult {
	return {
		status: 'not_applicable',
		basis: 'absence',
		reasonCode: 'nothing-sent',
		message: 'No offer was sent, so there is no approval to judge. See OFR-01.',
		observed: { offers: hire.offers.map(({ id }) => id) },
		expected: {},
		evidence: [...references.opportunities],
	};
}

/** User ids, each once, of those who approved the headcounts that the offer fills. */
function approversOf(requisitions: readonly Requisition[]): string[] {
	return [...new Set(requisitions.flatMap(({ approval }) => approval?.approvedBy ?? []))].sort();
}

function facts(
	subject: HireSubject,
	{ account }: CheckContext,
	offer: HireOffer,
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	const { hire, zone, references } = subject;
	const requisitions = requisitionsOf(hire, [offer], account);
	const day = (instant: number | null) => (instant === null ? null : zone.zone.civilDate(instant));
	const observed: FindingFacts = {
		offer: offer.id,
		approvedOn: day(offer.approvedAt),
		sentOn: day(offer.sentAt),
		creator: offer.creator ?? null,
		approvers: approversOf(requisitions),
		timeZone: zone.zone.name,
	};
	return {
		observed,
		expected: { approvedBeforeSent: true, approvedBySomebodyElse: true },
		evidence: [
			...references.opportunities,
			offerReference(subject, offer),
			...requisitions.map((one) => readReference(one.requisitionId, one)),
		],
	};
}
