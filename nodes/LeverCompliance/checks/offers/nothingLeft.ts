import { sentences } from '../../phrases';
import { readsFor } from '../reads';
import type { CheckContext, Part } from '../types';

/** OFR-06 found nothing. What is not connected, or was not read, is not said to have been looked at. */
export function nothingLeft(context: CheckContext): Part {
	const lookedIn = heldAgainst(context);
	if (lookedIn.length === 0) return NOTHING_LOOKED_AT;
	const texts = Object.entries(LOOKED_IN).map(([name, { clean, untested }]) =>
		lookedIn.includes(name) ? clean : untested,
	);
	return { status: 'pass', reasonCode: 'nothing-left', message: sentences(...texts) };
}

const LOOKED_IN = {
	staffList: {
		clean: 'The Staff List does not count the person as current staff.',
		untested:
			'Whether the person is counted as staff was not tested, because no Staff List is connected.',
	},
	users: {
		clean: 'No Lever account of the person is active.',
		untested:
			"Whether a Lever account is active was not tested, because Access is not chosen in 'Checks' of the Lever node.",
	},
	screeningList: {
		clean: 'No screening runs on.',
		untested: 'Whether a screening runs on was not tested, because no Screening List is connected.',
	},
};

const NOTHING_LOOKED_AT: Part = {
	status: 'indeterminate',
	reasonCode: 'nothing-looked-at',
	message:
		'What was left behind is not known: users of Lever were not read, and no list is connected. Expected: at least one of them.',
	remediation: "Choose Access in 'Checks' of the Lever node, or connect a Staff List.",
};

/** What a pass was held against: what was not read and a list that is not connected say nothing. */
export function heldAgainst({ account, screeningList, staffList }: CheckContext): string[] {
	return [
		...(readsFor(account, 'users').length === 0 ? [] : ['users']),
		...(staffList.collectionId === null ? [] : ['staffList']),
		...(screeningList.collectionId === null ? [] : ['screeningList']),
	];
}
