import { describe, expect, it } from 'vitest';

import type { Policy } from '../../../nodes/LeverCompliance/policy/index.ts';
import { aHired, check, screened, type Company } from '../run/company.mts';
import { cases, type Case } from './cases.mts';
import { aTier } from './tiers.mts';

type Row = Record<string, unknown>;

const rows = (...given: Row[]): Company => ({
	hires: [aHired()],
	screening: given.map((row, index) => screened('a', { report_id: `report-${index}`, ...row })),
});
const searches = (text: string, more: Row = {}): Company => rows({ searches: text, ...more });
/** Engineers need identity and criminal; the package "basic" holds identity, "full" also credit. */
const TIERS: Partial<Policy['screening']> = {
	tiers: [aTier({ jobTitles: ['Engineer'], components: ['Identity', 'Criminal'] })],
	packageComponents: [
		{ package: 'basic', components: ['identity'] },
		{ package: 'standard', components: ['identity', 'criminal'] },
		{ package: 'full', components: ['identity', 'criminal', 'credit'] },
	],
};
const inTier = (company: Company): Company => ({ ...company, policy: { screening: TIERS } });

describe('SCR-04 without tiers: everything that was ordered is needed', () => {
	cases('SCR-04', [
		[
			'the list says that nothing was cancelled',
			rows({ includes_canceled: 'false' }),
			'pass searches-done',
		],
		['one was', rows({ includes_canceled: 'true' }), 'fail search-cancelled'],
		['the status says so', rows({ status: 'complete with canceled' }), 'fail search-cancelled'],
		['the list does not say', rows({}), 'indeterminate searches-not-stated'],
		...['N/A', '–', '—', '-', 'unknown'].map(
			(cell): Case => [
				`the list has "${cell}" where it would say it`,
				rows({ includes_canceled: cell }),
				'indeterminate searches-not-stated',
			],
		),
		['a number of cancelled searches', rows({ includes_canceled: '2' }), 'fail search-cancelled'],
		[
			'searches named without states, and a word that may say that one was cancelled',
			searches('Identity; Criminal', { includes_canceled: 'Criminal' }),
			'indeterminate search-state-unknown',
		],
		['every search done', searches('Identity: complete; Criminal: complete'), 'pass searches-done'],
		['one cancelled', searches('Identity: complete; Criminal: canceled'), 'fail search-not-done'],
		['one suspended', searches('Identity: complete; Criminal: suspended'), 'fail search-not-done'],
		[
			'one in a state nobody knows',
			searches('Identity: complete; Criminal: purple'),
			'indeterminate search-state-unknown',
		],
		[
			'a fault that was read comes before what is not known',
			searches('Identity: purple; Criminal: canceled'),
			'fail search-not-done',
		],
		[
			'searches named without states, something cancelled',
			searches('Identity; Criminal', { includes_canceled: 'yes' }),
			'fail search-cancelled',
		],
		[
			'§5 the earliest without a cancelled search decides',
			rows(
				{ includes_canceled: 'true', completed_at: '2026-09-25' },
				{ includes_canceled: 'false', completed_at: '2026-10-05' },
			),
			'pass searches-done',
		],
		[
			'linked by name only',
			rows({ includes_canceled: 'false', email: 'other@example.com' }),
			'warn linked-by-name-only',
		],
		['still running', rows({ status: 'pending' }), 'not_applicable nothing-completed'],
		['no completion date', rows({ completed_at: '' }), 'indeterminate completion-unreadable'],
	]);

	it('names what was not done, as far as the policy has a name for it (rules.md §10)', () => {
		const given = searches('Identity: complete; Criminal: canceled; File of Kim Doe: canceled');
		const known = check({ ...given, policy: { screening: { ...TIERS, tiers: [] } } }).of('SCR-04');
		expect(known.message).toContain('still running: criminal, 1 other search. Expected');
		expect(known.observed).toMatchObject({
			searchesNotDone: ['criminal'],
			otherSearchesNotDone: 1,
		});
		const unknown = check(given).of('SCR-04');
		expect(unknown.message).toContain('still running: 2 searches. Expected');
		expect(unknown.observed).toMatchObject({ searchesNotDone: [], otherSearchesNotDone: 2 });
		expect(JSON.stringify([known, unknown])).not.toMatch(/Kim Doe/i);
	});
});

