import { statusBar } from '../charts/statusBar';
import { html, type Html } from '../html';
import type { CheckView, ReportModel } from '../model';
import { STATUS_ORDER, STATUS_WORDS, verdictLook } from '../statusWords';

/** Every check with its verdict, its counts, and the shares as a bar. */
export function verdicts(model: ReportModel): Html {
	return html`<section aria-labelledby="verdicts">
		<h2 id="verdicts">Every check at a glance</h2>
		<div class="scroll" role="region" aria-label="Every check at a glance" tabindex="0">
			<table class="verdicts">
				<thead>
					<tr>
						<th scope="col">Check</th>
						<th scope="col">Verdict</th>
						<th scope="col">Shares</th>
						${STATUS_ORDER.map(
							(status) =>
								html`<th scope="col" class="number">
									<abbr class="sign ${status}" title="${STATUS_WORDS[status].many}"
										>${STATUS_WORDS[status].sign}<span class="hidden"
											>${STATUS_WORDS[status].many}</span
										></abbr
									>
								</th> `,
						)}
					</tr>
				</thead>
				<tbody>
					${model.checks.map(row)}
				</tbody>
			</table>
		</div>
		<dl class="legend">
			${STATUS_ORDER.map((status) => {
				const words = STATUS_WORDS[status];
				return html`<div>
					<dt>
						<span class="sign ${status}" aria-hidden="true">${words.sign}</span> ${words.many}
					</dt>
					<dd>${words.meaning}</dd>
				</div> `;
			})}
		</dl>
	</section>`;
}

function row({ id, check, counts }: CheckView): Html {
	return html`<tr>
		<th scope="row">
			<a href="#check-${id}">${id}</a> <span class="title">${check?.title ?? 'unknown check'}</span>
		</th>
		<td>
			<span class="verdict ${verdictLook(check?.verdict, counts)}"
				>${check?.verdictText ?? 'the head of the run says nothing about it'}</span
			>
		</td>
		<td>${statusBar(counts)}</td>
		${STATUS_ORDER.map(
			(status) =>
				html`<td class="number ${counts[status] === 0 && 'zero'}">${counts[status]}</td> `,
		)}
	</tr> `;
}
