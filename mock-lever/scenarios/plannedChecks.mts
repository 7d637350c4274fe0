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
export const PLANNED_CHECKS: Readonly<Record<string, PlannedCheck>> = {
	'SCR-03': {
		title: 'Adverse result decided before the start',
		subject: 'hire',
		setUp: 'the policy states a lawful basis for using results',
	},
	'SCR-04': { title: 'No cancelled or missing searches', subject: 'hire' },
	'SCR-05': {
		title: 'Scope meets the role tier',
		subject: 'hire',
		setUp:
			'the policy needs the package "enhanced" for Security Engineers, "standard" for the others',
	},
	'SCR-06': { title: 'Complete population of screenings', subject: 'run' },
	'SCR-08': { title: 'Screening still valid at the start', subject: 'hire' },
	'SCR-10': { title: 'Conditional start closed in time', subject: 'hire' },
	'SCR-11': { title: 'Adverse action procedure', subject: 'hire' },
	'SCR-12': { title: 'Order of offer and check', subject: 'hire' },
	'SCR-13': { title: 'Lever tag and provider agree', subject: 'hire' },
	'SCR-14': { title: 'Screening again when due', subject: 'run' },
	'OFR-02': { title: 'Offer approved before sent', subject: 'hire' },
	'OFR-05': { title: 'One live offer per hire', subject: 'hire' },
	'OFR-06': { title: 'Rescinded, declined, not shown up', subject: 'hire' },
	'OFR-07': {
		title: 'Start date moved',
		subject: 'hire',
		setUp: 'an earlier run saw the first day that the situation tells of',
	},
	'OFR-08': { title: 'The signer is the candidate', subject: 'hire' },
	'OFR-09': { title: 'Requisition control', subject: 'hire' },
	'UAR-03': { title: 'Role fits function', subject: 'user' },
	'UAR-04': { title: 'Orphaned, external and shared accounts', subject: 'user' },
	'UAR-05': { title: 'Dormant accounts', subject: 'user' },
	'UAR-06': { title: 'Access review done', subject: 'run' },
	'UAR-07': { title: 'Role raised without approval', subject: 'user' },
	'UAR-08': { title: 'Access before clearance', subject: 'hire' },
	'PRV-01': { title: 'Screening material inside Lever', subject: 'run' },
	'PRV-02': { title: 'Retention and anonymisation overdue', subject: 'run' },
	'PIP-01': { title: 'Required stages not skipped', subject: 'hire' },
	'PIP-02': { title: 'Evidence of competence', subject: 'hire' },
	'PIP-03': { title: 'Archive hygiene', subject: 'hire' },
	'IPE-02': { title: 'Visibility', subject: 'run' },
	'IPE-03': { title: 'Period and phase', subject: 'run' },
	'IPE-04': { title: 'Freshness and chain', subject: 'run' },
	'IPE-05': { title: 'Policy unchanged', subject: 'run' },
};

/** Ids of planned checks that may have a cell about such a subject. */
export function plannedFor(subject: PlannedCheck['subject']): string[] {
	return Object.entries(PLANNED_CHECKS)
		.filter(([, planned]) => planned.subject === subject)
		.map(([id]) => id);
}
