import type { Definition, LeverCollection, PopulationItem } from '../../shared/contracts';
import { withGivenItems } from '../../shared/givenItems';
import type { CollectRun } from './collectionRecord';
import { crawl } from './crawl';
import { definitionItems, definitionPlan, type DefinitionType } from './definitions';
import type { Extra } from './extras';
import { collectHires } from './collectHires';
import { readPipeline } from './pipeline';
import { recordsPlan } from './plans';
import { opportunityItems } from './records';
import type { CollectSettings } from './settings';
import { userItems, USERS_PLAN } from './users';

/** Everything one run gives, in the order in which it is given. */
export interface Collected {
	collections: LeverCollection[];
	/** Hires, users, opportunities, definitions; each kind sorted by id */
	population: PopulationItem[];
}

/**
 * Reads what the chosen families of checks rest on. Faults of single reads are written into the
 * collection records, which are always there, also for an empty account. The same Lever data and the
 * same settings give the same items but for the clock, the transport's counts and the windows of long lists
 * in collection records.
 *
 * @throws LeverReadError when the key is not accepted or the execution was stopped
 */
export async function collect(run: CollectRun & { settings: CollectSettings }): Promise<Collected> {
	const { families, recordsSince } = run.settings;
	const collections: LeverCollection[] = [];
	const population: Collected['population'] = [];
	const definitions: Definition[] = [];
	const opportunitiesAsked = families.has('hires') || families.has('records');
	let refused: readonly Extra[] = [];

	const readDefinitions = async (type: DefinitionType) => {
		const crawled = await crawl(run, definitionPlan(type));
		collections.push(crawled.collection);
		for (const item of definitionItems(type, crawled)) definitions.push(item);
		return crawled;
	};

	if (opportunitiesAsked) {
		const reasons = await readDefinitions('archiveReason');
		const stages = await readDefinitions('stage');
		await readDefinitions('tag');
		if (families.has('hires')) {
			const found = await collectHires(run, readPipeline(reasons, stages));
			for (const collection of found.collections) collections.push(collection);
			for (const hire of found.hires) population.push(hire);
			({ refused } = found);
		}
	}
	if (families.has('users')) {
		const crawled = await crawl(run, USERS_PLAN);
		collections.push(crawled.collection);
		for (const user of userItems(crawled)) population.push(user);
	}
	if (families.has('records')) {
		const crawled = await crawl(run, recordsPlan(recordsSince, refused));
		collections.push(crawled.collection);
		for (const opportunity of opportunityItems(crawled)) population.push(opportunity);
	}
	for (const definition of definitions) population.push(definition);
	return { collections: withGivenItems(collections, population), population };
}
