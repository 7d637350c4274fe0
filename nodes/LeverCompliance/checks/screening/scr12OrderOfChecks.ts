import type {
	CivilDate,
	EpochMilliseconds,
	HireOffer,
	ListedDate,
	ScreeningRecord,
} from '../../../shared/contracts';
import { isUtcMidnight, listedDay, unshiftedDay, type TimeZone } from '../../../shared/dates';
import type { ScreeningLink } from '../../matching/types';
import { foldKey } from '../../policy/foldKey';
import { listOfTexts, oneOf } from '../../policy/settings';
import type { Policy } from '../../policy';
import type { ControlMapping, Strictness } from '../controls';
import { offerEvidence, screeningReferences } from '../evidence';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { notApplicable, SCREENING_POLICY_FIELDS, withoutScreening } from './applicability';
import { doubtOfAbsence } from './doubtOfAbsence';
import { compareLinks, linkOf, recordFacts, recordsOf } from './records';

export const ORDER_SETTINGS = {
	orderBeforeOffer: oneOf({
		title: 'Order Before the Offer',
		description:
			'What it means when a screening was ordered before the offer was sent. Some laws allow a screening only after a conditional offer.',
		standard: 'allowed',
		words: { allowed: 'Allowed', warn: 'A Warning', fail: 'A Deviation' },
	}),
	strictOrderWorkLocations: listOfTexts({
		title: 'Strict Order Work Locations',
		description:
			'Work locations whose law allows a screening only after a conditional offer: an earlier order is a deviation there in any case',
		standard: [],
	}),
};

const neverBeforeTheOffer: Strictness = ({ screening }) => screening.orderBeforeOffer === 'fail';

const GDPR = 'Regulation (EU) 2016/679';

const CONTROLS: readonly ControlMapping[] = [
	{ framework: GDPR, id: 'Art. 5', isMetBy: neverBeforeTheOffer },
	{ framework: GDPR, id: 'Art. 10', isMetBy: neverBeforeTheOffer },
];

/** Compliance reference B.2 SCR-12: fair-chance laws, GDPR Art. 5 and 10. */
export const orderOfChecks: Check = {
	id: 'SCR-12',
	version: 1,
	title: 'Screening ordered after the offer',
	tests: 'No screening was ordered before a conditional offer was sent, where that is not allowed.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'offers', 'screeningList'],
	policyFields: [
		...SCREENING_POLICY_FIELDS,
		'screening.orderBeforeOffer',
		'screening.strictOrderWorkLocations',
		'screening.listMaxAgeDays',
	],
	severity: 'medium',
	controls: CONTROLS,
	remediation:
		'Record why the screening was ordered so early and who decided it, and order the next ones only after the conditional offer was sent.',
	offBecause: ({ screening }) =>
		screening.orderBeforeOffer === 'allowed' && screening.strictOrderWorkLocations.length === 0
			? "choose under 'Order Before the Offer' in the policy what an earlier order means, or list work locations under 'Strict Order Work Locations'"
			: null,
	evaluate: {
		hire(subject, context) {
			const exempt = withoutScreening(subject);
			if (exempt) return exempt;
			const consequence = consequenceFor(subject, context.policy);
			if (consequence === 'allowed') {
				return notApplicable(
					subject,
					'allowed-here',
					'The policy allows a screening before the offer at this work location.',
				);
			}
			return decide(subject, context, consequence);
		},
	},
};

/** What an earlier order means; `unknown`: the place may be one whose law is strict. */
type Consequence = Policy['screening']['orderBeforeOffer'] | 'unknown';

function consequenceFor(
	{ hire: { workLocation } }: HireSubject,
	{ screening: { orderBeforeOffer, strictOrderWorkLocations } }: Policy,
): Consequence {
	if (orderBeforeOffer === 'fail' || strictOrderWorkLocations.length === 0) return orderBeforeOffer;
	if (workLocation === null) return 'unknown';
	const place = foldKey(workLocation);
	return strictOrderWorkLocations.some((one) => foldKey(one) === place) ? 'fail' : orderBeforeOffer;
}

type Order = 'after' | 'before' | 'earlier-hiring' | 'unknown';

