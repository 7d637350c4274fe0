import { DONE, RUNNING, STOPPED, type ScreeningProvider } from './provider';

/**
 * Checkr. From its public documentation: statuses of reports (docs.checkr.com/use-cases/check-status);
 * "clear", "consider" and "review" as its dashboard shows a complete report (help.checkr.com
 * 360025682094); results `clear` and `consider`, adjudications `engaged`, `pre_adverse_action` and
 * `post_adverse_action` (docs.checkr.com/apis/openapi, Report and Candidate); searches have the statuses of
 * reports.
 * General knowledge: the assessments `eligible`, `review` and `escalated`. Not certain: the columns of the
 * file that "Download CSV" gives; names of the fields of the API are recognised in it.
 */
export const CHECKR: ScreeningProvider = {
	name: 'Checkr',
	statuses: {
		pending: RUNNING,
		suspended: RUNNING,
		paused: RUNNING,
		dispute: RUNNING,
		complete: DONE,
		clear: DONE,
		consider: DONE,
		review: DONE,
		canceled: STOPPED,
	},
	results: {
		clear: 'clear',
		eligible: 'clear',
		consider: 'needsDecision',
		review: 'needsDecision',
		escalated: 'needsDecision',
	},
	adjudications: {
		engaged: 'engaged',
		'pre adverse action': 'preAdverse',
		'post adverse action': 'postAdverse',
	},
	columns: {
		externalId: ['candidatecustomid', 'customid'],
		package: ['packageslug', 'reportpackage'],
		completedAt: ['reportcompletedat'],
		orderedAt: ['reportcreatedat'],
	},
};
