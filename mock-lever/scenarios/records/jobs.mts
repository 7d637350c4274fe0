import type { Confidentiality, Milliseconds } from './common.mts';

export type PostingState = 'published' | 'internal' | 'closed' | 'draft' | 'pending' | 'rejected';

/** lever-api.md §5.6 */
export interface StoredPosting {
	id: string;
	text: string;
	state: PostingState;
	distributionChannels: Array<'internal' | 'public'> | null;
	user: string | null;
	owner: string | null;
	hiringManager: string | null;
	categories: {
		commitment: string | null;
		department: string | null;
		level: string | null;
		location: string | null;
		team: string | null;
		allLocations: string[];
	};
	tags: string[];
	content: {
		description: string;
		descriptionHtml: string;
		lists: Array<{ text: string; content: string }>;
		closing: string;
		closingHtml: string;
	};
	/** ISO alpha-2 */
	country: string | null;
	followers: string[];
	/** Deprecated */
	reqCode: string | null;
	requisitionCodes: string[];
	urls: { list: string; show: string; apply: string } | null;
	confidentiality: Confidentiality;
	createdAt: Milliseconds;
	updatedAt: Milliseconds;
	workplaceType: 'unspecified' | 'onsite' | 'remote' | 'hybrid';
	salaryRange?: { min: number; max: number; currency: string; interval: string };
	salaryDescription?: string;
	salaryDescriptionHtml?: string;
}

/** `/postings/deleted` (lever-api.md §5.14) */
export interface StoredDeletedPosting {
	id: string;
	deletedAt: Milliseconds;
}

export interface StoredApprover {
	id: string;
	/** The words of a dynamic approver, or the person */
	user: string | { userId: string; email: string };
	isDynamic: boolean;
	approved: boolean;
	approvedAt: Milliseconds | null;
	type: 'static' | 'dynamic' | 'custom';
	overridingUserId?: string;
}

export interface StoredApprovalStep {
	id: string;
	completed: boolean;
	status?: string;
	outOfBandOnly: boolean;
	approvalsRequired: number;
	approvers: StoredApprover[];
}

/** Without an approval there are only empty `steps` */
export interface StoredApproval {
	id?: string;
	status?: string;
	startedAt?: Milliseconds;
	approvedAt?: Milliseconds;
	accountId?: string;
	createdBy?: string;
	steps: StoredApprovalStep[];
}

/** Text, number, milliseconds, or one level of them */
export type CustomFieldValue = string | number | Record<string, string | number>;

/** lever-api.md §5.7 */
export interface StoredRequisition {
	id: string;
	createdAt: Milliseconds;
	confidentiality: Confidentiality;
	status: 'open' | 'onHold' | 'closed' | 'draft' | 'pending' | 'rejected';
	name: string;
	requisitionCode: string;
	headcountTotal: number | 'unlimited';
	headcountHired: number;
	headcountInfinite: boolean;
	backfill: boolean;
	creator: string | null;
	owner: string | null;
	hiringManager: string | null;
	internalNotes: string;
	compensationBand: { min: number; max: number; currency: string; interval: string } | null;
	approval: StoredApproval;
	employmentStatus: string | null;
	location: string | null;
	team: string | null;
	department: string | null;
	postings: string[];
	/** The only offer ids that Lever shows outside an opportunity's offers */
	offerIds: string[];
	timeToFillStartAt: Milliseconds | null;
	timeToFillEndAt: Milliseconds | null;
	updatedAt: Milliseconds;
	customFields: Record<string, CustomFieldValue>;
	closedAt: Milliseconds | null;
}

export interface StoredRequisitionField {
	/** In snake_case, 50 characters at most */
	id: string;
	text: string;
	type: 'number' | 'text' | 'date' | 'object' | 'dropdown';
	isRequired: boolean;
	subfields?: Array<{ id: string; text: string; type: string }>;
	options?: string[];
}
