import type { Collection, LeverCollection } from '../../../shared/contracts';
import { LIST_TITLES } from '../../pack/listTitles';
import { digest } from '../facts';
import { html, type Html } from '../html';
import type { ReportModel } from '../model';
import { readTitle } from './collections';
import type { NumberedRecord, RecordsOfRead } from '../recordBook';

/** Where one record of a resource is read again, below the base URL (lever-api.md §9). */
const RECORD_PATHS: Record<string, string> = {
	opportunities: '/opportunities/{record}',
	contacts: '/contacts/{record}',
	users: '/users/{record}',
	postings: '/postings/{record}',
	requisitions: '/requisitions/{record}',
};

/** These are read again with all others of their opportunity (lever-api.md §5). */
const BELOW_OPPORTUNITIES = ['offers', 'feedback', 'files', 'forms', 'notes'];

/** Every record that the results above rest on, once, with where to read it again and its hash. */
export function records(model: ReportModel): Html {
	return html`<section aria-labelledby="records">
		<h2 id="records">The records that results rest on</h2>
		<p>
			To re-perform a result, read each of its records again as stated, bring it into canonical form
			(RFC 8785) and compare its SHA-256; then hold the dates that were seen against what was
			expected. What Lever has changed since gives another hash.
		</p>
		${model.records.reads.map((read) => recordsOfRead(read, model))}
	</section>`;
}

function recordsOfRead(read: RecordsOfRead, model: ReportModel): Html {
	const { collection, records: all } = read;
	const isBelow =
		collection?.source === 'lever' && BELOW_OPPORTUNITIES.includes(collection.resource);
	const title = titleOf(collection);
	return html`<h3>${title}</h3>
		<p>${howToRead(collection)}</p>
		<div class="scroll" role="region" aria-label="Records: ${title}" tabindex="0">
			<table class="record-book">
				<thead>
					<tr>
						<th scope="col" class="number">No.</th>
						${isBelow && html`<th scope="col">Opportunity</th>`}
						<th scope="col">Record</th>
						<th scope="col">SHA-256</th>
					</tr>
				</thead>
				<tbody>
					${all.map((record) => row(record, isBelow ? model.opportunityOf : null))}
				</tbody>
			</table>
		</div>`;
}

function titleOf(collection: Collection | undefined): string {
	if (collection === undefined) return 'A read that is not in this pack';
	if (collection.source === 'list') return LIST_TITLES[collection.resource] ?? collection.resource;
	return `Lever, ${readTitle(collection)}`;
}

function howToRead(collection: Collection | undefined): Html {
	if (collection === undefined) return html`How it was read is not known.`;
	if (collection.source === 'list') return html`Rows of the list, as they were received.`;
	if (collection.purpose === 'connection') {
		return html`One record of each endpoint that the read names, asked for with this credential.`;
	}
	const path = RECORD_PATHS[collection.resource];
	const address = `GET ${collection.baseUrl}${path ?? firstPath(collection)}${expansions(collection)}`;
	return html`<code class="path">${address}</code>${path === undefined &&
		html`, the record with this id in the answer`}`;
}

/** What Lever sent along with each record: without it a record has another hash. */
function expansions({ requests, refusedExpansions = [] }: LeverCollection): string {
	const sent = new Set<string>();
	for (const { query } of requests) {
		for (const name of [query.expand ?? []].flat()) {
			if (!refusedExpansions.includes(name)) sent.add(name);
		}
	}
	if (sent.size === 0) return '';
	return `?${[...sent].map((name) => `expand=${encodeURIComponent(name)}`).join('&')}`;
}

function firstPath({ requests, resource }: LeverCollection): string {
	if (BELOW_OPPORTUNITIES.includes(resource)) return `/opportunities/{opportunity}/${resource}`;
	return requests[0]?.path ?? `/${resource}`;
}

function row(
	{ number, recordId, rawSha256 }: NumberedRecord,
	opportunityOf: ReadonlyMap<string, string> | null,
): Html {
	return html`<tr id="r${number}">
		<th scope="row" class="number">${number}</th>
		${opportunityOf && html`<td><code>${opportunityOf.get(recordId) ?? 'unknown'}</code></td>`}
		<td><code>${recordId}</code></td>
		<td>${digest(rawSha256)}</td>
	</tr>`;
}
