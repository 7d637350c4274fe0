import type { StoredOpportunity } from '../../scenarios/records.mts';
import type { Account } from '../account.mts';
import { performer } from '../audit.mts';
import { defineChange } from '../change.mts';
import { recount } from '../counts.mts';
import { aboutOpportunity } from '../events.mts';
import { untieOffers, vacatePosition } from '../headcount.mts';
import { opportunity, performAs } from '../inputs.mts';

/** Everything that an opportunity owns beside its applications */
const OWNED = [
	'offers',
	'interviews',
	'panels',
	'feedback',
	'forms',
	'notes',
	'referrals',
	'resumes',
	'files',
	'file_actions',
] as const;

function deleteApplications(account: Account, { id }: StoredOpportunity): void {
	const { store } = account;
	for (const application of store.related('applications', 'opportunityId', id)) {
		store.remove('applications', application.id);
		store.put('deleted_applications', {
			id: application.id,
			deletedAt: account.now(),
			opportunityId: id,
			postingId: application.posting,
		});
	}
}

/** A person without any opportunity is gone from Lever, also as somebody's own contact record. */
function deleteContact({ store }: Account, contact: string): void {
	if (store.related('opportunities', 'contact', contact).length > 0) return;
	store.remove('contacts', contact);
	for (const user of store.related('users', 'linkedContactIds', contact)) {
		const linkedContactIds = user.linkedContactIds?.filter((each) => each !== contact) ?? null;
		store.put('users', { ...user, linkedContactIds });
	}
}

export const deleteOpportunity = defineChange({
	about: 'Deletes an opportunity with everything in it, and the person if it was the last one',
	inputs: { opportunity, performAs },
	run(account, input) {
		const by = performer(account, input.performAs);
		const gone = input.opportunity;
		const { store } = account;
		const offers = store.related('offers', 'opportunityId', gone.id);
		if (gone.archived !== null) vacatePosition(account, gone);
		untieOffers(
			account,
			offers.map((offer) => offer.id),
		);
		for (const collection of OWNED) {
			const records = store.related(collection, 'opportunityId', gone.id);
			for (const { id } of records) store.remove(collection, id);
		}
		deleteApplications(account, gone);
		recount(account, 'tags', gone.tags, []);
		recount(account, 'sources', gone.sources, []);
		store.remove('opportunities', gone.id);
		deleteContact(account, gone.contact);
		const deleted = { ...gone, applications: [], deletedBy: by.id, deletedAt: account.now() };
		store.put('deleted_opportunities', deleted);
		account.announce({
			event: 'candidateDeleted',
			data: { ...aboutOpportunity(gone), deletedBy: by.id },
			origin: gone.origin,
		});
		return deleted;
	},
});
