import { DONE, DONE_IN_PART, RUNNING, STOPPED, type ScreeningProvider } from './provider';

/**
 * Words that mean the same with every provider. A status that says a check is only being drafted, or that
 * its invitation never arrived, is left out on purpose.
 */
export const GENERIC: ScreeningProvider = {
	name: 'Generic',
	statuses: {
		pending: RUNNING,
		'in progress': RUNNING,
		inprogress: RUNNING,
		processing: RUNNING,
		running: RUNNING,
		started: RUNNING,
		ordered: RUNNING,
		requested: RUNNING,
		submitted: RUNNING,
		invited: RUNNING,
		'in review': RUNNING,
		suspended: RUNNING,
		paused: RUNNING,
		'on hold': RUNNING,
		waiting: RUNNING,
		dispute: RUNNING,
		disputed: RUNNING,
		complete: DONE,
		completed: DONE,
		done: DONE,
		finished: DONE,
		'completed with flags': DONE,
		'complete with canceled': DONE_IN_PART,
		'complete with cancelled': DONE_IN_PART,
		'completed with canceled': DONE_IN_PART,
		'completed with cancelled': DONE_IN_PART,
		canceled: STOPPED,
		cancelled: STOPPED,
		withdrawn: STOPPED,
		expired: STOPPED,
		aborted: STOPPED,
		voided: STOPPED,
		deleted: STOPPED,
	},
	results: {
		clear: 'clear',
		cleared: 'clear',
		consider: 'needsDecision',
		'needs review': 'needsDecision',
		'review required': 'needsDecision',
		'needs decision': 'needsDecision',
	},
	adjudications: {
		engaged: 'engaged',
		'pre adverse': 'preAdverse',
		'pre adverse action': 'preAdverse',
		'post adverse': 'postAdverse',
		'post adverse action': 'postAdverse',
	},
};