function decide(
	subject: HireSubject,
	context: CheckContext,
	consequence: Exclude<Consequence, 'allowed'>,
): CheckResult {
	const { linked, ambiguous } = subject.screening;
	if (linked.length === 0) return withoutRecord(subject, context, ambiguous);
	const offer = firstOffer(subject);
	const judged = linked
		.map((link) => ({ link, order: orderOf(link, offer, subject) }))
		.sort((a, b) => compareLinks(a.link, b.link));
	const withOrder = (order: Order) =>
		judged.filter((one) => one.order === order).map(({ link }) => link);
	const [early] = withOrder('before');
	if (early) {
		const orderedOn = listedDay(early.record.orderedAt, subject.zone.zone);
		const result = {
			...facts(subject, context, [early.record], offer),
			...linkOf(early),
			basis: 'presence' as const,
		};
		const seen = `A screening was ordered on ${orderedOn ?? 'a day'} before the offer was sent${offer.day === null ? '' : `, on ${offer.day}`}`;
		const expected = 'Expected: ordered after the offer was sent.';
		if (consequence === 'unknown') {
			return {
				...result,
				status: 'indeterminate',
				reasonCode: 'work-location-unknown',
				message: `${seen}, and Lever does not say where this hire works, so it is not known whether the law there allows it. ${expected}`,
				remediation:
					'Enter in Lever where this hire works, or record that no law there forbids the early order, then run the checks again.',
			};
		}
		return {
			...result,
			status: consequence,
			reasonCode: 'ordered-before-offer',
			message: `${seen}. ${expected}`,
			...(consequence === 'fail' && orderedOn !== null && { deviationDay: orderedOn }),
		};
	}
	const unknown = withOrder('unknown');
	const [first] = unknown;
	if (first) {
		return {
			...facts(subject, context, recordsOf(unknown), offer),
			...linkOf(first),
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: offer.reasonCode ?? 'order-date-unreadable',
			message: `${offer.text ?? `The ${context.screeningList.label} gives no date of the order that can be read.`} Expected: ordered after the offer was sent.`,
			remediation:
				'Have the date of the order, and the day on which the offer was sent, put on record, then run the checks again.',
		};
	}
	const after = withOrder('after');
	const [latest] = after;
	if (latest === undefined) {
		return notApplicable(
			subject,
			'earlier-hiring',
			'Every linked screening was ordered for an earlier hiring of this person.',
		);
	}
	return {
		...facts(subject, context, recordsOf(after), offer),
		...linkOf(latest),
		status: 'pass',
		basis: 'presence',
		reasonCode: 'ordered-after-offer',
		message: 'Every screening of this hiring was ordered after the offer was sent.',
	};
}

/** The first offer of the episode that went out; a signature shows that one had. */
interface FirstOffer {
	sentAt: EpochMilliseconds | null;
	signedAt: EpochMilliseconds | null;
	/** Of the sending, else of the signature, in the work zone */
	day: CivilDate | null;
	/** Why neither is known */
	reasonCode?: 'offers-unread' | 'offer-date-missing';
	text?: string;
}

function firstOffer({ hire, zone: { zone } }: HireSubject): FirstOffer {
	const earliest = (times: Array<HireOffer['sentAt']>) =>
		times.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
	const sentAt = earliest(hire.offers.map((offer) => offer.sentAt));
	const signedAt = earliest(hire.offers.map(({ candidateSignedAt }) => candidateSignedAt));
	const at = sentAt ?? signedAt;
	const day = at === null ? null : unshiftedDay(at, zone);
	if (hire.offersRead !== true) {
		return {
			sentAt: null,
			signedAt: null,
			day,
			reasonCode: 'offers-unread',
			text: `The offers could not be read. ${hire.offersRead.message}`,
		};
	}
	if (sentAt !== null) return { sentAt, signedAt, day };
	return {
		sentAt,
		signedAt,
		day,
		reasonCode: 'offer-date-missing',
		text: 'Lever does not say when an offer was sent.',
	};
}

function orderOf(
	{ record: { orderedAt } }: ScreeningLink,
	{ sentAt, signedAt }: FirstOffer,
	{ hire, zone: { zone } }: HireSubject,
): Order {
	const began = hire.stageChanges?.[0]?.at;
	if (began !== undefined && isBefore(orderedAt, began, zone) === true) return 'earlier-hiring';
	if (sentAt !== null) {
		const before = isBefore(orderedAt, sentAt, zone);
		return before === null ? 'unknown' : before ? 'before' : 'after';
	}
	// Whatever was ordered after the signature came after the offer too.
	return signedAt !== null && isBefore(orderedAt, signedAt, zone) === false ? 'after' : 'unknown';
}

/** Compared to the moment where both are known so, else by day; null when there is no date that can be read. */
function isBefore(ordered: ListedDate, at: EpochMilliseconds, zone: TimeZone): boolean | null {
	if (ordered.precision === 'instant' && !isUtcMidnight(at)) return ordered.instant < at;
	const day = listedDay(ordered, zone);
	return day === null ? null : day < unshiftedDay(at, zone);
}

function withoutRecord(
	subject: HireSubject,
	context: CheckContext,
	ambiguous: readonly ScreeningRecord[],
): CheckResult {
	const doubt = doubtOfAbsence(subject, context);
	if (ambiguous.length === 0 && doubt === null) {
		return notApplicable(
			subject,
			'nothing-linked',
			'No screening record is linked, so no order can be compared: see SCR-01.',
		);
	}
	const offer = firstOffer(subject);
	return {
		...facts(subject, context, ambiguous, offer),
		status: 'indeterminate',
		basis: ambiguous.length > 0 ? 'presence' : 'absence',
		reasonCode: ambiguous.length > 0 ? 'ambiguous-candidates' : (doubt?.reason ?? 'list-empty'),
		message:
			ambiguous.length > 0
				? 'Screening records may belong to this hire or to somebody else: see SCR-07.'
				: `No screening record is linked, but ${doubt?.text ?? ''}.`,
	};
}

function facts(
	subject: HireSubject,
	context: CheckContext,
	records: readonly ScreeningRecord[],
	{ day }: FirstOffer,
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	const { zone } = subject.zone;
	return {
		observed: {
			...recordFacts(records),
			orderedOn: records.map(({ orderedAt }) => listedDay(orderedAt, zone) ?? 'not known'),
			offeredOn: day,
			timeZone: zone.name,
		},
		expected: day === null ? {} : { orderedOnOrAfter: day },
		evidence: [
			...offerEvidence(subject, context),
			...screeningReferences(context.screeningList, records),
		],
	};
}
