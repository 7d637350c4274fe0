import type { Account } from '../account.mts';
import { defineChange } from '../change.mts';
import { day, flag, idOf, opportunity, optional } from '../inputs.mts';
import { openOfferOf, startDateIn } from '../offers.mts';
import { ChangeRefused } from '../refused.mts';
import { addStaffRow } from '../staff.mts';
import { archiveAs } from './archive.mts';
import { signAsCandidate } from './offers.mts';

function hiredReason({ store }: Account) {
	return store
		.database()
		.archive_reasons.find((reason) => reason.type === 'hired' && reason.status === 'active');
}

/** Start date of the newest signed offer, milliseconds of 00:00 UTC. */
function startDateOf({ store }: Account, opportunityId: string): number | undefined {
	const signed = store
		.related('offers', 'opportunityId', opportunityId)
		.filter((offer) => offer.status === 'signed')
		.sort((a, b) => b.createdAt - a.createdAt);
	return (signed[0] && startDateIn(signed[0])) ?? undefined;
}

export const hire = defineChange({
	about:
		'Hires: the open offer, if there is one, is signed by the candidate, the opportunity archived as hired, and the person put on the staff list',
	inputs: {
		opportunity,
		reason: optional(idOf('archive_reasons', 'an archive reason')),
		requisition: optional(idOf('requisitions', 'a requisition')),
		startDate: optional(day),
		onStaffList: optional(flag),
	},
	run(account, input) {
		const before = input.opportunity;
		const reason = input.reason ?? hiredReason(account);
		if (reason === undefined || reason.type !== 'hired') {
			throw new ChangeRefused('A hire needs an archive reason of type "hired".');
		}
		if (before.archived?.reason === reason.id) {
			throw new ChangeRefused('This candidate is hired already.');
		}
		const offer = openOfferOf(account, before.id);
		if (offer !== undefined) signAsCandidate(account, offer);
		const current = account.store.get('opportunities', before.id) ?? before;
		const after = archiveAs(account, current, reason, input.requisition);
		const startDate = input.startDate ?? startDateOf(account, before.id);
		if (input.onStaffList !== false && !after.isAnonymized) {
			addStaffRow(account, { name: after.name, startDate });
		}
		return after;
	},
});
