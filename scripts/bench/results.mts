import Table from 'cli-table3';

import { CASES, IDLE_CASE } from './cases.mts';
import type { Case, Group } from './cases.mts';
import type { Measurement } from './measuredRun.mts';

/** What a case gave, and how it stands to what is wanted of it. */
export interface Result extends Omit<Measurement, 'counted'> {
	name: string;
	group: Group;
	about: string;
	records: number;
	/** Different ids, where they were counted */
	unique?: number;
	hires?: number;
	/** Least time that the rate limit allows, in ms: (pages − burst) / rate, for the pages that the records fill */
	boundMilliseconds?: number;
	/** Wall time : bound */
	toBound?: number;
	/** Wall time : 1.2 × (bound + 3 × latency); wanted at most 1 */
	toWanted?: number;
	/** Requests : (1.15 × pages + 10); wanted at most 1 */
	requestsToWanted?: number;
	/** Wall time of the case compared with : wall time */
	timesFaster?: number;
	/** Requests : requests of the case compared with */
	requestsShare?: number;
	/** Peak memory : peak memory of the case compared with */
	memoryShare?: number;
	/** The same for what both take above an n8n that reads one record */
	memoryShareAboveIdle?: number;
	/** Whether the hires are those of the case compared with */
	sameHires?: boolean;
}

/** Lever's limits, which the mock keeps to (lever-api.md §2.1, §3) */
const RATE_PER_SECOND = 10;
const BURST = 20;
const PAGE_SIZE = 100;

/**
 * @param others measurements of the cases that ran before, by name
 */
export function resultOf(
	each: Case,
	measurement: Measurement,
	others: ReadonlyMap<string, Measurement>,
): Result {
	const { counted, ...measured } = measurement;
	const { latencyMilliseconds, comparedWith } = each;
	const { wallMilliseconds, requests, peakMegabytes } = measured;
	const idle = others.get(IDLE_CASE)?.peakMegabytes;
	const other = comparedWith === undefined ? undefined : others.get(comparedWith);
	const pages = Math.ceil(counted.records / PAGE_SIZE);
	const bound = (Math.max(0, pages - BURST) / RATE_PER_SECOND) * 1000;
	return {
		name: each.name,
		group: each.group,
		about: each.about,
		...measured,
		records: counted.records,
		...(counted.unique !== undefined && { unique: counted.unique }),
		...(each.group === 'hires' && { hires: counted.hires.length }),
		...(latencyMilliseconds !== undefined && {
			boundMilliseconds: bound,
			toBound: rounded(wallMilliseconds / bound),
			toWanted: rounded(wallMilliseconds / (1.2 * (bound + 3 * latencyMilliseconds))),
			requestsToWanted: rounded(requests / (1.15 * pages + 10)),
		}),
		...(other && {
			timesFaster: rounded(other.wallMilliseconds / wallMilliseconds),
			requestsShare: rounded(requests / other.requests),
			memoryShare: rounded(peakMegabytes / other.peakMegabytes),
			...(idle !== undefined && {
				memoryShareAboveIdle: rounded((peakMegabytes - idle) / (other.peakMegabytes - idle)),
			}),
			...(each.group === 'hires' && {
				sameHires: JSON.stringify(counted.hires) === JSON.stringify(other.counted.hires),
			}),
		}),
	};
}

function rounded(ratio: number): number {
	return Math.round(ratio * 1000) / 1000;
}

type Column = readonly [title: string, value: (result: Result) => unknown];

const SECONDS: Column = ['s', ({ wallMilliseconds }) => (wallMilliseconds / 1000).toFixed(1)];
const REQUESTS: Column = ['requests', ({ requests }) => requests];
const THROTTLED: Column = ['429', ({ throttled }) => throttled];
const RECORDS: Column = ['records', ({ records }) => records];
const PEAK: Column = ['peak MB', ({ peakMegabytes }) => peakMegabytes];

const COLUMNS: Record<Group, readonly Column[]> = {
	speed: [
		SECONDS,
		['bound s', ({ boundMilliseconds = 0 }) => (boundMilliseconds / 1000).toFixed(1)],
		['to bound', ({ toBound }) => toBound],
		['to wanted', ({ toWanted }) => toWanted],
		['times faster', ({ timesFaster }) => timesFaster],
		REQUESTS,
		['to wanted', ({ requestsToWanted }) => requestsToWanted],
		THROTTLED,
		['unique', ({ unique }) => unique],
	],
	small: [SECONDS, REQUESTS, THROTTLED, RECORDS],
	hires: [
		SECONDS,
		REQUESTS,
		['share', ({ requestsShare }) => requestsShare],
		['hires', ({ hires }) => hires],
		['same hires', ({ sameHires }) => sameHires],
		PEAK,
	],
	memory: [
		SECONDS,
		REQUESTS,
		RECORDS,
		PEAK,
		['share', ({ memoryShare }) => memoryShare],
		['share above idle', ({ memoryShareAboveIdle }) => memoryShareAboveIdle],
	],
};

/** The results for a person, one table per group. */
export function tablesOf(results: readonly Result[]): string {
	const groups = [...new Set(CASES.map(({ group }) => group))];
	return groups
		.map((group) =>
			tableOf(
				group,
				results.filter((result) => result.group === group),
			),
		)
		.filter((table) => table !== '')
		.join('\n');
}

function tableOf(group: Group, results: readonly Result[]): string {
	if (results.length === 0) return '';
	const columns = COLUMNS[group];
	const table = new Table({
		head: ['case', ...columns.map(([title]) => title)],
		style: { head: [], border: [] },
	});
	for (const result of results) {
		table.push([result.name, ...columns.map(([, value]) => String(value(result) ?? ''))]);
	}
	const stopped = results.filter((result) => result.stopped !== undefined);
	return [table.toString(), ...stopped.map(({ name, stopped: why }) => `${name}: ${why}`)].join(
		'\n',
	);
}
