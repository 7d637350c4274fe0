import type { CheckRun, Finding, FindingStatus } from '../../../shared/contracts';
import { compareCodeUnits } from '../../../shared/canonicalJson';
import { counted } from '../../pack/words';
import { statusBar } from '../charts/statusBar';
import { startDaysChart } from '../charts/startDays';
import { factList, prose } from '../facts';
import { html, type Html } from '../html';
import type { CheckView, ReportModel } from '../model';
import { citations } from '../recordBook';
import { badge, STATUS_ORDER, STATUS_WORDS, verdictLook } from '../statusWords';
import { more } from './exceptions';
import { subjectName } from './finding';

/** Checks whose findings state when a screening was completed and when the person started. */
const CHECKS_WITH_START_DAYS = ['SCR-02'];

/** One part per check: what it tests, its verdict, and every result with the records it rests on. */
export function checks(model: ReportModel): Html {
	return html`<section aria-labelledby="checks">
		<h2 id="checks">Check by check</h2>
		<p>
			Numbers of records lead to <a href="#records">the records that results rest on</a>, where it
			says how to read each of them again.
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

/** What needs no look; the others stand above, each once. */
function results(view: CheckView, model: ReportModel): Html | false {
	const { id, listed, exceptions, unlisted } = view;
	const above = [...exceptions.values()].flat().length;
	return html`${above > 0 &&
	html`<p>
		${counted(above, 'result')} that ${above === 1 ? 'needs' : 'need'} a look
		${above === 1 ? 'stands' : 'stand'} under <a href="#exceptions">What needs a look</a>.
	</p>`}
	${listed.length > 0 &&
	html`<details class="results">
		<summary>
			${counted(listed.length, above > 0 ? 'other result' : 'result')}, and what
			${listed.length === 1 ? 'it rests' : 'they rest'} on
		</summary>
		<div class="scroll" role="region" aria-label="Results of ${id}" tabindex="0">
			<table class="results">
				<thead>
					<tr>
						<th scope="col">Subject</th>
						<th scope="col">Result</th>
						<th scope="col">Seen</th>
						<th scope="col">Expected</th>
						<th scope="col">Records</th>
					</tr>
				</thead>
				${STATUS_ORDER.map((status) => rowsOf(status, listed, model))}
			</table>
		</div>
		${unlisted > 0 && more(unlisted, null)}
	</details>`}`;
}

function rowsOf(
	status: FindingStatus,
	listed: readonly Finding[],
	model: ReportModel,
): Html | false {
	const own = listed.filter((finding) => finding.status === status);
	if (own.length === 0) return false;
	return html`<tbody>
		<tr>
			<th scope="rowgroup" colspan="5">${badge(status)} ${own.length}</th>
		</tr>
		${own.map((finding) => resultRow(finding, model))}
	</tbody>`;
}

function resultRow(finding: Finding, model: ReportModel): Html {
	return html`<tr>
		<th scope="row">${subjectName(finding, model)}</th>
		<td>${prose(finding.message)}</td>
		<td>${factList(finding.observed)}</td>
		<td>${factList(finding.expected)}</td>
		<td>${citations(finding.evidence, model.records)}</td>
	</tr> `;
}
