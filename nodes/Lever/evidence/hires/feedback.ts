import { compareCodeUnits } from '../../../shared/canonicalJson';
import type {
	FeedbackFacts,
	Hire,
	LeverCollection,
	ReadFailure,
	Visibility,
} from '../../../shared/contracts';
import { finishBelow, type FinishedBelow } from '../reading/belowCollection';
import { BelowReader, type BelowList } from '../reading/belowReader';
import type { CollectRun } from '../reading/collectionRecord';
import { epochOf, idOf, type LeverRecord } from '../reading/leverJson';

/** What Collect keeps of a feedback form (lever-api.md §5.10): no answer, no score. */
type KeptFeedback = Pick<FeedbackFacts, 'userId' | 'completedAt'> & { deleted: boolean };

const FEEDBACK: BelowList<KeptFeedback> = {
	resource: 'feedback',
	records: 'feedback forms',
	keep: ({ user, completedAt, deletedAt }: LeverRecord) => ({
		userId: idOf(user),
		completedAt: epochOf(completedAt),
		deleted: epochOf(deletedAt) !== null,
	}),
	notAsked: 'The feedback of this opportunity was not asked for.',
};

/**
 * The hires with the feedback of their opportunities. Faults are kept with them, not thrown.
 *
 * @throws LeverReadError when the key is not accepted or the execution was stopped
 */
export async function readFeedback(
	run: CollectRun,
	hires: readonly Hire[],
	confidential: Visibility,
): Promise<{ collection: LeverCollection; hires: Hire[] }> {
	const reader = new BelowReader(run, FEEDBACK);
	await reader.read(hires.flatMap(({ opportunityIds }) => opportunityIds));
	const finished = finishBelow(run, reader, {
		purpose: 'interviews',
		rule: `All feedback forms of each of the ${reader.outcomes.size} opportunities that hires were made of.`,
		confidential,
	});
	return {
		collection: finished.collection,
		hires: hires.map((hire) => ({ ...hire, feedback: feedbackOf(hire, finished) })),
	};
}

function feedbackOf(
	{ opportunityIds }: Hire,
	{ collection, recordsOf }: FinishedBelow<KeptFeedback>,
): NonNullable<Hire['feedback']> {
	let read: true | ReadFailure = true;
	const forms: FeedbackFacts[] = [];
	for (const opportunityId of opportunityIds) {
		const found = recordsOf(opportunityId);
		if (read === true) ({ read } = found);
		for (const { id, rawSha256, value } of found.records) {
			const { userId, completedAt, deleted } = value;
			if (!deleted) forms.push({ feedbackId: id, opportunityId, userId, completedAt, rawSha256 });
		}
	}
	forms.sort((a, b) => compareCodeUnits(a.feedbackId, b.feedbackId));
	return { read, forms, collectionId: collection.collectionId };
}
