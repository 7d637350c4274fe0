import type { LinkToConfirm, LinksToConfirm } from '../../../shared/contracts';
import { EVIDENCE_FILES } from '../../pack/names';
import { counted } from '../../pack/words';
import { confirmTable } from '../../seal/confirmTable';
import { id } from '../facts';
import { html, type Html } from '../html';
import type { ReportModel } from '../model';

/** Why somebody must look, for each reason. */
const REASONS: Record<LinkToConfirm['why'], string> = {
	'name-only': 'found by name and time of order only',
	'names-differ': 'found by e-mail, but the names share no word, or one of them is missing',
	ambiguous: 'may be of this person or of somebody else',
};

/** Records of which a person must say whose they are, with rows that only have to be filled in. */
export function confirm(model: ReportModel): Html | false {
	if (model.run?.toConfirm === undefined) return false;
	return html`<section aria-labelledby="confirm">
		<h2 id="confirm">Links to confirm</h2>
		${content(model)}
	</section>`;
}

function content({ run, limits }: ReportModel): Html {
	const { links, withoutReference }: LinksToConfirm = run?.toConfirm ?? {
		links: [],
		withoutReference: [],
	};
	if (links.length + withoutReference.length === 0) {
		return html`<p>There is nothing to confirm.</p>`;
	}
	const shown = links.slice(0, limits.results);
	return html`<p>
			Whose is the record? Where you find that it is this person's, fill in who asked, who approved,
			when and why, and put the row on your Approvals list: the next run takes it as certain. A row
			without these does nothing. All rows stand in <code>${EVIDENCE_FILES.toConfirm}</code>.
		</p>
		${shown.length > 0 && table(shown)}
		${links.length > shown.length &&
		html`<p>${counted(links.length - shown.length, 'more link')} stand in that file only.</p>`}
		${shown.length > 0 &&
		html`<details>
			<summary>${counted(shown.length, 'row')} to copy</summary>
			<pre><code>${confirmTable(shown).replace('\uFEFF', '')}</code></pre>
		</details>`}
		${withoutReference.length > 0 &&
		html`<p>
			${counted(withoutReference.length, 'hire')} may have a record that cannot be named, because it
			has no reference of its own on the list: ${withoutReference.map((one) => html`${id(one)} `)}
		</p>`}`;
}

function table(links: readonly LinkToConfirm[]): Html {
	return html`<div class="scroll" role="region" aria-label="Links to confirm" tabindex="0">
		<table>
			<thead>
				<tr>
					<th scope="col">Hire</th>
					<th scope="col">Record</th>
					<th scope="col">Why</th>
				</tr>
			</thead>
			<tbody>
				${links.map(
					({ subjectId, recordId, why }) =>
						html`<tr>
							<th scope="row">${id(subjectId)}</th>
							<td>${id(recordId)}</td>
							<td>${REASONS[why]}</td>
						</tr> `,
				)}
			</tbody>
		</table>
	</div>`;
}
