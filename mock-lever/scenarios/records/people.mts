import type {
	Confidentiality,
	Milliseconds,
	OfOpportunity,
	StoredArchive,
	StoredPhone,
} from './common.mts';
import type { StoredFormField } from './forms.mts';

/** lever-api.md §5.3 */
export interface StoredContact {
	id: string;
	name: string;
	headline: string;
	isAnonymized: boolean;
	location: { name: string };
	emails: string[];
	phones: StoredPhone[];
	dataProtection: { interviewIntelligence: { allowed: boolean; expiresAt: Milliseconds | null } };
}

/** lever-api.md §5.1 */
export interface StoredOpportunity {
	id: string;
	name: string;
	contact: string;
	headline: string;
	stage: string;
	confidentiality: Confidentiality;
	location: string;
	phones: StoredPhone[];
	emails: string[];
	links: string[];
	archived: StoredArchive | null;
	tags: string[];
	sources: string[];
	stageChanges: Array<{
		toStageId: string;
		toStageIndex: number;
		updatedAt: Milliseconds;
		userId?: string;
	}>;
	origin: string;
	sourcedBy: string | null;
	owner: string | null;
	followers: string[];
	applications: string[];
	createdAt: Milliseconds;
	updatedAt: Milliseconds | null;
	lastInteractionAt: Milliseconds;
	lastAdvancedAt: Milliseconds;
	snoozedUntil: Milliseconds | null;
	urls: { list: string; show: string };
	isAnonymized: boolean;
	dataProtection: {
		store: { allowed: boolean; expiresAt: Milliseconds | null };
		contact: { allowed: boolean; expiresAt: Milliseconds | null };
	} | null;
	opportunityLocation?: string;
}

/** Only `/opportunities/deleted` shows these */
export interface StoredDeletedOpportunity extends StoredOpportunity {
	deletedBy: string;
	deletedAt: Milliseconds;
}

/** lever-api.md §5.8 */
export interface StoredApplication extends OfOpportunity {
	id: string;
	type: 'posting' | 'referral' | 'user';
	/** Deprecated, equal to `opportunityId` */
	candidateId: string;
	posting: string;
	postingHiringManager: string | null;
	postingOwner: string | null;
	name: string | null;
	company: string | null;
	phone: StoredPhone | null;
	email: string | null;
	links: string[];
	comments: string | null;
	user: string | null;
	customQuestions: Array<{ id: string; text: string; fields: StoredFormField[] }>;
	createdAt: Milliseconds;
	archived: StoredArchive | null;
	requisitionForHire: {
		id: string;
		requisitionCode: string;
		hiringManagerOnHire: string | null;
	} | null;
}

/** `/applications/deleted` (lever-api.md §5.14) */
export interface StoredDeletedApplication {
	id: string;
	deletedAt: Milliseconds;
	opportunityId: string;
	postingId: string;
}

/** lever-api.md §5.4 */
export interface StoredUser {
	id: string;
	name: string;
	username: string | null;
	email: string;
	accessRole: string | null;
	photo: string | null;
	createdAt: Milliseconds;
	deactivatedAt: Milliseconds | null;
	externalDirectoryId: string | null;
	linkedContactIds: string[] | null;
	jobTitle: string | null;
	managerId: string | null;
}
