import type {
	StoredArchiveReason,
	StoredOpportunity,
	StoredRequisition,
} from '../../scenarios/records.mts';
import type { Account } from '../account.mts';
import { defineChange } from '../change.mts';
import { aboutOpportunity } from '../events.mts';
import { idOf, opportunity, optional } from '../inputs.mts';
import { fillPosition, openRequisitionOf, vacatePosition } from '../headcount.mts';
import { changeApplications, changeOpportunity, interactionNow } from '../opportunities.mts';
import { ChangeRefused } from '../refused.mts';

const isHired = ({ store }: Account, archived: StoredOpportunity['archived']) =>
	archived !== null && store.get('archive_reasons', archived.reason)?.type === 'hired';

/** Archived or not: on the opportunity and on its application. */
function setArchived(
	account: Account,
	before: StoredOpportunity,
	archived: StoredOpportunity['archived'],
): StoredOpportunity {
	const after = changeOpportunity(account, before, { archived, ...interactionNow(account) });
	changeApplications(account, after, { archived });
	account.announce({
		event: 'candidateArchiveChange',
		data: { ...aboutOpportunity(after), fromArchived: before.archived, toArchived: archived },
		origin: after.origin,
	});
	return account.store.get('opportunities', before.id) ?? after;
}

/** Archives; with a reason of type `hired` it fills a position of the requisition, if there is one. */
export function archiveAs(
	account: Account,
	before: StoredOpportunity,
	reason: StoredArchiveReason,
	requisition: StoredRequisition | undefined,
): StoredOpportunity {
	const wasHired = isHired(account, before.archived);
	const hired = reason.type === 'hired';
	if (wasHired) vacatePosition(account, before);
	if (hired) fillPosition(account, before, requisition ?? openRequisitionOf(account, before));
	const archived = { reason: reason.id, archivedAt: account.now() };
	const after = setArchived(account, before, archived);
	if (hired && !wasHired) {
		account.announce({
			event: 'candidateHired',
			data: aboutOpportunity(after),
			origin: after.origin,
		});
	}
	return after;
}

export const archive = defineChange({
	about: 'Archives an opportunity, or gives an archived one another reason',
	inputs: {
		opportunity,
		reason: idOf('archive_reasons', 'an archive reason'),
		requisition: optional(idOf('requisitions', 'a requisition')),
	},
	run(account, { opportunity: before, reason, requisition }) {
		if (before.archived?.reason === reason.id) {
			throw new ChangeRefused(`The opportunity is archived as "${reason.text}" already.`);
		}
		return archiveAs(account, before, reason, requisition);
	},
});

export const unarchive = defineChange({
	about: 'Makes an archived opportunity active again',
	inputs: { opportunity },
	run(account, { opportunity: before }) {
		if (before.archived === null) throw new ChangeRefused('The opportunity is not archived.');
		if (isHired(account, before.archived)) vacatePosition(account, before);
		return setArchived(account, before, null);
	},
});
