import type {
	CollectionPurpose,
	IsoInstant,
	LeverCollection,
	ReadFailure,
	RecordedRequest,
	Sha256,
	Visibility,
} from '../../../shared/contracts';
import { sha256OfJson } from '../../../shared/sha256';
import type { LeverClient } from '../../../shared/transport/types';
import type { ReadMeter } from './readMeter';
import type { CollectSettings } from '../settings';

/** What every read of one run shares. */
export interface CollectRun {
	client: LeverClient;
	settings: Pick<CollectSettings, 'asOf' | 'period' | 'workflowZone'>;
	/** Milliseconds since 1970-01-01T00:00:00Z; asked once before and once after each crawl */
	now: () => number;
}

/** What a read turned out to be; the rest of the collection record follows from the run. */
export interface ReadOutcome {
	resource: string;
	purpose: CollectionPurpose;
	rule: string;
	/** Requests that do not depend on the clock: they identify the collection */
	requests: RecordedRequest[];
	/** First pages of the windows of long lists, which depend on the clock and on what was found */
	windows?: RecordedRequest[];
	/** Requests of the second read, whose window depends on the clock */
	rereadRequests?: RecordedRequest[];
	pages: number;
	records: number;
	uniqueIds: number;
	recordsSha256: Sha256;
	rereadTail?: LeverCollection['rereadTail'];
	visibility: { confidential: Visibility; deactivated: Visibility };
	refusedExpansions?: string[];
	failure?: ReadFailure;
	/** Present exactly when the population was not read completely */
	incompleteBecause?: string;
}

/** The collection record of a read that has just ended. */
export function collectionRecord(
	run: CollectRun,
	meter: ReadMeter,
	outcome: ReadOutcome,
): LeverCollection {
	const { client, settings } = run;
	const { resource, purpose, requests, records, uniqueIds } = outcome;
	const operation = 'getAll';
	return {
		kind: 'collection',
		source: 'lever',
		collectionId: sha256OfJson({ source: 'lever', resource, operation, purpose, query: requests }),
		resource,
		operation,
		purpose,
		...client.connection,
		asOf: settings.asOf,
		period: settings.period,
		workflowZone: settings.workflowZone,
		startedAt: isoInstant(meter.startedAtMs),
		finishedAt: isoInstant(run.now()),
		requests: [...requests, ...(outcome.windows ?? []), ...(outcome.rereadRequests ?? [])],
		pages: outcome.pages,
		records,
		uniqueIds,
		duplicates: records - uniqueIds,
		...(outcome.rereadTail && { rereadTail: outcome.rereadTail }),
		...meter.spent,
		complete: outcome.incompleteBecause === undefined,
		...(outcome.incompleteBecause !== undefined && {
			incompleteBecause: outcome.incompleteBecause,
		}),
		...(outcome.failure && { failure: outcome.failure }),
		visibility: outcome.visibility,
		...(outcome.refusedExpansions && { refusedExpansions: outcome.refusedExpansions }),
		rule: outcome.rule,
		recordsSha256: outcome.recordsSha256,
	};
}

/** The same collection, incomplete for one more reason. */
export function withShortfall(
	collection: LeverCollection,
	sentence: string,
	failure?: ReadFailure,
): LeverCollection {
	return {
		...collection,
		complete: false,
		incompleteBecause: [collection.incompleteBecause, sentence].filter(Boolean).join(' '),
		...(collection.failure === undefined && failure && { failure }),
	};
}

function isoInstant(milliseconds: number): IsoInstant {
	return new Date(milliseconds).toISOString();
}
