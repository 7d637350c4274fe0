import type { Hire } from '../../shared/contracts';
import type { ConfirmedMatch } from '../lists/types';
import { lazily } from '../lazily';
import { ManyByKey } from '../manyByKey';

/** What any record of a list may know a hire by, leading to its contact. */
export interface HireIndex {
	/** Contact, opportunity or hire id → contact, anonymised hires too: a record with such an id is theirs. Most lists know no id of Lever, so it is made when asked for */
	byId: () => ManyByKey<string>;
	/** Folded address → contact, anonymised hires left out */
	byEmail: ManyByKey<string>;
	/** Reference of a record → contact that a person confirmed, anonymised hires included */
	byConfirmedRecord: ManyByKey<string>;
}

/**
 * Indexes hires by contact: two episodes of one contact are never two candidates (rules.md §4). Of
 * anonymised hires only confirmed matches count (rules.md §10).
 *
 * @param addressesOf the addresses that count for this list, folded
 */
export function hireIndex<Subject extends { hire: Hire }>(
	subjects: readonly Subject[],
	confirmed: readonly ConfirmedMatch[],
	addressesOf: (subject: Subject) => readonly string[],
): HireIndex {
	const index: HireIndex = {
		byId: lazily(() => contactsById(subjects)),
		byEmail: new ManyByKey(),
		byConfirmedRecord: new ManyByKey(),
	};
	for (const subject of subjects) {
		const { hire } = subject;
		if (hire.isAnonymized) continue;
		for (const email of addressesOf(subject)) {
			if (email !== '') index.byEmail.add(email, hire.contact);
		}
	}
	for (const { subjectId, recordId } of confirmed) {
		for (const contact of new Set(index.byId().get(subjectId))) {
			index.byConfirmedRecord.add(recordId, contact);
		}
	}
	return index;
}

/** Ids that a record may name → contact; another opportunity of the contact counts too (reference B.2 SCR-01). */
export function contactsById(subjects: ReadonlyArray<{ hire: Hire }>): ManyByKey<string> {
	const byId = new ManyByKey<string>();
	for (const { hire } of subjects) {
		const { contact, hireId, opportunityIds, otherOpportunityIds = [] } = hire;
		byId.add(contact, contact);
		byId.add(hireId, contact);
		for (const id of opportunityIds) byId.add(id, contact);
		for (const id of otherOpportunityIds) byId.add(id, contact);
	}
	return byId;
}
