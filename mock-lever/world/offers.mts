import type {
	StoredOffer,
	StoredOpportunity,
	StoredSignature,
	StoredUser,
} from '../scenarios/records.mts';
import { documentOf } from '../scenarios/build/offer.mts';
import type { Account } from './account.mts';

/** How far an offer has come (lever-api.md §5.2); what was denied or signed goes no further. */
const OFFER_COURSE = ['draft', 'approval-sent', 'approved', 'sent', 'opened', 'signed'];

export const positionOf = (status: string): number => OFFER_COURSE.indexOf(status);

/** The start date in an offer, milliseconds of 00:00 UTC; null when there is none or it is no number. */
export function startDateIn({ fields }: StoredOffer): number | null {
	const value = fields.find(({ identifier }) => identifier === 'anticipated_start_date')?.value;
	return typeof value === 'number' ? value : null;
}

/** The offer that goes on: the newest one that nobody has declined or signed. */
export function openOfferOf({ store }: Account, opportunityId: string): StoredOffer | undefined {
	return store
		.related('offers', 'opportunityId', opportunityId)
		.filter((offer) => offer.status !== 'denied' && offer.status !== 'signed')
		.sort((a, b) => b.createdAt - a.createdAt)[0];
}

export function changeOffer(
	{ store }: Account,
	before: StoredOffer,
	changed: Partial<StoredOffer>,
): StoredOffer {
	const after = { ...before, ...changed };
	store.put('offers', after);
	return after;
}

const candidateOf = (offer: StoredOffer, opportunity: StoredOpportunity): StoredSignature => ({
	role: 'candidate',
	name: offer.signatures?.candidate?.name ?? opportunity.name,
	email: offer.signatures?.candidate?.email ?? opportunity.emails[0] ?? null,
	firstOpenedAt: offer.signatures?.candidate?.firstOpenedAt ?? null,
	lastOpenedAt: offer.signatures?.candidate?.lastOpenedAt ?? null,
	signedAt: offer.signatures?.candidate?.signedAt ?? null,
	signed: offer.signatures?.candidate?.signed ?? false,
});

export function approve(account: Account, offer: StoredOffer): StoredOffer {
	return changeOffer(account, offer, {
		status: 'approved',
		approved: true,
		approvedAt: account.now(),
	});
}

/** Sends an offer that is written; one that nobody has approved yet is sent as it is. */
export function send(
	account: Account,
	offer: StoredOffer,
	opportunity: StoredOpportunity,
): StoredOffer {
	const now = account.now();
	return changeOffer(account, offer, {
		status: 'sent',
		sentAt: now,
		sentDocument: documentOf(offer, 'sent', now),
		signatures: { ...offer.signatures, candidate: candidateOf(offer, opportunity) },
	});
}

export function open(
	account: Account,
	offer: StoredOffer,
	opportunity: StoredOpportunity,
): StoredOffer {
	const now = account.now();
	const candidate = candidateOf(offer, opportunity);
	return changeOffer(account, offer, {
		status: offer.status === 'sent' ? 'opened' : offer.status,
		signatures: {
			...offer.signatures,
			candidate: {
				...candidate,
				firstOpenedAt: candidate.firstOpenedAt ?? now,
				lastOpenedAt: now,
			},
		},
	});
}

/** The signed document is there as soon as anyone has signed (lever-api.md §5.2). */
function signedDocument(account: Account, offer: StoredOffer): StoredOffer['signedDocument'] {
	return offer.signedDocument ?? documentOf(offer, 'signed', account.now());
}

/** Signed by the candidate: only this makes the status `signed`. */
export function signByCandidate(
	account: Account,
	offer: StoredOffer,
	opportunity: StoredOpportunity,
): StoredOffer {
	const now = account.now();
	const opened = open(account, offer, opportunity);
	const candidate = candidateOf(opened, opportunity);
	return changeOffer(account, opened, {
		status: 'signed',
		signedDocument: signedDocument(account, offer),
		signatures: {
			...opened.signatures,
			candidate: { ...candidate, signedAt: now, signed: true },
		},
	});
}

export function signByCompany(account: Account, offer: StoredOffer, by: StoredUser): StoredOffer {
	const now = account.now();
	return changeOffer(account, offer, {
		signedDocument: signedDocument(account, offer),
		signatures: {
			...offer.signatures,
			company_signature_1: {
				role: 'company_signature_1',
				name: by.name,
				email: by.email,
				firstOpenedAt: now,
				lastOpenedAt: now,
				signedAt: now,
				signed: true,
			},
		},
	});
}
