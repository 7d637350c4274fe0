import type { OfferSituation } from '../situation.mts';
import { TOWNS } from './catalogue.mts';
import type { Candidacy } from './candidacies.mts';
import { DAY, before } from './moments.mts';
import type { Random } from './random.mts';

/** Time between the making of an offer and the way it stands now, milliseconds. */
export const offerLead = ({ age, offered }: Candidacy) => Math.min((age - offered) / 2, 5 * DAY);

type Signatures = Pick<OfferSituation, 'candidateSignedAt' | 'companySignedAt'>;

/** Most signed offers are signed by both; an offer only opened may have the company's signature already. */
function signaturesOf(
	random: Random,
	{ offerStatus, offered }: Candidacy,
	now: number,
): Signatures {
	const moment = before(now, offered);
	if (offerStatus === 'signed') {
		const later = before(now, offered * random.next());
		return { candidateSignedAt: moment, ...(random.chance(0.8) ? { companySignedAt: later } : {}) };
	}
	return offerStatus === 'opened' && random.chance(0.5) ? { companySignedAt: moment } : {};
}

/** The offer of a candidacy as scenario data; null when it has none. */
export function offerOf(
	random: Random,
	candidacy: Candidacy,
	now: number,
	town: string,
): OfferSituation | null {
	const { offerStatus, position, offered } = candidacy;
	if (offerStatus === null) return null;
	const lead = offerLead(candidacy);
	const moment = before(now, offered);
	const start = (moment.day ?? 0) + random.between(14, 60);
	const zone = Object.entries(TOWNS).find(([name]) => name === town)?.[1];
	const unsent = ['draft', 'approval-sent', 'approved'].includes(offerStatus);
	const unapproved = unsent && offerStatus !== 'approved';
	return {
		id: `offer-${position}`,
		opportunity: `opp-${position}`,
		status: offerStatus,
		...signaturesOf(random, candidacy, now),
		createdAt: before(now, offered + lead),
		approvedAt: unapproved ? null : before(now, offered + lead * 0.6),
		sentAt: unsent ? null : before(now, offered + lead * 0.4),
		// Lever means the day; some clients wrote midnight of the place of work.
		startDate: random.chance(0.03)
			? null
			: { day: start, snap: 'after', zone, as: random.chance(0.1) ? 'epochZoneDay' : 'epochDay' },
	};
}
