/**
 * How the facts of findings are called on the page. A fact that is not named here is shown by its key,
 * taken apart into words.
 */
const FACT_WORDS: Record<string, string> = {
	acceptanceSource: 'acceptance known from',
	acceptedOn: 'accepted on',
	ageDays: 'age of the list in days',
	approvedOn: 'approved on',
	businessDaysAfterLastDay: 'business days allowed after the last day',
	businessDaysUsed: 'business days since the last day',
	compensatingControl: 'compensating control',
	complete: 'read to the end',
	completedOn: 'screening completed on',
	completedOnInUtc: 'the same in UTC',
	completedOnOrAfter: 'screening completed no earlier than',
	completedOnOrBefore: 'screening completed no later than',
	daysAfterAcceptanceFrom: 'days from acceptance to start, at least',
	daysAfterAcceptanceTo: 'days from acceptance to start, at most',
	daysFromStaffList: 'days between offer and staff list',
	daysLate: 'days late',
	deactivatedOn: 'account deactivated on',
	deactivatedOnOrBefore: 'account deactivated no later than',
	duplicates: 'records that came twice',
	earlierSignedStart: 'start in an earlier signed offer',
	employment: 'employment on the staff list',
	employmentTypeSource: 'employment type known from',
	failureReason: 'why the read failed',
	hasCancelledSearches: 'part of the screening was cancelled',
	incompleteRead: 'read that is not complete',
	lastDay: 'last day of employment',
	namesAgree: 'names share a word',
	offers: 'offers',
	offersRead: 'offers could be read',
	offerStartDate: 'start in the offer',
	offerStatuses: 'status of the offers',
	onStaffList: 'on the staff list',
	rereadAdded: 'new in the second read',
	rereadChanged: 'changed in the second read',
	restartedCursors: 'lists started again',
	retroactiveApproval: 'approved only afterwards',
	rung: 'linked on rung',
	screeningRecords: 'linked screening records',
	screeningState: 'state of the screening',
	screeningStates: 'states of the screening',
	screeningTags: 'screening tags in Lever',
	signedBy: 'signed by',
	signedOn: 'signed on',
	signedOnOrBefore: 'signed no later than',
	staffStartDate: 'start on the staff list',
	startDate: 'first day',
	startDateSource: 'first day known from',
	timeZone: 'time zone',
	timeZoneChosenBy: 'time zone chosen by',
	uniqueIds: 'different records',
	withoutIt: 'result without that',
};

/** Facts whose values are words of this package, written in one. */
const VALUES_ARE_WORDS: ReadonlySet<string> = new Set([
	'acceptanceSource',
	'employmentTypeSource',
	'resource',
	'screeningTags',
	'startDateSource',
	'timeZoneChosenBy',
]);

export function factName(key: string): string {
	return Object.hasOwn(FACT_WORDS, key) ? (FACT_WORDS[key] ?? key) : inWords(key);
}

export function factValue(key: string, text: string): string {
	return VALUES_ARE_WORDS.has(key) ? inWords(text) : text;
}

/** `completedAt` → "completed at" */
function inWords(key: string): string {
	return key
		.replace(/[_-]+/g, ' ')
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase();
}
