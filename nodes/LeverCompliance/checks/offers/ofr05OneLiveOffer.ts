import { isSigned, newestFirst } from '../../../shared/acceptance';
import type { CivilDate, HireOffer } from '../../../shared/contracts';
import { addDays, daysBetween, parseDateField, type TimeZone } from '../../../shared/dates';
import { counted, eachOnce } from '../../phrases';
import { foldKey } from '../../policy/foldKey';
import { INFORMATION_CONTROLS } from '../controls';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { worstOf } from '../worst';
import { offersUnread } from './offersUnread';

/** An offer may stay open so long after its opportunity was archived (compliance reference B.2 OFR-05). */
const OPEN_AFTER_ARCHIVING_DAYS = 30;

/** Where an offer ends (lever-api.md §5.2): there is no "revoked" or "expired". */
const FINAL: ReadonlySet<string> = new Set(['denied', 'signed']);

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> &
	Partial<Pick<CheckResult, 'deviationDay'>> & { offers: readonly HireOffer[] };

/** Compliance reference B.2 OFR-05, B.3 #14, #15. */
export const oneLiveOffer: Check = {
	id: 'OFR-05',
	version: 1,
	title: 'One live offer for each hire',
	tests:
		'Of the offers of a hire one is signed, and the others are declined or replaced; none is left open.',
	family: 'offers',
	needs: { lists: [], collections: ['hires', 'offers'] },
	restsOn: ['hires'],
	policyFields: ['organisationZone', 'workZones'],
	severity: 'medium',
	controls: INFORMATION_CONTROLS,
	remediation:
		'Find out which offer holds, and record it with the hire. Close the others in Lever, so that nobody pays or plans by them.',
	evaluate: {
		hire(subject, context) {
			const { hire } = subject;
			const parts = [leftOpen(subject), ...signedOffers(subject, context), stillOpen(subject)];
			const worst = worstOf(parts.filter((part) => part !== null));
			if (worst?.status !== 'fail') {
				const unread = offersUnread(subject, context, 'it is not known how many are live');
				if (unread) return unread;
			}
			const { offers, ...part } = worst ?? NONE_SIGNED;
			return {
				...part,
				basis: 'presence',
				observed: {
					offers: hire.offers.map(({ id }) => id),
					offerStatuses: hire.offers.map(({ status }) => status),
					concerned: offers.map(({ id }) => id),
				},
				expected: { liveOffers: 1, openDaysAfterArchiving: OPEN_AFTER_ARCHIVING_DAYS },
				evidence: [...subject.references.opportunities, ...subject.references.offers],
			};
		},
	},
};

const NONE_SIGNED: Part = {
	status: 'not_applicable',
	reasonCode: 'no-signed-offer',
	message: 'No offer is signed, so there is none that holds. See OFR-01.',
	offers: [],
};

const isOpen = (offer: HireOffer) => !FINAL.has(offer.status) && !isSigned(offer);

/** Open offers of opportunities that were archived long ago. */
function leftOpen(subject: HireSubject): Part | null {
	const { hire, zone, today } = subject;
	const late = hire.offers.flatMap((offer) => {
		const archivedOn = archivedDay(subject, offer);
		const days = archivedOn === null ? 0 : daysBetween(archivedOn, today);
		return isOpen(offer) && archivedOn !== null && days > OPEN_AFTER_ARCHIVING_DAYS
			? [{ offer, archivedOn, days }]
			: [];
	});
	const [first] = late;
	if (first === undefined) return null;
	return {
		status: 'fail',
		reasonCode: 'open-after-archiving',
		message: `${counted(late.length, 'offer is', 'offers are')} still open (status ${eachOnce(late.map(({ offer }) => offer.status))}), though the opportunity was archived on ${first.archivedOn} (${zone.zone.name}), ${counted(first.days, 'day')} ago. Expected: declined or signed within ${OPEN_AFTER_ARCHIVING_DAYS} days.`,
		offers: late.map(({ offer }) => offer),
		deviationDay: addDays(first.archivedOn, OPEN_AFTER_ARCHIVING_DAYS + 1),
	};
}

