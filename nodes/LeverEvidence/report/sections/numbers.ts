import type { BridgeStep } from '../../../shared/contracts';
import { html, type Html } from '../html';
import type { ReportModel } from '../model';
import { totals } from './top';

/** From everything that was read to everything that was tested. */
export function numbers(model: ReportModel): Html {
	return html`<section aria-labelledby="numbers">
		<h2 id="numbers">The numbers</h2>
		${totals(model)} ${model.run && model.run.bridge.length > 0 && bridge(model.run.bridge)}
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

/** The staff list is a second source to compare with, not a step after the ones before it. */
function isBeside(label: string): boolean {
	return /staff list/i.test(label);
}
