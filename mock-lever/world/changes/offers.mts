import type { StoredOffer, StoredOpportunity } from '../../scenarios/records.mts';
import type { Account } from '../account.mts';
import { performer } from '../audit.mts';
import { defineChange } from '../change.mts';
import { tieOffer } from '../headcount.mts';
import { day, filledText, idOf, oneOf, opportunity, optional, performAs } from '../inputs.mts';
import { approve, changeOffer, open, positionOf, send } from '../offers.mts';
import { signByCandidate, signByCompany } from '../offers.mts';
import { changeOpportunity, interactionNow } from '../opportunities.mts';
import { ChangeRefused } from '../refused.mts';

const offer = idOf('offers', 'an offer');

function opportunityOf({ store }: Account, { opportunityId }: StoredOffer): StoredOpportunity {
	const found = store.get('opportunities', opportunityId);
	if (found === undefined) throw new ChangeRefused('The opportunity of this offer is gone.');
	return found;
}

/** @throws ChangeRefused unless the offer is in one of these statuses */
function mustBe(offer: StoredOffer, statuses: readonly string[], what: string): void {
	if (statuses.includes(offer.status)) return;
	throw new ChangeRefused(
		`An offer can be ${what} while it is ${statuses.join(' or ')}; this one is ${offer.status}.`,
	);
}

/** The fields of a plain offer form (lever-api.md §5.2). */
function fieldsOf(
	account: Account,
	of: StoredOpportunity,
	wanted: { startDate?: number; jobTitle?: string },
): StoredOffer['fields'] {
	const application = account.store.related('applications', 'opportunityId', of.id)[0];
	const posting = account.store.get('postings', application?.posting ?? '');
	const startDate = wanted.startDate ?? null;
	return [
		{ text: 'Job posting', identifier: 'job_posting', value: posting?.id ?? null },
		{
			text: 'Job title',
			identifier: 'job_title',
			value: wanted.jobTitle ?? posting?.text ?? null,
		},
		{ text: 'Candidate name', identifier: 'candidate_name', value: of.name },
		{ text: 'Offered compensation amount', identifier: 'salary_amount', value: 64000 },
		{ text: 'Compensation currency', identifier: 'compensation_currency', value: 'EUR' },
		{ text: 'Type of earnings', identifier: 'salary_interval', value: 'per-year-salary' },
		{
			text: 'Hiring manager',
			identifier: 'hiring_manager',
			value: application?.postingHiringManager ?? null,
		},
		{
			text: 'Office location',
			identifier: 'location',
			value: of.opportunityLocation ?? null,
		},
		{ text: 'Team', identifier: 'team', value: posting?.categories.team ?? null },
		{ text: 'Anticipated start date', identifier: 'anticipated_start_date', value: startDate },
	];
}

export const makeOffer = defineChange({
	about: 'Writes an offer (draft) for an opportunity',
	inputs: {
		opportunity,
		startDate: optional(day),
		jobTitle: optional(filledText),
		performAs,
	},
	run(account, input) {
		const { startDate, jobTitle } = input;
		const id = account.newId('offers');
		const fields = fieldsOf(account, input.opportunity, { startDate, jobTitle });
		const requisition = tieOffer(account, input.opportunity, id);
		if (requisition !== null) {
			fields.push({ text: 'Requisition', identifier: 'requisition', value: requisition });
		}
		const posting = fields.find((field) => field.identifier === 'job_posting')?.value;
		const made: StoredOffer = {
			id,
			opportunityId: input.opportunity.id,
			posting: typeof posting === 'string' ? posting : null,
			createdAt: account.now(),
			status: 'draft',
			creator: performer(account, input.performAs).id,
			fields,
			signatures: { candidate: { role: 'candidate', name: null, email: null } },
			approved: null,
			approvedAt: null,
			sentAt: null,
			sentDocument: null,
			signedDocument: null,
		};
		account.store.put('offers', made);
		return made;
	},
});

export const approveOffer = defineChange({
	about: 'Approves an offer that is not sent yet',
	inputs: { offer },
	run(account, { offer: before }) {
		mustBe(before, ['draft', 'approval-sent'], 'approved');
		return approve(account, before);
	},
});

/** The candidate gets a message: an interaction, so this one moves `updatedAt` of the opportunity. */
export const sendOffer = defineChange({
	about: 'Sends an offer to the candidate',
	inputs: { offer },
	run(account, { offer: before }) {
		mustBe(before, ['draft', 'approval-sent', 'approved'], 'sent');
		const of = opportunityOf(account, before);
		changeOpportunity(account, of, interactionNow(account));
		return send(account, before, of);
	},
});

export const openOffer = defineChange({
	about: 'The candidate opens an offer that was sent',
	inputs: { offer },
	run(account, { offer: before }) {
		mustBe(before, ['sent', 'opened'], 'opened');
		return open(account, before, opportunityOf(account, before));
	},
});

/** Leaves `updatedAt` of the opportunity alone: a signature shows in the offer only (lever-api.md §9). */
export const signOffer = defineChange({
	about:
		'The candidate (or the company) signs an offer; for the candidate it is sent first if it must be',
	inputs: { offer, signer: optional(oneOf(['candidate', 'company'])), performAs },
	run(account, { offer: before, signer, performAs: by }) {
		if (before.status === 'denied') {
			throw new ChangeRefused('The candidate declined this offer. Make a new one.');
		}
		if (signer === 'company') {
			if (before.signatures?.company_signature_1?.signed) {
				throw new ChangeRefused('The company has signed this offer already.');
			}
			return signByCompany(account, before, performer(account, by));
		}
		if (before.status === 'signed') {
			throw new ChangeRefused('The candidate has signed this offer already.');
		}
		return signAsCandidate(account, before);
	},
});

/** Through the statuses that an offer must have had before it is signed. */
export function signAsCandidate(account: Account, before: StoredOffer): StoredOffer {
	const of = opportunityOf(account, before);
	const unsent =
		before.status !== 'sent-manually' && positionOf(before.status) < positionOf('sent');
	const approved =
		unsent && positionOf(before.status) < positionOf('approved')
			? approve(account, before)
			: before;
	const sent = unsent ? send(account, approved, of) : before;
	return signByCandidate(account, sent, of);
}

export const denyOffer = defineChange({
	about: 'The candidate declines an offer that was sent',
	inputs: { offer },
	run(account, { offer: before }) {
		mustBe(before, ['sent', 'sent-manually', 'opened'], 'declined');
		return changeOffer(account, before, { status: 'denied' });
	},
});

export const changeStartDate = defineChange({
	about: 'Gives an offer another start date, also after it was signed',
	inputs: { offer, startDate: day },
	run(account, { offer: before, startDate }) {
		const identifier = 'anticipated_start_date';
		const others = before.fields.filter((field) => field.identifier !== identifier);
		const field = { text: 'Anticipated start date', identifier, value: startDate };
		return changeOffer(account, before, { fields: [...others, field] });
	},
});
