import { DONE, RUNNING, STOPPED, type ScreeningProvider } from './provider';

/**
 * Statuses: docs.checkr.com/use-cases/check-status; "clear", "consider" and "review" are how Checkr's
 * dashboard shows a complete report (help.checkr.com 360025682094).
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
	results: { clear: 'clear', consider: 'needsDecision' },
	adjudications: {
		engaged: 'engaged',
		'pre adverse action': 'preAdverse',
		'post adverse action': 'postAdverse',
	},
};
