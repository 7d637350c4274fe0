import type { EpochMilliseconds, Hire } from '../../shared/contracts';
import { acceptanceOf } from '../../shared/acceptance';
import { signedOffers } from './decideStart';
import type { AcceptanceDecision } from './types';

/**
 * When the hire accepted, and by what (rules.md §3): the candidate's signature on the newest signed
 * offer, else the signed document's upload, else the archiving as hired; only the first is acceptance
 * in the full sense.
 */
export function decideAcceptance(hire: Hire): AcceptanceDecision {
	const { acceptedAt, acceptedAtSource } = acceptanceOf(
		signedOffers(hire)[0] ?? null,
		hire.archivedAt,
	);
	return {
		at: acceptedAt,
		source: acceptedAtSource,
		earliestCandidateSignature: earliest(
			hire.offers.map(({ candidateSignedAt }) => candidateSignedAt),
		),
	};
}

function earliest(times: ReadonlyArray<EpochMilliseconds | null>): EpochMilliseconds | null {
	return times.reduce(
		(first, time) => (time !== null && (first === null || time < first) ? time : first),
		null,
	);
}
