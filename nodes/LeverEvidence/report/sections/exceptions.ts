import type { FindingStatus } from '../../../shared/contracts';
import { EVIDENCE_FILES } from '../../pack/names';
import { html, type Html } from '../html';
import type { CheckView, ReportModel } from '../model';
import { EXCEPTION_STATUSES, STATUS_WORDS } from '../statusWords';
import { exceptionCard } from './finding';

/** What cannot wait for a click. */
const OPEN_AT_FIRST: readonly FindingStatus[] = ['fail', 'indeterminate'];

/** Everything that somebody has to act on, most serious first. */
export function exceptions(model: ReportModel): Html {
	const groups = EXCEPTION_STATUSES.filter((status) => model.counts[status] > 0);
	return html`<section aria-labelledby="exceptions">
		<h2 id="exceptions">What needs a look</h2>
		${groups.length === 0
			? html`<p>No deviation, no warning, and nothing that could not be decided.</p>`
			: groups.map((status) => group(status, model))}
	</section>`;
}

function group(status: FindingStatus, model: ReportModel): Html {
	const words = STATUS_WORDS[status];
	return html`<details class="group ${status}" ${OPEN_AT_FIRST.includes(status) && html`open`}>
		<summary>
			<h3>${words.many} <span class="count">${model.counts[status]}</span></h3>
			<span class="quiet">${words.meaning}</span>
		</summary>
		${model.checks.map((view) => ofCheck(view, status, model))}
	</details>`;
}

/** Grouped by check, so that each check shows its first ones however many another has. */
function ofCheck(view: CheckView, status: FindingStatus, model: ReportModel): Html | false {
	const all = view.findings.filter((finding) => finding.status === status);
	if (all.length === 0) return false;
	const shown = all.slice(0, model.limits.exceptions);
	return html`<h4>
			<a href="#check-${view.id}">${view.id}</a> ${view.check?.title}
			<span class="quiet">${all.length}</span>
		</h4>
		<ul class="cards">
			${shown.map((finding) => exceptionCard(finding, model))}
		</ul>
		${all.length > shown.length && more(all.length - shown.length, status)}`;
}

/** Points to the complete table where a list was cut. */
export function more(count: number, status: FindingStatus | null): Html {
	const file = EVIDENCE_FILES.findingsTable.slice('data/'.length);
	return html`<p class="more">
		${count} more are not shown here. All of them are in <code>${file}</code>${status !== null &&
		html`, column <code>status</code>, value <code>${status}</code>`}.
	</p>`;
}
