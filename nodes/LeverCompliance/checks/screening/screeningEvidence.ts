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
