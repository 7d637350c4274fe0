import type { IDataObject } from 'n8n-workflow';

import { startMock, type MockLever, type MockOptions } from '../../../mock-lever/index.mts';
import type { CollectedItem, LeverCollection } from '../../../nodes/shared/contracts/index.ts';
import { runNode, type NodeRun, type NodeRunRequest } from '../harness/index.mts';

/** Evidence date of the golden scenario in tests. */
export const AS_OF = '2026-11-02T06:00:00Z';

export interface CollectRun extends NodeRun {
	items: CollectedItem[];
	collections: LeverCollection[];
	/** The only collection with this purpose */
	only: (purpose: LeverCollection['purpose']) => LeverCollection;
}

/** A mock without rate limit, so that a test takes as long as its requests. */
export async function mockLever(options: MockOptions = {}): Promise<MockLever> {
	return await startMock({ asOf: AS_OF, rateLimit: false, ...options });
}

/** Runs Evidence: Collect against an address; `options` are those of its collection 'Options'. */
export async function collect(
	baseUrl: string,
	apiKey: string,
	parameters: IDataObject & { options?: IDataObject } = {},
	request: Partial<NodeRunRequest> = {},
): Promise<CollectRun> {
	const { options, ...others } = parameters;
	const run = await runNode({
		node: 'lever',
		parameters: {
			authentication: 'apiKey',
			resource: 'evidence',
			operation: 'collect',
			evidenceDate: AS_OF,
			options: { requestsPerSecond: 1000, ...options },
			...others,
		} as NonNullable<NodeRunRequest['parameters']>,
		credentials: { leverApi: { apiKey, environment: 'custom', baseUrl } },
		settings: { timezone: 'UTC' },
		...request,
	});
	const items = (run.outputs[0] ?? []).map(({ json }) => json as unknown as CollectedItem);
	const collections = items.filter(isLeverCollection);
	return {
		...run,
		items,
		collections,
		only: (purpose) => {
			const [collection, another] = collections.filter((one) => one.purpose === purpose);
			if (!collection || another) throw new Error(`Not exactly one collection for ${purpose}`);
			return collection;
		},
	};
}

function isLeverCollection(item: CollectedItem): item is LeverCollection {
	return item.kind === 'collection' && item.source === 'lever';
}
