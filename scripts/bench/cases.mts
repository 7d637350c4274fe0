import type { MockOptions } from '../../mock-lever/index.mts';
import { httpRequestRun, leverRun, pageByPageRun } from './workflows.mts';
import type { Benchmark } from './workflows.mts';

/** One run of the benchmark: a mock, a workflow, and what is worked out from both. */
export interface Case {
	name: string;
	/** Which table it belongs to */
	group: Group;
	/** What is read, and how, for a person */
	about: string;
	mock: MockOptions;
	workflow: (baseUrl: string) => Benchmark;
	/** Of the mock, where the time is held against the rate limit */
	latencyMilliseconds?: number;
	/** Case that this one is compared with, in wall time and memory */
	comparedWith?: string;
}

export type Group = 'speed' | 'small' | 'hires' | 'memory';

const SPEED_SIZE = 20_000;
const MEMORY_SIZE = 100_000;

/** Where only sizes count, the same account every day. */
const AS_OF = '2026-11-02T06:00:00Z';

/** An account that is in use: its newest records are of today, on whatever day it is measured. */
const TODAY = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;

/** Not simplified, so that both give the same records. */
const EVERY_OPPORTUNITY = {
	resource: 'opportunity',
	operation: 'getAll',
	returnAll: true,
	simplify: false,
	filters: { confidentiality: 'all' },
};

/** Without a limit in the mock the node may go as fast as it can. */
const UNLIMITED = { options: { requestsPerSecond: 1000 } };

function generated(size: number, more: MockOptions = {}): MockOptions {
	return { scenario: 'generated', asOf: AS_OF, seed: 1, size, ...more };
}

function speedCases(): Case[] {
	const cases: Case[] = [];
	for (const shape of ['even', 'skewed'] as const) {
		for (const latencyMilliseconds of [40, 200, 600]) {
			const name = `${shape}-${latencyMilliseconds}`;
			const common = {
				group: 'speed' as const,
				mock: generated(SPEED_SIZE, { shape, latencyMilliseconds, asOf: TODAY }),
				latencyMilliseconds,
			};
			const described = `20,000 opportunities, ${shape} company, ${latencyMilliseconds} ms`;
			cases.push(
				{
					...common,
					name: `http-${name}`,
					about: `HTTP Request with paging: ${described}`,
					workflow: (baseUrl) =>
						httpRequestRun({ baseUrl, interval: bestInterval(latencyMilliseconds) }, 'workflow'),
				},
				{
					...common,
					name: `lever-${name}`,
					about: `Lever, Return All: ${described}`,
					workflow: () => leverRun(EVERY_OPPORTUNITY, 'workflow'),
					comparedWith: `http-${name}`,
				},
			);
		}
	}
	return cases;
}

/** Serial paging must not be faster than ten pages per second: HTTP Request has no answer to 429 but to begin again. */
function bestInterval(latencyMilliseconds: number): number {
	return Math.max(0, 100 - latencyMilliseconds);
}

const SMALL: Case[] = [
	{
		name: 'small',
		group: 'small',
		about: 'Lever, Return All: a company of 30 opportunities',
		mock: generated(30),
		workflow: () => leverRun(EVERY_OPPORTUNITY, 'workflow'),
	},
];

function hiresCase(name: string, about: string, exhaustive: boolean): Case {
	return {
		name,
		group: 'hires',
		about: `Evidence: Collect, ${about}: 20,000 opportunities, 600 offers`,
		// The number of requests is what counts here, not their pace.
		mock: generated(SPEED_SIZE, { hires: 400, offers: 600, rateLimit: false }),
		workflow: () =>
			leverRun(
				{
					resource: 'evidence',
					operation: 'collect',
					evidenceDate: AS_OF,
					checkFamilies: ['hires'],
					options: { ...UNLIMITED.options, exhaustive },
				},
				'subWorkflow',
			),
	};
}

const HIRES: Case[] = [
	hiresCase('hires-exhaustive', 'one call per opportunity', true),
	{ ...hiresCase('hires', 'hires', false), comparedWith: 'hires-exhaustive' },
];

const MEMORY_MOCK = generated(MEMORY_SIZE, { rateLimit: false });

function memoryCase(name: string, about: string, workflow: Case['workflow']): Case {
	return {
		name,
		group: 'memory',
		about: `${about}: 100,000 opportunities`,
		mock: MEMORY_MOCK,
		workflow,
		...(name !== 'memory-http' && name !== IDLE_CASE && { comparedWith: 'memory-http' }),
	};
}

/** n8n at work with next to nothing to hold. */
export const IDLE_CASE = 'memory-none';

const MEMORY: Case[] = [
	memoryCase(IDLE_CASE, 'n8n alone, one record of', () =>
		leverRun({ ...EVERY_OPPORTUNITY, returnAll: false, limit: 1 }, 'subWorkflow'),
	),
	memoryCase('memory-http', 'HTTP Request and Split Out', (baseUrl) =>
		httpRequestRun({ baseUrl, interval: 0 }, 'subWorkflow'),
	),
	memoryCase('memory-lever', 'Lever, Return All', () =>
		leverRun({ ...EVERY_OPPORTUNITY, ...UNLIMITED }, 'subWorkflow'),
	),
	memoryCase('memory-simplify', 'Lever, Return All, Simplify', () =>
		leverRun({ ...EVERY_OPPORTUNITY, ...UNLIMITED, simplify: true }, 'subWorkflow'),
	),
	memoryCase('memory-pages', 'Lever, Page by Page, a sub-workflow per batch of 1,000', () =>
		pageByPageRun({ ...EVERY_OPPORTUNITY, ...UNLIMITED, batchSize: 1000 }),
	),
];

/** Every case, in the order in which they run. */
export const CASES: readonly Case[] = [...speedCases(), ...SMALL, ...HIRES, ...MEMORY];
