import type { CivilDate, ListedDate } from '../../../shared/contracts';
import { listedDay, utcCivilDate } from '../../../shared/dates';
import { CLEARANCE_CONTROLS } from '../controls';
import { readReferences, readsFor } from '../reads';
import {
	notApplicable,
	SCREENING_POLICY_FIELDS,
	withoutScreening,
} from '../screening/applicability';
import { doubtOfAbsence } from '../screening/doubtOfAbsence';
import {
	decidingCompletion,
	linkOf,
	mayBeOvertaken,
	recordsByMeaning,
	type Completion,
} from '../screening/records';
import { screeningEvidence } from '../screening/screeningEvidence';
import { firstDay } from '../start';
import type { Check, CheckContext, CheckResult, HireSubject, Part } from '../types';
import { datedAccounts, type DatedAccount } from './datedAccounts';

/** Compliance reference B.2 UAR-08: "prior to authorizing access" (NIST PS-3a, PCI DSS 12.7.1). */
export const accessBeforeClearance: Check = {
	id: 'UAR-08',
	version: 1,
	title: 'No access before clearance',
	tests:
		"The first account of every hire was made when the hire's screening was completed, or later.",
	family: 'access',
	needs: {
		lists: ['screeningList'],
		collections: ['hires', 'users'],
		reads: ['users'],
	},
	restsOn: ['hires', 'users', 'screeningList', 'staffList'],
	policyFields: [
		...SCREENING_POLICY_FIELDS,
		'screening.validityMonths',
		'screening.listMaxAgeDays',
	],
	severity: 'critical',
	controls: CLEARANCE_CONTROLS,
	remediation:
		'Deactivate the account until the screening is completed, and decide on a compensating control. An account that was made too early cannot be cured: record why, and who accepted it.',
	evaluate: {
		hire(subject, context) {
			const exempt = withoutScreening(subject);
			if (exempt) return exempt;
			const accounts = datedAccounts(subject, context);
			if (accounts.length === 0) return withoutAccount(subject, context);
			const part = decide(subject, accounts, context);
			return {
				basis: 'presence',
				expected: { accountCreatedOnOrAfterCompletion: true },
				evidence: [
					...screeningEvidence(
						subject,
						context,
						subject.screening.linked.map(({ record }) => record),
					),
					...accounts.flatMap(({ evidence }) => evidence),
				],
				...part,
				observed: { accounts: accounts.length, timeZone: subject.zone.zone.name, ...part.observed },
			};
		},
	},
};

function withoutAccount(subject: HireSubject, { account }: CheckContext): CheckResult {
	const unread = readsFor(account, 'users').some(({ complete }) => !complete);
	if (!unread) {
		return notApplicable(
			subject,
			'no-account',
			'Neither Lever nor the staff list shows an account of this hire.',
		);
	}
	return {
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: 'accounts-unknown',
		message:
			'No account of this hire is known, but the users of Lever were not read completely. Expected: no account, or one made after the screening was completed.',
		observed: {},
		expected: {},
		evidence: [...subject.references.opportunities, ...readReferences(account, 'users')],
	};
}

/** How the making of an account lies against a completion. */
type Order = 'before' | 'formerly' | 'notBefore' | 'sameDay' | 'zoneSensitive' | 'unknown';

function decide(
	subject: HireSubject,
	accounts: readonly DatedAccount[],
	context: CheckContext,
): Part {
	const start = firstDay(subject);
	const expected = 'Expected: an account made when the screening was completed, or later.';
	if (start.date === null) {
		return {
			status: 'indeterminate',
			reasonCode: start.reasonCode,
			message: `There is an account. ${start.text} So it is not known which screening counts. ${expected}`,
		};
	}
	const { zone } = subject.zone;
	const records = recordsByMeaning(subject.screening, start.date, {
		policy: context.policy,
		workZone: zone,
	});
	const completion = decidingCompletion(records);
	const firstKnown = firstDayOf(accounts, subject);
	const observed = { accountCreatedOn: firstKnown ?? null };
	if (!completion) {
		return { observed, ...withoutCompletion(subject, context, accounts, records) };
	}
	const orders = accounts.map((account) => orderOf(account, completion, subject));
	const completedOn = completion.comparison.inWorkZone.date;
	const common = {
		...linkOf(completion.link),
		observed: { ...observed, completedOn },
	};
	const stands = orders.every((order) => order === 'notBefore' || order === 'formerly');
	if (mayBeOvertaken(completion, records, stands)) {
		return {
			...common,
			status: 'indeterminate',
			reasonCode: 'completion-unreadable',
			message: `There is an account, and when another screening was completed, which may be the one that counts, cannot be read. ${expected}`,
			remediation: CORRECT_THE_DATE,
		};
	}
	if (orders.includes('before')) {
		const tooEarly = accounts.filter((_, index) => orders[index] === 'before');
		const madeOn = firstDayOf(tooEarly, subject);
		return {
			...common,
			status: 'fail',
			reasonCode: 'access-before-clearance',
			message: `The account was made on ${madeOn ?? 'a day'} and the screening completed on ${completedOn}, after that. ${expected}`,
			observed: { ...common.observed, accountCreatedOn: madeOn ?? null },
			...(madeOn !== undefined && { deviationDay: madeOn }),
		};
	}
	if (orders.includes('unknown')) {
		return {
			...common,
			status: 'indeterminate',
			reasonCode: 'created-unknown',
			message: `When an account was made cannot be read. ${expected}`,
			remediation: CORRECT_THE_DATE,
		};
	}
	const warned = WARNINGS.find(([order]) => orders.includes(order));
	if (warned) {
		const [, reasonCode, text] = warned;
		return { ...common, status: 'warn', reasonCode, message: `${text} ${expected}` };
	}
	if (orders.includes('formerly')) return { ...common, ...FORMER_EMPLOYMENT };
	return {
		...common,
		status: 'pass',
		reasonCode: 'access-after-clearance',
		message: `The account was made on ${firstKnown ?? 'a day'}, not before the screening was completed on ${completedOn}.`,
	};
}

