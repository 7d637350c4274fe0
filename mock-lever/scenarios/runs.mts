import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpectedCell, ExpectedStatus } from './situation.mts';

type Because = Pick<ExpectedCell, 'because'>;

/** A whole run with something missing, and what it may then say; written by hand (`README.md`). */
export interface RunSituation {
	/** Number in B.3 and the sections of rules.md */
	reference: string;
	/** The situation in one sentence */
	title: string;
	/** A name of `SCENARIOS`; its faults go with it */
	scenario: string;
	/** One of the mock's keys; default `all` */
	key?: string;
	/** Role of who authorised the connection with OAuth2 and sees the whole account; left out: `key` opens it */
	authorisedBy?: string;
	/** What is set in 'Options' of Evidence: Collect; left out: nothing */
	collectOptions?: Record<string, number>;
	/** Days after the evidence date on which Lever is read; left out: whenever the run is driven */
	readDaysLater?: number;
	/** A name of `POLICY_VARIANTS`; left out: the usual policy */
	policy?: string;
	/** How a list arrives; left out: as it should */
	lists?: Partial<Record<'screening' | 'staff' | 'approvals', ListArrival>>;
	expected: {
		/** Whether the run says that a read of Lever is not complete */
		partial: boolean;
		/** Files whose hire has no result in this run; `all` = no hire at all is judged */
		missingHires: Array<Because & { file: string }> | 'all';
		/** true: candidates are judged too, of whom it cannot be told that they were not hired */
		moreHires?: true;
		/** IPE-01 of every collection that `collections` does not name; left out: pass */
		everyCollection?: ExpectedCell;
		/** Collection → its IPE-01; left out: as `everyCollection` */
		collections?: Record<string, ExpectedCell>;
		/** Check → its verdict; left out: as in the run in which nothing is missing */
		verdicts?: Record<string, Because & { verdict: string }>;
		/** Check → the only statuses that its findings have */
		statuses?: Record<string, Because & { only: ExpectedStatus[] }>;
		/** Parts of sentences on the first screen */
		notices?: Array<Because & { contains: string }>;
		/** Passes that are none in the situations, and why the rules allow them */
		mayPass?: Array<Because & { file: string; check: string }>;
	};
}

/** `failed`: the item with which n8n says so */
export type ListArrival = 'empty' | 'failed' | 'notConnected' | 'thirtyDaysOld';

const folder = join(import.meta.dirname, 'runs');

/** File name without ending → run, in the order of their names. */
export const RUNS: Readonly<Record<string, RunSituation>> = Object.fromEntries(
	readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => [
			file.replace(/\.json$/, ''),
			JSON.parse(readFileSync(join(folder, file), 'utf8')) as RunSituation,
		]),
);
