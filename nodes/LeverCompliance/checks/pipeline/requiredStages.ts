import { foldKey } from '../../policy/foldKey';
import { listOfTexts, tableOf, text } from '../../policy/settings';
import type { Policy } from '../../policy';
import type { CheckContext, HireSubject } from '../types';

export const REQUIRED_STAGES_SETTINGS = {
	requiredStages: tableOf({
		title: 'Required Stages',
		description:
			'Stages that a hire passes before the offer, in their order. A row holds for the posting and department that it names, a row that names neither for everybody; all rows that hold count together. Leave empty to switch PIP-01 off.',
		standard: [],
		columns: {
			posting: text({
				title: 'Posting',
				description: 'Title or ID of the posting, as in Lever',
				standard: '',
			}),
			department: text({
				title: 'Department',
				description: 'Department of the posting, as in Lever',
				standard: '',
			}),
			stages: listOfTexts({
				title: 'Stages',
				description: 'Names or IDs of stages, as in Lever, in the order in which they are passed',
				standard: [],
			}),
		},
		needed: ['stages'],
	}),
};

type Row = Policy['pipeline']['requiredStages'][number];

export const isForEverybody = ({ posting, department }: Row) =>
	foldKey(posting) === '' && foldKey(department) === '';

/**
 * The stages that the policy requires of a hire, each once, in the order of the policy; null when a row
 * asks for a posting or department and those of the hire are not known.
 */
export function requiredStagesOf(
	{ hire }: HireSubject,
	{ policy, account }: CheckContext,
): readonly string[] | null {
	const rows = policy.pipeline.requiredStages;
	const [postingId = null] = [hire.postingId ?? undefined, ...(hire.postingIds ?? [])].filter(
		(id) => id !== undefined,
	);
	const posting = postingId === null ? undefined : account.postings.get(postingId);
	const stages = new Map<string, string>();
	for (const row of rows) {
		const holds = holdsFor(row, postingId, posting);
		if (holds === null) return null;
		if (holds) for (const stage of row.stages) stages.set(foldKey(stage), stage);
	}
	return [...stages.values()];
}

/** Null when it cannot be told. */
function holdsFor(
	row: Row,
	postingId: string | null,
	posting: { title: string; department: string | null } | undefined,
): boolean | null {
	if (isForEverybody(row)) return true;
	if (postingId === null) return null;
	const named = foldKey(row.posting);
	const byId = named === foldKey(postingId);
	if (posting === undefined) return byId && foldKey(row.department) === '' ? true : null;
	const ofPosting = named === '' || byId || named === foldKey(posting.title);
	const department = foldKey(row.department);
	return ofPosting && (department === '' || department === foldKey(posting.department ?? ''));
}
