import type { StoredOpportunity, StoredStage } from '../records.mts';

/**
 * The way through the pipeline, at even distances: from the first stage of the same part (leads or
 * applicants) to the current one. The index is the position in the pipeline, from 0 (lever-api.md §5.1).
 */
export function stageChanges(
	stages: readonly StoredStage[],
	current: string,
	createdAt: number,
	lastAdvancedAt: number,
	userId: string | null,
): StoredOpportunity['stageChanges'] {
	const applicants = stages.findIndex((stage) => stage.id === 'applicant-new');
	const end = stages.findIndex((stage) => stage.id === current);
	const start = end >= applicants ? applicants : 0;
	const way = stages.slice(start, end + 1);
	const step = way.length < 2 ? 0 : Math.floor((lastAdvancedAt - createdAt) / (way.length - 1));
	return way.map((stage, position) => {
		const last = position === way.length - 1;
		return {
			toStageId: stage.id,
			toStageIndex: start + position,
			updatedAt: last ? lastAdvancedAt : createdAt + position * step,
			...(position === 0 || userId === null ? {} : { userId }),
		};
	});
}
