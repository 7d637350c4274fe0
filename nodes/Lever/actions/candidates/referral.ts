import { leverPath } from '../../../shared/transport';
import { isoMoment } from '../../fields/isoMoment';
import { opportunityLocator, referralLocator } from '../../fields/locators';
import { reference } from '../../fields/reference';
import { getManyOfOpportunity } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { ReferralRecord } from '../records';
import { answersOf } from './answers';

/** lever-api.md §4.1 */
const EXPANDABLE = ['referrer', 'stage', 'user'];

function simplifyReferral(record: ReferralRecord, opportunityId: string): object {
	return {
		id: record.id,
		opportunityId,
		text: record.text,
		...reference('referrer', record.referrer),
		...reference('user', record.user),
		...reference('stage', record.stage),
		createdAt: isoMoment(record.createdAt),
		completedAt: isoMoment(record.completedAt),
		answers: answersOf(record.fields),
	};
}

export const referral: Resource = {
	name: 'Referral',
	value: 'referral',
	description: 'Who recommended a person, and why',
	operations: [
		getOperation<ReferralRecord>({
			action: 'Get a referral',
			description: 'Read one referral of an opportunity: who recommended the person, and why',
			ids: [opportunityLocator, referralLocator],
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/referrals/${id}`,
			simplify: simplifyReferral,
			includable: INCLUDABLE.referral,
			expandable: EXPANDABLE,
		}),
		getManyOfOpportunity<ReferralRecord>({
			action: 'Get many referrals of an opportunity',
			description: 'Read who recommended a person, and why',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/referrals`,
			records: 'referrals',
			simplify: simplifyReferral,
			includable: INCLUDABLE.referral,
			expandable: EXPANDABLE,
		}),
	],
};
