import {
	FINDING_STATUSES,
	type CheckRun,
	type Collection,
	type CollectionPurpose,
	type Finding,
	type FindingStatus,
	type LeverCollection,
	type User,
} from '../../shared/contracts';
import { isActiveSuperAdmin } from '../checks/access/accountState';
import { namedControls } from '../checks/controls';
import type { Policy } from '../policy';
import { NOT_IN_POPULATION_TEXT, type NotInPopulationReason } from '../population';
import type { CheckOutcome } from './evaluate';
import { findingsSha256 } from './findingOrder';
import { decideVerdict } from './verdict';

/** What an empty population must be held against before it may be called "not occurring". */
export interface Visible {
	/** Read from Lever's production host */
	production: boolean;
	/** At least one opportunity was visible */
	opportunities: boolean;
	/** At least one active Super Admin was visible */
	superAdmins: boolean;
	/** Purpose → whether everything of it was read; a purpose that was not read is missing */
	complete: ReadonlyMap<CollectionPurpose, boolean>;
}

export function visibleIn(
	collections: readonly Collection[],
	users: readonly User[],
	production: boolean,
): Visible {
	const lever = collections.filter(
		(collection): collection is LeverCollection => collection.source === 'lever',
	);
	const complete = new Map<CollectionPurpose, boolean>();
	for (const collection of lever) {
		complete.set(
			collection.purpose,
			collection.complete && (complete.get(collection.purpose) ?? true),
		);
	}
	return {
		production,
		opportunities: lever.some(
			({ resource, uniqueIds }) => resource === 'opportunities' && uniqueIds > 0,
		),
		superAdmins: users.some(isActiveSuperAdmin),
		complete,
	};
}

const SUBJECTS_TEXT = { hire: 'hires', user: 'users', collection: 'reads' } as const;

/** One line of `run.checks` with its verdict. */
export function checkRun(
	{ check, findings, notSetUpBecause }: CheckOutcome,
	notInPopulation: Record<NotInPopulationReason, number>,
	visible: Visible,
	policy: Policy,
): CheckRun {
	const counts = countStatuses(findings);
	return {
		id: check.id,
		version: check.version,
		title: check.title,
		tests: check.tests,
		controls: namedControls(check.controls, policy),
		population: findings.length,
		counts,
		notInPopulation:
			check.subjectType === 'hire' && notSetUpBecause === null ? inWords(notInPopulation) : {},
		findingsSha256: findingsSha256(findings),
		...decideVerdict({
			counts,
			subjects: SUBJECTS_TEXT[check.subjectType],
			notSetUpBecause,
			doubts: doubtsAboutNothing(check.needs.collections, visible),
		}),
	};
}

export function countStatuses(findings: readonly Finding[]): Record<FindingStatus, number> {
	const counts = Object.fromEntries(FINDING_STATUSES.map((status) => [status, 0])) as Record<
		FindingStatus,
		number
	>;
	for (const { status } of findings) counts[status] += 1;
	return counts;
}

function inWords(counts: Record<NotInPopulationReason, number>): Record<string, number> {
	const words: Record<string, number> = {};
	for (const reason of Object.keys(NOT_IN_POPULATION_TEXT) as NotInPopulationReason[]) {
		if (counts[reason] > 0) words[NOT_IN_POPULATION_TEXT[reason]] = counts[reason];
	}
	return words;
}

/** Why nothing found may not be called "not occurring" (rules.md §1). */
function doubtsAboutNothing(
	purposes: readonly CollectionPurpose[],
	{ production, opportunities, superAdmins, complete }: Visible,
): string[] {
	const unread = purposes.filter((purpose) => complete.get(purpose) !== true);
	return [
		...unread.map((purpose) => `the ${purpose} were not read completely`),
		...(production ? [] : ["it was not read from Lever's production host"]),
		...(opportunities ? [] : ['no opportunity was visible']),
		...(superAdmins ? [] : ['no Super Admin was visible']),
	];
}
