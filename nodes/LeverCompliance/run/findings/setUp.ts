import { isAddOnNotThere } from '../../../shared/addOns';
import type { Collection, CollectionPurpose, ListName, ListState } from '../../../shared/contracts';
import type { Account, Check, CheckFamily, SubjectsByType } from '../../checks/types';
import { LIST_LABELS } from '../../lists';
import type { Policy } from '../../policy';
import { subjectTypesOf } from '../subjects/subjectTypes';

/** What decides which checks a run can make. */
export interface SetUp {
	/** Chosen in 'Checks'; empty = everything there is data for */
	families: readonly CheckFamily[];
	/** Purposes that Evidence: Collect read */
	purposes: ReadonlySet<CollectionPurpose>;
	/** Purposes that the account has not bought the reading of */
	withoutAddOn: ReadonlySet<CollectionPurpose>;
	listStates: Readonly<Record<ListName, ListState>>;
	policy: Policy;
	account: Account;
}

export function setUpOf(
	families: readonly CheckFamily[],
	collections: readonly Collection[],
	listStates: Readonly<Record<ListName, ListState>>,
	policy: Policy,
	account: Account,
): SetUp {
	const purposes = new Set<CollectionPurpose>();
	const withoutAddOn = new Set<CollectionPurpose>();
	for (const collection of collections) {
		if (collection.source === 'list') continue;
		purposes.add(collection.purpose);
		if (isAddOnNotThere(collection)) withoutAddOn.add(collection.purpose);
		// A read whose record got lost on the way was made all the same.
		for (const { purpose } of collection.reads ?? []) purposes.add(purpose);
	}
	return { families, purposes, withoutAddOn, listStates, policy, account };
}

/** To stand after "Not set up: ". */
const ADD_ON_MISSING =
	"Lever refuses audit events: they are bought separately, and need the permission 'List audit events'";

/** Choice in 'Checks' of Evidence: Collect that reads for a purpose; the others are always read. */
const CHOICES: Partial<Record<CollectionPurpose, string>> = {
	hires: 'Hires',
	users: 'Access',
	records: 'Records',
	jobs: 'Jobs',
	interviews: 'Interviews',
	files: 'Files',
	auditEvents: 'Audit Events',
	connection: 'Connection',
};

/** What Evidence: Collect must have read before there are subjects. */
const SUBJECT_READS: Partial<Record<keyof SubjectsByType, CollectionPurpose>> = {
	hire: 'hires',
	withdrawnHire: 'hires',
	user: 'users',
	opportunity: 'records',
};

/** Why a check gives no findings on purpose. */
export interface NotSetUp {
	/** To stand after "Not set up: " */
	because: string;
	/** Whether somebody should look: something that every run needs is missing (design, promise 4) */
	alarming: boolean;
}

/** What every run needs. The rest is there for those who want it, and missing on most days. */
const EXPECTED_LISTS: readonly ListName[] = ['screeningList', 'staffList'];
const EXPECTED_READS: readonly CollectionPurpose[] = ['hires', 'users', 'records'];

/**
 * Why a check gives no findings on purpose; null when it runs. A list that is not connected is one such
 * line, not one finding per person (design §3).
 */
export function notSetUp(check: Check, setUp: SetUp): NotSetUp | null {
	const { families, purposes, withoutAddOn, listStates, policy, account } = setUp;
	if (check.family !== 'population' && families.length > 0 && !families.includes(check.family)) {
		return calmly("not chosen in 'Checks'");
	}
	const off = check.offBecause?.(policy, account) ?? null;
	if (off !== null) return calmly(off);
	const needed = new Set([
		...subjectTypesOf(check).flatMap((type) => SUBJECT_READS[type] ?? []),
		...(check.needs.reads ?? []),
	]);
	if ([...needed].some((purpose) => withoutAddOn.has(purpose))) return calmly(ADD_ON_MISSING);
	const unread = [...needed].filter((purpose) => !purposes.has(purpose));
	if (unread.length > 0) {
		const choices = unread.map((purpose) => CHOICES[purpose] ?? purpose).join(' and ');
		return {
			because: `choose ${choices} in 'Checks' of the Lever node ('Evidence: Collect')`,
			alarming: unread.some((purpose) => EXPECTED_READS.includes(purpose)),
		};
	}
	const missing = check.needs.lists.filter((list) => listStates[list] === 'notConnected');
	if (missing.length === 0) return null;
	return {
		because: `connect ${missing.map((list) => LIST_LABELS[list]).join(' and ')}`,
		alarming: missing.some((list) => EXPECTED_LISTS.includes(list)),
	};
}

function calmly(because: string): NotSetUp {
	return { because, alarming: false };
}
