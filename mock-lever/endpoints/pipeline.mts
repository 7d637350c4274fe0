import type { StoredArchiveReason, StoredStage, StoredTag } from '../scenarios/records.mts';
import { json } from '../server/answer.mts';
import type { Endpoint } from '../server/endpoint.mts';
import { list, other, single } from '../server/endpoint.mts';
import { choice } from '../server/filters.mts';
import type { OrderChoice } from '../server/orders.mts';
import { always, byId } from '../server/orders.mts';
import { showAsIs } from '../server/shape.mts';
import { showStage } from './shared/show.mts';

const pipelineOrder: OrderChoice<StoredStage> = always({
	name: 'pipeline',
	parts: [{ of: (record) => record.rank }, { of: (record) => record.id }],
});

/** Alphabetical without regard to case; the text itself parts "Full-time" from "Full-Time" */
const byText: OrderChoice<StoredTag> = always({
	name: 'text',
	parts: [{ of: (record) => record.text.toLowerCase() }, { of: (record) => record.text }],
});

/** Other words for the types than `/archive_reasons` has (lever-api.md §5.14) */
const showDisposition = ({ id, text, type, status }: StoredArchiveReason) => ({
	id,
	text,
	type: type === 'hired' ? 'hired' : null,
	status,
});

/** lever-api.md §5.5, and the little-documented `/disposition_stages` of §5.14 */
export const pipelineEndpoints: readonly Endpoint[] = [
	list({
		path: '/stages',
		permission: 'list stages',
		scope: 'stages:read:admin',
		collection: 'stages',
		order: pipelineOrder,
		show: showStage,
	}),
	single({
		path: '/stages/:stage',
		permission: 'read stage',
		scope: 'stages:read:admin',
		collection: 'stages',
		what: 'Stage',
		show: showStage,
	}),
	other({
		path: '/disposition_stages',
		permission: 'list disposition stages',
		scope: 'stages:read:admin',
		answer({ query, store }) {
			const stages = store.inOrder('stages', pipelineOrder(query)).map(({ record }) => record);
			const reasons = store.inOrder('archive_reasons', byId(query)).map(({ record }) => record);
			return json({ data: { stages, archiveReasons: reasons.map(showDisposition) } });
		},
	}),
	list({
		path: '/tags',
		permission: 'list tags',
		scope: 'tags:read:admin',
		collection: 'tags',
		order: byText,
		show: showAsIs,
	}),
	list({
		path: '/sources',
		permission: 'list sources',
		scope: 'sources:read:admin',
		collection: 'sources',
		order: byText,
		show: showAsIs,
	}),
	list({
		path: '/archive_reasons',
		permission: 'list archive reasons',
		scope: 'archive_reasons:read:admin',
		collection: 'archive_reasons',
		filters: [choice('type', ['hired', 'non-hired'], (record) => record.type)],
		order: byId,
		show: showAsIs,
	}),
	single({
		path: '/archive_reasons/:archiveReason',
		permission: 'read archive reason',
		scope: 'archive_reasons:read:admin',
		collection: 'archive_reasons',
		what: 'Archive reason',
		show: showAsIs,
	}),
];
