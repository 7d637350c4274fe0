import type { EpochMilliseconds } from '../../../shared/contracts';
import { epochOf, isRecord, textOf, type LeverRecord } from '../reading/leverJson';

/** Who signed an offer (lever-api.md §5.2). */
interface Signatures {
	candidateSignedAt: EpochMilliseconds | null;
	/** True when the candidate's signature says so, even without a date */
	candidateSigned: boolean;
	candidateEmail: string | null;
	/** Latest signature of anybody else */
	otherSignedAt: EpochMilliseconds | null;
}

/**
 * Reads `signatures`: the keyed form first (`signatures.candidate`), then the flat form, in which the
 * candidate's signature stands directly on `signatures` (lever-api.md §5.2).
 */
export function readSignatures(signatures: unknown): Signatures {
	const given = isRecord(signatures) ? signatures : {};
	const keyed = Object.entries(given).filter((entry): entry is [string, LeverRecord] =>
		isRecord(entry[1]),
	);
	const flat: Array<[string, LeverRecord]> = isSignature(given)
		? [[textOf(given.role) ?? 'candidate', given]]
		: [];
	const signed = keyed.length > 0 ? keyed : flat;
	const candidate = signed.find(isOfCandidate)?.[1] ?? {};
	const others = signed.filter((entry) => !isOfCandidate(entry));
	const candidateSignedAt = epochOf(candidate.signedAt);
	return {
		candidateSignedAt,
		candidateSigned: candidate.signed === true || candidateSignedAt !== null,
		candidateEmail: textOf(candidate.email),
		otherSignedAt: latest(others.map(([, { signedAt }]) => epochOf(signedAt))),
	};
}

/** Keys follow the signer's role; the role inside wins where an account names its keys otherwise. */
function isOfCandidate([key, signature]: [string, LeverRecord]): boolean {
	return (textOf(signature.role) ?? key).toLowerCase() === 'candidate';
}

function isSignature(record: LeverRecord): boolean {
	return 'signedAt' in record || 'signed' in record;
}

function latest(times: Array<number | null>): number | null {
	return times.reduce(
		(newest, time) => (time !== null && (newest === null || time > newest) ? time : newest),
		null,
	);
}
