import { DONE, RUNNING, STOPPED, type ScreeningProvider } from './provider';

/**
 * Certn. From its public documentation: the lifecycle of a case (centric-api-docs.certn.co), statuses of
 * orders (docs.certn.co), the scores "Complete: Clear" and "Complete: Review" (portal.certn.co
 * 27892000211475), files of the UK portal that wait for the candidate or the client (help.certn.co
 * 49755667889683). Not certain: the columns of its exports; those of its list of cases are recognised.
 */
export const CERTN: ScreeningProvider = {
	name: 'Certn',
	statuses: {
		'case ordered': RUNNING,
		'applicant invited': RUNNING,
		'applicant opened': RUNNING,
		'applicant started': RUNNING,
		'applicant submitted': RUNNING,
		'applicant action required': RUNNING,
		'client action required': RUNNING,
		'action required': RUNNING,
		'waiting on candidate': RUNNING,
		'waiting on client': RUNNING,
		'awaiting data entry': RUNNING,
		'awaiting consent': RUNNING,
		'in dispute': RUNNING,
		analyzing: RUNNING,
		'complete: clear': DONE,
		'complete: review': DONE,
		'applicant expired': STOPPED,
		unresponsive: STOPPED,
	},
	results: {
		clear: 'clear',
		cleared: 'clear',
		'complete: clear': 'clear',
		review: 'needsDecision',
		'complete: review': 'needsDecision',
	},
	adjudications: {},
	columns: {
		reference: ['caseid'],
		result: ['score', 'casescore', 'overallscore'],
		status: ['overallstatus'],
		adjudication: ['decision'],
	},
};
