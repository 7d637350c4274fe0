import type { EvidenceReference } from '../../shared/contracts';
import { sha256OfJson } from '../../shared/sha256';
import { collectionReference, readReference } from './evidence';
import type { CheckContext, CheckResult, PreviousRun } from './types';

/** An earlier run that can be used, or why none can. */
type History =
	| { run: PreviousRun; part?: undefined }
	/** What an indeterminate result says of it */
	| { run: null; part: Pick<CheckResult, 'reasonCode' | 'message' | 'remediation'> };

const RECONNECT =
	"Connect one earlier run of this account to 'Previous Run', all of its items or its whole evidence pack, then run the checks again.";

/**
 * The earlier run that is connected, with a population of it if one is needed.
 *
 * @param needed population without which nothing can be compared
 */
export function historyOf(
	{ previousRun, previousRunList }: CheckContext,
	needed?: 'hires' | 'users',
): History {
	if (previousRun === null) {
		const { doubt } = previousRunList;
		return {
			run: null,
			part: {
				reasonCode: doubt?.reason ?? 'previous-run-unusable',
				message: `There is nothing to compare with, because ${doubt?.text ?? 'the Previous Run cannot be used'}. Expected: an earlier run of this account.`,
				remediation: RECONNECT,
			},
		};
	}
	if (needed !== undefined && previousRun[needed] === null) {
		return {
			run: null,
			part: {
				reasonCode: `previous-${needed}-unusable`,
				message: `There is nothing to compare with, because the ${needed} of the Previous Run did not arrive as they were sealed: see IPE-04. Expected: all of them.`,
				remediation: RECONNECT,
			},
		};
	}
	return { run: previousRun };
}

/** A record of the earlier run. */
export function previousRecordReference(
	{ collectionId }: PreviousRun,
	recordId: string,
	record: object,
): EvidenceReference {
	return readReference(recordId, { collectionId, rawSha256: sha256OfJson(record) });
}

/** The head of the earlier run; without one that can be used, the input as a whole. */
export function previousRunReferences({
	previousRun,
	previousRunList: { collectionId },
}: CheckContext): EvidenceReference[] {
	if (previousRun !== null) {
		const { collectionId: id, runSha256 } = previousRun;
		return [readReference('run', { collectionId: id, rawSha256: runSha256 })];
	}
	return collectionId === null ? [] : [previousRunReference({ collectionId })];
}

/** The input 'Previous Run' as a whole. */
export function previousRunReference({
	collectionId,
}: Pick<PreviousRun, 'collectionId'>): EvidenceReference {
	return collectionReference({ collectionId, resource: 'previousRun' });
}
