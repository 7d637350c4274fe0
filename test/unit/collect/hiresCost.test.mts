import { describe, expect, it } from 'vitest';

import { startMock, type MockLever, type MockOptions } from '../../../mock-lever/index.mts';
import { collect } from '../../../nodes/Lever/evidence/collect.ts';
import type { Hire, LeverCollection } from '../../../nodes/shared/contracts/index.ts';
import { clientOf } from '../crawl/support/mockClient.mts';
import { AS_OF, settings } from './collecting.mts';

interface Collected {
	hires: Hire[];
	collections: LeverCollection[];
	requests: number;
}

async function collectHiresFrom(mock: MockLever, exhaustive: boolean): Promise<Collected> {
	const client = clientOf(mock, () => {});
	const { population, collections } = await collect({
		client,
		settings: settings({ families: ['hires'], exhaustive }),
		now: () => Date.now(),
		credential: null,
	});
	return {
		hires: population.filter((item) => item.kind === 'hire'),
		collections,
		requests: client.counters.requests,
	};
}

async function withCompany<T>(
	options: MockOptions,
	use: (mock: MockLever) => Promise<T>,
): Promise<T> {
	const mock = await startMock({
		scenario: 'generated',
		asOf: AS_OF,
		rateLimit: false,
		...options,
	});
	try {
		return await use(mock);
	} finally {
		await mock.close();
	}
}

const incomplete = ({ collections }: Collected) => collections.filter(({ complete }) => !complete);

describe('hires of a large company', () => {
	it('cost at most a twentieth of one request per opportunity', async () => {
		const size = 20_000;
		const found = await withCompany(
			{ size, shape: 'skewed', seed: 1, offers: 600 },
			async (mock) => await collectHiresFrom(mock, false),
		);
		expect(incomplete(found)).toEqual([]);
		expect(found.hires.length).toBeGreaterThan(100);
		expect(found.requests).toBeLessThanOrEqual(size / 20);
	}, 120_000);

	it.each(['even', 'skewed'] as const)(
		'are the same as those found by reading everything (%s company)',
		async (shape) => {
			await withCompany({ size: 2500, shape, seed: 2 }, async (mock) => {
				const narrow = await collectHiresFrom(mock, false);
				const everything = await collectHiresFrom(mock, true);
				const comparable = ({
					collectionIds: _ids,
					opportunityCollectionIds: _others,
					...hire
				}: Hire) => hire;
				expect(incomplete(narrow)).toEqual([]);
				expect(incomplete(everything)).toEqual([]);
				expect(narrow.hires.length).toBeGreaterThan(10);
				expect(narrow.hires.map(comparable)).toEqual(everything.hires.map(comparable));
				expect(narrow.requests).toBeLessThan(everything.requests / 5);
			});
		},
		120_000,
	);
});
