import { prettyJson } from '../../pack/json';
import { digest } from '../facts';
import { html, type Html } from '../html';
import type { ReportModel } from '../model';

/** The policy that decided the results, as it was. */
export function policy(model: ReportModel): Html | false {
	if (!model.run) return false;
	return html`<section aria-labelledby="policy">
		<h2 id="policy">The policy that decided the results</h2>
		<p>SHA-256 of its canonical form: ${digest(model.run.policySha256)}</p>
		<pre class="policy"><code>${prettyJson(model.run.policy).trimEnd()}</code></pre>
	</section>`;
}
