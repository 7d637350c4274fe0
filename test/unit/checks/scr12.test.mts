import { describe, expect, it } from 'vitest';

import { aHired, anOffer, check, millis, screened, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const OTHER = screened('nobody-here', { name: 'Somebody Else' });
const UNREAD = { reason: 'forbidden', message: 'Lever refused it.' } as const;
type Policy = NonNullable<NonNullable<Company['policy']>['screening']>;
const WARN: Policy = { orderBeforeOffer: 'warn' };

/** The offer was sent on 2 September 2026 at 10:00 in UTC, and signed on the 10th. */
const ordered = (at: string, policy: Policy = WARN, more: Company = {}): Company => ({
	hires: [aHired()],
	screening: [screened('a', { ordered_at: at })],
	policy: { screening: policy },
	...more,
});
const offered = (
	changes: Parameters<typeof aHired>[2],
	stages: Parameters<typeof aHired>[1] = {},
) => ({
	hires: [aHired('a', stages, changes)],
});
/** Lever does not say where this hire works. */
const SOMEWHERE = offered({}, { workLocation: null });
const movedAt = (at: string) => ({
	stageChanges: [
		{ opportunityId: 'opp-a', stageId: 's', stageIndex: 0, at: millis(at), userId: null },
	],
});

describe('SCR-12', () => {
	cases('SCR-12', [
		['B.2 after the offer', ordered('2026-09-20T08:00:00Z'), 'pass ordered-after-offer'],
		['B.2 before the offer', ordered('2026-09-01T08:00:00Z'), 'warn ordered-before-offer'],
		[
			'B.2 strict',
			ordered('2026-09-01', { orderBeforeOffer: 'fail' }),
			'fail ordered-before-offer',
		],
		[
			'B.2 strict at this place',
			ordered('2026-09-01', { strictOrderWorkLocations: ['BERLIN'] }),
			'fail ordered-before-offer',
		],
		[
			'strict at another place, allowed here',
			ordered('2026-09-01', { strictOrderWorkLocations: ['Los Angeles'] }),
			'not_applicable allowed-here',
		],
		[
			'§1 early, and nobody knows whether the place is a strict one',
			ordered('2026-09-01', { strictOrderWorkLocations: ['Berlin'] }, SOMEWHERE),
			'indeterminate work-location-unknown',
		],
		[
			'§1 early, elsewhere a warning, and nobody knows where',
			ordered('2026-09-01', { ...WARN, strictOrderWorkLocations: ['Berlin'] }, SOMEWHERE),
			'indeterminate work-location-unknown',
		],
		[
			'early and strict everywhere, so the place does not matter',
			ordered(
				'2026-09-01',
				{ orderBeforeOffer: 'fail', strictOrderWorkLocations: ['Berlin'] },
				SOMEWHERE,
			),
			'fail ordered-before-offer',
		],
		[
			'no place is strict, so it does not matter either',
			ordered('2026-09-01', WARN, SOMEWHERE),
			'warn ordered-before-offer',
		],
		[
			'after the offer is right at any place',
			ordered('2026-09-20', { strictOrderWorkLocations: ['Berlin'] }, SOMEWHERE),
			'pass ordered-after-offer',
		],
		['an hour before', ordered('2026-09-02T09:00:00Z'), 'warn ordered-before-offer'],
		['an hour after', ordered('2026-09-02T11:00:00Z'), 'pass ordered-after-offer'],
		['the same day, without a time', ordered('2026-09-02'), 'pass ordered-after-offer'],
		[
			'the day in the work zone',
			ordered('2026-09-01', WARN, {
				policy: { screening: WARN, workZones: { Berlin: 'Pacific/Honolulu' } },
				...offered({ sentAt: millis('2026-09-02T05:00:00Z') }),
			}),
			'pass ordered-after-offer',
		],
		['no date of the order', ordered(''), 'indeterminate order-date-unreadable'],
		['an ambiguous date', ordered('03/04/2026'), 'indeterminate order-date-unreadable'],
		[
			'one early, one without a date: what was read comes first',
			ordered('', WARN, {
				screening: [
					screened('a', { ordered_at: '' }),
					screened('a', { report_id: 'r2', ordered_at: '2026-08-01' }),
				],
			}),
			'warn ordered-before-offer',
		],
		[
			'not sent through Lever, ordered after the signature',
			ordered('2026-09-11', WARN, offered({ sentAt: null })),
			'pass ordered-after-offer',
		],
		[
			'not sent through Lever, ordered before the signature',
			ordered('2026-09-05', WARN, offered({ sentAt: null })),
			'indeterminate offer-date-missing',
		],
		[
			'the first of two offers',
			ordered('2026-09-01', WARN, {
				hires: [
					aHired('a', {
						offers: [
							anOffer('a'),
							{ ...anOffer('b'), status: 'denied', sentAt: millis('2026-08-20T10:00:00Z') },
						],
					}),
				],
			}),
			'pass ordered-after-offer',
		],
		[
			'ordered before this hiring began',
			ordered('2026-02-01', WARN, offered({}, movedAt('2026-08-01T09:00:00Z'))),
			'not_applicable earlier-hiring',
		],
		[
			'ordered in this hiring, before the offer',
			ordered('2026-08-15', WARN, offered({}, movedAt('2026-08-01T09:00:00Z'))),
			'warn ordered-before-offer',
		],
		[
			'offers unread',
			ordered('2026-09-01', WARN, { hires: [aHired('a', { offersRead: UNREAD })] }),
			'indeterminate offers-unread',
		],
		['nothing linked', { ...ordered(''), screening: [OTHER] }, 'not_applicable nothing-linked'],
		['list empty', { ...ordered(''), screening: [] }, 'indeterminate list-empty'],
		[
			'§4 linked by name only',
			{
				...ordered(''),
				screening: [screened('x', { name: 'Person a' })],
			},
			'warn linked-by-name-only',
		],
		[
			'exempt place',
			ordered('2026-08-01', { ...WARN, exemptWorkLocations: ['Berlin'] }),
			'not_applicable exempt-work-location',
		],
	]);

	it('is off unless the policy says something', () => {
		const { run } = check(ordered('2026-08-01', {}));
		expect(run.checks.find(({ id }) => id === 'SCR-12')?.verdictText).toContain(
			'Order Before the Offer',
		);
	});

	it('names the law only where an early order is a deviation everywhere', () => {
		const controls = (policy: Policy) => check(ordered('2026-09-20', policy)).of('SCR-12').controls;
		expect(controls({ orderBeforeOffer: 'fail' })).toHaveLength(2);
		expect(controls(WARN)).toEqual([]);
	});
});
