import type { StoredOpportunity, StoredRequisition } from '../scenarios/records.mts';
import type { Account } from './account.mts';
import { changeApplications } from './opportunities.mts';

const applicationOf = ({ store }: Account, opportunity: StoredOpportunity) =>
	store.related('applications', 'opportunityId', opportunity.id)[0];

/** The first open requisition of the posting that the candidate applied to. */
export function openRequisitionOf(
	account: Account,
	opportunity: StoredOpportunity,
): StoredRequisition | undefined {
	const posting = applicationOf(account, opportunity)?.posting;
	if (posting === undefined) return undefined;
	return account.store
		.related('requisitions', 'postings', posting)
		.find((requisition) => requisition.status === 'open');
}

/** `updatedAt` of a requisition follows only its own settings (lever-api.md §5.7), so it stays. */
function addHired({ store }: Account, requisition: StoredRequisition, step: 1 | -1): void {
	const headcountHired = Math.max(0, requisition.headcountHired + step);
	store.put('requisitions', { ...requisition, headcountHired });
}

/** A hire against a requisition: one more of its positions is filled, and the application names it. */
export function fillPosition(
	account: Account,
	opportunity: StoredOpportunity,
	requisition: StoredRequisition | undefined,
): void {
	if (requisition === undefined || applicationOf(account, opportunity) === undefined) return;
	addHired(account, requisition, 1);
	const { id, requisitionCode, hiringManager } = requisition;
	changeApplications(account, opportunity, {
		requisitionForHire: { id, requisitionCode, hiringManagerOnHire: hiringManager },
	});
}

/** Takes the hire back. */
export function vacatePosition(account: Account, opportunity: StoredOpportunity): void {
	const id = applicationOf(account, opportunity)?.requisitionForHire?.id;
	if (id === undefined) return;
	const requisition = account.store.get('requisitions', id);
	if (requisition !== undefined) addHired(account, requisition, -1);
	changeApplications(account, opportunity, { requisitionForHire: null });
}

/** Ties an offer to the requisition that it fills a position of. */
export function tieOffer(
	account: Account,
	opportunity: StoredOpportunity,
	offerId: string,
): string | null {
	const requisition = openRequisitionOf(account, opportunity);
	if (requisition === undefined) return null;
	const offerIds = [...requisition.offerIds, offerId];
	account.store.put('requisitions', { ...requisition, offerIds });
	return requisition.id;
}

/** Offers that are gone leave the requisitions that name them. */
export function untieOffers({ store }: Account, offerIds: readonly string[]): void {
	for (const offerId of offerIds) {
		for (const requisition of store.related('requisitions', 'offerIds', offerId)) {
			const left = requisition.offerIds.filter((each) => each !== offerId);
			store.put('requisitions', { ...requisition, offerIds: left });
		}
	}
}
