import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type {
	AuditEvent,
	Definition,
	LeverCollection,
	PopulationItem,
} from '../../shared/contracts';
import { withGivenItems } from '../../shared/givenItems';
import { auditEventItems, auditEventsPlan } from './access/auditEvents';
import type { CollectRun } from './reading/collectionRecord';
import { collectHires } from './hires/collectHires';
import { readConnection } from './access/connection';
import { crawl } from './reading/crawl';
import type { Crawled, CrawlPlan } from './reading/crawlPlan';
import { definitionItems, definitionPlan, type DefinitionType } from './opportunities/definitions';
import type { Extra } from './reading/extras';
import { readFeedback } from './hires/feedback';
import { readFileNames } from './hires/fileNames';
import { readPipeline } from './opportunities/pipeline';
import { recordsPlan } from './opportunities/plans';
import { postingItems, postingsPlan } from './jobs/postings';
import { opportunityItems } from './opportunities/records';
import { requisitionItems, requisitionsPlan } from './jobs/requisitions';
import type { CollectSettings } from './settings';
import { userItems, USERS_PLAN } from './access/users';

/** Everything one run gives, in the order in which it is given. */
export interface Collected {
	collections: LeverCollection[];
	/** Each kind sorted by id */
	population: PopulationItem[];
}

interface CollectingRun extends CollectRun {
	settings: CollectSettings;
	/** As n8n gives it to the node, for what the credential is; null when that is not asked */
	credential: ICredentialDataDecryptedObject | null;
}

/**
 * Reads what the chosen families of checks rest on. Faults of single reads are written into the
 * collection records, which are always there, also for an empty account. The same Lever data and the
 * same settings give the same items but for the clock, the transport's counts and the windows of long lists
 * in collection records.
 *
 * @throws LeverReadError when the key is not accepted or the execution was stopped
 */
export async function collect(run: CollectingRun): Promise<Collected> {
	const collecting = new Collecting(run);
	await collecting.opportunities();
	await collecting.users();
	await collecting.records();
	await collecting.jobs();
	await collecting.auditEvents();
	await collecting.connection();
	return collecting.finish();
}

/** One run: what was read so far, and what the next read should know of it. */
class Collecting {
	private readonly collections: LeverCollection[] = [];

	private readonly population: PopulationItem[] = [];

	private readonly definitions: Definition[] = [];

	private readonly events: AuditEvent[] = [];

	/** Extras that Lever refused, which are not asked for again */
	private refused: readonly Extra[] = [];

	constructor(private readonly run: CollectingRun) {}

	/** Definitions, hires and what hangs on them */
	async opportunities(): Promise<void> {
		const { families } = this.run.settings;
		if (!families.has('hires') && !families.has('records')) return;
		const reasons = await this.definitionsOf('archiveReason');
		const stages = await this.definitionsOf('stage');
		await this.definitionsOf('tag');
		if (!families.has('hires')) return;
		const found = await collectHires(this.run, readPipeline(reasons, stages));
		this.keep(found.collections, []);
		this.refused = found.refused;
		let { hires } = found;
		if (families.has('interviews')) {
			const given = await readFeedback(this.run, hires, found.confidential);
			this.keep([given.collection], []);
			({ hires } = given);
		}
		this.keep([], hires);
		if (families.has('files')) {
			const { collections, files } = await readFileNames(this.run, hires, found.confidential);
			this.keep(collections, files);
		}
	}

	async users(): Promise<void> {
		if (this.run.settings.families.has('users')) await this.read(USERS_PLAN, userItems);
	}

	async records(): Promise<void> {
		const { families, recordsSince } = this.run.settings;
		if (!families.has('records')) return;
		const { refused } = await this.read(recordsPlan(recordsSince, this.refused), opportunityItems);
		this.refused = refused;
	}

	async jobs(): Promise<void> {
		if (!this.run.settings.families.has('jobs')) return;
		const { refused } = await this.read(postingsPlan(this.refused), postingItems);
		await this.read(requisitionsPlan(refused), requisitionItems);
	}

	async auditEvents(): Promise<void> {
		const { families, auditEventsSince, signIns } = this.run.settings;
		if (!families.has('auditEvents')) return;
		await this.read(auditEventsPlan(auditEventsSince, signIns), (crawled) => {
			const events = auditEventItems(crawled);
			for (const event of events) this.events.push(event);
			return events;
		});
	}

	async connection(): Promise<void> {
		if (!this.run.settings.families.has('connection')) return;
		const { collection, facts } = await readConnection(this.run, this.run.credential, this.events);
		this.keep([collection], facts === null ? [] : [facts]);
	}

	finish(): Collected {
		this.keep([], this.definitions);
		const { collections, population } = this;
		return { collections: withGivenItems(collections, population), population };
	}

	private async read<T>(
		plan: CrawlPlan<T>,
		itemsOf: (crawled: Crawled<T>) => readonly PopulationItem[],
	): Promise<Crawled<T>> {
		const crawled = await crawl(this.run, plan);
		this.keep([crawled.collection], itemsOf(crawled));
		return crawled;
	}

	private async definitionsOf(type: DefinitionType) {
		const crawled = await crawl(this.run, definitionPlan(type));
		this.keep([crawled.collection], []);
		for (const item of definitionItems(type, crawled)) this.definitions.push(item);
		return crawled;
	}

	private keep(collections: readonly LeverCollection[], items: readonly PopulationItem[]): void {
		for (const collection of collections) this.collections.push(collection);
		for (const item of items) this.population.push(item);
	}
}
