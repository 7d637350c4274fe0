import type { StoredOffer, StoredOpportunity } from '../../scenarios/records.mts';
import type { LeverCall } from '../../server/call.mts';
import type { Shown } from '../../server/shape.mts';
import { stage } from './expansions.mts';
import { withoutLink } from './show.mts';

/** Date an offer was signed, derived in the order of lever-api.md §5.2. */
function signedAt(offer: StoredOffer): number | null {
	const signatures = Object.values(offer.signatures ?? {});
	const candidate = offer.signatures?.candidate?.signedAt;
	const others = signatures.filter((each) => each?.signed).map((each) => each.signedAt ?? 0);
	const latest = others.length === 0 ? null : Math.max(...others);
	return candidate ?? latest ?? offer.signedDocument?.uploadedAt ?? null;
}

/** An item of the account-wide offer list (lever-api.md §7). */
export function showWithOpportunity(offer: StoredOffer): Shown {
	const { opportunityId } = offer;
	return {
		...withoutLink(offer),
		opportunity: opportunityId,
		opportunityId,
		signedAt: signedAt(offer),
	};
}

/** An opportunity with its stage and offers embedded (lever-api.md §7). */
export function embedOffersAndStage(opportunity: StoredOpportunity, call: LeverCall): Shown {
	const offers = call.store.related('offers', 'opportunityId', opportunity.id);
	return {
		...opportunity,
		stage: stage(opportunity.stage, call),
		offers: offers.map((offer) => ({ status: offer.status, signedAt: signedAt(offer) })),
	};
}
