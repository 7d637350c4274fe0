import type { OfOpportunity, StoredStage } from '../../scenarios/records.mts';
import type { Shown } from '../../server/shape.mts';

/** The store's own fields stay behind. */
export const withoutLink = <T extends OfOpportunity>({
	opportunityId: _opportunityId,
	...record
}: T): Shown => record;

export const showStage = ({ id, text }: StoredStage): Shown => ({ id, text });
