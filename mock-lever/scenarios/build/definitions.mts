import type { StoredArchiveReason, StoredStage } from '../records.mts';
import type { ArchiveReasonSituation, StageSituation } from '../situation.mts';
import type { BuildContext } from './context.mts';

/** Part of the pipeline → first rank after it; the ranks of lever-api.md §3.1 lie in these ranges. */
const PIPELINES: ReadonlyArray<readonly [part: StoredStage['pipeline'], end: number]> = [
	['lead', 100],
	['applicant', 200],
	['screen', 230],
	['onsite', 300],
	['offer', Number.POSITIVE_INFINITY],
];

export function buildStage(context: BuildContext, stage: StageSituation): StoredStage {
	const { text, rank } = stage;
	const pipeline = PIPELINES.find(([, end]) => rank < end)?.[0] ?? 'lead';
	const hasInterview = pipeline === 'screen' || pipeline === 'onsite';
	return { id: context.ids.resolve(stage.id), text, rank, pipeline, hasInterview };
}

export function buildArchiveReason(
	context: BuildContext,
	reason: ArchiveReasonSituation,
): StoredArchiveReason {
	return {
		id: context.ids.resolve(reason.id),
		text: reason.text,
		status: reason.status ?? 'active',
		type: reason.type,
	};
}
