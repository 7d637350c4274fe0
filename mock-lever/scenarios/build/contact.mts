import { uuidFor } from '../ids.mts';
import type { StoredContact } from '../records.mts';
import type { ContactSituation } from '../situation.mts';
import type { BuildContext } from './context.mts';
import { overlay } from './context.mts';

/** A number of the range kept for fiction, a different one for each contact. */
function phoneOf(id: string): StoredContact['phones'] {
	const digits = String(Number.parseInt(uuidFor(`phone/${id}`).slice(0, 8), 16) % 1_000_000);
	return [{ type: 'mobile', value: `+1 555 01${digits.padStart(6, '0')}` }];
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
