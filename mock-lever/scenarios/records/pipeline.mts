/** lever-api.md §5.5 */
export interface StoredStage {
	id: string;
	text: string;
	/** Lever's internal order; only `/disposition_stages` and cursors show it (lever-api.md §3.1, §5.14) */
	rank: number;
	/** Part of the pipeline; only `/disposition_stages` shows it */
	pipeline: 'lead' | 'applicant' | 'screen' | 'onsite' | 'offer';
	/** Only `/disposition_stages` shows it */
	hasInterview: boolean;
}

export interface StoredArchiveReason {
	id: string;
	text: string;
	status: 'active' | 'inactive';
	type: 'hired' | 'non-hired';
}

/** `count`: opportunities that carry it */
export interface StoredTag {
	count: number;
	text: string;
}

export type StoredSource = StoredTag;
