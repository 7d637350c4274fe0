import type { BridgeStep } from '../../../shared/contracts';
import { counted } from '../../pack/words';
import { prose } from '../facts';
import { html, type Html } from '../html';
import type { ReportModel } from '../model';
import { totals } from './top';

/** From everything that was read to everything that was tested. */
export function numbers(model: ReportModel): Html {
	return html`<section aria-labelledby="numbers">
		<h2 id="numbers">The numbers</h2>
		${totals(model)} ${model.run && model.run.bridge.length > 0 && bridge(model.run.bridge)}
		${leftOut(model)}
	</section>`;
}

function bridge(steps: readonly BridgeStep[]): Html {
	return html`<h3>From what was read to what was tested</h3>
		<ol class="bridge">
			${steps.map(
				({ label, count, note }) =>
					html`<li class="${isBeside(label) && 'beside'}">
						<span class="count">${count ?? 'not known'}</span>
						<span class="label">${label}</span>
						${note !== '' && html`<span class="note">${note}</span>`}
					</li> `,
			)}
		</ol>`;
}

/** Who was read but does not belong to the population, and why; ids only (rules.md §10). */
function leftOut({ run, limits }: ReportModel): Html | false {
	const all = run?.leftOut ?? [];
	if (all.length === 0) return false;
	const shown = all.slice(0, limits.results);
	return html`<details class="left-out">
		<summary>${counted(all.length, 'candidate')} left out of the population, and why</summary>
		<table>
			<thead>
				<tr>
					<th scope="col">Hire</th>
					<th scope="col">Why it was left out</th>
				</tr>
			</thead>
			<tbody>
				${shown.map(
					({ hireId, reason }) =>
						html`<tr>
							<th scope="row"><code>${hireId}</code></th>
							<td>${prose(reason)}</td>
						</tr> `,
				)}
			</tbody>
		</table>
		${all.length > shown.length &&
		html`<p class="more">
			${all.length - shown.length} more are in <code>run.json</code>, <code>leftOut</code>.
		</p>`}
	</details>`;
}

/** The staff list is a second source to compare with, not a step after the ones before it. */
function isBeside(label: string): boolean {
	return /staff list/i.test(label);
}
