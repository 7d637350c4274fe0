import type { HireOffer } from '../../../shared/contracts';
import { foldEmail } from '../../matching/emails';
import { isCompanyDomain } from '../access/addressOf';
import { always, ISO_27001 } from '../controls';
import { offerEvidence, userReference } from '../evidence';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { worstOf } from '../worst';
import { offersUnread } from './offersUnread';

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> & { users?: string[] };

/** Compliance reference B.2 OFR-08. No address leaves this file (rules.md §10). */
export const signerIsCandidate: Check = {
	id: 'OFR-08',
	version: 1,
	title: 'The signer is the candidate',
	tests:
		'Signed offers were signed with an address of the candidate, and not with one of the company or of a Lever user.',
	family: 'offers',
	needs: { lists: [], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'users', 'identities'],
	policyFields: ['organisationZone', 'workZones', 'access.companyDomains'],
	severity: 'medium',
	controls: [{ framework: ISO_27001, id: 'A.5.16', isMetBy: always }],
	remediation:
		'Find out who signed. If it was not the candidate, have the offer signed again; if it was, add the address to the contact in Lever.',
	evaluate: {
		hire(subject, context) {
			const { hire } = subject;
			const signed = hire.offers.filter(
				({ candidateSigned, candidateSignedAt }) => candidateSigned || candidateSignedAt !== null,
			);
			const worst = hire.isAnonymized
				? ANONYMISED
				: worstOf(signed.map((offer) => judge(offer, subject, context)));
			if (worst?.status !== 'fail' && !hire.isAnonymized) {
				const unread = offersUnread(subject, context, 'it is not known who signed them');
				if (unread) return unread;
			}
			const { users = [], ...part } = worst ?? NOT_SIGNED_IN_LEVER;
			const known = users.flatMap((userId) => context.account.users.get(userId)?.user ?? []);
			return {
				...part,
				basis: 'presence',
				observed: { signedOffers: signed.map(({ id }) => id), signedAsUser: users },
				expected: { signedWith: 'an address of the contact' },
				evidence: [...offerEvidence(subject, context), ...known.map(userReference)],
				...(subject.acceptance.at !== null && {
					deviationDay: subject.zone.zone.civilDate(subject.acceptance.at),
				}),
			};
		},
	},
};

const ANONYMISED: Part = {
	status: 'not_applicable',
	reasonCode: 'anonymised',
	message: 'Lever anonymised this person, so the addresses are gone.',
};

const NOT_SIGNED_IN_LEVER: Part = {
	status: 'not_applicable',
	reasonCode: 'not-signed-in-lever',
	message: 'The candidate signed no offer in Lever, so no signer can be compared. See OFR-01.',
};

function judge({ id }: HireOffer, { hire }: HireSubject, { account, policy }: CheckContext): Part {
	const { signerEmails, contactEmails, otherEmails } = hire.identity;
	const given = signerEmails?.[id];
	if (given === undefined || contactEmails === undefined) return UNNAMED;
	const signer = foldEmail(given);
	const users = account.usersByEmail
		.get(signer)
		.filter(({ linkedContactIds }) => !linkedContactIds.includes(hire.contact));
	if (users.length > 0) return { ...USER, users: users.map(({ userId }) => userId).sort() };
	const own = account.usersByEmail.has(signer);
	if (!own && isCompanyDomain(domainOf(signer), policy.access.companyDomains)) return COMPANY;
	const listed = [...contactEmails, ...otherEmails].some((email) => foldEmail(email) === signer);
	return listed || own ? CANDIDATE : NOT_LISTED;
}

function domainOf(email: string): string {
	return email.slice(email.lastIndexOf('@') + 1);
}

const UNNAMED: Part = {
	status: 'indeterminate',
	reasonCode: 'signer-unnamed',
	message:
		'The offer is signed, but Lever names no address of the signer. Expected: an address of the candidate.',
};

const USER: Part = {
	status: 'fail',
	reasonCode: 'signed-by-user',
	message:
		"The offer was signed with the address of a Lever user who is not this candidate. Expected: the candidate's own address.",
};

const COMPANY: Part = {
	status: 'fail',
	reasonCode: 'signed-with-company-address',
	message:
		"The offer was signed with an address of the company. Expected: the candidate's own address.",
};

const NOT_LISTED: Part = {
	status: 'warn',
	reasonCode: 'signer-not-listed',
	message:
		'The offer was signed with an address that the contact does not have in Lever. Expected: one of its addresses.',
};

const CANDIDATE: Part = {
	status: 'pass',
	reasonCode: 'signed-by-candidate',
	message: 'The offer was signed with an address of the candidate.',
};
