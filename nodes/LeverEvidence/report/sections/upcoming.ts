import { compareCodeUnits } from '../../../shared/canonicalJson';
import { addDays } from '../../../shared/dates';
import type { CivilDate, Finding } from '../../../shared/contracts';
import { dayIn, prose } from '../facts';
import { html, link, type Html } from '../html';
import type { ReportModel } from '../model';
import { badge, STATUS_ORDER } from '../statusWords';

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
	const view = model.checks.find(({ id }) => id === UPCOMING_CHECK);
	const today = model.sealed.asOf?.slice(0, 10);
	if (view === undefined || view.check?.verdict === 'notSetUp' || today === undefined) {
		return html`<p>
			Upcoming starts were not checked${view?.check && html`: ${view.check.verdictText}`}.
		</p>`;
	}
	const starts = upcomingStarts(view.findings, model, addDays(today, DAYS_AHEAD));
	if (starts.length === 0) {
		return html`<p>
			Nobody who was read starts between ${today} and ${addDays(today, DAYS_AHEAD)}.
		</p>`;
	}
	return html`<div class="scroll" role="region" aria-label="Upcoming starts" tabindex="0">
		<table>
			<thead>
				<tr>
					<th scope="col">Start</th>
					<th scope="col">Hire</th>
					<th scope="col">Screening</th>
					<th scope="col">To do</th>
					<th scope="col">By</th>
					<th scope="col">Owner</th>
				</tr>
			</thead>
			<tbody>
				${starts.map(row)}
			</tbody>
		</table>
	</div>`;
}

function upcomingStarts(
	findings: readonly Finding[],
	model: ReportModel,
	lastDay: CivilDate,
): UpcomingStart[] {
	return findings
		.filter(({ status }) => status !== 'not_applicable')
		.map((finding) => ({ finding, start: startOf(finding, model) }))
		.filter(({ start }) => start === null || start <= lastDay)
		.sort(
			(a, b) =>
				compareCodeUnits(a.start ?? '', b.start ?? '') ||
				STATUS_ORDER.indexOf(a.finding.status) - STATUS_ORDER.indexOf(b.finding.status),
		);
}

function startOf(finding: Finding, model: ReportModel): CivilDate | null {
	const hire = model.hires.get(finding.subjectId);
	return (
		dayIn(finding.observed, ['startDate']) ?? hire?.decision?.firstDay ?? hire?.startDate ?? null
	);
}

function row({ start, finding }: UpcomingStart): Html {
	const { remediation } = finding;
	const address = finding.evidence.find(({ leverUrl }) => leverUrl !== null)?.leverUrl;
	return html`<tr>
		<th scope="row" class="day">${start ?? 'unknown'}</th>
		<td><code>${finding.subjectId}</code> ${address && link(address, 'Open in Lever')}</td>
		<td>${badge(finding.status)}<span class="reason">${prose(finding.message)}</span></td>
		<td>${finding.status === 'pass' ? '' : prose(remediation.text)}</td>
		<td class="day">${finding.status === 'pass' ? '' : remediation.dueAt}</td>
		<td>${remediation.ownerId !== null && html`<code>${remediation.ownerId}</code>`}</td>
	</tr> `;
}
