import type { components } from '../../../api/lever';

/** Records as Lever sends them; the types come from api/lever.openapi.yaml (`npm run types`). */
type Schemas = components['schemas'];

export type ApplicationRecord = Schemas['Application'];
export type ArchiveReasonRecord = Schemas['ArchiveReason'];
export type AuditEventRecord = Schemas['AuditEvent'];
export type ContactRecord = Schemas['Contact'];
export type DeletedApplicationRecord = Schemas['DeletedApplication'];
export type DeletedOpportunityRecord = Schemas['DeletedOpportunity'];
export type DeletedPostingRecord = Schemas['DeletedPosting'];
export type DispositionStagesRecord = Schemas['DispositionStages'];
export type FeedbackRecord = Schemas['Feedback'];
export type FeedbackTemplateRecord = Schemas['FeedbackTemplate'];
export type FileActionRecord = Schemas['FileAction'];
export type FileRecord = Schemas['OpportunityFile'];
export type FormFieldRecord = Schemas['FormField'];
export type InterviewRecord = Schemas['Interview'];
export type NoteRecord = Schemas['Note'];
export type OfferRecord = Schemas['Offer'];
export type OpportunityRecord = Schemas['Opportunity'];
export type PanelRecord = Schemas['Panel'];
export type PostingApplyFormRecord = Schemas['PostingApplyForm'];
export type PostingRecord = Schemas['Posting'];
export type PostingUsersRecord = Schemas['PostingUsers'];
export type ProfileFormRecord = Schemas['ProfileForm'];
export type ProfileFormTemplateRecord = Schemas['FormTemplate'];
export type ReferralRecord = Schemas['Referral'];
export type RequisitionFieldRecord = Schemas['RequisitionField'];
export type RequisitionRecord = Schemas['Requisition'];
export type ResumeRecord = Schemas['Resume'];
export type SourceRecord = Schemas['Source'];
export type StageRecord = Schemas['Stage'];
export type TagRecord = Schemas['Tag'];
export type UserRecord = Schemas['User'];
export type WebhookRecord = Schemas['Webhook'];
