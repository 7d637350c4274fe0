import { compareCodeUnits } from '../../../shared/canonicalJson';
import { addDays, isTimeZoneName, timeZoneMemory } from '../../../shared/dates';
import type { CivilDate, EpochMilliseconds, Finding } from '../../../shared/contracts';
import { counted } from '../../pack/words';
import { dayIn, id, prose } from '../facts';
import { html, link, type Html } from '../html';
import type { ReportModel } from '../model';
import { badge } from '../statusWords';
import { toDo } from './finding';

/** rules.md §5, SCR-09 */
const UPCOMING_CHECK = 'SCR-09';
const DAYS_AHEAD = 14;

interface UpcomingStart {
	start: CivilDate | null;
	finding: Finding;
}

/** Who starts in the next 14 days, and whether their screening is done. */
export function upcoming(model: ReportModel): Html {
	return html`<section aria-labelledby="upcoming">
		<h2 id="upcoming">Starting in the next ${DAYS_AHEAD} days</h2>
		${content(model)}
	</section>`;
}

function content(model: ReportModel): Html {
	const view = model.checks.find((check) => check.id === UPCOMING_CHECK);
	const { asOf } = model.sealed;
	if (view === undefined || view.check?.verdict === 'notSetUp' || asOf === null) {
		return html`<p>
			Upcoming starts were not checked${view?.check && html`: ${view.check.verdictText}`}.
		</p>`;
	}
	const { known, unknown } = upcomingStarts(view.findings, model, Date.parse(asOf));
	return html`${known.length === 0
		? html`<p>Nobody whose first day is known starts in these days.</p>`
		: table(known, 'Upcoming starts')}
	${unknown.length > 0 &&
	html`<details class="unknown-starts">
		<summary>
			Of ${counted(unknown.length, 'hire')} the first day is not known, so whether they start soon
			is not known either
		</summary>
		${table(unknown, 'Hires whose first day is not known')}
	</details>`}`;
}

function table(starts: readonly UpcomingStart[], label: string): Html {
	return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">
		<table class="upcoming">
			<thead>
				<tr>
					<th scope="col">Start</th>
					<th scope="col">Hire</th>
					<th scope="col">Screening</th>
					<th scope="col">To do</th>
				</tr>
			</thead>
			<tbody>
				${starts.map(row)}
			</tbody>
		</table>
	</div>`;
}

function upcomingStarts(findings: readonly Finding[], model: ReportModel, asOf: EpochMilliseconds) {
	const zoneNamed = timeZoneMemory();
	const lastDayFor = ({ subjectId }: Finding) => {
		const zone = zoneOf(subjectId, model);
		return addDays(zoneNamed(zone).civilDate(asOf), DAYS_AHEAD);
	};
	const starts = findings
		.filter(({ status }) => status !== 'not_applicable')
		.map((finding) => ({ finding, start: startOf(finding, model) }));
	return {
		known: starts
			.filter(({ start, finding }) => start !== null && start <= lastDayFor(finding))
			.sort((a, b) => compareCodeUnits(a.start ?? '', b.start ?? '')),
		unknown: starts.filter(({ start }) => start === null),
	};
}

/** Zone of the work location, in which a first day begins (rules.md §2); UTC when a name is none. */
function zoneOf(hireId: string, { hires, run }: ReportModel): string {
	const name = hires.get(hireId)?.decision?.zone ?? run?.zone ?? 'UTC';
	return isTimeZoneName(name) ? name : 'UTC';
}

function startOf(finding: Finding, model: ReportModel): CivilDate | null {
	const hire = model.hires.get(finding.subjectId);
	return (
		dayIn(finding.observed, ['startDate']) ?? hire?.decision?.firstDay ?? hire?.startDate ?? null
	);
}

function row({ start, finding }: UpcomingStart): Html {
	const address = finding.evidence.find(({ leverUrl }) => leverUrl !== null)?.leverUrl;
	return html`<tr>
		<th scope="row" class="day">${start ?? 'unknown'}</th>
		<td>${id(finding.subjectId)} ${address && link(address, 'Open in Lever')}</td>
		<td>${badge(finding.status)}<span class="reason">${prose(finding.message)}</span></td>
		<td>${finding.status === 'pass' ? 'Nothing.' : toDo(finding)}</td>
	</tr> `;
}
