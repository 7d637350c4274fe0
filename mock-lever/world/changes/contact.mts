import type { StoredContact, StoredOpportunity } from '../../scenarios/records.mts';
import type { Account } from '../account.mts';
import { accountIdOf } from '../account.mts';
import { defineChange } from '../change.mts';
import { address, filledText, idOf, optional, text } from '../inputs.mts';
import { listOf } from '../inputs.mts';
import { changeOpportunity } from '../opportunities.mts';
import { ChangeRefused } from '../refused.mts';

/** Contact data is repeated on each opportunity of the person (lever-api.md §5.1). */
export function changeContactRecord(
	account: Account,
	before: StoredContact,
	changed: Partial<StoredContact>,
	repeated: Partial<StoredOpportunity>,
): StoredContact {
	const after = { ...before, ...changed };
	account.store.put('contacts', after);
	for (const opportunity of account.store.related('opportunities', 'contact', before.id)) {
		changeOpportunity(account, opportunity, repeated);
	}
	account.announce({
		event: 'contactUpdated',
		data: { contactId: after.id, accountId: accountIdOf(account), updatedAt: account.now() },
	});
	return after;
}

export const changeContact = defineChange({
	about: 'Changes the data of a person, on the contact and on all of its opportunities',
	inputs: {
		contact: idOf('contacts', 'a contact'),
		name: optional(filledText),
		headline: optional(text),
		location: optional(text),
		emails: optional(listOf(address)),
		phone: optional(filledText),
	},
	run(account, { contact, name, headline, location, emails, phone }) {
		if (contact.isAnonymized) {
			throw new ChangeRefused(
				'The contact is anonymised, and Lever changes such a contact no more.',
			);
		}
		const shared = {
			...(name === undefined ? {} : { name }),
			...(headline === undefined ? {} : { headline }),
			...(emails === undefined ? {} : { emails }),
			...(phone === undefined ? {} : { phones: [{ type: 'mobile', value: phone }] }),
		};
		return changeContactRecord(
			account,
			contact,
			{ ...shared, ...(location === undefined ? {} : { location: { name: location } }) },
			{ ...shared, ...(location === undefined ? {} : { location }) },
		);
	},
});
