import type { ListName, ListState } from '../../../shared/contracts';
import { LIST_TITLES } from '../../pack/listTitles';
import { html, type Html } from '../html';
import type { ReportModel } from '../model';

const STATE_WORDS: Record<ListState, string> = {
	read: 'read',
	empty: 'arrived empty',
	failed: 'could not be read',
	notConnected: 'not connected',
};

/** What was understood of each connected list, so that a wrong column is seen at once. */
export function lists(model: ReportModel): Html | false {
	if (!model.run || model.run.lists.length === 0) return false;
	return html`<section aria-labelledby="lists">
		<h2 id="lists">What was understood of your lists</h2>
		<div class="scroll" role="region" aria-label="Connected lists" tabindex="0">
			<table>
				<thead>
					<tr>
						<th scope="col">List</th>
						<th scope="col">State</th>
						<th scope="col" class="number">Rows</th>
						<th scope="col">Understood as</th>
					</tr>
				</thead>
				<tbody>
					${model.run.lists.map(
						({ list, state, rows, understood }) =>
							html`<tr>
								<th scope="row">${titleOf(list)}</th>
								<td>${STATE_WORDS[state] ?? state}</td>
								<td class="number">${rows}</td>
								<td>${understood}</td>
							</tr> `,
					)}
				</tbody>
			</table>
		</div>
	</section>`;
}

function titleOf(list: ListName): string {
	return LIST_TITLES[list] ?? list;
}
