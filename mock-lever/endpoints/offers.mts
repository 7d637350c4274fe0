import type { StoredDocument, StoredOffer } from '../scenarios/records.mts';
import type { LeverCall } from '../server/call.mts';
import type { Endpoint } from '../server/endpoint.mts';
import { list, other } from '../server/endpoint.mts';
import { LeverFault } from '../server/faults.mts';
import { oldestFirst } from '../server/orders.mts';
import type { Expansions } from '../server/shape.mts';
import { guardOpportunity, OPPORTUNITY } from './shared/belowOpportunity.mts';
import { answerFile, recordBelow } from './shared/download.mts';
import { user } from './shared/expansions.mts';
import { showWithOpportunity } from './shared/seedMode.mts';
import { withoutLink } from './shared/show.mts';
import { visibleOpportunities } from './shared/visibility.mts';

const EXPANSIONS: Expansions = { creator: user };
const scope = 'offers:read:admin';

/** An offer is as visible as its opportunity. */
function visible(call: LeverCall): (offer: StoredOffer) => boolean {
	const shows = visibleOpportunities(call);
	return (offer) => {
		const opportunity = call.store.get('opportunities', offer.opportunityId);
		return opportunity !== undefined && shows(opportunity);
	};
}

/** Without `status`: the signed one if there is one, else the one that was sent (lever-api.md §5.2). */
function documentOf(
	offer: StoredOffer,
	call: LeverCall,
): { document: StoredDocument; kind: string } {
	const asked = call.query.choice('status', ['sent', 'signed']);
	const kind = asked ?? (offer.signedDocument === null ? 'sent' : 'signed');
	const document = kind === 'signed' ? offer.signedDocument : offer.sentDocument;
	if (document === null) throw new LeverFault(404, 'Offer document was not found');
	return { document, kind };
}

/** lever-api.md §5.2; the account-wide list is unconfirmed (§7) */
export const offerEndpoints: readonly Endpoint[] = [
	list({
		path: '/opportunities/:opportunity/offers',
		permission: 'list opportunity offers',
		scope,
		collection: 'offers',
		of: OPPORTUNITY,
		guard: guardOpportunity,
		order: oldestFirst,
		expansions: EXPANSIONS,
		show: withoutLink,
	}),
	other({
		path: '/opportunities/:opportunity/offers/:offer/download',
		permission: 'download opportunity offer',
		scope,
		guard: guardOpportunity,
		answer(call) {
			const offer = recordBelow(call, 'offers', 'offer', 'Offer');
			const { document, kind } = documentOf(offer, call);
			return answerFile(call, {
				id: `${offer.id}/${kind}`,
				about: kind === 'signed' ? 'Signed offer' : 'Offer',
				name: document.fileName,
			});
		},
	}),
	list({
		path: '/offers',
		permission: 'list opportunity offers',
		scope,
		collection: 'offers',
		mode: 'seed',
		visible,
		order: oldestFirst,
		expansions: EXPANSIONS,
		show: showWithOpportunity,
	}),
];
