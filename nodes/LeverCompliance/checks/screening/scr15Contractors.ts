import type { CivilDate, EvidenceReference, ScreeningRecord } from '../../../shared/contracts';
import { addMonths, compareToStart } from '../../../shared/dates';
import type { ScreeningLink } from '../../matching/types';
import {
	always,
	ISO_27001,
	NIST,
	screenedPriorToTheFirstDay,
	SOC_2,
	type ControlMapping,
} from '../controls';
import { readReference } from '../evidence';
import { firstDay, startFacts, type KnownDay } from '../start';
import type { Account, Check, CheckContext, CheckResult, HireSubject } from '../types';
import { absentRecord } from './absentRecord';
import { notApplicable, SCREENING_POLICY_FIELDS, withoutScreening } from './applicability';
import { withEarlierStarts } from './earlierStarts';
import { byWhen, lastDayFor } from './lastDay';
import { ageOf, compareLinks, linkOf, recordFacts, recordsOf } from './records';
import { screeningEvidence } from './screeningEvidence';

const CONTROLS: readonly ControlMapping[] = [
	{ framework: NIST, id: 'PS-7', isMetBy: always },
	{ framework: SOC_2, id: 'CC1.5', isMetBy: always },
	{ framework: ISO_27001, id: 'A.6.1', isMetBy: screenedPriorToTheFirstDay },
];

/** Compliance reference B.2 SCR-15. */
export const contractors: Check = {
	id: 'SCR-15',
	version: 1,
	title: 'Contractors are screened or attested',
	tests:
		'Every contractor has a screening of their own, or an attestation of the supplier, dated on or before the first day.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'screeningList', 'staffList'],
	policyFields: [
		...SCREENING_POLICY_FIELDS,
		'screening.completeBefore',
		'screening.validityMonths',
		'screening.listMaxAgeDays',
	],
	severity: 'high',
	controls: CONTROLS,
	remediation:
		'Ask the supplier for a dated attestation that says what was checked, or order a screening; until one is there, decide on a compensating control.',
	offBecause: (_policy, account) =>
		canTellContractors(account)
			? null
			: "choose Jobs in 'Checks' of the Lever node ('Evidence: Collect'), or give the Staff List a column with the employment type",
	evaluate: {
		hire(subject, context) {
			const exempt = withoutScreening(subject);
			if (exempt) return exempt;
			const { type, source } = subject.employmentType;
			if (type === 'employee') {
				return notApplicable(
					subject,
					'employee',
					source === 'none'
						? 'Nothing that was read says that this hire is a contractor.'
						: `This hire is an employee, as the ${SOURCE_TEXT[source]} says.`,
				);
			}
			const start = firstDay(subject);
			if (start.date !== null && start.date > subject.today) {
				return notApplicable(
					subject,
					'not-yet-due',
					`The first day is ${start.text}: not yet due.`,
				);
			}
			const known = facts(subject, context, recordsOf(subject.screening.linked));
			if (type === 'unknown') {
				return {
					...known,
					status: 'indeterminate',
					basis: 'presence',
					reasonCode: 'employment-type-unknown',
					message:
						'It could not be read whether this hire is a contractor: a posting or requisition of the hire is missing, and neither a tag nor the staff list says it. Expected: one of them.',
				};
			}
			if (start.date === null) {
				return {
					...known,
					status: 'indeterminate',
					basis: 'presence',
					reasonCode: start.reasonCode,
					message: `${start.text} So nothing can be held against it. Expected: a screening or an attestation dated on or before the first day.`,
				};
			}
			const at = (day: KnownDay) => decide(subject, context, day);
			return withEarlierStarts(subject, at(start), 'the screening or attestation', (date) =>
				at({ date, text: date }),
			);
		},
	},
};

/** Without any source, every hire would be in doubt: one line says it instead. */
function canTellContractors({ collections, staffRows, hires }: Account): boolean {
	return (
		collections.some((read) => read.source === 'lever' && read.purpose === 'jobs') ||
		staffRows.some(({ details }) => details.employmentType !== null) ||
		hires.some(({ employmentType }) => employmentType.type === 'contractor')
	);
}

const SOURCE_TEXT = {
	staffList: 'staff list',
	requisition: 'requisition',
	posting: 'posting',
	tag: 'tag in Lever',
	none: 'account',
} as const;

/** What one record shows about a contractor, the best first: one good record is enough. */
const MEANINGS = [
	'in-time',
	'undated-check',
	'unknown-status',
	'time-zone-sensitive',
	'attestation-without-scope',
	'attestation-without-date',
	'late',
	'stale',
	'running',
	'stopped',
] as const;

type Meaning = (typeof MEANINGS)[number];

