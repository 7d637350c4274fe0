import type { CivilDate, EpochMilliseconds, User } from '../../../shared/contracts';
import { addDays, dateFieldOfListed, listedDay } from '../../../shared/dates';
import { sentences } from '../../phrases';
import { withdrawableOpportunities } from '../../population';
import { accountsOfHire } from '../access/accountsOfHire';
import { INFORMATION_CONTROLS } from '../controls';
import { screeningReferences, startEvidence, userReference } from '../evidence';
import { recordFacts, recordsOf } from '../screening/records';
import type { Check, CheckContext, CheckResult, HireSubject, LeftOut } from '../types';
import { worstOf } from '../worst';
import { heldAgainst, nothingLeft } from './nothingLeft';

/** Days after the archiving by which a running screening should be cancelled (compliance reference B.2). */
const DAYS_TO_CANCEL = 5;

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> &
	Partial<Pick<CheckResult, 'remediation'>>;

/** Compliance reference B.2 OFR-06, B.3 #16; its subjects are those of rules.md §3 who are no hires. */
export const withdrawn: Check = {
	id: 'OFR-06',
	version: 1,
	title: 'Withdrawn hires leave nothing behind',
	tests:
		'Who accepted an offer and was archived on or before the first day is not counted as staff, has no Lever account from it, and no screening runs on.',
	family: 'offers',
	needs: { lists: [], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'users', 'screeningList', 'staffList'],
	policyFields: ['organisationZone', 'workZones'],
	severity: 'medium',
	controls: INFORMATION_CONTROLS,
	remediation:
		'Take the person off the staff list and deactivate the account, or, if the person did start, archive the opportunity in Lever as hired.',
	evaluate: {
		withdrawnHire(subject, context) {
			const archivedAt = archivedOf(subject);
			const archivedOn = subject.zone.zone.civilDate(archivedAt);
			const leftOut = beforePeriod(subject, archivedOn, context);
			if (leftOut) return leftOut;
			const accounts = accountsOfHire(subject, context.account).filter(
				({ deactivatedAt }) => deactivatedAt === null,
			);
			const parts = [
				onStaffList(subject, accounts, context),
				...accounts.map((user) => withAccount(user, subject)),
				doubted(context),
				...screenings(subject, archivedOn),
			];
			const worst = worstOf(parts.filter((part) => part !== null)) ?? nothingLeft(context);
			const records = recordsOf(subject.screening.linked);
			return {
				...worst,
				message: sentences(
					`Archived on ${archivedOn}, ${archivedOn === subject.start.date ? 'on' : 'before'} the first day.`,
					worst.message,
				),
				basis: worst.status === 'pass' ? 'absence' : 'presence',
				deviationDay: archivedOn,
				observed: {
					archivedOn,
					startDate: subject.start.date,
					employment: subject.staff.row?.record.employment ?? null,
					activeAccounts: accounts.map(({ userId }) => userId),
					...recordFacts(records),
					heldAgainst: heldAgainst(context),
				},
				expected: {
					onStaff: false,
					activeAccounts: 0,
					screeningCancelledWithinDays: DAYS_TO_CANCEL,
				},
				evidence: [
					...startEvidence(subject, context),
					...accounts.map(userReference),
					...screeningReferences(context.screeningList, records),
				],
			};
		},
	},
};

/** When the opportunity that decides was archived with a non-hired reason: else nobody is withdrawn. */
function archivedOf({ hire }: HireSubject): EpochMilliseconds {
	const deciding = withdrawableOpportunities(hire);
	return Math.max(
		...hire.archives
			.filter(
				({ reasonType, opportunityId }) =>
					reasonType === 'non-hired' && deciding.includes(opportunityId),
			)
			.map(({ archivedAt }) => archivedAt),
	);
}

/** Reads of hires reach back a year further than the period. */
function beforePeriod(
	{ start }: HireSubject,
	archivedOn: CivilDate,
	{ account: { period } }: CheckContext,
): LeftOut | null {
	const within = archivedOn >= period.from || (start.date ?? archivedOn) >= period.from;
	return within ? null : { notInPopulation: 'Archived and due to start before the period' };
}

