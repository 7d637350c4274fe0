import type { StoredContact, StoredOpportunity, StoredPosting } from '../../scenarios/records.mts';
import type { Account } from '../account.mts';
import { accountIdOf } from '../account.mts';
import { defineChange } from '../change.mts';
import { recount } from '../counts.mts';
import { aboutOpportunity, ORIGINS } from '../events.mts';
import { address, filledText, idOf, listOf, oneOf, optional, performAs, user } from '../inputs.mts';
import { stageChange } from '../opportunities.mts';
import { ChangeRefused } from '../refused.mts';

interface Person {
	contact?: StoredContact;
	name?: string;
	email?: string;
	phone?: string;
}

/** As Lever does, a person whose address is known stays the same person. */
function knownContact({ store }: Account, email: string | undefined): StoredContact | undefined {
	return email === undefined ? undefined : store.related('contacts', 'emails', email)[0];
}

function contactOf(account: Account, person: Person): StoredContact {
	const known = person.contact ?? knownContact(account, person.email);
	if (known !== undefined) return known;
	if (person.name === undefined) {
		throw new ChangeRefused('A new person needs a "name"; for somebody known give "contact".');
	}
	const contact: StoredContact = {
		id: account.newId('contacts'),
		name: person.name,
		headline: '',
		isAnonymized: false,
		location: { name: '' },
		emails: person.email === undefined ? [] : [person.email],
		phones: person.phone === undefined ? [] : [{ type: 'mobile', value: person.phone }],
		dataProtection: { interviewIntelligence: { allowed: true, expiresAt: null } },
	};
	account.store.put('contacts', contact);
	account.announce({
		event: 'contactCreated',
		data: { contactId: contact.id, accountId: accountIdOf(account), createdAt: account.now() },
	});
	return contact;
}

function apply(
	account: Account,
	opportunity: StoredOpportunity,
	posting: StoredPosting,
): StoredOpportunity {
	const { store } = account;
	const id = account.newId('applications');
	store.put('applications', {
		id,
		type: 'posting',
		candidateId: opportunity.id,
		opportunityId: opportunity.id,
		posting: posting.id,
		postingHiringManager: posting.hiringManager,
		postingOwner: posting.owner,
		name: opportunity.name,
		company: null,
		phone: opportunity.phones[0] ?? null,
		email: opportunity.emails[0] ?? null,
		links: [],
		comments: null,
		user: null,
		customQuestions: [],
		createdAt: opportunity.createdAt,
		archived: null,
		requisitionForHire: null,
	});
	const { location } = posting.categories;
	const applied = {
		...opportunity,
		applications: [id],
		...(location === null ? {} : { opportunityLocation: location }),
	};
	store.put('opportunities', applied);
	account.announce({
		event: 'applicationCreated',
		data: { ...aboutOpportunity(applied), applicationId: id },
		origin: applied.origin,
	});
	return applied;
}

export const createOpportunity = defineChange({
	about: 'Adds an opportunity, for a new person or for somebody known by contact or e-mail address',
	inputs: {
		contact: optional(idOf('contacts', 'a contact')),
		name: optional(filledText),
		email: optional(address),
		phone: optional(filledText),
		posting: optional(idOf('postings', 'a posting')),
		stage: optional(idOf('stages', 'a stage')),
		origin: optional(oneOf(ORIGINS)),
		sources: optional(listOf(filledText)),
		tags: optional(listOf(filledText)),
		owner: optional(user),
		confidentiality: optional(oneOf(['non-confidential', 'confidential'])),
		performAs,
	},
	run(account, input) {
		const { posting, owner } = input;
		const fallback = posting === undefined ? 'lead-new' : 'applicant-new';
		const stage = input.stage?.id ?? fallback;
		if (account.store.get('stages', stage) === undefined) {
			throw new ChangeRefused(`The account has no stage "${stage}". Name one with "stage".`);
		}
		const contact = contactOf(account, input);
		const now = account.now();
		const id = account.newId('opportunities');
		const opportunity: StoredOpportunity = {
			id,
			name: contact.name,
			contact: contact.id,
			headline: contact.headline,
			stage,
			confidentiality: input.confidentiality ?? 'non-confidential',
			location: contact.location.name,
			phones: contact.phones,
			emails: contact.emails,
			links: [],
			archived: null,
			tags: [...new Set(input.tags)],
			sources: [...new Set(input.sources)],
			stageChanges: [stageChange(account, stage, input.performAs?.id)],
			origin: input.origin ?? (posting === undefined ? 'sourced' : 'applied'),
			sourcedBy: null,
			owner: owner?.id ?? posting?.owner ?? null,
			followers: owner === undefined ? [] : [owner.id],
			applications: [],
			createdAt: now,
			updatedAt: now,
			lastInteractionAt: now,
			lastAdvancedAt: now,
			snoozedUntil: null,
			urls: {
				list: 'https://hire.lever.co/candidates',
				show: `https://hire.lever.co/candidates/${id}`,
			},
			isAnonymized: contact.isAnonymized,
			dataProtection: null,
		};
		account.store.put('opportunities', opportunity);
		recount(account, 'tags', [], opportunity.tags);
		recount(account, 'sources', [], opportunity.sources);
		return posting === undefined ? opportunity : apply(account, opportunity, posting);
	},
});
