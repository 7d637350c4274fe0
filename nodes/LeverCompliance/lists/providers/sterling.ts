import { RUNNING, type ScreeningProvider } from './provider';

/**
 * Sterling, which belongs to First Advantage. From public documentation of systems that show its orders:
 * statuses (help.csod.com, "View Sterling Background Check Results"), the result "Clear" or "Alert"
 * (help.jobvite.com 20394554533021), a new case is "New" (help.lever.co 20087323092893).
 * General knowledge: "Consider", "Review" and the like as results. Not certain: the columns of its exports;
 * words that are not here are for the person to map.
 */
export const STERLING: ScreeningProvider = {
	name: 'Sterling',
	statuses: { acknowledged: RUNNING, assigned: RUNNING, new: RUNNING },
	results: {
		clear: 'clear',
		alert: 'needsDecision',
		consider: 'needsDecision',
		review: 'needsDecision',
	},
	adjudications: {},
	columns: {
		reference: ['ticketid', 'screeningticketid', 'providerreferenceid'],
		orderedAt: ['assigned', 'datesubmitted'],
	},
};

/** First Advantage: the same words, as long as its own are not documented in public. */
export const FIRST_ADVANTAGE: ScreeningProvider = {
	...STERLING,
	name: 'First Advantage',
	results: { ...STERLING.results, eligible: 'clear', decisional: 'needsDecision' },
};
