import type { ReadFailure, RecordedRequest, Visibility } from '../../../shared/contracts';
import { rereadQueries } from '../../../shared/crawl';
import { sentQuery } from '../../../shared/transport';
import { collectionRecord, type CollectRun } from './collectionRecord';
import type { Crawled, CrawlPlan, ListRequest } from './crawlPlan';
import { EXTRAS, type Extra } from './extras';
import { Gathering } from './gathering';
import { pageQuery, readLists, type ReadProgress } from './listReader';
import { readFailureOf } from './readFailure';
import { ReadMeter } from './readMeter';

/**
 * Reads a population: every list of the plan to its end, then what changed since. A fault ends the read
 * but not the run: what was read stays, and the collection record says what is missing.
 *
 * @throws LeverReadError when the key is not accepted or the execution was stopped
 */
export async function crawl<T>(run: CollectRun, plan: CrawlPlan<T>): Promise<Crawled<T>> {
	const meter = new ReadMeter(run);
	const gathering = new Gathering(plan);
	const wanted = plan.extras.filter((extra) => !plan.refused.includes(extra));
	const progress: ReadProgress = { granted: wanted, pages: 0, answered: false, windows: [] };
	const rereads = plan.rereads ? rereadsOf(plan, meter.startedAtMs) : [];
	const failed = await meter.measure(
		async () =>
			await faultOf(async () => {
				await readLists(run.client, plan.requests, gathering, progress, plan.partition);
				if (rereads.length === 0) return;
				gathering.beginReread();
				await readLists(run.client, rereads, gathering, progress, null);
			}),
	);

	const { records, recordsSha256 } = gathering.finish();
	const { granted } = progress;
	const refused = plan.extras.filter((extra) => !granted.includes(extra));
	const refusedExpansions = refused.filter((extra) => extra !== 'confidential');
	const collection = collectionRecord(run, meter, {
		resource: plan.resource,
		purpose: plan.purpose,
		rule: [plan.rule, ...refused.map((extra) => withoutIt(plan, extra))].join(' '),
		requests: plan.requests.map((request) => recorded(request, granted)),
		windows: progress.windows,
		...(gathering.tail && {
			rereadTail: gathering.tail,
			rereadRequests: rereads.map((request) => recorded(request, granted)),
		}),
		pages: progress.pages,
		records: gathering.received,
		uniqueIds: gathering.unique,
		recordsSha256,
		visibility: {
			confidential: confidentialVisibility(plan, progress, failed),
			deactivated: plan.deactivated,
		},
		...(refusedExpansions.length > 0 && { refusedExpansions }),
		...(failed && {
			failure: failed,
			incompleteBecause: incompleteBecause(failed, gathering),
		}),
	});
	return { records, collection, refused };
}

async function faultOf(read: () => Promise<void>): Promise<ReadFailure | undefined> {
	try {
		await read();
		return undefined;
	} catch (error) {
		return readFailureOf(error);
	}
}

function rereadsOf<T>({ requests, partition }: CrawlPlan<T>, startedAtMs: number): ListRequest[] {
	return requests.flatMap(({ path, query }) =>
		rereadQueries(query, startedAtMs, partition).map((reread) => ({ path, query: reread })),
	);
}

function recorded({ path, query }: ListRequest, granted: readonly Extra[]): RecordedRequest {
	return { path, query: sentQuery(pageQuery(query, granted)) };
}

function withoutIt<T>({ without }: CrawlPlan<T>, extra: Extra): string {
	return without?.[extra] ?? EXTRAS[extra].withoutIt;
}

function confidentialVisibility<T>(
	plan: CrawlPlan<T>,
	{ granted, answered }: ReadProgress,
	failed: ReadFailure | undefined,
): Visibility {
	if (!plan.extras.includes('confidential')) {
		return plan.resource === 'opportunities' ? 'notAsked' : 'notApplicable';
	}
	if (!answered && failed) return failed.reason === 'forbidden' ? 'forbidden' : 'notAsked';
	return granted.includes('confidential') ? 'included' : 'forbidden';
}

function incompleteBecause<T>(failure: ReadFailure, { tail, unique }: Gathering<T>): string {
	if (tail !== undefined) {
		return `What changed during the read could not be read once more, so records may be missing. ${failure.message}`;
	}
	return unique === 0
		? failure.message
		: `The list ended early, after ${unique} records. ${failure.message}`;
}
