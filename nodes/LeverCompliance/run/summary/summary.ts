import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { CivilDate, Finding, Run, Summary } from '../../../shared/contracts';
import { addDays } from '../../../shared/dates';
import { sha256OfJson } from '../../../shared/sha256';
import { counted } from '../../phrases';
import type { VisibilityState } from '../../checks/population/visibility';
import type { HireSubject } from '../../checks/types';
import { countStatuses } from './checkRun';
import type { Notice } from './notices';
import { VISIBILITY_NOT_TESTED } from './verdict';

/** Checks that the headline names by id. */
const NAMED_AT_MOST = 3;

/** Days of the table "Starting in the next 14 days" (rules.md §5 SCR-09). */
const UPCOMING_DAYS = 14;

export interface SummaryFacts {
	run: Run;
	findings: readonly Finding[];
	notices: readonly Notice[];
	/** Sentences with statuses of the lists that no check knows; they stay out of the run (rules.md §10) */
	unknownStatuses: readonly string[];
	/** The population */
	hires: readonly HireSubject[];
	/** Whether what is known to be there was seen (IPE-02) */
	visibility: VisibilityState;
	/** Differs in every run, for instance n8n's execution id */
	runId: string;
}

/** The first item on the Exceptions output. */
export function summaryOf({
	run,
	findings,
	notices,
	unknownStatuses,
	hires,
	visibility,
	runId,
}: SummaryFacts): Summary {
	const counts = countStatuses(findings);
	return {
		kind: 'summary',
		asOf: run.asOf,
		headline: headlineOf(run, counts, visibility),
		alert:
			counts.fail + counts.warn + counts.indeterminate > 0 || notices.some(({ alert }) => alert),
		production: run.production,
		notices: run.notices,
		counts,
		checks: run.checks.map(({ id, title, verdict, verdictText }) => ({
			id,
			title,
			verdict,
			verdictText,
		})),
		lists: [...run.lists.map(({ understood }) => understood), ...unknownStatuses],
		upcomingStarts: upcomingStarts(hires, findings, run),
		fingerprint: sha256OfJson(['summary', run.runSha256, runId]),
	};
}

function headlineOf(
	{ checks, production }: Run,
	counts: Summary['counts'],
	visibility: VisibilityState,
): string {
	const withVerdict = (verdict: string) =>
		checks.filter((check) => check.verdict === verdict).map(({ id }) => id);
	const deviations = counts.fail + counts.excepted;
	const undecidable = withVerdict('couldNotBeChecked');
	const notSetUp = withVerdict('notSetUp');
	const parts = [
		deviations > 0 ? counted(deviations, 'deviation') : 'No deviations noted',
		counts.excepted > 0 ? `${counts.excepted} of them excepted by approval` : '',
		counts.warn > 0 ? counted(counts.warn, 'warning') : '',
		counts.indeterminate > 0
			? `${counted(counts.indeterminate, 'result')} could not be decided`
			: '',
		undecidable.length > 0 ? `could not be checked: ${undecidable.join(', ')}` : '',
		notSetUpText(notSetUp),
		visibility === 'seen' ? '' : VISIBILITY_NOT_TESTED,
	].filter((part) => part !== '');
	return `${production ? '' : 'Test data, not evidence: '}${parts.join(', ')}`;
}

/** Few are named; on most days many are not used on purpose, and the notices name them. */
function notSetUpText(ids: readonly string[]): string {
	if (ids.length > NAMED_AT_MOST) return `${counted(ids.length, 'check')} not set up`;
	return ids.length === 0 ? '' : `not set up: ${ids.join(', ')}`;
}

function upcomingStarts(
	hires: readonly HireSubject[],
	findings: readonly Finding[],
	run: Run,
): Summary['upcomingStarts'] {
	const watched = new Map(
		findings.filter(({ checkId }) => checkId === 'SCR-09').map((one) => [one.subjectId, one]),
	);
	const notChecked = run.checks.find(({ id }) => id === 'SCR-09')?.verdictText ?? '';
	return hires
		.flatMap(({ hire, start, today }) =>
			start.date !== null && isSoon(start.date, today)
				? [
						{
							hireId: hire.hireId,
							startDate: start.date,
							message:
								watched.get(hire.hireId)?.message ?? `Screening was not checked. ${notChecked}.`,
						},
					]
				: [],
		)
		.sort(
			(a, b) => compareCodeUnits(a.startDate, b.startDate) || compareCodeUnits(a.hireId, b.hireId),
		);
}

function isSoon(start: CivilDate, today: CivilDate): boolean {
	return start > today && start <= addDays(today, UPCOMING_DAYS);
}
