import type { ScreeningTag } from '../../../shared/contracts';
import { addDays, listedDay } from '../../../shared/dates';
import type { ScreeningLink } from '../../matching/types';
import { INFORMATION_CONTROLS } from '../controls';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { notApplicable, SCREENING_POLICY_FIELDS, withoutScreening } from './applicability';
import { doubtOfAbsence } from './doubtOfAbsence';
import { linkOf, recordFacts, recordsOf, strongest } from './records';
import { recordEvidence } from './screeningEvidence';

/** How long a tag may lag behind the provider (compliance reference B.2 SCR-13). */
const HOURS_TO_CATCH_UP = 48;
const MILLISECONDS_PER_HOUR = 3_600_000;

/** How far a screening has come by a tag; the furthest tag counts, since Lever may keep the older ones. */
const PROGRESS: readonly ScreeningTag[] = [
	'reportReturned',
	'invitationCompleted',
	'invitationPending',
];

/**
 * Compliance reference B.2 SCR-13. Whether a report was clear is kept of no tag, so the check compares how
 * far a screening has come, never what it says.
 */
export const tagsAgree: Check = {
	id: 'SCR-13',
	version: 1,
	title: 'Lever tag agrees with the provider',
	tests: 'What tags in Lever say of a screening is what the record of the provider says.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires'] },
	restsOn: ['hires', 'screeningList'],
	policyFields: [...SCREENING_POLICY_FIELDS, 'screening.lawfulBasis', 'screening.listMaxAgeDays'],
	severity: 'medium',
	controls: INFORMATION_CONTROLS,
	remediation:
		"Trust the record of the provider. Correct the tag in Lever, and find out who set it or why Lever's integration did not.",
	offBecause: ({ screening }) =>
		screening.lawfulBasis.trim() === ''
			? "state under 'Lawful Basis for Results' in the policy why your law lets you look at results"
			: null,
	evaluate: {
		hire(subject, context) {
			const exempt = withoutScreening(subject);
			if (exempt) return exempt;
			const tag = PROGRESS.find((one) => subject.hire.screeningTags.includes(one));
			if (tag === undefined) {
				return notApplicable(subject, 'no-tag', 'No tag in Lever speaks of a screening.');
			}
			const { linked } = subject.screening;
			return linked.length === 0
				? withoutRecord(subject, context)
				: compare(subject, context, tag, linked);
		},
	},
};

function compare(
	subject: HireSubject,
	context: CheckContext,
	tag: ScreeningTag,
	linked: readonly ScreeningLink[],
): CheckResult {
	const inState = (state: ScreeningLink['record']['state']) =>
		linked.filter(({ record }) => record.state === state);
	const [done, running, unknown] = [inState('done'), inState('running'), inState('unknown')];
	const agreeing = tag === 'reportReturned' ? done : running;
	const best = strongest(agreeing);
	if (best) {
		return {
			...facts(subject, context, agreeing),
			...linkOf(best),
			status: 'pass',
			basis: 'presence',
			reasonCode: 'tag-agrees',
			message: 'The tag in Lever and the record of the provider say the same.',
		};
	}
	if (unknown.length > 0) {
		return {
			...facts(subject, context, linked),
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'unknown-status',
			message:
				"A screening record is linked, but its status is not known. Expected: a status that says running, done or stopped; add it to 'Status Mappings'.",
		};
	}
	if (tag === 'reportReturned') {
		const state = running.length > 0 ? 'is still running' : 'was stopped before it was done';
		return {
			...facts(subject, context, linked),
			...linkOfBest(linked),
			status: 'fail',
			basis: 'presence',
			reasonCode: running.length > 0 ? 'tag-ahead-of-running' : 'tag-ahead-of-stopped',
			message: `A tag in Lever says that the report has come, but the screening ${state}, as the provider says. Expected: that both say the same.`,
		};
	}
	return done.length > 0
		? behind(subject, context, done)
		: {
				...facts(subject, context, linked),
				...linkOfBest(linked),
				status: 'warn',
				basis: 'presence',
				reasonCode: 'tag-behind-stopped',
				message:
					'A tag in Lever says that the screening was begun, but the provider stopped it. Expected: that both say the same.',
			};
}

/** The tag says that the screening was begun, and the provider has finished it. */
function behind(
	subject: HireSubject,
	context: CheckContext,
	done: readonly ScreeningLink[],
): CheckResult {
	const known = facts(subject, context, done);
	const result = { ...known, ...linkOfBest(done), basis: 'presence' as const };
	const lags = done.map(({ record }) => hasTimeLeft(record, subject, context));
	if (lags.includes(null)) {
		return {
			...result,
			status: 'indeterminate',
			reasonCode: 'completion-unreadable',
			message:
				'The screening is done, but not its date, so it is not known how long the tag in Lever has been behind. Expected: a date of completion that can be read.',
		};
	}
	const isFresh = lags.every((left) => left === true);
	return {
		...result,
		status: isFresh ? 'warn' : 'fail',
		reasonCode: isFresh ? 'tag-behind' : 'tag-not-updated',
		message: `The tag in Lever says that the screening was begun, but the provider has finished it${isFresh ? '' : ` more than ${HOURS_TO_CATCH_UP} hours ago`}. Expected: that both say the same within ${HOURS_TO_CATCH_UP} hours.`,
	};
}

/** Null when it is not known when the screening was completed. A day without a time lasts until its end. */
function hasTimeLeft(
	{ completedAt }: ScreeningLink['record'],
	{ today, zone }: HireSubject,
	{ asOf }: CheckContext,
): boolean | null {
	if (completedAt.precision === 'instant') {
		return asOf - completedAt.instant <= HOURS_TO_CATCH_UP * MILLISECONDS_PER_HOUR;
	}
	const day = listedDay(completedAt, zone.zone);
	return day === null ? null : addDays(day, HOURS_TO_CATCH_UP / 24) >= today;
}

function withoutRecord(subject: HireSubject, context: CheckContext): CheckResult {
	const { ambiguous } = subject.screening;
	if (ambiguous.length > 0) {
		return {
			...facts(subject, context, []),
			evidence: recordEvidence(subject, context, ambiguous),
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'ambiguous-candidates',
			message:
				'Screening records may belong to this hire or to somebody else: see SCR-07. So the tag in Lever cannot be compared.',
		};
	}
	const doubt = doubtOfAbsence(subject, context);
	if (doubt) {
		return {
			...facts(subject, context, []),
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: doubt.reason,
			message: `A tag in Lever speaks of a screening. No screening record is linked, but ${doubt.text}.`,
		};
	}
	return {
		...facts(subject, context, []),
		status: 'fail',
		basis: 'absence',
		reasonCode: 'tag-without-record',
		message: `A tag in Lever speaks of a screening, but no record of it is on the ${context.screeningList.label}. Expected: the record of the provider that the tag comes from.`,
		restsOn: [...tagsAgree.restsOn, 'identities'],
	};
}

/** The link that a fault stands on. */
function linkOfBest(links: readonly ScreeningLink[]): Pick<CheckResult, 'match' | 'weakLink'> {
	const best = strongest(links);
	return best ? linkOf(best) : {};
}

function facts(
	subject: HireSubject,
	context: CheckContext,
	links: readonly ScreeningLink[],
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	const records = recordsOf(links);
	return {
		observed: { ...recordFacts(records), screeningTags: [...subject.hire.screeningTags] },
		expected: {},
		evidence: recordEvidence(subject, context, records),
	};
}
