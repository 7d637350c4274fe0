import type { CheckContext, HireSubject } from '../types';

interface DoubtOfAbsence {
	reason:
		| 'employment-type-unknown'
		| 'list-empty'
		| 'list-failed'
		| 'list-too-old'
		| 'offers-unread';
	/** Continues "No screening record is linked, but …"; without full stop */
	text: string;
}

/**
 * Why nothing linked does not show that there is nothing: the list is empty, failed or old, or the offers,
 * whose signatures hold further e-mail addresses of the hire, were not read (rules.md §1, §4, §5 SCR-01); or
 * there is a supplier's attestation, and nobody knows whether the hire is a contractor.
 */
export function doubtOfAbsence(
	{ hire, uncountedAttestations, employmentType }: HireSubject,
	{ screeningList }: CheckContext,
): DoubtOfAbsence | null {
	if (screeningList.doubt) return screeningList.doubt;
	if (uncountedAttestations.length > 0 && employmentType.type === 'unknown') {
		return {
			reason: 'employment-type-unknown',
			text: "a supplier's attestation is, and it could not be read whether this hire is a contractor, for whom it would count",
		};
	}
	if (hire.offersRead === true) return null;
	return {
		reason: 'offers-unread',
		text: `the offers, which name further e-mail addresses of this hire, could not be read. ${hire.offersRead.message.replace(/\.$/, '')}`,
	};
}

/** That nothing counts as a screening, as a sentence without full stop. */
export function nothingOnList(
	{ uncountedAttestations }: HireSubject,
	{ screeningList }: CheckContext,
): string {
	const nothing = `No screening record of this hire is on the ${screeningList.label}`;
	return uncountedAttestations.length === 0
		? nothing
		: `${nothing}, only a supplier's attestation, which counts for contractors only`;
}
