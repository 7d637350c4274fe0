import type { Collection, CollectionPurpose, ListName, ListState } from '../../shared/contracts';
import type { Check, CheckFamily } from '../checks/types';
import { LIST_LABELS } from '../lists';

/** What decides which checks a run can make. */
export interface SetUp {
	/** Chosen in 'Checks'; empty = everything there is data for */
	families: readonly CheckFamily[];
	/** Purposes that Evidence: Collect read */
	purposes: ReadonlySet<CollectionPurpose>;
	listStates: Readonly<Record<ListName, ListState>>;
}

export function setUpOf(
	families: readonly CheckFamily[],
	collections: readonly Collection[],
	listStates: Readonly<Record<ListName, ListState>>,
): SetUp {
	const purposes = new Set<CollectionPurpose>();
	for (const collection of collections) {
		if (collection.source === 'list') continue;
		purposes.add(collection.purpose);
		// A read whose record got lost on the way was made all the same.
		for (const { purpose } of collection.reads ?? []) purposes.add(purpose);
	}
	return { families, purposes, listStates };
}

/** What Evidence: Collect must have read before there are subjects, and its name in Collect's 'Checks'. */
const SUBJECT_READS = {
	hire: { purpose: 'hires', choice: 'Hires' },
	user: { purpose: 'users', choice: 'Access' },
	collection: null,
} as const;

/**
 * Why a check gives no findings on purpose, to stand after "Not set up: "; null when it runs. A list
 * that is not connected is one such line, not one finding per person (design §3).
 */
export function notSetUpBecause(check: Check, setUp: SetUp): string | null {
	const { families, purposes, listStates } = setUp;
	if (check.family !== 'population' && families.length > 0 && !families.includes(check.family)) {
		return "not chosen in 'Checks'";
	}
	const read = SUBJECT_READS[check.subjectType];
	if (read !== null && !purposes.has(read.purpose)) {
		return `choose ${read.choice} in 'Checks' of the Lever node ('Evidence: Collect')`;
	}
	const missing = check.needs.lists.filter((list) => listStates[list] === 'notConnected');
	if (missing.length > 0)
		return `connect ${missing.map((list) => LIST_LABELS[list]).join(' and ')}`;
	return null;
}
