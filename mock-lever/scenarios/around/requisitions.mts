import { buildApproval, buildRequisition } from '../build/requisition.mts';
import { uuidFor } from '../ids.mts';
import type {
	LeverDatabase,
	StoredApplication,
	StoredPosting,
	StoredRequisition,
	StoredRequisitionField,
} from '../records.mts';

const DAY = 86_400_000;

/** One field of each type (lever-api.md §5.7) */
const FIELDS: readonly StoredRequisitionField[] = [
	{ id: 'cost_centre', text: 'Cost centre', type: 'text', isRequired: true },
	{ id: 'relocation_budget', text: 'Relocation budget', type: 'number', isRequired: false },
	{ id: 'needed_by', text: 'Needed by', type: 'date', isRequired: false },
	{
		id: 'grade',
		text: 'Grade',
		type: 'dropdown',
		isRequired: true,
		options: ['Junior', 'Senior', 'Lead'],
	},
	{
		id: 'workplace',
		text: 'Workplace',
		type: 'object',
		isRequired: false,
		subfields: [
			{ id: 'building', text: 'Building', type: 'text' },
			{ id: 'floor', text: 'Floor', type: 'number' },
		],
	},
];

/** A posting's requisition stands as its posting does */
const STATUSES: Record<StoredPosting['state'], StoredRequisition['status']> = {
	published: 'open',
	internal: 'onHold',
	closed: 'closed',
	draft: 'draft',
	pending: 'pending',
	rejected: 'rejected',
};

/** What was offered and who was hired, by posting. */
class Filled {
	private readonly offers = new Map<string, string[]>();
	private readonly hires = new Map<string, StoredApplication[]>();

	constructor(database: LeverDatabase) {
		const hired = database.archive_reasons.filter(({ type }) => type === 'hired');
		const reasons = new Set(hired.map(({ id }) => id));
		const applications = new Map<string, StoredApplication>();
		for (const application of database.applications) {
			// Whoever is hired on a requisition of a situation is none of the posting's own.
			if (application.requisitionForHire !== null) continue;
			applications.set(application.opportunityId, application);
			if (!reasons.has(application.archived?.reason ?? '')) continue;
			const known = this.hires.get(application.posting) ?? [];
			this.hires.set(application.posting, [...known, application]);
		}
		for (const { id, opportunityId, status } of database.offers) {
			const posting = applications.get(opportunityId)?.posting;
			if (posting === undefined || status === 'draft') continue;
			this.offers.set(posting, [...(this.offers.get(posting) ?? []), id]);
		}
	}

	offersOf({ id }: StoredPosting): string[] {
		return this.offers.get(id) ?? [];
	}

	hiresOf({ id }: StoredPosting): StoredApplication[] {
		return this.hires.get(id) ?? [];
	}
}

const customFields = (posting: StoredPosting, now: number): StoredRequisition['customFields'] => ({
	cost_centre: posting.categories.team ?? 'Other',
	relocation_budget: 2500,
	needed_by: now,
	grade: 'Senior',
	workplace: { building: posting.categories.location ?? '', floor: 2 },
});

/**
 * A requisition for each posting that has a code and no requisition yet, and the fields that the account adds to them.
 * Hires of a posting are hires against its requisition.
 */
export function addRequisitions(database: LeverDatabase, now: number): void {
	if (database.postings.length === 0) return;
	const filled = new Filled(database);
	const codes = new Set(database.requisitions.map(({ requisitionCode }) => requisitionCode));
	const [creator, approver = creator] = database.users;
	const accountId = database.accounts[0]?.id ?? '';
	for (const [position, posting] of database.postings.entries()) {
		const [code] = posting.requisitionCodes;
		if (code === undefined || posting.requisitionCodes.some((own) => codes.has(own))) continue;
		const hires = filled.hiresOf(posting);
		const createdAt = posting.createdAt - 10 * DAY;
		const id = uuidFor(`requisition/${posting.id}`);
		const status = STATUSES[posting.state];
		const approvalId = uuidFor(`approval/${id}`);
		const approved = position === 1 && creator !== undefined && approver !== undefined;
		const requisition = buildRequisition({
			id,
			code,
			posting,
			createdAt,
			status,
			hired: hires.length,
			...(position === 0 ? { headcount: 'unlimited' } : {}),
			offerIds: filled.offersOf(posting),
			...(approved
				? { approval: buildApproval(approvalId, accountId, creator, approver, createdAt) }
				: {}),
			...(status === 'closed' ? { closedAt: createdAt + 200 * DAY } : {}),
			customFields: customFields(posting, now + 60 * DAY),
		});
		database.requisitions.push(requisition);
		for (const application of hires) {
			application.requisitionForHire = {
				id,
				requisitionCode: requisition.requisitionCode,
				hiringManagerOnHire: requisition.hiringManager,
			};
		}
	}
	database.requisition_fields.push(...FIELDS);
}
