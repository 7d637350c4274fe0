import type { IsoInstant, ListDoubt, ListName } from '../../shared/contracts';
import { reviewDays } from '../checks/access/accessReviews';
import type { CheckContext, ListStanding } from '../checks/types';
import {
	isOlderThan,
	LIST_LABELS,
	type ApprovalsList,
	type ReadList,
	type StaffList,
} from '../lists';
import { policyZones, type Policy } from '../policy';
import { byKeys } from '../manyByKey';

/** What the connected lists can be used for (rules.md §5, §7). */
export function listStandings(
	lists: {
		screening: ReadList;
		staff: StaffList;
		approvals: ApprovalsList;
		previousRun: ReadList;
	},
	policy: Policy,
	asOf: IsoInstant,
): ListStandings {
	const { organisation } = policyZones(policy);
	return {
		screeningList: standing(lists.screening, policy.screening.listMaxAgeDays, asOf),
		staffList: {
			...standing(lists.staff, policy.access.staffListMaxAgeDays, asOf),
			leaversOnly: lists.staff.leaversOnly,
		},
		// What is approved says itself until when it holds.
		approvals: {
			...standing(lists.approvals, Infinity, asOf),
			bySubject: byKeys(lists.approvals.approvals, ({ subjectId }) => [subjectId]),
			reviewDays: reviewDays(
				lists.approvals.approvals,
				organisation,
				organisation.civilDate(Date.parse(asOf)),
			),
		},
		// How old it may be is what IPE-04 tests.
		previousRunList: standing(lists.previousRun, Infinity, asOf),
	};
}

export type ListStandings = Pick<
	CheckContext,
	'screeningList' | 'staffList' | 'approvals' | 'previousRunList'
>;

const DOUBT_REASONS: Record<NonNullable<ListStanding['doubt']>['reason'], ListDoubt['reason']> = {
	'list-empty': 'empty',
	'list-failed': 'failed',
	'list-too-old': 'tooOld',
};

/** What the head of the run says about a list, for Seal to read. */
export function listDoubts(
	list: ListName,
	standings: Pick<CheckContext, 'screeningList' | 'staffList'>,
): ListDoubt[] {
	if (list !== 'screeningList' && list !== 'staffList') return [];
	const { doubt, label } = standings[list];
	const doubts: ListDoubt[] = [];
	if (doubt) doubts.push({ reason: DOUBT_REASONS[doubt.reason], text: doubt.text });
	if (list === 'staffList' && standings.staffList.leaversOnly) {
		doubts.push({ reason: 'leaversOnly', text: `the ${label} names no current employee` });
	}
	return doubts;
}

function standing(list: ReadList, maxAgeDays: number, asOf: IsoInstant): ListStanding {
	const label = LIST_LABELS[list.list];
	const collectionId = list.collection?.collectionId ?? null;
	return { label, collectionId, doubt: doubtAbout(list, label, maxAgeDays, asOf) };
}

function doubtAbout(
	{ state, collection }: ReadList,
	label: string,
	maxAgeDays: number,
	asOf: IsoInstant,
): ListStanding['doubt'] {
	if (state === 'empty') return { reason: 'list-empty', text: `the ${label} arrived empty` };
	if (state === 'failed') return { reason: 'list-failed', text: `the ${label} did not arrive` };
	if (collection === null || !isOlderThan(collection, maxAgeDays, asOf)) return null;
	return {
		reason: 'list-too-old',
		text: `the ${label} is ${collection.ageDays} days old and the policy allows ${maxAgeDays}`,
	};
}
