import { isoMoment } from '../../fields/isoMoment';
import type { FeedbackTemplateRecord } from '../records';

/** What feedback templates and profile form templates both have; `questions` are the labels of its fields. */
export function simplifyTemplate(record: FeedbackTemplateRecord): object {
	const { group } = record;
	const named = typeof group === 'object' && group !== null && 'name' in group ? group.name : group;
	return {
		id: record.id,
		text: record.text ?? null,
		group: named ?? null,
		instructions: record.instructions ?? null,
		questions: (record.fields ?? []).map(({ text }) => text ?? ''),
		stageId: record.stage ?? null,
		createdAt: isoMoment(record.createdAt),
		updatedAt: isoMoment(record.updatedAt),
	};
}