describe('SCR-04 with the tier of the role', () => {
	cases('SCR-04', [
		['all needed done', inTier(searches('Identity; Criminal; Credit')), 'pass searches-done'],
		[
			'one cancelled that is not needed',
			inTier(searches('Identity: done; Criminal: done; Credit: canceled')),
			'warn cancelled-not-needed',
		],
		[
			'one cancelled that is needed',
			inTier(searches('Identity: done; Criminal: canceled')),
			'fail search-not-done',
		],
		['one left out', inTier(searches('Identity: done')), 'fail search-missing'],
		[
			'one in a state nobody knows',
			inTier(searches('Identity: done; Criminal: purple')),
			'indeterminate search-state-unknown',
		],
		[
			'a package that holds all, nothing cancelled',
			inTier(rows({ package: 'Standard', includes_canceled: 'no' })),
			'pass searches-done',
		],
		[
			'a package of needed searches only, something cancelled',
			inTier(rows({ package: 'Standard', includes_canceled: 'yes' })),
			'fail search-cancelled',
		],
		[
			'a package with other searches too, something cancelled',
			inTier(rows({ package: 'full', includes_canceled: 'yes' })),
			'indeterminate cancelled-search-not-named',
		],
		[
			'a package nobody knows, something cancelled',
			inTier(rows({ package: 'gold', includes_canceled: 'yes' })),
			'indeterminate cancelled-search-not-named',
		],
		[
			'a package that lacks one',
			inTier(rows({ package: 'basic', includes_canceled: 'no' })),
			'fail search-missing',
		],
		[
			'a package nobody knows',
			inTier(rows({ package: 'gold', includes_canceled: 'no' })),
			'indeterminate searches-not-stated',
		],
		[
			'a package that holds all, and nothing said of cancelled ones',
			inTier(rows({ package: 'standard' })),
			'indeterminate searches-not-stated',
		],
		[
			'one record lacks what another in time holds',
			inTier(
				rows(
					{ searches: 'Identity: done; Criminal: canceled', completed_at: '2026-09-25' },
					{ searches: 'Criminal: done', completed_at: '2026-10-01' },
				),
			),
			'pass searches-done',
		],
		[
			'§4 one needed search done only in a record under another name',
			inTier(
				rows(
					{ searches: 'Identity: done', external_id: 'opp-a', completed_at: '2026-09-25' },
					{ searches: 'Criminal: done', name: 'Wholly Different', completed_at: '2026-10-01' },
				),
			),
			'warn linked-by-email-names-differ',
		],
		[
			'§4 a record under another name that nothing rests on',
			inTier(
				rows(
					{ searches: 'Identity: done; Criminal: done', completed_at: '2026-09-25' },
					{ searches: 'Credit: done', name: 'Wholly Different', completed_at: '2026-10-01' },
				),
			),
			'pass searches-done',
		],
		[
			'a package with a cancelled search, and the same package whole',
			inTier(
				rows(
					{ package: 'standard', includes_canceled: 'yes', completed_at: '2026-09-25' },
					{ package: 'standard', includes_canceled: 'no', completed_at: '2026-10-01' },
				),
			),
			'pass searches-done',
		],
		[
			'which tier holds is not known',
			{
				...rows({ includes_canceled: 'no' }),
				policy: { screening: { tiers: [aTier({ jobTitles: ['Cook'] })] } },
			},
			'indeterminate tier-unknown',
		],
		[
			'which tier holds is not known, and something was cancelled',
			{
				...rows({ includes_canceled: 'yes' }),
				policy: { screening: { tiers: [aTier({ jobTitles: ['Cook'] })] } },
			},
			'fail search-cancelled',
		],
		[
			'what another holds that came too late does not count',
			inTier(
				rows(
					{ searches: 'Identity: done', completed_at: '2026-09-25' },
					{ searches: 'Criminal: done', completed_at: '2026-10-20' },
				),
			),
			'fail search-missing',
		],
	]);
});
