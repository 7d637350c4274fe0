import type { Milliseconds, OfOpportunity } from './common.mts';

/** lever-api.md §5.2 */
export interface StoredSignature {
	role: string;
	name: string | null;
	email: string | null;
	firstOpenedAt?: Milliseconds | null;
	lastOpenedAt?: Milliseconds | null;
	signedAt?: Milliseconds | null;
	signed?: boolean;
}

export interface StoredDocument {
	fileName: string;
	uploadedAt: Milliseconds;
	downloadUrl: string;
}

/** lever-api.md §5.2 */
export interface StoredOffer extends OfOpportunity {
	id: string;
	posting: string | null;
	createdAt: Milliseconds;
	status: string;
	creator: string;
	fields: Array<{ text: string; identifier: string; value: string | number | null }>;
	signatures: Record<string, StoredSignature> | null;
	approved: boolean | null;
	approvedAt: Milliseconds | null;
	sentAt: Milliseconds | null;
	sentDocument: StoredDocument | null;
	signedDocument: StoredDocument | null;
}
