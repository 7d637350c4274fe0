import { uuidFor } from '../ids.mts';
import type { StoredContact } from '../records.mts';
import type { ContactSituation } from '../situation.mts';
import type { BuildContext } from './context.mts';
import { overlay } from './context.mts';

/** One number in so many came without a type */
const TYPED = 12;

/** A number of the range kept for fiction, a different one for each contact. Some have no type, as in Lever. */
function phoneOf(id: string): StoredContact['phones'] {
	const number = Number.parseInt(uuidFor(`phone/${id}`).slice(0, 8), 16);
	const value = `+1 555 01${String(number % 1_000_000).padStart(6, '0')}`;
	return [number % TYPED === 0 ? { value } : { type: 'mobile', value }];
}

/** An anonymised contact keeps its id and loses what names a person (lever-api.md §9). */
export function buildContact(context: BuildContext, contact: ContactSituation): StoredContact {
	const id = context.ids.resolve(contact.id);
	const anonymized = contact.isAnonymized ?? false;
	const record: StoredContact = {
		id,
		name: anonymized ? '' : contact.name,
		headline: anonymized ? '' : (contact.headline ?? ''),
		isAnonymized: anonymized,
		location: { name: anonymized ? '' : (contact.location ?? '') },
		emails: anonymized ? [] : (contact.emails ?? [`${contact.id}.${context.number}@example.com`]),
		phones: anonymized ? [] : phoneOf(id),
		dataProtection: { interviewIntelligence: { allowed: true, expiresAt: null } },
	};
	return overlay(context, record, contact.raw);
}
