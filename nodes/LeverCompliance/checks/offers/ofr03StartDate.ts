import type { CivilDate } from '../../../shared/contracts';
import { daysBetween, type DateFieldReading } from '../../../shared/dates';
import { INFORMATION_CONTROLS } from '../controls';
import { offerEvidence } from '../evidence';
import { counted } from '../../phrases';
import { startFacts, UNREADABLE_TEXT } from '../start';
import type { CheckContext, CheckResult, Check, HireSubject } from '../types';

/** rules.md §6 OFR-03: days from acceptance to the first day. */
const PLAUSIBLE = { failBefore: -7, passFrom: 0, passTo: 183, failAfter: 366 };

/** Days by which the offer may differ from the staff list before it is a fault. */
const TOLERATED_DIFFERENCE_DAYS = 7;

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'>;

export const startDate: Check = {
	id: 'OFR-03',
	version: 1,
	title: 'Start date is present and plausible',
	tests:
		'The newest signed offer states a first day that fits its acceptance and, where there is one, the staff list.',
	family: 'offers',
	needs: { lists: [], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'staffList'],
	policyFields: ['organisationZone', 'workZones'],
	severity: 'high',
	controls: INFORMATION_CONTROLS,
	remediation:
		"Find out the true first day and enter it in the offer's field for the anticipated start date, and on the staff list.",
	evaluate: {
		hire(subject, context) {
			const { hire, start } = subject;
			if (hire.offersRead !== true) {
				return {
					...facts(subject, context),
					status: 'indeterminate',
					basis: 'absence',
					reasonCode: 'offers-unread',
					message: `The offers of this hire could not be read, so the stated first day is not known. ${hire.offersRead.message}`,
				};
			}
			if (start.offer === null) {
				return {
					...facts(subject, context),
					status: 'not_applicable',
					basis: 'presence',
					reasonCode: 'no-signed-offer',
					message: 'No offer is signed, so there is no stated first day to judge. See OFR-01.',
				};
			}
			const { reading } = start.offer;
			const part = reading.kind === 'date' ? judge(subject, reading.date) : withoutDay(reading);
			return {
				...facts(subject, context),
				...part,
				basis: 'presence',
				...(start.date !== null && { deviationDay: start.date }),
			};
		},
	},
};

function withoutDay(reading: DateFieldReading): Part {
	if (reading.kind === 'missing') {
		return {
			status: 'fail',
			reasonCode: 'start-missing',
			message:
				'The signed offer states no first day. Expected: a date in the field for the anticipated start date.',
		};
	}
	const fault = reading.kind === 'unparsable';
	return {
		status: fault ? 'fail' : 'indeterminate',
		reasonCode: fault
			? 'start-unparsable'
			: `start-${reading.kind === 'notADate' ? 'not-a-day' : reading.kind}`,
		message: `The first day on the signed offer cannot be read: ${UNREADABLE_TEXT[reading.kind]}. Expected: one day.`,
	};
}

/** The worst of what the acceptance and the staff list say about a day (rules.md §1 gives the order). */
function judge(subject: HireSubject, date: CivilDate): Part {
	const parts = [againstStaffList(subject, date), againstAcceptance(subject, date)];
	for (const status of ['fail', 'indeterminate', 'warn'] as const) {
		const found = parts.find((part) => part?.status === status);
		if (found) return found;
	}
	return {
		status: 'pass',
		reasonCode: 'plausible',
		message: `The signed offer states ${date} as the first day, which fits its acceptance.`,
	};
}

/** Null when the staff list says nothing about it. */
function againstStaffList({ start: { staff } }: HireSubject, date: CivilDate): Part | null {
	if (staff === null || staff.reading.kind !== 'date' || staff.reading.date === date) return null;
	const actual = staff.reading.date;
	const days = Math.abs(daysBetween(actual, date));
	return {
		status: days > TOLERATED_DIFFERENCE_DAYS ? 'fail' : 'warn',
		reasonCode: 'differs-from-staff-list',
		message: `The signed offer states ${date} as the first day, the staff list ${actual}: ${counted(days, 'day')} apart. Expected: the same day.`,
	};
}

function againstAcceptance({ acceptance, zone }: HireSubject, date: CivilDate): Part | null {
	if (acceptance.at === null) {
		return {
			status: 'indeterminate',
			reasonCode: 'acceptance-unknown',
			message: `The signed offer states ${date} as the first day, but nothing says when it was accepted. Expected: the date of the candidate's signature.`,
		};
	}
	const accepted = zone.zone.civilDate(acceptance.at);
	const days = daysBetween(accepted, date);
	const distance = days < 0 ? `${counted(-days, 'day')} before` : `${counted(days, 'day')} after`;
	const seen = `The first day, ${date}, is ${distance} the acceptance on ${accepted}.`;
	const expected = `Expected: 0 to ${PLAUSIBLE.passTo} days after it.`;
	if (days < PLAUSIBLE.failBefore || days > PLAUSIBLE.failAfter) {
		return {
			status: 'fail',
			reasonCode: days < 0 ? 'starts-long-before-acceptance' : 'starts-long-after-acceptance',
			message: `${seen} ${expected}`,
		};
	}
	if (days < PLAUSIBLE.passFrom || days > PLAUSIBLE.passTo) {
		return {
			status: 'warn',
			reasonCode: days < 0 ? 'starts-before-acceptance' : 'starts-late-after-acceptance',
			message: `${seen} ${expected}`,
		};
	}
	if (acceptance.source === 'candidateSignature') return null;
	return {
		status: 'warn',
		reasonCode: 'acceptance-not-signed',
		message: `${seen} The acceptance is taken from ${acceptance.source === 'document' ? 'the upload of a document' : 'the archiving as hired'}. Expected: the candidate's own signature.`,
	};
}

function facts(
	subject: HireSubject,
	context: CheckContext,
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	const { acceptance, zone } = subject;
	return {
		observed: {
			...startFacts(subject),
			acceptedOn: acceptance.at === null ? null : zone.zone.civilDate(acceptance.at),
			acceptanceSource: acceptance.source,
		},
		expected: {
			daysAfterAcceptanceFrom: PLAUSIBLE.passFrom,
			daysAfterAcceptanceTo: PLAUSIBLE.passTo,
			daysFromStaffList: 0,
		},
		evidence: offerEvidence(subject, context),
	};
}