/** The staff list decides first: it says whom the organisation pays. */
function onStaffList(
	subject: HireSubject,
	accounts: readonly User[],
	{ staffList, organisationZone }: CheckContext,
): Part | null {
	const { staff, zone, today } = subject;
	if (staffList.collectionId === null) return null;
	if (staff.row === null) {
		return staff.ambiguous.some(({ record }) => record.employment === 'current')
			? AMBIGUOUS_ROWS
			: null;
	}
	const { employment, endDate } = staff.row.record;
	const end = dateFieldOfListed(endDate, [zone.zone, organisationZone]);
	const ended = end.kind === 'date' && end.date < today;
	if (employment === 'unknown') return ended ? null : UNKNOWN_EMPLOYMENT;
	if (employment === 'left') return null;
	if (accounts.some((user) => isOlder(user, subject))) return OLDER_ON_STAFF_LIST;
	return {
		status: 'fail',
		reasonCode: 'still-on-staff-list',
		message:
			'The staff list still counts the person as current staff. Expected: no row, or a row that says left.',
	};
}

const OLDER_ON_STAFF_LIST: Part = {
	status: 'warn',
	reasonCode: 'older-account-on-staff-list',
	message:
		'The staff list counts the person as current staff, and the person has an active Lever account that is older than the acceptance. Expected: neither, unless the person works here in another job.',
	remediation:
		'Find out whether the person works here in another job; if not, take the person off the staff list and deactivate the account.',
};

const AMBIGUOUS_ROWS: Part = {
	status: 'indeterminate',
	reasonCode: 'staff-row-ambiguous',
	message:
		'A row of current staff may belong to this person or to somebody else. Expected: no current row.',
	remediation:
		"Find out whose row it is and confirm it on the Approvals list with type 'confirmed_match'.",
};

const UNKNOWN_EMPLOYMENT: Part = {
	status: 'indeterminate',
	reasonCode: 'unknown-status',
	message:
		"The status on the staff list is not known. Expected: a status that says left; add it to 'Status Mappings'.",
};

/** People who work here already keep their account and row when they turn an offer for another job down. */
function isOlder({ createdAt }: User, { acceptance }: HireSubject): boolean {
	return createdAt !== null && acceptance.at !== null && createdAt < acceptance.at;
}

function withAccount(user: User, subject: HireSubject): Part {
	return isOlder(user, subject)
		? {
				status: 'warn',
				reasonCode: 'older-account-active',
				message:
					'The person has an active Lever account that is older than the acceptance. Expected: no account, unless the person works here in another job.',
				remediation:
					'Find out whether the person works here in another job; if not, deactivate it.',
			}
		: {
				status: 'fail',
				reasonCode: 'account-active',
				message:
					'The person has an active Lever account. Expected: no account, or a deactivated one.',
			};
}

/** A list that proves no absence lets nobody pass. */
function doubted({ screeningList, staffList }: CheckContext): Part | null {
	const doubt = staffList.doubt ?? (staffList.leaversOnly ? LEAVERS_ONLY : screeningList.doubt);
	if (!doubt) return null;
	return {
		status: 'indeterminate',
		reasonCode: doubt.reason,
		message: `It cannot be told what was left behind, because ${doubt.text}. Expected: recent and complete lists.`,
		remediation: 'Connect recent and complete lists, and check again.',
	};
}

const LEAVERS_ONLY = { reason: 'list-leavers-only', text: 'the Staff List names leavers only' };

function screenings({ screening, zone }: HireSubject, archivedOn: CivilDate): Part[] {
	const latest = addDays(archivedOn, DAYS_TO_CANCEL);
	return screening.linked.flatMap(({ record: { state, completedAt } }): Part[] => {
		if (state === 'running') return [{ ...RUNS_ON, message: runsOn(latest) }];
		if (state === 'unknown') return [UNKNOWN_SCREENING];
		const completedOn = listedDay(completedAt, zone.zone);
		return state === 'done' && completedOn !== null && completedOn > latest
			? [{ ...RAN_ON, message: ranOn(completedOn, latest) }]
			: [];
	});
}

const CANCEL = 'Cancel the screening with its provider: there is no purpose for it any more.';

const RUNS_ON = { status: 'warn', reasonCode: 'screening-running', remediation: CANCEL } as const;

const runsOn = (latest: CivilDate) =>
	`A screening is still running. Expected: cancelled by ${latest}.`;

const RAN_ON = {
	status: 'warn',
	reasonCode: 'screening-not-cancelled',
	remediation: 'Find out why the screening was not cancelled, and whether its report may be kept.',
} as const;

const ranOn = (completedOn: CivilDate, latest: CivilDate) =>
	`A screening went on and was completed on ${completedOn}. Expected: cancelled by ${latest}.`;

const UNKNOWN_SCREENING: Part = {
	status: 'indeterminate',
	reasonCode: 'unknown-screening-status',
	message:
		"The status of a screening is not known. Expected: cancelled, or a status that says so; add it to 'Status Mappings'.",
};