function meaningOf(
	{ record, details }: ScreeningLink,
	start: CivilDate,
	subject: HireSubject,
	{ policy }: CheckContext,
): Meaning {
	if (record.state === 'unknown') return 'unknown-status';
	if (record.state !== 'done') return record.state;
	const attested = details.recordType === 'attestation';
	if (attested && record.completedAt.precision === 'missing') return 'attestation-without-date';
	const comparison = compareToStart(
		record.completedAt,
		lastDayFor(start, policy),
		subject.zone.zone,
	);
	if (comparison === null) return 'undated-check';
	const { inWorkZone, zoneSensitive } = comparison;
	const age = ageOf(comparison, addMonths(start, -policy.screening.validityMonths));
	if (age === 'tooOld') return 'stale';
	if (zoneSensitive || age === 'tooOldInOneZone') return 'time-zone-sensitive';
	if (!inWorkZone.onOrBefore) return 'late';
	const hasScope = details.package !== null || details.components !== null;
	return attested && !hasScope ? 'attestation-without-scope' : 'in-time';
}

function decide(subject: HireSubject, context: CheckContext, start: KnownDay): CheckResult {
	const { linked } = subject.screening;
	const judged = linked
		.map((link) => ({ link, meaning: meaningOf(link, start.date, subject, context) }))
		.sort(
			(a, b) =>
				MEANINGS.indexOf(a.meaning) - MEANINGS.indexOf(b.meaning) || compareLinks(a.link, b.link),
		);
	const [best] = judged;
	if (best === undefined) return withoutRecord(subject, context, start);
	const { status, seen } = OUTCOMES[best.meaning];
	return {
		...facts(subject, context, status === 'pass' ? [best.link.record] : recordsOf(linked)),
		...linkOf(best.link),
		status,
		basis: 'presence',
		reasonCode: best.meaning,
		message: `${seen} ${expectation(start, context)}`,
		...(status === 'fail' && { deviationDay: start.date }),
	};
}

const OUTCOMES: Record<Meaning, Pick<CheckResult, 'status'> & { seen: string }> = {
	'in-time': {
		status: 'pass',
		seen: 'A screening of this contractor, or an attestation of the supplier, was dated in time.',
	},
	'undated-check': {
		status: 'indeterminate',
		seen: 'A record of this contractor is done, but its date of completion is missing or cannot be read.',
	},
	'unknown-status': {
		status: 'indeterminate',
		seen: 'The status of a record of this contractor is not known.',
	},
	'time-zone-sensitive': {
		status: 'warn',
		seen: 'A record of this contractor was dated in time, and not too long before, in one of work zone and UTC only.',
	},
	'attestation-without-scope': {
		status: 'warn',
		seen: "The supplier's attestation does not say what was checked.",
	},
	'attestation-without-date': {
		status: 'warn',
		seen: "The supplier's attestation does not say when the check was made.",
	},
	late: {
		status: 'fail',
		seen: 'The screening or attestation of this contractor was dated too late.',
	},
	stale: {
		status: 'fail',
		seen: 'The screening or attestation of this contractor was too old on the first day.',
	},
	running: {
		status: 'fail',
		seen: 'The screening of this contractor is still running, and the first day has come.',
	},
	stopped: {
		status: 'fail',
		seen: 'Every screening of this contractor was stopped before it was done.',
	},
};

function withoutRecord(subject: HireSubject, context: CheckContext, start: KnownDay): CheckResult {
	return absentRecord(subject, context, {
		start,
		expected: expectation(start, context),
		ambiguous: 'Records may belong to this contractor or to somebody else: see SCR-07.',
		nothing: {
			reasonCode: 'nothing-on-list',
			seen: `Neither a screening of this contractor nor an attestation of the supplier is on the ${context.screeningList.label}.`,
			restsOn: [...contractors.restsOn, 'identities'],
		},
		factsOf: (records) => facts(subject, context, records),
	});
}

function expectation({ text }: KnownDay, { policy }: CheckContext): string {
	return `Expected: a screening, or an attestation that says what was checked, dated ${byWhen(policy)} the first day, ${text}.`;
}

function facts(
	subject: HireSubject,
	context: CheckContext,
	records: readonly ScreeningRecord[],
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	const { type, source } = subject.employmentType;
	const start = firstDay(subject).date;
	return {
		observed: {
			...startFacts(subject),
			...recordFacts(records),
			employmentType: type,
			employmentTypeSource: source,
		},
		expected: start === null ? {} : { completedOnOrBefore: lastDayFor(start, context.policy) },
		evidence: [...screeningEvidence(subject, context, records), ...jobEvidence(subject)],
	};
}

/** The posting or requisition that says who is a contractor. */
function jobEvidence({ employmentType: { job } }: HireSubject): EvidenceReference[] {
	if (job === null) return [];
	return [readReference(job.kind === 'posting' ? job.postingId : job.requisitionId, job)];
}
