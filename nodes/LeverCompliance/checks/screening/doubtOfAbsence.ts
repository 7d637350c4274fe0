import type { CheckContext, HireSubject } from '../types';

export interface DoubtOfAbsence {
	reason: 'list-empty' | 'list-failed' | 'list-too-old' | 'offers-unread';
	/** Continues "No screening record is linked, but …"; without full stop */
	text: string;
}

/**
 * Why nothing linked does not show that there is nothing: the list is empty, failed or old, or the offers,
 * whose signatures hold further e-mail addresses of the hire, were not read (rules.md §1, §4, §5 SCR-01).
 */
export function doubtOfAbsence(
	{ hire }: HireSubject,
	{ screeningList }: CheckContext,
): DoubtOfAbsence | null {
	if (screeningList.doubt) return screeningList.doubt;
	if (hire.offersRead === true) return null;
	return {
		reason: 'offers-unread',
		text: `the offers, which name further e-mail addresses of this hire, could not be read. ${hire.offersRead.message.replace(/\.$/, '')}`,
	};
}
