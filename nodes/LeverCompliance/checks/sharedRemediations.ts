const MAP_STATUS =
	"Add the status to 'Status Mappings' of the node Lever Compliance, then run the checks again.";

const SHOW_ACCEPTANCE = 'Have the offer signed in Lever, or record when and how it was accepted.';

const CORRECT_COMPLETION =
	'Have the date of completion corrected in the list, then run the checks again.';

const NAME_SEARCHES =
	'Have the list name the searches of each screening, or whether one was cancelled, then run the checks again.';

const CONNECT_LIST = 'Connect a recent and complete list, then run the checks again.';

/** For an account that is deactivated, but was so too late. */
export const LATE_DEACTIVATION =
	'A late deactivation cannot be cured: record why it was late and who accepted it, and have the next ones done in time.';

/** Whose record it is decides a person, and the list of approvals keeps it (rules.md §4). */
export const CONFIRM_RECORD =
	"Find out whose record it is and confirm it on the Approvals list with type 'confirmed_match'.";

/**
 * Reason code → what to do about a warning, or about what could not be decided, for a reason that many checks
 * share: what a check says of its deviations would send people to mend what may be in order.
 */
export const SHARED_REMEDIATIONS: Readonly<Record<string, string>> = {
	'acceptance-unknown': SHOW_ACCEPTANCE,
	'ambiguous-candidates': CONFIRM_RECORD,
	'cancelled-search-not-named': NAME_SEARCHES,
	'completion-ahead': CORRECT_COMPLETION,
	'completion-unreadable': CORRECT_COMPLETION,
	'earlier-start-would-fail':
		'Find out whether work began on the earlier day. If it did, record why this was late and who accepted it.',
	'employment-type-unknown':
		"Choose Jobs in 'Checks' of the Lever node, or add the employment type to the staff list, then run the checks again.",
	'end-missing': 'Enter the last day of work on the staff list, then run the checks again.',
	'end-unreadable':
		'Have the last day of work corrected on the staff list, then run the checks again.',
	'list-empty': CONNECT_LIST,
	'list-failed': CONNECT_LIST,
	'list-leavers-only':
		"Connect the whole staff, current people included, as 'Staff List', then run the checks again.",
	'list-too-old': CONNECT_LIST,
	'no-candidate-signature': SHOW_ACCEPTANCE,
	'offers-unread': 'Let the credential read offers in Lever, then collect and check again.',
	'only-lever-tag':
		"Connect the provider's record of the screening, then run the checks again; if there is none, order the screening.",
	'read-incomplete': 'Mend what kept everything from being read, then collect and check again.',
	'search-state-unknown': MAP_STATUS,
	'searches-not-stated': NAME_SEARCHES,
	'sentinel-missing':
		'See IPE-02: give the credential the access that it lacks, then collect and check again.',
	'start-missing':
		'Enter the first day on the offer in Lever, or on the staff list, then run the checks again.',
	'start-unreadable':
		'Correct the first day on the offer in Lever, or on the staff list, then run the checks again.',
	'tier-unknown':
		"Enter on the offer in Lever, or on the staff list, what the tiers of the policy ask for, or choose Jobs in 'Checks' of the Lever node.",
	'time-zone-sensitive':
		'Find out which of the two days holds where this hire works. If that is too late, record why and who accepted it.',
	'unknown-screening-status': MAP_STATUS,
	'unknown-status': MAP_STATUS,
	'valid-until-unreadable':
		'Have the day until which the screening is valid corrected in the list, then run the checks again.',
};
