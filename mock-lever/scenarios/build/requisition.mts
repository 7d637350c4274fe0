import { uuidFor } from '../ids.mts';
import type { StoredApproval, StoredPosting, StoredRequisition, StoredUser } from '../records.mts';
import { DAY } from './context.mts';

export interface RequisitionFacts {
	id: string;
	/** For instance `T-31` */
	code: string;
	/** Its name, place, team and people are the requisition's too */
	posting: StoredPosting;
	createdAt: number;
	/** Default `open` */
	status?: StoredRequisition['status'];
	hired: number;
	/** Default: two more than were hired */
	headcount?: number | 'unlimited';
	offerIds: string[];
	/** Default: no approval was asked for */
	approval?: StoredApproval;
	/** Milliseconds; of closed ones */
	closedAt?: number;
	customFields?: StoredRequisition['customFields'];
	/** Default: the posting's */
	people?: Pick<StoredRequisition, 'creator' | 'owner' | 'hiringManager'>;
	/** Ids; default: the posting alone */
	postings?: string[];
	/** Default `full-time` */
	employmentStatus?: string | null;
}

/** An approval in two steps: one person named, one found by the requisition's own manager. */
export function buildApproval(
	id: string,
	accountId: string,
	creator: StoredUser,
	approver: StoredUser,
	startedAt: number,
): StoredApproval {
	const approvedAt = startedAt + 2 * DAY;
	const step = (position: number) => ({
		id: uuidFor(`${id}/step/${position}`),
		completed: true,
		status: 'approved',
		outOfBandOnly: false,
		approvalsRequired: 1,
	});
	const approval = (position: number) => ({
		id: uuidFor(`${id}/approver/${position}`),
		approved: true,
		approvedAt: startedAt + position * DAY,
	});
	return {
		id,
		status: 'approved',
		startedAt,
		approvedAt,
		accountId,
		createdBy: creator.id,
		steps: [
			{
				...step(1),
				approvers: [
					{
						...approval(1),
						user: { userId: approver.id, email: approver.email },
						isDynamic: false,
						type: 'static',
					},
				],
			},
			{
				...step(2),
				approvers: [{ ...approval(2), user: 'Hiring manager', isDynamic: true, type: 'dynamic' }],
			},
		],
	};
}

/** A requisition for one posting, with all of Lever's keys in Lever's order (lever-api.md §5.7). */
export function buildRequisition(facts: RequisitionFacts): StoredRequisition {
	const { id, code, posting, createdAt, hired, status = 'open' } = facts;
	const headcount = facts.headcount ?? hired + 2;
	const closedAt = facts.closedAt ?? null;
	return {
		id,
		createdAt,
		confidentiality: posting.confidentiality,
		status,
		name: posting.text,
		requisitionCode: code,
		headcountTotal: headcount,
		headcountHired: hired,
		headcountInfinite: headcount === 'unlimited',
		backfill: false,
		creator: facts.people ? facts.people.creator : posting.user,
		owner: facts.people ? facts.people.owner : posting.owner,
		hiringManager: facts.people ? facts.people.hiringManager : posting.hiringManager,
		internalNotes: '',
		compensationBand: { min: 52_000, max: 78_000, currency: 'EUR', interval: 'per-year-salary' },
		approval: facts.approval ?? { steps: [] },
		employmentStatus: facts.employmentStatus === undefined ? 'full-time' : facts.employmentStatus,
		location: posting.categories.location,
		team: posting.categories.team,
		department: posting.categories.department,
		postings: facts.postings ?? [posting.id],
		offerIds: facts.offerIds,
		timeToFillStartAt: createdAt + DAY,
		timeToFillEndAt: closedAt,
		updatedAt: closedAt ?? createdAt + DAY,
		customFields: facts.customFields ?? {},
		closedAt,
	};
}
