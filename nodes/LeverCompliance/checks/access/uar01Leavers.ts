import type { CivilDate } from '../../../shared/contracts';
import {
	addBusinessDays,
	addDays,
	businessDaysAfter,
	dateFieldOfListed,
} from '../../../shared/dates';
import type { StaffRow } from '../../lists/types';
import { LEAVER_CONTROLS } from '../controls';
import { staffReferences, userReference } from '../evidence';
import { counted } from '../../phrases';
import { LATE_DEACTIVATION } from '../sharedRemediations';
import { UNREADABLE_TEXT } from '../start';
import type { Check, CheckContext, Part, UserSubject } from '../types';

/** rules.md §7 UAR-01. */
export const leavers: Check = {
	id: 'UAR-01',
	version: 1,
	title: 'Leavers have no access to Lever',
	tests:
		'The Lever account of everybody who left was deactivated within the business days that the policy allows.',
	family: 'access',
	needs: { lists: ['staffList'], collections: ['users'] },
	restsOn: ['users', 'staffList'],
	policyFields: ['organisationZone', 'access.staffListMaxAgeDays', 'access.leaverBusinessDays'],
	severity: 'critical',
	controls: LEAVER_CONTROLS,
	remediation:
		"Deactivate the account in Lever, or correct the staff list. Connect the whole staff, current people included, as 'Staff List'.",
	evaluate: {
		user(subject, context) {
			const { user, staff } = subject;
			const part = decide(subject, context);
			const { organisationZone, policy } = context;
			return {
				basis: 'presence',
				...part,
				observed: {
					deactivatedOn:
						user.deactivatedAt === null ? null : organisationZone.civilDate(user.deactivatedAt),
					onStaffList: staff.rows.length > 0,
					employment: staff.row?.record.employment ?? null,
					timeZone: organisationZone.name,
					...part.observed,
				},
				expected: { businessDaysAfterLastDay: policy.access.leaverBusinessDays, ...part.expected },
				evidence: [userReference(user), ...staffReferences(context.staffList, staff.rows)],
			};
		},
	},
};

function decide({ user, staff, today }: UserSubject, context: CheckContext): Part {
	const { doubt, leaversOnly } = context.staffList;
	if (doubt) {
		return {
			status: 'indeterminate',
			reasonCode: doubt.reason,
			message: `It cannot be told who left, because ${doubt.text}. Expected: the full and recent staff.`,
		};
	}
	if (leaversOnly) {
		return {
			status: 'indeterminate',
			reasonCode: 'list-leavers-only',
			message:
				'The staff list names leavers only, so it cannot be told who still works here. Expected: the full staff.',
		};
	}
	if (staff.row === null) return offTheList(user.deactivatedAt !== null);
	return onTheList(staff.row, user.deactivatedAt, today, context);
}

function offTheList(deactivated: boolean): Part {
	if (deactivated) {
		return {
			status: 'not_applicable',
			basis: 'absence',
			reasonCode: 'deactivated-not-on-list',
			message: 'The account is deactivated and belongs to nobody on the staff list.',
		};
	}
	return {
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: 'not-on-staff-list',
		message:
			'The account is active, but its e-mail and directory id are not on the staff list. Expected: a row that says whether this person still works here.',
	};
}

function onTheList(
	row: StaffRow,
	deactivatedAt: number | null,
	today: CivilDate,
	context: CheckContext,
): Part {
	const { employment, endDate } = row.record;
	const end = dateFieldOfListed(endDate, [context.organisationZone]);
	if (end.kind === 'date' && end.date > today) {
		return {
			status: 'pass',
			reasonCode: 'leaves-later',
			message: `The last day of work is ${end.date}, which has not passed.`,
			observed: { lastDay: end.date },
		};
	}
	if (employment === 'unknown') {
		return {
			status: 'indeterminate',
			reasonCode: 'unknown-status',
			message:
				"The status on the staff list is not known. Expected: a status that says current or left; add it to 'Status Mappings'.",
		};
	}
	if (employment === 'current') return current(end);
	if (end.kind !== 'date') {
		return {
			status: 'indeterminate',
			reasonCode: end.kind === 'missing' ? 'end-missing' : 'end-unreadable',
			message: `This person left, but the last day cannot be told: ${UNREADABLE_TEXT[end.kind]}. Expected: the last day of work on the staff list.`,
		};
	}
	return left(end.date, deactivatedAt, today, context);
}

/**
 * The status decides (rules.md §7: current staff → pass), also against a last day that has passed: staff
 * systems keep it after an extension or a new contract. The message shows it, so that a reader sees it.
 */
function current(end: ReturnType<typeof dateFieldOfListed>): Part {
	if (end.kind !== 'date') {
		return {
			status: 'pass',
			reasonCode: 'current-staff',
			message: 'The account belongs to somebody who works here.',
		};
	}
	return {
		status: 'pass',
		reasonCode: 'current-staff-past-end',
		message: `The account belongs to somebody who works here by the status on the staff list, although the list also names a last day, ${end.date}.`,
		observed: { lastDay: end.date },
	};
}

function left(
	lastDay: CivilDate,
	deactivatedAt: number | null,
	today: CivilDate,
	{ policy, organisationZone }: CheckContext,
): Part {
	const allowed = policy.access.leaverBusinessDays;
	const endedOn = deactivatedAt === null ? null : organisationZone.civilDate(deactivatedAt);
	const used = businessDaysAfter(lastDay, endedOn ?? today);
	const latest = addBusinessDays(lastDay, allowed);
	const expected = `Expected: deactivated by ${latest} (${counted(allowed, 'business day')} after it).`;
	const common = {
		observed: { lastDay, businessDaysUsed: used },
		expected: { deactivatedOnOrBefore: latest },
	};
	// The first day on which the account should no longer have been there.
	const late = { ...common, status: 'fail' as const, deviationDay: addDays(latest, 1) };
	if (endedOn === null) {
		const seen = `The last day of work was ${lastDay}, and the account is still active ${counted(used, 'business day')} later.`;
		if (used > allowed) {
			return { ...late, reasonCode: 'leaver-active', message: `${seen} ${expected}` };
		}
		return {
			...common,
			status: 'warn',
			reasonCode: 'leaver-within-window',
			message: `${seen} ${expected}`,
		};
	}
	if (used > allowed) {
		return {
			...late,
			reasonCode: 'deactivated-late',
			remediation: LATE_DEACTIVATION,
			message: `The last day of work was ${lastDay}, and the account was deactivated on ${endedOn}, ${counted(used, 'business day')} later. ${expected}`,
		};
	}
	return {
		...common,
		status: 'pass',
		reasonCode: 'deactivated-in-time',
		message: `The last day of work was ${lastDay}, and the account was deactivated on ${endedOn}.`,
	};
}
