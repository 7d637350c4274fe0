import type { StoredOpportunity } from '../../scenarios/records.mts';
import type { Account } from '../account.mts';
import { defineChange } from '../change.mts';
import { idOf } from '../inputs.mts';
import { changeApplications } from '../opportunities.mts';
import { ChangeRefused } from '../refused.mts';
import { changeContactRecord } from './contact.mts';

/** What tells about a person in words or documents; offers, interviews and feedback stay, without names. */
const REMOVED = ['resumes', 'files', 'file_actions', 'notes', 'forms', 'referrals'] as const;

const NOBODY = { name: '', headline: '', emails: [], phones: [], isAnonymized: true };
const NO_APPLICANT = {
	name: null,
	company: null,
	phone: null,
	email: null,
	links: [],
	comments: null,
	customQuestions: [],
};

function blankOffers({ store }: Account, opportunity: StoredOpportunity): void {
	for (const offer of store.related('offers', 'opportunityId', opportunity.id)) {
		const candidate = offer.signatures?.candidate;
		store.put('offers', {
			...offer,
			fields: offer.fields.map((field) =>
				field.identifier === 'candidate_name' ? { ...field, value: null } : field,
			),
			signatures:
				candidate === undefined
					? offer.signatures
					: { ...offer.signatures, candidate: { ...candidate, name: null, email: null } },
		});
	}
}

/** Subjects of interviews name the candidate. */
function blankInterviews({ store }: Account, opportunity: StoredOpportunity): void {
	for (const interview of store.related('interviews', 'opportunityId', opportunity.id)) {
		store.put('interviews', { ...interview, subject: 'Interview', note: null });
	}
	for (const panel of store.related('panels', 'opportunityId', opportunity.id)) {
		const interviews = panel.interviews.map((each) => ({
			...each,
			subject: 'Interview',
			note: null,
		}));
		store.put('panels', { ...panel, interviews, note: null });
	}
}

export const anonymize = defineChange({
	about:
		'Erases what names a person: contact, all opportunities, documents; ids, dates and statuses stay',
	inputs: { contact: idOf('contacts', 'a contact') },
	run(account, { contact }) {
		if (contact.isAnonymized) throw new ChangeRefused('The contact is anonymised already.');
		const opportunities = account.store.related('opportunities', 'contact', contact.id);
		for (const opportunity of opportunities) {
			changeApplications(account, opportunity, NO_APPLICANT);
			blankOffers(account, opportunity);
			blankInterviews(account, opportunity);
			for (const collection of REMOVED) {
				const records = account.store.related(collection, 'opportunityId', opportunity.id);
				for (const { id } of records) account.store.remove(collection, id);
			}
		}
		return changeContactRecord(
			account,
			contact,
			{ ...NOBODY, location: { name: '' } },
			{ ...NOBODY, location: '', links: [] },
		);
	},
});
