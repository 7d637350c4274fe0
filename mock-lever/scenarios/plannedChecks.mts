/** A check of the catalogue (compliance reference B.2) that Lever Compliance does not make yet. */
export interface PlannedCheck {
	title: string;
	/** What it gives one finding about; only cells of hires and users are written beside them */
	subject: 'hire' | 'user' | 'run';
	/** What must be set up for its cells to hold; left out: nothing */
	setUp?: string;
}

/**
 * Checks that situations may have expected cells of before they are built. Such cells wait: a test
 * compares them as soon as the check exists. Then its id moves to the lists in `expected.mts`, so that
 * every situation must have a cell of it.
 */
export const PLANNED_CHECKS: Readonly<Record<string, PlannedCheck>> = {};

/** Ids of planned checks that may have a cell about such a subject. */
export function plannedFor(subject: PlannedCheck['subject']): string[] {
	return Object.entries(PLANNED_CHECKS)
		.filter(([, planned]) => planned.subject === subject)
		.map(([id]) => id);
}