/** Day on which the offer's opportunity was archived, hired or not; null when it is not. */
function archivedDay({ hire, zone }: HireSubject, { opportunityId }: HireOffer): CivilDate | null {
	const archive = hire.archives.find((one) => one.opportunityId === opportunityId);
	return archive ? zone.zone.civilDate(archive.archivedAt) : null;
}

/** What the signed offers of opportunities that were not given up say together. */
function signedOffers(subject: HireSubject, context: CheckContext): Part[] {
	const { hire, zone } = subject;
	const givenUp = new Set(
		hire.archives
			.filter(({ reasonType }) => reasonType === 'non-hired')
			.map(({ opportunityId }) => opportunityId),
	);
	const signed = hire.offers.filter(isSigned).sort(newestFirst);
	const held = signed.filter(({ opportunityId }) => !givenUp.has(opportunityId));
	const live = held.length > 0 ? held : signed.slice(0, 1);
	const [newest, ...older] = live;
	if (newest === undefined) return [];
	if (older.length === 0) return [{ ...ONE, offers: live }];
	const zones = [zone.zone, context.organisationZone];
	return older.map((offer) => compared(newest, offer, zones, zone.zone, live));
}

const ONE: Omit<Part, 'offers'> = {
	status: 'pass',
	reasonCode: 'one-signed',
	message: 'One offer is signed, and no other one is live.',
};

function compared(
	newest: HireOffer,
	older: HireOffer,
	zones: readonly TimeZone[],
	zone: TimeZone,
	offers: readonly HireOffer[],
): Part {
	const [start, olderStart] = [newest, older].map(({ startDateRaw }) =>
		parseDateField(startDateRaw, zones),
	);
	const seen = `The candidate signed ${counted(offers.length, 'offer')}`;
	const signedAt = newest.candidateSignedAt ?? newest.createdAt;
	const deviation = signedAt === null ? {} : { deviationDay: zone.civilDate(signedAt) };
	if (start?.kind === 'date' && olderStart?.kind === 'date' && start.date !== olderStart.date) {
		return {
			...deviation,
			offers,
			status: 'fail',
			reasonCode: 'different-starts',
			message: `${seen}, which start on ${olderStart.date} and on ${start.date}. Expected: one signed offer that holds.`,
		};
	}
	if (foldKey(newest.jobTitle ?? '') !== foldKey(older.jobTitle ?? '')) {
		return {
			...deviation,
			offers,
			status: 'fail',
			reasonCode: 'different-jobs',
			message: `${seen}, for different jobs. Expected: one signed offer that holds.`,
		};
	}
	// Two days that can be read are the same here; a field that is empty in both is for OFR-03 to say.
	const comparable = start?.kind === 'date' || start?.kind === 'missing';
	const alike = comparable ? start.kind === olderStart?.kind : rawStart(newest) === rawStart(older);
	if (!alike) {
		return {
			offers,
			status: 'indeterminate',
			reasonCode: 'starts-not-comparable',
			message: `${seen}, and not each of them states a first day that can be read, so it is not known whether they differ. Expected: one signed offer that holds.`,
		};
	}
	return {
		offers,
		status: 'warn',
		reasonCode: 'replaced-by-newer',
		message: `${seen} for one start and job, so the newest replaced the others. Expected: one signed offer.`,
	};
}

function rawStart({ startDateRaw }: HireOffer): string {
	return foldKey(String(startDateRaw));
}

/** Open offers beside a signed one, where nothing is archived for long. */
function stillOpen({ hire }: HireSubject): Part | null {
	const open = hire.offers.filter(isOpen);
	if (open.length === 0 || !hire.offers.some(isSigned)) return null;
	return {
		status: 'warn',
		reasonCode: 'another-offer-open',
		message: `Beside the signed offer ${counted(open.length, 'offer is', 'offers are')} still open (status ${eachOnce(open.map(({ status }) => status))}). Expected: declined or replaced.`,
		offers: open,
	};
}
