import type { BadPerson } from './people.mts';
import { signedEarlier, startingEarlier, startingOn, unsigned, withOffers } from './offers.mts';

const asItIs = <T,>(offer: T): T => offer;

const UNKNOWN_START = {
	'SCR-02': 'indeterminate start-missing',
	'SCR-04': 'indeterminate start-missing',
	'SCR-08': 'indeterminate start-missing',
	'SCR-09': 'indeterminate start-missing',
	'SCR-10': 'indeterminate start-missing',
	'PIP-03': 'fail hired-without-start',
};

/** Hires with 200 offers each, more than Lever lists on a page. */
export const MANY_OFFERS: readonly BadPerson[] = [
	{
		given: '200 offers, one signed and the others declined',
		change: withOffers(asItIs, unsigned('denied')),
		rung: 'M2',
		firstDay: '2026-10-12',
		restsOn: { 'OFR-01': 2, 'OFR-04': 202, 'OFR-05': 201 },
	},
	{
		given: '200 offers, one signed and the others open',
		change: withOffers(asItIs, unsigned('sent')),
		rung: 'M2',
		firstDay: '2026-10-12',
		found: { 'OFR-05': 'fail open-after-archiving' },
		restsOn: { 'OFR-05': 201 },
		message: {
			'OFR-05':
				'199 offers are still open (status sent), though the opportunity was archived on 2026-09-13 (Europe/Berlin), 50 days ago. Expected: declined or signed within 30 days.',
		},
	},
	{
		given: '200 offers, none signed',
		change: withOffers(unsigned('opened'), unsigned('sent')),
		rung: 'M2',
		firstDay: null,
		found: {
			...UNKNOWN_START,
			'OFR-01': 'fail not-signed',
			'OFR-04': 'indeterminate no-candidate-signature',
			'OFR-05': 'fail open-after-archiving',
		},
		restsOn: { 'OFR-01': 201, 'OFR-05': 201 },
		message: {
			'OFR-01':
				'Hired, but the candidate signed none of 200 offers (status sent, opened). Expected: an offer signed by the candidate.',
		},
	},
	{
		given: '200 signed offers for one start',
		change: withOffers(asItIs, signedEarlier),
		rung: 'M2',
		firstDay: '2026-10-12',
		found: { 'OFR-05': 'warn replaced-by-newer' },
		restsOn: { 'OFR-05': 201 },
	},
	{
		given: '200 signed offers, each with a start of its own',
		change: withOffers(asItIs, (offer, days) => startingEarlier(signedEarlier(offer, days), days)),
		rung: 'M2',
		firstDay: '2026-10-12',
		found: { 'OFR-05': 'fail different-starts', 'SCR-02': 'warn earlier-start-would-fail' },
		restsOn: { 'OFR-05': 201, 'SCR-02': 5 },
	},
	{
		given: '200 signed offers, the newest without a start',
		change: withOffers((offer) => startingOn(offer, null), signedEarlier),
		rung: 'M2',
		firstDay: null,
		found: {
			...UNKNOWN_START,
			'OFR-03': 'fail start-missing',
			'OFR-04': 'indeterminate start-missing',
			'OFR-05': 'indeterminate starts-not-comparable',
		},
	},
];
