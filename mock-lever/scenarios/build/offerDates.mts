import type { OfferSituation } from '../situation.mts';
import type { BuildContext } from './context.mts';
import { DAY, MINUTES, momentOr, nullableMoment } from './context.mts';

/** The course of one offer, in milliseconds. */
export interface OfferDates {
	createdAt: number;
	approvedAt: number | null;
	sentAt: number | null;
	candidateSignedAt: number | null;
	companySignedAt: number | null;
	signedDocumentAt: number | null;
}

/** How far an offer has come in each status (lever-api.md §5.2). */
const NOT_YET_APPROVED = ['draft', 'approval-sent'];
const NOT_YET_SENT = [...NOT_YET_APPROVED, 'approved'];

const earliest = (...moments: Array<number | null>) => {
	const known = moments.filter((moment) => moment !== null);
	return known.length === 0 ? null : Math.min(...known);
};

/** Given dates, and before them those that must have come first. */
export function offerDates(context: BuildContext, offer: OfferSituation): OfferDates {
	const status = offer.status ?? 'signed';
	const candidateSignedAt = momentOr(context, offer.candidateSignedAt, null);
	const companySignedAt = momentOr(context, offer.companySignedAt, null);
	const firstSignature = earliest(candidateSignedAt, companySignedAt);
	const signedDocumentAt = nullableMoment(
		context,
		offer.signedDocumentAt,
		firstSignature === null ? null : firstSignature + MINUTES(1),
	);
	const end =
		candidateSignedAt ??
		companySignedAt ??
		signedDocumentAt ??
		context.clock.epoch({ day: -9, time: '09:00' });
	const approvedAt = NOT_YET_APPROVED.includes(status) ? null : end - 3 * DAY;
	const sentAt = NOT_YET_SENT.includes(status) ? null : end - 2 * DAY;
	return {
		createdAt: momentOr(context, offer.createdAt, end - 5 * DAY),
		approvedAt: nullableMoment(context, offer.approvedAt, approvedAt),
		sentAt: nullableMoment(context, offer.sentAt, sentAt),
		candidateSignedAt,
		companySignedAt,
		signedDocumentAt,
	};
}
