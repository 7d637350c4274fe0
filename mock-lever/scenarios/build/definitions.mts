import type { StoredArchiveReason, StoredPosting, StoredStage } from '../records.mts';
import type { ArchiveReasonSituation, PostingSituation, StageSituation } from '../situation.mts';
import type { BuildContext } from './context.mts';

export function buildStage(context: BuildContext, stage: StageSituation): StoredStage {
	return { id: context.ids.resolve(stage.id), text: stage.text, rank: stage.rank };
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

export function buildPosting(context: BuildContext, posting: PostingSituation): StoredPosting {
	return { ...posting, id: context.ids.resolve(posting.id) };
}
