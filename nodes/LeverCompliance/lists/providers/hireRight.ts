import { RUNNING, type ScreeningProvider } from './provider';

/**
 * HireRight. From its public pages: reports without discrepancies are "clear", those that satisfy the
 * guidelines of the customer "meets company standards", all others stay "pending" until the customer has
 * looked at them (hireright.com, Adjudication).
 * General knowledge: the statuses that wait for the applicant, and "Discrepancy". Not certain: the columns
 * of its exports. "Does not meet company standards" says that somebody decided, and not what was done about
 * it, so it is in no table.
 */
export const HIRERIGHT: ScreeningProvider = {
	name: 'HireRight',
	statuses: { 'applicant pending': RUNNING, 'pending applicant': RUNNING },
	results: {
		clear: 'clear',
		'meets company standards': 'clear',
		discrepancy: 'needsDecision',
		discrepancies: 'needsDecision',
		pending: 'needsDecision',
	},
	adjudications: {
		clear: 'none',
		pending: 'none',
		'meets company standards': 'engaged',
	},
	columns: {
		reference: ['hirerightid', 'requestnumber', 'hrregid'],
		orderedAt: ['daterequested'],
	},
};