function firstDayOf(
	accounts: readonly DatedAccount[],
	{ zone }: HireSubject,
): CivilDate | undefined {
	return accounts.flatMap(({ createdAt }) => listedDay(createdAt, zone.zone) ?? []).sort()[0];
}

const CORRECT_THE_DATE = 'Have the date corrected where it comes from, then run again.';

/** Nobody is cleared for an account of a time before this hiring; whether it stayed open is not known. */
const FORMER_EMPLOYMENT: Part = {
	status: 'warn',
	reasonCode: 'account-of-former-employment',
	message:
		'The account is older than the acceptance of this offer, and the person was employed before. Expected: closed when the former employment ended, and opened again when the screening was completed, or later.',
	remediation:
		'Find out whether the account was closed between the two employments, and record it. If it is open and the screening is not completed, deactivate it until then.',
};

const WARNINGS: ReadonlyArray<readonly [Order, reasonCode: string, text: string]> = [
	[
		'zoneSensitive',
		'time-zone-sensitive',
		'Whether the account was made before the screening was completed depends on the time zone.',
	],
	[
		'sameDay',
		'same-day',
		'The account was made on the day on which the screening was completed; which came first is not known.',
	],
];

/** By the moment where both are known, else by the day, in the work zone and in UTC (rules.md §2). */
function orderOf(
	{ createdAt, isOfFormerEmployment: former }: DatedAccount,
	completion: Completion,
	subject: HireSubject,
): Order {
	const order = orderOfDates(createdAt, completion, subject);
	return order === 'before' && former ? 'formerly' : order;
}

function orderOfDates(created: ListedDate, { link }: Completion, { zone }: HireSubject): Order {
	const completed = link.record.completedAt;
	if (created.precision === 'instant' && completed.precision === 'instant') {
		return created.instant < completed.instant ? 'before' : 'notBefore';
	}
	const inWorkZone = byDay(listedDay(created, zone.zone), listedDay(completed, zone.zone));
	const inUtc = byDay(utcDay(created), utcDay(completed));
	return inWorkZone === inUtc ? inWorkZone : 'zoneSensitive';
}

function byDay(created: string | null, completed: string | null): Order {
	if (created === null || completed === null) return 'unknown';
	if (created === completed) return 'sameDay';
	return created < completed ? 'before' : 'notBefore';
}

function utcDay(listed: ListedDate): string | null {
	if (listed.precision === 'instant') return utcCivilDate(listed.instant);
	return listed.precision === 'day' ? listed.date : null;
}

/** There is access, and no completed screening that counts. */
function withoutCompletion(
	subject: HireSubject,
	context: CheckContext,
	accounts: readonly DatedAccount[],
	{ undated, unknown, running }: ReturnType<typeof recordsByMeaning>,
): Part {
	const expected = 'Expected: no account before the screening is completed.';
	const undecided = (reasonCode: string, why: string): Part => ({
		status: 'indeterminate',
		reasonCode,
		message: `There is an account, and ${why}. ${expected}`,
	});
	if (undated.length > 0) {
		return undecided('completion-unreadable', 'when the screening was completed cannot be read');
	}
	if (running.length === 0 && unknown.length > 0) {
		return undecided('unknown-status', 'the status of a screening record is not known');
	}
	if (subject.screening.linked.length === 0) {
		if (subject.screening.ambiguous.length > 0) {
			return undecided(
				'ambiguous-candidates',
				'screening records may belong to this hire or to somebody else: see SCR-07',
			);
		}
		const doubt = doubtOfAbsence(subject, context);
		if (doubt) return undecided(doubt.reason, `no screening record is linked, but ${doubt.text}`);
	}
	const made = accounts.filter((account) => !account.isOfFormerEmployment);
	if (made.length === 0) return FORMER_EMPLOYMENT;
	const createdOn = firstDayOf(made, subject);
	return {
		status: 'fail',
		basis: subject.screening.linked.length === 0 ? 'absence' : 'presence',
		reasonCode: 'access-without-clearance',
		message: `There is an account${createdOn === undefined ? '' : `, made on ${createdOn}`}, and no screening that counts was completed. ${expected}`,
		...(createdOn !== undefined && { deviationDay: createdOn }),
		restsOn: ['hires', 'screeningList', 'identities'],
	};
}
