import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ExpectedCell } from './situation.mts';

/** What a row of cells is about; symbolic ids are those of its situation. */
export type CellSubjectType =
	| 'account'
	| 'hire'
	| 'opportunity'
	| 'screeningRecord'
	| 'staffRecord'
	| 'user';

/** One result that is not the usual one of its check. */
export interface SituationCell extends ExpectedCell {
	/** File of the situation without `.json`; left out for the account as a whole */
	situation?: string;
	/** Opportunities of the episode */
	hire?: string[];
	/** Left out: a hire where `hire` stands, else the account */
	subject?: CellSubjectType;
	/** The only policy variants under which there is such a result; left out: as the check says */
	madeIn?: string[];
	/** A symbolic id for users and opportunities; the id itself for rows of lists */
	id?: string;
}

/**
 * Every result of one check in the golden scenario: the usual one, and those that are not. Written by
 * hand from the rules, each with the rule it follows from, before the check was run.
 */
export interface CheckCells {
	check: string;
	subjects: readonly CellSubjectType[];
	/** The result of every subject that stands in no cell; left out where each has a cell of its own */
	usual?: ExpectedCell;
	/** The only policy variants under which the check is made; left out: under all of them */
	madeIn?: string[];
	/** Made only when an earlier run is connected, `golden-earlier` in tests */
	needs?: 'previousRun';
	cells: readonly SituationCell[];
	/** Subjects that the check counts as left out of its population: no result at all */
	leftOut?: ReadonlyArray<Pick<SituationCell, 'situation' | 'hire' | 'subject' | 'id' | 'because'>>;
}

const folder = join(import.meta.dirname, 'cells');

/** Check id → its cells: the files of the folder `cells`. */
export const CHECK_CELLS: Readonly<Record<string, CheckCells>> = Object.fromEntries(
	(existsSync(folder) ? readdirSync(folder) : [])
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => {
			const cells = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CheckCells;
			return [cells.check, cells];
		}),
);
