import type { ScreeningRecord } from '../../../shared/contracts';
import type { ScreeningLink } from '../../matching/types';
import { IDENTITY_CONTROLS } from '../controls';
import { firstDay } from '../start';
import type { CheckContext, CheckResult, Check, HireSubject } from '../types';
import { notApplicable, SCREENING_POLICY_FIELDS, withoutScreening } from './applicability';
import { linkOf, recordFacts, recordsOf } from './records';
import { recordEvidence } from './screeningEvidence';

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
		'A screening record fits this hire and somebody else equally well, so it is linked to nobody. Expected: a record that fits one person only.',
};

/** Both differ: compliance reference B.2. */
const MISTYPED = {
	reasonCode: 'record-of-somebody-else',
	message:
		"A screening record carries an id of this hire, but neither its name nor its e-mail is this person's, so it is linked to nobody. Expected: at least one of them.",
};

/** How certain a link is, the most certain first (rules.md §4). */
const CERTAINTIES: ReadonlyArray<{
	holds: (link: ScreeningLink) => boolean;
	status: 'pass' | 'warn';
	reasonCode: string;
	message: string;
}> = [
	{
		holds: ({ rung, namesAgree, viaOtherEmail, confirmed }) =>
			confirmed ||
			rung === 'M3' ||
			(rung === 'M1' && namesAgree !== false) ||
			(rung === 'M2' && namesAgree === true && !viaOtherEmail),
		status: 'pass',
		reasonCode: 'identity-agrees',
		message: 'The screening record is linked by an id, a confirmation, or an e-mail and name.',
	},
	{
		holds: ({ rung }) => rung === 'M1',
		status: 'warn',
		reasonCode: 'names-differ',
		message:
			'The screening record is linked by an id, but the names share no word. Expected: one word in common.',
	},
	{
		holds: ({ rung, viaOtherEmail, namesAgree }) =>
			rung === 'M2' && viaOtherEmail && namesAgree === true,
		status: 'warn',
		reasonCode: 'email-of-other-opportunity',
		message:
			'The screening record is linked by an e-mail that only another opportunity of the same contact holds. Expected: an e-mail of this hiring.',
	},
	{
		holds: ({ rung }) => rung === 'M2',
		status: 'warn',
		reasonCode: 'names-differ',
		message:
			'The screening record is linked by e-mail, but the names share no word. Expected: one word in common.',
	},
	{
		holds: () => true,
		status: 'warn',
		reasonCode: 'name-only',
		message:
			'The screening record is linked by name and time of order only. Expected: an id or an e-mail in common.',
	},
];

function judge(
	subject: HireSubject,
	context: CheckContext,
	linked: readonly ScreeningLink[],
): CheckResult {
	for (const { holds, status, reasonCode, message } of CERTAINTIES) {
		const links = linked.filter(holds);
		const [link] = links;
		if (link === undefined) continue;
		const { match } = linkOf(link);
		const known = facts(subject, context, recordsOf(links));
		return {
			...known,
			observed: { ...known.observed, rung: link.rung, namesAgree: link.namesAgree },
			status,
			basis: 'presence',
			reasonCode,
			message,
			match,
		};
	}
	throw new RangeError('Every link has a certainty');
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
