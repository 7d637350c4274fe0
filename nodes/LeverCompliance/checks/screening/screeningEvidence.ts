import type { EvidenceReference, ScreeningRecord } from '../../../shared/contracts';
import { screeningReferences, startEvidence } from '../evidence';
import type { CheckContext, HireSubject } from '../types';

/** The hire, what its first day comes from, and the screening records, or the list that has none. */
export function screeningEvidence(
	subject: HireSubject,
	context: CheckContext,
	records: readonly ScreeningRecord[],
): EvidenceReference[] {
	return [
		...startEvidence(subject, context),
		...screeningReferences(context.screeningList, records),
	];
}

/** The hire and the screening records, or the list that has none, where no first day counts. */
export function recordEvidence(
	{ references }: HireSubject,
	{ screeningList }: CheckContext,
	records: readonly ScreeningRecord[],
): EvidenceReference[] {
	return [...references.opportunities, ...screeningReferences(screeningList, records)];
}
