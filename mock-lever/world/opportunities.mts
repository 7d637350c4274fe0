import { isDeepStrictEqual } from 'node:util';
import type { StoredApplication, StoredOpportunity, StoredStage } from '../scenarios/records.mts';
import type { Account } from './account.mts';

/**
 * What moves `updatedAt` when it changes (lever-api.md §5.1). Offers, files, feedback and notes are not in the
 * list: they move it only where they count as an interaction (`interactionNow`).
 */
const MOVES_UPDATED_AT: ReadonlyArray<keyof StoredOpportunity> = [
	'applications',
	'archived',
	'confidentiality',
	'contact',
	'dataProtection',
	'emails',
	'followers',
	'headline',
	'isAnonymized',
	'lastAdvancedAt',
	'lastInteractionAt',
	'links',
	'location',
	'name',
	'origin',
	'owner',
	'phones',
	'snoozedUntil',
	'sourcedBy',
	'sources',
	'stage',
	'stageChanges',
	'tags',
];

/** Stores an opportunity with some fields changed; `updatedAt` follows Lever's rules. */
export function changeOpportunity(
	account: Account,
	before: StoredOpportunity,
	changed: Partial<StoredOpportunity>,
): StoredOpportunity {
	const after = { ...before, ...changed };
	const moved = MOVES_UPDATED_AT.some((field) => !isDeepStrictEqual(before[field], after[field]));
	if (moved) after.updatedAt = account.now();
	account.store.put('opportunities', after);
	return after;
}

/** What somebody did for or with a candidate, archiving included, is an interaction. */
export const interactionNow = (account: Account) => ({ lastInteractionAt: account.now() });

/** Every field of an application that can change moves `updatedAt` of its opportunity (lever-api.md §5.1). */
export function changeApplications(
	account: Account,
	opportunity: StoredOpportunity,
	changed: Partial<StoredApplication>,
): void {
	const applications = account.store.related('applications', 'opportunityId', opportunity.id);
	for (const application of applications) {
		account.store.put('applications', { ...application, ...changed });
	}
	if (applications.length === 0) return;
	account.store.put('opportunities', { ...opportunity, updatedAt: account.now() });
}

/** Stages in pipeline order */
export const pipeline = ({ store }: Account): StoredStage[] =>
	[...store.database().stages].sort((a, b) => a.rank - b.rank);

/** One entry of `stageChanges`; the index is the stage's position in the pipeline, from 0. */
export function stageChange(
	account: Account,
	stageId: string,
	userId: string | undefined,
): StoredOpportunity['stageChanges'][number] {
	return {
		toStageId: stageId,
		toStageIndex: pipeline(account).findIndex((stage) => stage.id === stageId),
		updatedAt: account.now(),
		...(userId === undefined ? {} : { userId }),
	};
}
