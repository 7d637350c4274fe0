import { uuidFor } from '../ids.mts';
import type {
	StoredApplication,
	StoredApproval,
	StoredPosting,
	StoredRequisition,
} from '../records.mts';
import type { RequisitionSituation } from '../situation.mts';
import type { BuildContext } from './context.mts';
import { DAY, momentOr, nullableMoment, overlay } from './context.mts';
import { buildRequisition } from './requisition.mts';

/** The code of a requisition of a file, which postings name. */
export function codeOf({ number }: BuildContext, { id, code }: RequisitionSituation): string {
	return code ?? `R-${number}-${id}`;
}

/**
 * Adds a requisition that a situation states, and that opportunities were hired on it. Its postings and the
 * opportunities of the file must be in the account.
 */
export function addRequisition(context: BuildContext, source: RequisitionSituation): void {
	const { database, ids, clock } = context;
	const postings = ids.resolveAll(source.postings);
	const posting = database.postings.find(({ id }) => id === postings[0]);
	if (posting === undefined) throw new Error(`"${source.id}" needs a posting.`);
	const applications = applicationsTo(context, source, postings);
	const hires = applications.filter(({ hired }) => hired);
	const createdAt = momentOr(context, source.createdAt, clock.epoch({ day: -500 }));
	const status = source.status ?? 'open';
	const closedAt = nullableMoment(
		context,
		source.closedAt,
		status === 'closed' ? clock.epoch({ day: -100 }) : null,
	);
	const id = ids.resolve(source.id);
	const built = buildRequisition({
		id,
		code: codeOf(context, source),
		posting,
		createdAt,
		status,
		hired: source.hired ?? hires.length,
		...(source.headcount !== undefined && { headcount: source.headcount }),
		offerIds: source.offers ? ids.resolveAll(source.offers) : offersOf(context, applications),
		...(closedAt !== null && { closedAt }),
		...(source.approval && { approval: approvalOf(context, id, source.approval, createdAt) }),
		people: peopleOf(context, source, posting),
		postings,
		...(source.employmentStatus !== undefined && { employmentStatus: source.employmentStatus }),
	});
	const requisition = overlay(context, built, source.raw);
	database.requisitions.push(requisition);
	for (const { application } of hires) {
		application.requisitionForHire = {
			id,
			requisitionCode: requisition.requisitionCode,
			hiringManagerOnHire: requisition.hiringManager,
		};
	}
}

interface Applied {
	application: StoredApplication;
	/** Whether the opportunity is hired on this requisition */
	hired: boolean;
}

/** Of the opportunities of this file: those that name the requisition, and those that applied to its postings. */
function applicationsTo(
	{ database, ids, situation }: BuildContext,
	{ id }: RequisitionSituation,
	postings: readonly string[],
): Applied[] {
	const hiredReasons = new Set(
		database.archive_reasons.filter(({ type }) => type === 'hired').map((reason) => reason.id),
	);
	return (situation.lever?.opportunities ?? []).flatMap((source): Applied[] => {
		const opportunityId = ids.resolve(source.id);
		const application = database.applications.find((each) => each.opportunityId === opportunityId);
		if (application === undefined) return [];
		if (source.requisition !== undefined) {
			return source.requisition === id ? [{ application, hired: true }] : [];
		}
		if (!postings.includes(application.posting)) return [];
		return [{ application, hired: hiredReasons.has(application.archived?.reason ?? '') }];
	});
}

function offersOf({ database }: BuildContext, applications: readonly Applied[]): string[] {
	const opportunities = new Set(applications.map(({ application }) => application.opportunityId));
	return database.offers
		.filter(({ opportunityId, status }) => opportunities.has(opportunityId) && status !== 'draft')
		.map(({ id }) => id);
}

function peopleOf(
	{ ids }: BuildContext,
	{ creator, owner, hiringManager }: RequisitionSituation,
	posting: StoredPosting,
): Pick<StoredRequisition, 'creator' | 'owner' | 'hiringManager'> {
	const user = (name: string | null | undefined, otherwise: string | null) =>
		name === undefined ? otherwise : name === null ? null : ids.resolve(name);
	return {
		creator: user(creator, posting.user),
		owner: user(owner, posting.owner),
		hiringManager: user(hiringManager, posting.hiringManager),
	};
}

function approvalOf(
	context: BuildContext,
	requisitionId: string,
	source: NonNullable<RequisitionSituation['approval']>,
	createdAt: number,
): StoredApproval {
	const { database, ids } = context;
	const { status = 'approved', approvers = ['user-super-admin-2'] } = source;
	const startedAt = momentOr(context, source.startedAt, createdAt);
	const approved = status === 'approved';
	const approvedAt = nullableMoment(
		context,
		source.approvedAt,
		approved ? startedAt + 2 * DAY : null,
	);
	const id = uuidFor(`approval/${requisitionId}`);
	return {
		id,
		status,
		startedAt,
		...(approvedAt !== null && { approvedAt }),
		accountId: database.accounts[0]?.id ?? '',
		createdBy: ids.resolve('user-super-admin-1'),
		steps: [
			{
				id: uuidFor(`${id}/step`),
				completed: approved,
				status,
				outOfBandOnly: false,
				approvalsRequired: approvers.length,
				approvers: ids.resolveAll(approvers).map((userId) => ({
					id: uuidFor(`${id}/approver/${userId}`),
					user: { userId, email: database.users.find((each) => each.id === userId)?.email ?? '' },
					isDynamic: false,
					approved,
					approvedAt,
					type: 'static',
				})),
			},
		],
	};
}
