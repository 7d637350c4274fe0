import { uuidFor } from '../ids.mts';
import type { StoredFormTemplate, StoredOpportunity } from '../records.mts';
import type { FeedbackSituation, OpportunitySituation } from '../situation.mts';
import type { BuildContext } from './context.mts';
import { BELOW, nullableMoment } from './context.mts';
import { buildFile, buildUpload } from './files.mts';
import { buildFeedback, buildNote, buildProfileForm, type FormFacts } from './forms.mts';
import { feedbackTemplates, formTemplates } from './templates.mts';

/** Adds what a situation states below one of its opportunities, and that it states it. */
export function addBelow(
	context: BuildContext,
	source: OpportunitySituation,
	opportunity: StoredOpportunity,
): void {
	const { database, stated } = context;
	stated.opportunities.set(
		opportunity.id,
		new Set(BELOW.filter((below) => source[below] !== undefined)),
	);
	for (const [position, each] of (source.feedback ?? []).entries()) {
		const facts = factsOf(context, opportunity, each, `feedback/${position}`);
		database.feedback.push(buildFeedback(facts, first(feedbackTemplates(facts.createdAt)), null));
	}
	for (const [position, each] of (source.forms ?? []).entries()) {
		const facts = factsOf(context, opportunity, each, `form/${position}`);
		const template: StoredFormTemplate = first(formTemplates(facts.createdAt));
		const titled = { ...template, text: each.title ?? template.text };
		database.forms.push(buildProfileForm(facts, titled, opportunity.stage));
	}
	for (const [position, each] of (source.notes ?? []).entries()) {
		database.notes.push(
			buildNote({
				...factsOf(context, opportunity, each, `note/${position}`),
				stage: opportunity.stage,
				comments: each.comments ?? ['Prefers to talk in the afternoon.'],
				...(each.title !== undefined && { title: each.title }),
				...(each.secret !== undefined && { secret: each.secret }),
			}),
		);
	}
	for (const [position, { name, uploadedAt, by = null }] of (source.files ?? []).entries()) {
		const id = uuidFor(`${opportunity.id}/file/${position}`);
		const file = buildFile({
			id,
			opportunityId: opportunity.id,
			name,
			uploadedAt: context.clock.epoch(uploadedAt),
		});
		const userId = by === null ? null : context.ids.resolve(by);
		database.files.push(file);
		database.file_actions.push(buildUpload(uuidFor(`${id}/uploaded`), file, userId));
	}
}

/** @param name tells the records below one opportunity apart */
function factsOf(
	context: BuildContext,
	{ id }: StoredOpportunity,
	{ by, createdAt: given, completedAt, deletedAt }: FeedbackSituation,
	name: string,
): FormFacts {
	const createdAt = context.clock.epoch(given);
	return {
		id: uuidFor(`${id}/${name}`),
		opportunityId: id,
		user: context.ids.resolve(by ?? 'user-interviewer-1'),
		createdAt,
		completedAt: nullableMoment(context, completedAt, createdAt),
		deletedAt: nullableMoment(context, deletedAt, null),
	};
}

function first<T>(templates: readonly T[]): T {
	const [template] = templates;
	if (template === undefined) throw new Error('There is no template.');
	return template;
}
