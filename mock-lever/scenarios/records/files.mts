import type { Milliseconds, OfOpportunity } from './common.mts';

export type FileStatus = 'processing' | 'processed' | 'unsupported' | 'error' | null;

/** What a file is called and how it can be had (lever-api.md §5.11) */
export interface StoredFileFacts {
	name: string;
	/** Of a resume `pdf`, of a file `.pdf`, as recorded */
	ext: string;
	downloadUrl: string;
	uploadedAt: Milliseconds;
	status: FileStatus;
	/** Bytes */
	size: number;
}

/** What the store adds: how a download is answered */
export interface StoredDelivery {
	/** True: by a redirect to a storage address that is signed and needs no credentials. Left out: with the bytes */
	redirected?: true;
}

interface YearMonth {
	year: number | null;
	month: number | null;
}

export interface StoredParsedData {
	positions: Array<{
		org: string | null;
		title: string | null;
		summary: string | null;
		location: string | null;
		start: YearMonth | null;
		end: YearMonth | null;
	}>;
	schools: Array<{
		org: string | null;
		degree: string | null;
		field: string | null;
		summary: string | null;
		start: YearMonth | null;
		end: YearMonth | null;
	}>;
}

/** lever-api.md §5.11. Without a file when it came from an online profile */
export interface StoredResume extends OfOpportunity, StoredDelivery {
	id: string;
	createdAt: Milliseconds;
	file: StoredFileFacts | null;
	parsedData?: StoredParsedData | null;
}

/** lever-api.md §5.11 */
export interface StoredFile extends OfOpportunity, StoredDelivery, StoredFileFacts {
	id: string;
}

/** `/opportunities/{opportunity}/file_actions` (lever-api.md §5.14; its shape is a guess) */
export interface StoredFileAction extends OfOpportunity {
	id: string;
	type: 'uploaded' | 'downloaded' | 'deleted';
	fileId: string;
	fileName: string;
	userId: string | null;
	createdAt: Milliseconds;
}
