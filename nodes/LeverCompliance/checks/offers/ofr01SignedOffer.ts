import type { HireOffer } from '../../../shared/contracts';
import { SIGNED_TERMS_CONTROLS } from '../controls';
import { offerReference, offerReferences } from '../evidence';
import { eachOnce } from '../../phrases';
import { firstDay } from '../start';
import type { CheckResult, Check, HireSubject } from '../types';

/** rules.md §6 OFR-01. */
export const signedOffer: Check = {
	id: 'OFR-01',
	version: 1,
	title: 'Every hire has a signed offer',
	tests: 'Every hire has an offer that the candidate signed.',
	family: 'offers',
	needs: { lists: [], collections: ['hires', 'offers'] },
	restsOn: ['hires'],
	policyFields: ['organisationZone', 'workZones'],
	severity: 'critical',
	controls: SIGNED_TERMS_CONTROLS,
	remediation:
		'Have the offer signed, or file the signed letter with the offer in Lever. A start without signed terms cannot be cured: record who accepted it.',
	evaluate: {
		hire(subject) {
			const { hire } = subject;
			for (const { holds, status, reasonCode, message } of SIGNATURES) {
				const offer = hire.offers.find(holds);
				if (offer)
					return { ...facts(subject, offer), status, basis: 'presence', reasonCode, message };
			}
			return hire.offersRead === true
				? unsigned(subject)
				: unread(subject, hire.offersRead.message);
		},
	},
};

/** What proves a signature, the best proof first. */
const SIGNATURES: ReadonlyArray<{
	holds: (offer: HireOffer) => boolean;
	status: 'pass' | 'warn';
	reasonCode: string;
	message: string;
}> = [
	{
		holds: ({ candidateSignedAt, status }) => candidateSignedAt !== null && status === 'signed',
		status: 'pass',
		reasonCode: 'signed-by-candidate',
		message: 'The candidate signed the offer.',
	},
	{
		holds: ({ candidateSigned, candidateSignedAt, status }) =>
			(candidateSigned || candidateSignedAt !== null) && status !== 'signed',
		status: 'warn',
		reasonCode: 'signed-with-another-status',
		message:
			"The candidate's signature is on the offer, but the offer's status does not say signed. Expected: status signed.",
	},
	{
		holds: ({ status }) => status === 'signed',
		status: 'warn',
		reasonCode: 'signature-without-date',
		message:
			"The offer's status says signed, but there is no date of the candidate's signature. Expected: the candidate's own signature with its date.",
	},
	{
		holds: ({ status, signedDocumentAt }) =>
			status === 'sent-manually' && signedDocumentAt !== null,
		status: 'warn',
		reasonCode: 'signed-document-only',
		message:
			"The offer was sent outside Lever and a signed document was uploaded. Expected: the candidate's own signature with its date.",
	},
];

function unsigned(subject: HireSubject): CheckResult {
	const { offers } = subject.hire;
	const start = firstDay(subject);
	const seen =
		offers.length === 0
			? 'Hired without any offer in Lever.'
			: `Hired, but the candidate ${offers.length === 1 ? 'did not sign the offer' : `signed none of ${offers.length} offers`} (status ${eachOnce(offers.map(({ status }) => status))}).`;
	return {
		...facts(subject, null),
		status: 'fail',
		basis: offers.length === 0 ? 'absence' : 'presence',
		reasonCode: offers.length === 0 ? 'no-offer' : 'not-signed',
		message: `${seen} Expected: an offer signed by the candidate.`,
		...(start.date !== null && { deviationDay: start.date }),
	};
}

function unread(subject: HireSubject, because: string): CheckResult {
	return {
		...facts(subject, null),
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: 'offers-unread',
		message: `The offers of this hire could not be read, so it is not known whether one is signed. ${because}`,
	};
}

function facts(
	subject: HireSubject,
	deciding: HireOffer | null,
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	const { hire, references } = subject;
	return {
		observed: {
			offers: hire.offers.map(({ id }) => id),
			offerStatuses: hire.offers.map(({ status }) => status),
			offersRead: hire.offersRead === true,
		},
		expected: { offerStatus: 'signed', signedBy: 'candidate' },
		evidence: [
			...references.opportunities,
			...(deciding ? [offerReference(subject, deciding)] : offerReferences(subject)),
		],
	};
}
