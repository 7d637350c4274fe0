import type { Finding, FindingStatus } from '../../../shared/contracts';
import { EVIDENCE_FILES } from '../../pack/names';
import { prose } from '../facts';
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
	const shown = view.exceptions.get(status);
	if (shown === undefined) return false;
	const left = view.counts[status] - shown.length;
	const toDo = sharedToDo(shown);
	return html`<h4>
			<a href="#check-${view.id}">${view.id}</a> ${view.check?.title}
			<span class="quiet">${view.counts[status]}</span>
		</h4>
		${toDo !== null && html`<p class="to-do"><strong>To do.</strong> ${prose(toDo)}</p>`}
		${shown.map((finding) => exceptionCard(finding, model, toDo))}
		${left > 0 && more(left, status, view.id)}`;
}

/** What to do about all of them, if it is the same; said once then. */
function sharedToDo(findings: readonly Finding[]): string | null {
	const texts = new Set(findings.map(({ remediation }) => remediation.text));
	const [text] = texts;
	return texts.size === 1 && text !== undefined ? text : null;
}

/**
 * Points to the complete table where a list was cut.
 *
 * @param checkId the check whose part of the page lists more of them; null in that part itself
 */
export function more(
	count: number,
	status: FindingStatus | null,
	checkId: string | null = null,
): Html {
	const file = EVIDENCE_FILES.findingsTable.slice('data/'.length);
	return html`<p class="more">
		${count} more are not shown
		here${checkId !== null && html`, but under <a href="#check-${checkId}">${checkId}</a>`}. All of
		them are in <code>${file}</code>${status !== null &&
		html`, column <code>status</code>, value <code>${status}</code>`}.
	</p>`;
}
