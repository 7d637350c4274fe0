import { DONE, RUNNING, type ScreeningProvider } from './provider';

/**
 * Lever itself, as a weak source: the tags that its Checkr integration sets (help.lever.co 360000127126),
 * and profile forms that a person fills in (leverForms.ts). What a tag says of a result is left out on
 * purpose: a person can set it by hand.
 */
export const LEVER: ScreeningProvider = {
	name: 'Lever',
	statuses: {
		'invitation pending': RUNNING,
		'invitation completed': RUNNING,
		'report clear': DONE,
		'report consider': DONE,
	},
	results: {},
	adjudications: {},
	weakSource: true,
};
