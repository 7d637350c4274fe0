import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { Hire, HireOffer, Requisition } from '../../../shared/contracts';
import type { Account } from '../types';

/**
 * The requisitions that offers of a hire fill, by id: those that the application was hired on, and those
 * that list one of the offers.
 */
export function requisitionsOf(
	{ requisitionIds = [] }: Hire,
	offers: readonly HireOffer[],
	{ requisitions, requisitionsByOffer }: Account,
): Requisition[] {
	const found = new Map<string, Requisition>();
	for (const id of requisitionIds) {
		const requisition = requisitions.get(id);
		if (requisition) found.set(id, requisition);
	}
	for (const { id } of offers) {
		for (const one of requisitionsByOffer.get(id)) found.set(one.requisitionId, one);
	}
	return [...found.values()].sort((a, b) => compareCodeUnits(a.requisitionId, b.requisitionId));
}
