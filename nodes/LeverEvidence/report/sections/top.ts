import { STAMP } from '../../pack/stamp';
import { html, type Html } from '../html';
import type { ReportModel } from '../model';
import { STATUS_ORDER, STATUS_WORDS } from '../statusWords';

/** First lines of the report: whether it can be relied on; then what it is. */
export function top(model: ReportModel): Html {
	const { sealed, run } = model;
	return html`<header class="top">
		<div class="statements">
			${sealed.reliability.statements.map(
				({ tone, lead, text, points = [] }) =>
					html`<div class="statement ${tone}">
						<strong>${lead}</strong>
						${points.length > 0 &&
						html`<ul>
							${points.map((point) => html`<li>${withCheckLinks(point, model)}</li>`)}
						</ul>`}
						${withCheckLinks(text, model)}
					</div> `,
			)}
		</div>
		<a class="skip" href="#main">Skip to the numbers</a>
		<h1>Compliance evidence from Lever</h1>
		<dl class="about">
			<div>
				<dt>Evidence date</dt>
				<dd>${sealed.asOf ?? 'unknown'}</dd>
			</div>
			${run &&
			html`<div>
					<dt>Period</dt>
					<dd>${run.period.from} to ${run.period.to}</dd>
				</div>
				<div>
					<dt>Time zone where a location has none</dt>
					<dd>${run.zone}</dd>
				</div>`}
			<div>
				<dt>Pack</dt>
				<dd>${sealed.bagNames.evidence}</dd>
			</div>
		</dl>
		${notices(model)}
	</header>`;
}

function notices(model: ReportModel): Html | false {
	const { run } = model;
	if (!run || run.notices.length === 0) return false;
	return html`<section class="notices" aria-labelledby="notices">
		<h2 id="notices">What to know before reading on</h2>
		<ul>
			${run.notices.map((notice) => html`<li>${withCheckLinks(notice, model)}</li>`)}
		</ul>
	</section>`;
}

const CHECK_ID = /\b([A-Z]{3}-\d{2})\b/;

/** Ids of checks within a text lead to what stands about them, and are not broken at the end of a line. */
function withCheckLinks(text: string, { checks }: ReportModel): Html {
	return html`${text
		.split(CHECK_ID)
		.map((part) =>
			checks.some(({ id }) => id === part)
				? html`<a class="check-id" href="#check-${part}">${part}</a>`
				: part,
		)}`;
}

/** Number of results by status, each a link to where they are listed. */
export function totals(model: ReportModel): Html {
	return html`<ul class="totals" aria-label="Results by status">
		${STATUS_ORDER.map((status) => {
			const words = STATUS_WORDS[status];
			const count = model.counts[status];
			return html`<li class="total ${status} ${count === 0 && 'none'}">
				<span class="count">${count}</span>
				<span class="label"
					><span aria-hidden="true">${words.sign}</span> ${count === 1
						? words.one
						: words.many}</span
				>
			</li> `;
		})}
	</ul>`;
}

/** The stamp again at the end, where a printed copy may begin for a reader. */
export function bottom(model: ReportModel): Html {
	const { run, sealed } = model;
	return html`<footer>
		${sealed.reliability.testData && html`<p><strong>${STAMP}</strong></p>`}
		<p>
			${sealed.software === '' ? 'Made by an unknown version' : html`Made by ${sealed.software}`}.
			${run && html`Run ${html`<code class="digest">${run.runSha256}</code>`}.`} This page needs no
			network and runs no script. It names no person: ids can be looked up in
			<code>people.csv</code> of the identities pack, as long as that is kept.
		</p>
	</footer>`;
}
