import type { LeverDatabase, StoredApplication, StoredOpportunity } from '../records.mts';
import type { AccountFacts } from './surroundings.mts';
import { randomFor } from './surroundings.mts';

/** A colleague referred the person, or put the person in by hand */
const TYPES: Record<string, StoredApplication['type']> = {
	referred: 'referral',
	internal: 'user',
	agency: 'user',
};

function bringerOf(opportunity: StoredOpportunity, account: AccountFacts): string {
	return opportunity.owner ?? randomFor(opportunity).pick(account.interviewers).id;
}

/** Who brought the people that did not come by themselves. Hires of the situation files all applied. */
export function addOrigins(database: LeverDatabase, account: AccountFacts): void {
	const opportunities = new Map(database.opportunities.map((each) => [each.id, each]));
	for (const application of database.applications) {
		const opportunity = opportunities.get(application.opportunityId);
		const type = TYPES[opportunity?.origin ?? ''];
		if (opportunity === undefined || type === undefined) continue;
		Object.assign(application, { type, user: bringerOf(opportunity, account) });
	}
	for (const opportunity of database.opportunities) {
		if (opportunity.origin === 'sourced') opportunity.sourcedBy = bringerOf(opportunity, account);
	}
}
