import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { Requisition } from '../../../shared/contracts';
import type { Crawled, CrawlPlan } from '../reading/crawlPlan';
import type { Extra } from '../reading/extras';
import {
	countOf,
	epochOf,
	idOf,
	isRecord,
	recordsOf,
	textOf,
	type LeverRecord,
} from '../reading/leverJson';
import { distinct } from '../opportunities/opportunity';

/** What Collect keeps of a requisition (lever-api.md §5.7); no pay, no notes, no fields of the account's own. */
type RequisitionFacts = Omit<Requisition, 'kind' | 'requisitionId' | 'collectionId' | 'rawSha256'>;

/** @param refused extras that Lever refused earlier in this run */
export function requisitionsPlan(refused: readonly Extra[]): CrawlPlan<RequisitionFacts> {
	return {
		resource: 'requisitions',
		purpose: 'jobs',
		rule: 'Every requisition of the account, in every status.',
		requests: [{ path: '/requisitions', query: {} }],
		extras: ['confidential'],
		refused,
		without: {
			confidential:
				'Confidential requisitions are missing: this credential may not read confidential data.',
		},
		deactivated: 'notApplicable',
		partition: null,
		rereads: false,
		identify: ({ id }) => idOf(id),
		keep: requisitionFacts,
	};
}

/** Sorted by id. */
export function requisitionItems({
	records,
	collection,
}: Crawled<RequisitionFacts>): Requisition[] {
	return records
		.map(
			({ id, rawSha256, value }): Requisition => ({
				kind: 'requisition',
				requisitionId: id,
				...value,
				collectionId: collection.collectionId,
				rawSha256,
			}),
		)
		.sort((a, b) => compareCodeUnits(a.requisitionId, b.requisitionId));
}

function requisitionFacts(raw: LeverRecord): RequisitionFacts {
	return {
		requisitionCode: textOf(raw.requisitionCode),
		status: textOf(raw.status),
		headcountTotal: headcountOf(raw),
		headcountHired: countOf(raw.headcountHired),
		employmentStatus: textOf(raw.employmentStatus),
		creator: idOf(raw.creator),
		owner: idOf(raw.owner),
		hiringManager: idOf(raw.hiringManager),
		postingIds: idsOf(raw.postings),
		offerIds: idsOf(raw.offerIds),
		approval: approvalOf(raw.approval),
		createdAt: epochOf(raw.createdAt),
		closedAt: epochOf(raw.closedAt),
		confidential: raw.confidentiality === 'confidential',
	};
}

function headcountOf({ headcountTotal, headcountInfinite }: LeverRecord) {
	if (headcountTotal === 'unlimited' || headcountInfinite === true) return 'unlimited';
	return countOf(headcountTotal);
}

/** Without steps there is no approval. */
function approvalOf(approval: unknown): RequisitionFacts['approval'] {
	if (!isRecord(approval)) return null;
	const steps = recordsOf(approval.steps);
	if (steps.length === 0) return null;
	const approvers = steps.flatMap((step) => recordsOf(step.approvers));
	return {
		status: textOf(approval.status),
		approvedAt: epochOf(approval.approvedAt),
		approvedBy: distinct(approvers.filter(({ approved }) => approved === true).map(approverOf)),
	};
}

/** Who approved in somebody's place comes first; somebody found by a rule has no id of their own. */
function approverOf({ user, overridingUserId }: LeverRecord): string | null {
	return textOf(overridingUserId) ?? (isRecord(user) ? textOf(user.userId) : null);
}

function idsOf(value: unknown): string[] {
	return Array.isArray(value) ? distinct(value.map(idOf)) : [];
}
