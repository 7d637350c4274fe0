import type { ScreeningRecord } from '../../../shared/contracts';
import type { ScreeningLink } from '../../matching/types';
import { IDENTITY_CONTROLS } from '../controls';
import { firstDay } from '../start';
import type { CheckContext, CheckResult, Check, HireSubject } from '../types';
import { notApplicable, SCREENING_POLICY_FIELDS, withoutScreening } from './applicability';
import { linkOf, recordFacts, recordsOf } from './records';
import { recordEvidence, screeningEvidence } from './screeningEvidence';

/** rules.md §4 and §5 SCR-07. */
export const screeningIdentity: Check = {
	id: 'SCR-07',
	version: 1,
	title: 'Screening record belongs to the hire',
	tests: 'The screening record linked to a hire is certainly that of this person.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires'] },
	restsOn: ['hires', 'screeningList'],
	policyFields: SCREENING_POLICY_FIELDS,
	severity: 'high',
	controls: IDENTITY_CONTROLS,
	remediation:
		"Find out whose record it is. Then put Lever's contact or opportunity id on it at the provider, or confirm it on the Approvals list with type 'confirmed_match'.",
	evaluate: {
		hire(subject, context) {
			const exempt = withoutScreening(subject);
			if (exempt) return exempt;
			const { linked, ambiguous, ofSomebodyElse } = subject.screening;
			if (ambiguous.length > 0) {
				return {
					...facts(subject, context, ambiguous),
					...deviation(subject),
					...(ofSomebodyElse.length === ambiguous.length ? MISTYPED : AMBIGUOUS),
					status: 'fail',
					basis: 'presence',
				};
			}
			if (linked.length > 0) return judge(subject, context, linked);
			const { doubt } = context.screeningList;
			if (doubt !== null && doubt.reason !== 'list-too-old') {
				return {
					...facts(subject, context, []),
					status: 'indeterminate',
					basis: 'absence',
					reasonCode: doubt.reason,
					message: `No screening record can be compared, because ${doubt.text}.`,
				};
			}
			return notApplicable(
				subject,
				'nothing-linked',
				'No screening record is linked, so there is no identity to compare.',
			);
		},
	},
};

const AMBIGUOUS = {
	reasonCode: 'ambiguous',
	message:
		'A screening record fits this hire and somebody else equally well, or records of several people fit this hire, so none of these is linked. Expected: records that fit one person only.',
};

/** Both differ: compliance reference B.2. */
const MISTYPED = {
	reasonCode: 'record-of-somebody-else',
	message:
		"A screening record carries an id of this hire, but neither its name nor its e-mail is this person's, so it is linked to nobody. Expected: at least one of them.",
};

/** How certain a link is (rules.md §4, compliance reference B.2). */
interface Certainty {
	holds: (link: ScreeningLink) => boolean;
	status: 'pass' | 'warn' | 'fail';
	reasonCode: string;
	message: string;
	remediation?: string;
}

/** What a person confirmed is certain, whatever differs. */
const AGREES: Certainty = {
	holds: ({ rung, namesAgree, viaOtherEmail, birthDatesAgree, confirmed }) =>
		confirmed ||
		(birthDatesAgree !== false &&
			(rung === 'M3' ||
				(rung === 'M1' && namesAgree !== false) ||
				(rung === 'M2' && namesAgree === true && !viaOtherEmail))),
	status: 'pass',
	reasonCode: 'identity-agrees',
	message:
		'Every linked screening record is linked by an id, a confirmation, an e-mail and name, or a name and date of birth.',
};

/** The worst first. A link is of the first kind that holds for it, unless it agrees. */
const DOUBTS: readonly Certainty[] = [
	{
		holds: ({ birthDatesAgree }) => birthDatesAgree === false,
		status: 'fail',
		reasonCode: 'birth-dates-differ',
		message:
			'The dates of birth on a linked screening record and on the staff list differ. Expected: one date.',
		remediation:
			"Find out whose record it is, and have a wrong date corrected where it stands. If the record is this person's, confirm it on the Approvals list with type 'confirmed_match'.",
	},
	{
		holds: ({ rung }) => rung === 'M4',
		status: 'warn',
		reasonCode: 'name-only',
		message:
			'A screening record is linked by name and time of order only. Expected: an id or an e-mail in common.',
	},
	{
		holds: ({ rung, namesAgree }) => rung === 'M2' && namesAgree === false,
		status: 'warn',
		reasonCode: 'names-differ',
		message:
			'A screening record is linked by e-mail, but the names share no word. Expected: one word in common.',
	},
	{
		holds: ({ rung, namesAgree }) => rung === 'M2' && namesAgree === null,
		status: 'warn',
		reasonCode: 'names-differ',
		message:
			'A screening record is linked by e-mail, but it or the hire has no name to compare. Expected: one word of the names in common.',
	},
	{
		holds: ({ rung }) => rung === 'M2',
		status: 'warn',
		reasonCode: 'email-of-other-opportunity',
		message:
			'A screening record is linked by an e-mail that only another opportunity of the same contact holds. Expected: an e-mail of this hiring.',
	},
	{
		holds: () => true,
		status: 'warn',
		reasonCode: 'names-differ',
		message:
			'A screening record is linked by an id, but the names share no word. Expected: one word in common.',
	},
];

/** Every linked record must be this person's: the least certain link decides. */
function judge(
	subject: HireSubject,
	context: CheckContext,
	linked: readonly ScreeningLink[],
): CheckResult {
	const doubtful = linked.filter((link) => !AGREES.holds(link));
	const certainty = DOUBTS.find(({ holds }) => doubtful.some(holds)) ?? AGREES;
	const { holds, status, reasonCode, message, remediation } = certainty;
	const links = (doubtful.length > 0 ? doubtful : linked).filter(holds);
	const [link] = links;
	const known = facts(subject, context, recordsOf(links));
	return {
		...known,
		...(link && {
			match: linkOf(link).match,
			observed: { ...known.observed, rung: link.rung, namesAgree: link.namesAgree },
		}),
		...(status === 'fail' && {
			...deviation(subject),
			evidence: screeningEvidence(subject, context, recordsOf(links)),
		}),
		...(remediation !== undefined && { remediation }),
		status,
		basis: 'presence',
		reasonCode,
		message,
	};
}

function deviation(subject: HireSubject): Pick<CheckResult, 'deviationDay'> {
	const { date } = firstDay(subject);
	return date === null ? {} : { deviationDay: date };
}

function facts(
	subject: HireSubject,
	context: CheckContext,
	records: readonly ScreeningRecord[],
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	return {
		observed: recordFacts(records),
		expected: { persons: 1 },
		evidence: recordEvidence(subject, context, records),
	};
}
