import type { LeverCollection, ListCollection, Visibility } from '../../../shared/contracts';
import { counted, enumerated } from '../../pack/words';
import { LIST_TITLES } from '../../pack/listTitles';
import { digest } from '../facts';
import { html, type Html } from '../html';
import type { ReportModel } from '../model';
import { readAnchor } from '../recordBook';

const VISIBILITY_WORDS: Record<Visibility, string | null> = {
	included: 'included',
	forbidden: 'not visible',
	notAsked: 'not asked for',
	notApplicable: null,
};

/** How each population was read: what an auditor calls information produced by the entity. */
export function collections(model: ReportModel): Html {
	const reads = model.sealed.collections;
	return html`<section aria-labelledby="collections">
		<h2 id="collections">How each population was read</h2>
		${reads.length === 0
			? html`<p>No record of any read arrived.</p>`
			: html`<p>
						A fingerprint is the SHA-256 of every record in canonical form (RFC 8785), sorted by id,
						one per line.
					</p>
					<div class="scroll" role="region" aria-label="How each population was read" tabindex="0">
						<table class="collections">
							<thead>
								<tr>
									<th scope="col">Population</th>
									<th scope="col">Complete</th>
									<th scope="col" class="number">Records</th>
									<th scope="col">How</th>
									<th scope="col">Visibility</th>
									<th scope="col">Fingerprint</th>
								</tr>
							</thead>
							<tbody>
								${reads.map((read, index) =>
									read.source === 'lever'
										? leverRow(read, readAnchor(index))
										: listRow(read, readAnchor(index)),
								)}
							</tbody>
						</table>
					</div>`}
	</section>`;
}

/** For instance "opportunities (hires)": several reads can be of the same resource. */
export function readTitle({ resource, purpose }: LeverCollection): string {
	return resource === purpose ? resource : `${resource} (${purpose})`;
}

function leverRow(read: LeverCollection, anchor: string): Html {
	return html`<tr id="${anchor}">
		<th scope="row">${readTitle(read)} <span class="rule">${read.rule}</span></th>
		<td>${completeness(read)}</td>
		<td class="number">${recordCount(read)}</td>
		<td>
			${counted(read.pages, 'page')} of ${read.baseUrl}, <time>${read.startedAt}</time> to
			<time>${read.finishedAt}</time>. ${disturbances(read)} ${rereadTail(read)} ${requests(read)}
		</td>
		<td>${visibility(read)}</td>
		<td>${digest(read.recordsSha256)}</td>
	</tr> `;
}

/** What did not go smoothly; nothing is said of what did. */
function disturbances(read: LeverCollection): string {
	const parts = [
		...(read.retries > 0 ? [`${counted(read.retries, 'request')} sent again`] : []),
		...(read.throttled > 0 ? [`${counted(read.throttled, 'time')} asked to slow down`] : []),
		...(read.restartedCursors > 0
			? [`${counted(read.restartedCursors, 'list')} started again`]
			: []),
	];
	return parts.length === 0 ? '' : `On the way: ${enumerated(parts)}.`;
}

function rereadTail({ rereadTail: tail }: LeverCollection): string {
	if (tail === undefined) return '';
	return `What changed meanwhile was read again: ${counted(tail.records, 'record')}, ${tail.added} new, ${tail.changed} changed.`;
}

function visibility({ visibility: { confidential, deactivated } }: LeverCollection): string {
	const words = [
		['confidential', VISIBILITY_WORDS[confidential]],
		['deactivated', VISIBILITY_WORDS[deactivated]],
	].flatMap(([what, word]) => (word === null ? [] : [`${what} ${word ?? 'unknown'}`]));
	return words.length === 0 ? '–' : words.join(', ');
}

function requests(read: LeverCollection): Html {
	return html`<details>
		<summary>${counted(read.requests.length, 'request')}</summary>
		<ol class="requests">
			${read.requests.map(
				({ path, query }) => html`<li><code>GET ${path}${queryText(query)}</code></li> `,
			)}
		</ol>
	</details>`;
}

function queryText(query: Record<string, string | string[]>): string {
	const pairs = Object.entries(query).flatMap(([key, value]) =>
		[value].flat().map((text) => `${key}=${text}`),
	);
	return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function listRow(list: ListCollection, anchor: string): Html {
	const columns = Object.entries(list.columns).map(
		([meaning, column]) => `${meaning} from ${column}`,
	);
	return html`<tr id="${anchor}">
		<th scope="row">
			${LIST_TITLES[list.resource] ?? list.resource}
			<span class="rule"
				>${list.sourceName === '' ? list.rule : `${list.sourceName}. ${list.rule}`}</span
			>
		</th>
		<td>${completeness(list)}</td>
		<td class="number">${recordCount(list)}</td>
		<td>
			${list.exportedAt === null
				? 'Export date not stated, age not judged.'
				: `Exported ${list.exportedAt}, ${list.ageDays ?? 'unknown'} days old.`}
			${columns.length > 0 && `Columns: ${columns.join(', ')}.`}
		</td>
		<td>–</td>
		<td>${digest(list.recordsSha256)}</td>
	</tr> `;
}

function completeness(read: LeverCollection | ListCollection): Html {
	if (read.complete) return html`<span class="verdict pass">Complete</span>`;
	return html`<span class="verdict fail">Not complete</span>
		<span class="reason">${read.incompleteBecause}</span>`;
}

function recordCount(read: LeverCollection | ListCollection): Html {
	if (read.duplicates === 0) return html`${read.records}`;
	return html`${read.records} <span class="reason">${read.duplicates} of them double</span>`;
}
