import { describe } from 'vitest';

import type { Hire, HireOffer } from '../../../nodes/shared/contracts/index.ts';
import { aHired, anOffer, millis, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const UNREAD = { reason: 'forbidden', message: 'Lever refused it.' } as const;
const unsigned = { candidateSignedAt: null, candidateSigned: false };
/** The usual signed offer of opp-a and another one. */
const beside = (
	other: Partial<HireOffer>,
	hire: Partial<Hire> = {},
	newest: Partial<HireOffer> = {},
): Company => ({
	hires: [
		aHired('a', {
			offers: [
				anOffer('b', { opportunityId: 'opp-a', candidateSignedAt: 1, ...other }),
				anOffer('a', newest),
			],
			...hire,
		}),
	],
});
const archivedOn = (day: string, reasonType: 'hired' | 'non-hired' = 'hired') => ({
	archives: [
		{ opportunityId: 'opp-a', reasonId: 'r', reasonType, archivedAt: millis(`${day}T09:00:00Z`) },
	],
});
const other = (reasonType: 'hired' | 'non-hired' | null): Partial<Hire> => ({
	opportunityIds: ['opp-a', 'opp-b'],
	archives: [
		...archivedOn('2026-10-20').archives,
		{
			opportunityId: 'opp-b',
			reasonId: 'r',
			reasonType,
			archivedAt: millis('2026-10-20T09:00:00Z'),
		},
	],
});
const later = millis('2026-10-19T00:00:00Z');

describe('OFR-05', () => {
	cases('OFR-05', [
		['B.2 one signed', { hires: [aHired()] }, 'pass one-signed'],
		['B.3 #14 the other one denied', beside({ ...unsigned, status: 'denied' }), 'pass one-signed'],
		['B.3 #15 two signed, two starts', beside({ startDateRaw: later }), 'fail different-starts'],
		['B.2 two signed, two jobs', beside({ jobTitle: 'Manager' }), 'fail different-jobs'],
		['B.2 replaced by a newer one', beside({}), 'warn replaced-by-newer'],
		[
			'a job in other letter case is the same job',
			beside({ jobTitle: 'ENGINEER ' }),
			'warn replaced-by-newer',
		],
		[
			'one of them without a start',
			beside({ startDateRaw: null }),
			'indeterminate starts-not-comparable',
		],
		[
			'both without a start: OFR-03 says so',
			beside({ startDateRaw: null }, {}, { startDateRaw: null }),
			'warn replaced-by-newer',
		],
		[
			'two starts with day and month in doubt',
			beside({ startDateRaw: '03/04/2026' }, {}, { startDateRaw: '11/12/2026' }),
			'indeterminate starts-not-comparable',
		],
		[
			'two texts that are no day',
			beside({ startDateRaw: 'mid October' }, {}, { startDateRaw: 'after Christmas' }),
			'indeterminate starts-not-comparable',
		],
		[
			'the same start in both, with day and month in doubt',
			beside({ startDateRaw: ' 03/04/2026' }, {}, { startDateRaw: '03/04/2026' }),
			'warn replaced-by-newer',
		],
		[
			'a start that is empty in both, in two ways',
			beside({ startDateRaw: '' }, {}, { startDateRaw: null }),
			'warn replaced-by-newer',
		],
		[
			'B.2 of an opportunity that was given up',
			beside({ opportunityId: 'opp-b', startDateRaw: later }, other('non-hired')),
			'pass one-signed',
		],
		[
			'B.2 of two opportunities that both hold',
			beside({ opportunityId: 'opp-b', startDateRaw: later }, other('hired')),
			'fail different-starts',
		],
		[
			'an unknown archive reason gives nothing up',
			beside({ opportunityId: 'opp-b', startDateRaw: later }, other(null)),
			'fail different-starts',
		],
		[
			'B.2 still open 31 days after archiving',
			beside({ ...unsigned, status: 'sent' }, archivedOn('2026-10-02')),
			'fail open-after-archiving',
		],
		[
			'B.2 still open 30 days after archiving',
			beside({ ...unsigned, status: 'sent' }, archivedOn('2026-10-03')),
			'warn another-offer-open',
		],
		[
			'a signed one is not open, whatever its status says',
			beside({ status: 'opened' }, archivedOn('2026-01-02')),
			'warn replaced-by-newer',
		],
		[
			'only an open offer, archived for long',
			{ hires: [aHired('a', archivedOn('2026-01-02'), { ...unsigned, status: 'draft' })] },
			'fail open-after-archiving',
		],
		[
			'no signed offer',
			{ hires: [aHired('a', archivedOn('2026-10-20'), { ...unsigned, status: 'sent' })] },
			'not_applicable no-signed-offer',
		],
		['§1 unread', { hires: [aHired('a', { offersRead: UNREAD })] }, 'indeterminate offers-unread'],
		[
			'§1 unread, but a fault was read',
			beside({ startDateRaw: later }, { offersRead: UNREAD }),
			'fail different-starts',
		],
	]);
});
