import type { components } from '../../../api/lever';

/** Records as Lever sends them; the types come from api/lever.openapi.yaml (`npm run types`). */
type Schemas = components['schemas'];

export type OpportunityRecord = Schemas['Opportunity'];
export type OfferRecord = Schemas['Offer'];
export type ContactRecord = Schemas['Contact'];
export type UserRecord = Schemas['User'];
export type StageRecord = Schemas['Stage'];
export type TagRecord = Schemas['Tag'];
export type ArchiveReasonRecord = Schemas['ArchiveReason'];
