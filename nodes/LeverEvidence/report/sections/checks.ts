import type { CheckRun, Finding, FindingStatus } from '../../../shared/contracts';
import { compareCodeUnits } from '../../../shared/canonicalJson';
import { counted } from '../../pack/words';
import { statusBar } from '../charts/statusBar';
import { startDaysChart } from '../charts/startDays';
import { factList, prose } from '../facts';
import { html, type Html } from '../html';
import type { CheckView, ReportModel } from '../model';
import { recordsOf } from '../reperform';
import { badge, STATUS_ORDER, STATUS_WORDS, verdictLook } from '../statusWords';
import { more } from './exceptions';
import { subjectName } from './finding';

/** Checks whose findings state when a screening was completed and when the person started. */
const CHECKS_WITH_START_DAYS = ['SCR-02'];

/** One part per check: what it tests, its verdict, and every result with what it takes to re-perform it. */
export function checks(model: ReportModel): Html {
	return html`<section aria-labelledby="checks">
		<h2 id="checks">Check by check</h2>
		<p>
			To re-perform a result, read the record again at the path given, bring it into canonical form
			(RFC 8785) and compare its SHA-256; then hold the dates that were seen against what was
			expected. What Lever has changed since gives another hash.
		</p>
		${model.checks.map((view) => checkSection(view, model))}
	</section>`;
}

function checkSection(view: CheckView, model: ReportModel): Html {
	const { id, check, counts, findings } = view;
	return html`<article class="check" id="check-${id}" aria-labelledby="title-${id}">
		<h3 id="title-${id}"><span class="id">${id}</span> ${check?.title}</h3>
		<p>
			<span class="verdict ${verdictLook(check?.verdict, counts)}"
				>${check?.verdictText ?? 'The head of the run says nothing about this check.'}</span
			>
		</p>
		${check && html`<p><strong>What it tests.</strong> ${check.tests}</p>`}
		${findings.length > 0 &&
		html`<p class="counts">
			${statusBar(counts)}
			${STATUS_ORDER.filter((status) => counts[status] > 0).map(
				(status) => html`<span>${counts[status]} ${wordsFor(status, counts[status])}</span> `,
			)}
		</p>`}
		${check && leftOut(check)} ${check && controls(check)}
		${CHECKS_WITH_START_DAYS.includes(id) && startDaysChart(findings)}
		${findings.length > 0 && results(view, model)}
	</article> `;
}

function wordsFor(status: FindingStatus, count: number): string {
	const words = STATUS_WORDS[status];
	return (count === 1 ? words.one : words.many).toLowerCase();
}

function leftOut(check: CheckRun): Html | false {
	const reasons = Object.entries(check.notInPopulation)
		.filter(([, count]) => count > 0)
		.sort(([a], [b]) => compareCodeUnits(a, b));
	if (reasons.length === 0) return false;
	return html`<p>
		<strong>Not in the population.</strong>
		${reasons.map(([reason, count]) => `${reason}: ${count}`).join('; ')}.
	</p>`;
}

function controls(check: CheckRun): Html | false {
	if (check.controls.length === 0) return false;
	return html`<p>
		<strong>Controls.</strong>
		${check.controls.map(
			({ framework, id }) => html`<span class="control">${framework} ${id}</span> `,
		)}
	</p>`;
}

function results(view: CheckView, model: ReportModel): Html {
	const shown = view.findings.slice(0, model.limits.results);
	return html`<details class="results">
		<summary>
			${view.findings.length === 1
				? 'The one result'
				: html`All ${counted(view.findings.length, 'result')}`},
			and how to re-perform ${view.findings.length === 1 ? 'it' : 'them'}
		</summary>
		<div class="scroll" role="region" aria-label="Results of ${view.id}" tabindex="0">
			<table class="results">
				<thead>
					<tr>
						<th scope="col">Subject</th>
						<th scope="col">Result</th>
						<th scope="col">Seen</th>
						<th scope="col">Expected</th>
						<th scope="col">Records it rests on</th>
					</tr>
				</thead>
				<tbody>
					${shown.map((finding) => resultRow(finding, model))}
				</tbody>
			</table>
		</div>
		${view.findings.length > shown.length && more(view.findings.length - shown.length, null)}
	</details>`;
}

function resultRow(finding: Finding, model: ReportModel): Html {
	return html`<tr>
		<th scope="row">${subjectName(finding, model)}</th>
		<td>${badge(finding.status)}<span class="reason">${prose(finding.message)}</span></td>
		<td>${factList(finding.observed)}</td>
		<td>${factList(finding.expected)}</td>
		<td>
			<details>
				<summary>${counted(finding.evidence.length, 'record')}</summary>
				${recordsOf(finding.evidence, model)}
			</details>
		</td>
	</tr> `;
}
