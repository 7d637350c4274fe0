import type { Milliseconds, OfOpportunity } from './common.mts';

/** A question and its answer; more keys by `type` (lever-api.md §5.10) */
export interface StoredFormField {
	id: string;
	type: string;
	text: string;
	description: string;
	required: boolean;
	value?: unknown;
	prompt?: string;
	language?: string;
	currency?: string;
	options?: Array<{ text: string; optionId?: string }>;
	scores?: Array<{ text: string; description: string }>;
}

interface StoredForm extends OfOpportunity {
	id: string;
	text: string;
	user: string;
	createdAt: Milliseconds;
	completedAt: Milliseconds | null;
}

/** lever-api.md §5.10. A deleted one still answers a single read, with `deletedAt` set */
export interface StoredFeedback extends StoredForm {
	type: 'interview' | 'assignment' | 'share';
	instructions: string;
	fields: StoredFormField[];
	baseTemplateId: string | null;
	interview: string | null;
	panel: string | null;
	updatedAt: Milliseconds | null;
	deletedAt: Milliseconds | null;
}

/** A profile form (lever-api.md §5.10) */
export interface StoredProfileForm extends StoredForm {
	type: 'form';
	instructions: string;
	fields: StoredFormField[];
	baseTemplateId: string | null;
	stage: string;
	deletedAt: Milliseconds | null;
}

/** One comment of a note's thread */
export interface StoredComment {
	createdAt: Milliseconds;
	score: number | null;
	stage: string;
	text: 'Comment';
	type: 'note';
	user: string;
	value: string;
}

/** lever-api.md §5.10 */
export interface StoredNote extends StoredForm {
	fields: StoredComment[];
	secret: boolean;
	deletedAt: Milliseconds | null;
}

/** lever-api.md §5.10 */
export interface StoredReferral extends StoredForm {
	type: 'referral';
	instructions: string;
	fields: StoredFormField[];
	baseTemplateId: string | null;
	referrer: string | null;
	stage: string;
}

interface StoredTemplate {
	id: string;
	text: string;
	group: { id: string; name: string } | null;
	instructions: string;
	fields: StoredFormField[];
	stage: string | null;
	createdAt: Milliseconds;
	updatedAt: Milliseconds;
}

export type StoredFeedbackTemplate = StoredTemplate;

export interface StoredFormTemplate extends StoredTemplate {
	secretByDefault: boolean;
}
