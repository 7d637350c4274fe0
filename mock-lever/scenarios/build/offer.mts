import type {
	StoredDocument,
	StoredOffer,
	StoredOpportunity,
	StoredPosting,
	StoredSignature,
} from '../records.mts';
import { isRelativeDate } from '../clock.mts';
import type { OfferSituation } from '../situation.mts';
import type { BuildContext } from './context.mts';
import { DAY, MINUTES, overlay } from './context.mts';
import type { OfferDates } from './offerDates.mts';
import { offerDates } from './offerDates.mts';

const UNSENT = ['draft', 'approval-sent', 'approved'];
const NEVER_OPENED = ['sent', 'sent-manually'];

/** The candidate's signature: bare in a draft, none for an offer sent by hand (lever-api.md §5.2). */
function candidateSignature(
	offer: OfferSituation,
	opportunity: StoredOpportunity,
	dates: OfferDates,
): StoredSignature {
	const status = offer.status ?? 'signed';
	const signedAt = dates.candidateSignedAt;
	if (UNSENT.includes(status) && signedAt === null) {
		return { role: 'candidate', name: null, email: null };
	}
	const opened =
		dates.sentAt === null || (NEVER_OPENED.includes(status) && signedAt === null)
			? null
			: dates.sentAt + DAY;
	return {
		role: 'candidate',
		name: opportunity.isAnonymized ? null : opportunity.name,
		email:
			offer.candidateEmail === undefined ? (opportunity.emails[0] ?? null) : offer.candidateEmail,
		firstOpenedAt: signedAt !== null && opened !== null ? Math.min(opened, signedAt) : opened,
		lastOpenedAt: signedAt ?? opened,
		signedAt,
		signed: signedAt !== null,
	};
}

function signatures(
	context: BuildContext,
	offer: OfferSituation,
	opportunity: StoredOpportunity,
	dates: OfferDates,
): StoredOffer['signatures'] {
	const byHand = offer.status === 'sent-manually';
	if (byHand && dates.candidateSignedAt === null && dates.companySignedAt === null) return null;
	const result: NonNullable<StoredOffer['signatures']> = {
		candidate: candidateSignature(offer, opportunity, dates),
	};
	if (dates.companySignedAt !== null) {
		const signer = context.database.users[0];
		result.company_signature_1 = {
			role: 'company_signature_1',
			name: signer?.name ?? null,
			email: signer?.email ?? null,
			firstOpenedAt: dates.companySignedAt - MINUTES(5),
			lastOpenedAt: dates.companySignedAt,
			signedAt: dates.companySignedAt,
			signed: true,
		};
	}
	return result;
}

/** What an offer record says of its document; null = there is none yet. */
export function documentOf(
	offer: { id: string; opportunityId: string },
	status: 'sent' | 'signed',
	uploadedAt: number | null,
): StoredDocument | null {
	if (uploadedAt === null) return null;
	const path = `opportunities/${offer.opportunityId}/offers/${offer.id}/download`;
	return {
		fileName: status === 'sent' ? 'offer.pdf' : 'offer_signed.pdf',
		uploadedAt,
		downloadUrl: `https://api.lever.co/v1/${path}?status=${status}`,
	};
}

function fields(
	context: BuildContext,
	offer: OfferSituation,
	opportunity: StoredOpportunity,
	posting: StoredPosting | undefined,
): StoredOffer['fields'] {
	const manager = offer.hiringManager === undefined ? 'user-hiring-manager' : offer.hiringManager;
	const location =
		offer.location === undefined ? (opportunity.opportunityLocation ?? null) : offer.location;
	const result: StoredOffer['fields'] = [
		{ text: 'Job posting', identifier: 'job_posting', value: posting?.id ?? null },
		{ text: 'Job title', identifier: 'job_title', value: offer.jobTitle ?? posting?.text ?? null },
		{ text: 'Candidate name', identifier: 'candidate_name', value: opportunity.name },
		{ text: 'Offered compensation amount', identifier: 'salary_amount', value: 64000 },
		{ text: 'Compensation currency', identifier: 'compensation_currency', value: 'EUR' },
		{ text: 'Type of earnings', identifier: 'salary_interval', value: 'per-year-salary' },
		{
			text: 'Hiring manager',
			identifier: 'hiring_manager',
			value: manager === null ? null : context.ids.resolve(manager),
		},
		{ text: 'Office location', identifier: 'location', value: location },
		{ text: 'Team', identifier: 'team', value: posting?.categories.team ?? null },
	];
	if (offer.startDate !== undefined) {
		result.push({
			text: 'Anticipated start date',
			identifier: 'anticipated_start_date',
			value: isRelativeDate(offer.startDate)
				? context.clock.write(offer.startDate, 'epochDay')
				: offer.startDate,
		});
	}
	return result;
}

/** @param opportunity the finished opportunity the offer belongs to */
export function buildOffer(
	context: BuildContext,
	offer: OfferSituation,
	opportunity: StoredOpportunity,
	posting: StoredPosting | undefined,
): StoredOffer {
	const id = context.ids.resolve(offer.id);
	const dates = offerDates(context, offer);
	const link = { id, opportunityId: opportunity.id };
	const record: StoredOffer = {
		...link,
		posting: posting?.id ?? null,
		createdAt: dates.createdAt,
		status: offer.status ?? 'signed',
		creator: context.ids.resolve(offer.creator ?? 'user-recruiter-1'),
		fields: fields(context, offer, opportunity, posting),
		signatures: signatures(context, offer, opportunity, dates),
		approved:
			offer.approved === undefined ? (dates.approvedAt === null ? null : true) : offer.approved,
		approvedAt: dates.approvedAt,
		sentAt: dates.sentAt,
		sentDocument: documentOf(link, 'sent', dates.sentAt),
		signedDocument: documentOf(link, 'signed', dates.signedDocumentAt),
	};
	return overlay(context, record, offer.raw);
}
