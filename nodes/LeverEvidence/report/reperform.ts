import type { Collection, EvidenceReference, LeverCollection } from '../../shared/contracts';
import { LIST_TITLES } from '../pack/listTitles';
import { digest } from './facts';
import { html, type Html } from './html';
import type { ReportModel } from './model';

/** Path of one record below the base URL, by Lever's name of the resource (lever-api.md §9). */
const RECORD_PATHS: Record<string, (recordId: string, model: ReportModel) => string> = {
	opportunities: (id) => `/opportunities/${id}`,
	offers: (id, model) => `/opportunities/${model.opportunityOfOffer.get(id) ?? '…'}/offers`,
	contacts: (id) => `/contacts/${id}`,
	users: (id) => `/users/${id}`,
};

/** Where each record that a finding rests on can be read again, and the hash it must then have. */
export function recordsOf(references: readonly EvidenceReference[], model: ReportModel): Html {
	if (references.length === 0) return html`<span class="quiet">no record named</span>`;
	return html`<ul class="records">
		${references.map((reference) => html`<li>${recordOf(reference, model)}</li> `)}
	</ul>`;
}

function recordOf(reference: EvidenceReference, model: ReportModel): Html {
	const collection = model.collections.get(reference.collectionId);
	if (reference.rawSha256 === null) return wholeCollection(reference, collection);
	return html`${whereToRead(reference, collection, model)}
		<span class="record-id">record <code>${reference.recordId}</code></span>
		${digest(reference.rawSha256)}`;
}

function whereToRead(
	reference: EvidenceReference,
	collection: Collection | undefined,
	model: ReportModel,
): Html {
	if (collection === undefined) return html`<span>a list that is not in this pack,</span>`;
	if (collection.source === 'list') return html`<span>${LIST_TITLES[collection.resource]},</span>`;
	const path = RECORD_PATHS[collection.resource]?.(reference.recordId, model);
	return html`<code class="path">GET /v1${path ?? firstPath(collection)}</code>`;
}

function wholeCollection(reference: EvidenceReference, collection: Collection | undefined): Html {
	if (collection === undefined) {
		return html`<span>a list that is not in this pack (${reference.recordId})</span>`;
	}
	if (collection.source === 'list') {
		return html`<span>the whole ${LIST_TITLES[collection.resource]}, as received</span> ${digest(
				collection.recordsSha256,
			)}`;
	}
	return html`<code class="path">GET /v1${firstPath(collection)}</code>
		<span>every record of this read</span> ${digest(collection.recordsSha256)}`;
}

function firstPath(collection: LeverCollection): string {
	const path = collection.requests[0]?.path ?? `/${collection.resource}`;
	return path.replace(/^\/v1(?=\/)/, '');
}
