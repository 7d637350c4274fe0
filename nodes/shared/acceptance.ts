import { compareCodeUnits } from './canonicalJson';
import type { AcceptanceSource, EpochMilliseconds, HireOffer } from './contracts';

/** An offer that makes its opportunity a possible hire (rules.md §3, §6 OFR-01: pass or warn). */
export function isSigned(
	offer: Pick<HireOffer, 'candidateSigned' | 'status' | 'signedDocumentAt'>,
): boolean {
	return (
		offer.candidateSigned ||
		offer.status === 'signed' ||
		(offer.status === 'sent-manually' && offer.signedDocumentAt !== null)
	);
}

/** Newest first: by candidate signature, then creation, then id (rules.md §3). */
export function newestFirst(a: HireOffer, b: HireOffer): number {
	return (
		compareTimes(b.candidateSignedAt, a.candidateSignedAt) ||
		compareTimes(b.createdAt, a.createdAt) ||
		compareCodeUnits(b.id, a.id)
	);
}

/** By creation, then id. */
export function oldestFirst(a: HireOffer, b: HireOffer): number {
	return compareTimes(a.createdAt, b.createdAt) || compareCodeUnits(a.id, b.id);
}

/** The offer whose start date and job count; null when none is signed. */
export function newestSigned<T extends HireOffer>(offers: readonly T[]): T | null {
	return offers.filter(isSigned).sort(newestFirst)[0] ?? null;
}

/** When, and by what, the hire accepted. */
interface Acceptance {
	acceptedAt: EpochMilliseconds | null;
	acceptedAtSource: AcceptanceSource;
}

/**
 * The candidate's own signature; without one, the upload of the signed document, then the archiving as
 * hired. A company's signature is no acceptance (rules.md §3).
 *
 * @param hiredAt latest archiving with a hired-type reason
 */
export function acceptanceOf(
	signedOffer: HireOffer | null,
	hiredAt: EpochMilliseconds | null,
): Acceptance {
	const sources: Array<[AcceptanceSource, EpochMilliseconds | null]> = [
		['candidateSignature', signedOffer?.candidateSignedAt ?? null],
		['document', signedOffer?.signedDocumentAt ?? null],
		['archive', hiredAt],
	];
	const [acceptedAtSource, acceptedAt] = sources.find(([, time]) => time !== null) ?? [
		'none',
		null,
	];
	return { acceptedAt, acceptedAtSource };
}

/** Earlier first; what has no time comes before everything. */
export function compareTimes(a: EpochMilliseconds | null, b: EpochMilliseconds | null): number {
	if (a === b) return 0;
	if (a === null) return -1;
	if (b === null) return 1;
	return a - b;
}
