import { compareCodeUnits } from '../../../shared/canonicalJson';
import {
	FINDING_STATUSES,
	type CheckRun,
	type Collection,
	type CollectionPurpose,
	type Finding,
	type FindingStatus,
	type LeverCollection,
	type ListName,
	type User,
	type Visibility,
} from '../../../shared/contracts';
import { isActiveSuperAdmin } from '../../checks/access/accountState';
import { namedControls } from '../../checks/controls';
import type { VisibilityState } from '../../checks/population/visibility';
import type { Check, SubjectsByType } from '../../checks/types';
import { LIST_LABELS } from '../../lists';
import type { Policy } from '../../policy';
import { NOT_IN_POPULATION_TEXT, type NotInPopulationReason } from '../../population';
import type { CheckOutcome } from '../findings/evaluate';
import type { Shortfalls } from '../foundations';
import { subjectTypesOf } from '../subjects/subjectTypes';
import { decideVerdict } from './verdict';

/** What an empty population must be held against before it may be called "not occurring". */
export interface Visible {
	/** Read from Lever's production host */
	production: boolean;
	/** At least one opportunity was visible */
	opportunities: boolean;
	/** At least one active Super Admin was visible */
	superAdmins: boolean;
	/** Purpose → whether everything of it was read and arrived; a purpose that was not read is missing */
	complete: ReadonlyMap<CollectionPurpose, boolean>;
	/** Whether records that are known to be there were seen (IPE-02) */
	sentinels: VisibilityState;
	/** Purpose → what of it the credential may not see, in words */
	hidden: ReadonlyMap<CollectionPurpose, string>;
	/** Connected lists that did not arrive, so that nobody on them proves nothing → in words */
	missingLists: ReadonlyMap<ListName, string>;
}

export function visibleIn(
	collections: readonly Collection[],
	users: readonly User[],
	production: boolean,
	shortfalls: Shortfalls,
	sentinels: VisibilityState,
): Visible {
	const lever = collections.filter(
		(collection): collection is LeverCollection => collection.source === 'lever',
	);
	const complete = new Map<CollectionPurpose, boolean>();
	const hidden = new Map<CollectionPurpose, string>();
	for (const { purpose, visibility } of lever) {
		complete.set(purpose, !shortfalls.has(purpose));
		if (purpose === 'hires' && isHidden(visibility.confidential)) {
			hidden.set(purpose, 'confidential opportunities were not visible');
		}
		if (purpose === 'users' && isHidden(visibility.deactivated)) {
			hidden.set(purpose, 'deactivated users were not visible');
		}
	}
	return {
		production,
		opportunities: lever.some(
			({ resource, uniqueIds }) => resource === 'opportunities' && uniqueIds > 0,
		),
		superAdmins: users.some(isActiveSuperAdmin),
		complete,
		sentinels,
		hidden,
		missingLists: new Map(
			collections.flatMap((collection) =>
				collection.source === 'list' && !collection.complete
					? [
							[
								collection.resource,
								`the ${LIST_LABELS[collection.resource]} did not arrive`,
							] as const,
						]
					: [],
			),
		),
	};
}

/** Whether a part of a population that Lever hides by default was left out of the read. */
export function isHidden(visibility: Visibility): boolean {
	return visibility === 'forbidden' || visibility === 'notAsked';
}

/** What the subjects of a type are called, many of them. */
const SUBJECTS_TEXT: Record<keyof SubjectsByType, string> = {
	account: 'accounts',
	collection: 'reads',
	hire: 'hires',
	opportunity: 'opportunities',
	screeningRecord: 'screening records',
	staffRecord: 'staff rows',
	user: 'users',
	withdrawnHire: 'withdrawn hires',
};

/** Of a check that judges the account besides, the account is no number worth counting. */
function subjectsText(check: Check): string {
	const types = subjectTypesOf(check);
	const counted = types.length > 1 ? types.filter((type) => type !== 'account') : types;
	return counted.map((type) => SUBJECTS_TEXT[type]).join(' and ');
}

/** One line of `run.checks` with its verdict. */
export function checkRun(
	{ check, findings, findingsSha256, leftOut, notSetUp }: CheckOutcome,
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
		notInPopulation: {
			...(check.evaluate.hire && notSetUp === null && inWords(unjudged(check, notInPopulation))),
			...Object.fromEntries([...leftOut].sort(([a], [b]) => compareCodeUnits(a, b))),
		},
		findingsSha256,
		...decideVerdict({
			counts,
			subjects: subjectsText(check),
			notSetUpBecause: notSetUp?.because ?? null,
			doubts: [
				...doubtsAboutNothing(check.needs.collections, visible),
				...check.needs.lists.flatMap((list) => visible.missingLists.get(list) ?? []),
			],
			visibilityTested: visible.sentinels === 'seen',
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

/** Without those whom the check judges although they are no hires: nobody is counted twice. */
function unjudged(
	{ evaluate }: Check,
	counts: Record<NotInPopulationReason, number>,
): Record<NotInPopulationReason, number> {
	return evaluate.withdrawnHire ? { ...counts, withdrawnBeforeStart: 0 } : counts;
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
	{ production, opportunities, superAdmins, complete, hidden, sentinels }: Visible,
): string[] {
	const unread = purposes.filter((purpose) => complete.get(purpose) !== true);
	return [
		...unread.map((purpose) => `the ${purpose} were not read completely`),
		...purposes.flatMap((purpose) => hidden.get(purpose) ?? []),
		...(production ? [] : ["it was not read from Lever's production host"]),
		...(opportunities ? [] : ['no opportunity was visible']),
		...(superAdmins ? [] : ['no Super Admin was visible']),
		...(sentinels === 'missing' ? ['a record that is known to be there was not visible'] : []),
	];
}
