import { expect } from 'vitest';

import { CHECKS } from '../../../../nodes/LeverCompliance/checks/index.ts';
import type { Finding } from '../../../../nodes/shared/contracts/index.ts';
import type { CheckedRun } from '../checking.mts';
import type { BadInput } from './badInput.mts';

/** A person reads them one after the other. */
const LONGEST_MESSAGE = 600;

const CLEAN: ReadonlySet<string> = new Set(['pass', 'not_applicable']);

/**
 * What came out is what had to come out, nobody and no row was skipped, and nothing that is said is endless
 * or names somebody.
 *
 * @param hires hire id → its name in the table
 */
export function expectSaid(run: CheckedRun, input: BadInput, hires: ReadonlyMap<string, string>) {
	expect(run.error?.message).toBeUndefined();
	expect(foundIn(run.findings, hires)).toEqual(input.found ?? {});
	const said = run.run.notices.filter((notice) => /^(Screening|Staff) List:/.test(notice));
	expect(said).toEqual(input.said ?? []);
	const ignored = run.evidence.flatMap((item) =>
		item.kind === 'collection' && item.source === 'list' && item.resource === 'staffList'
			? item.ignoredColumns
			: [],
	);
	expect(ignored).toEqual(input.ignored ?? []);
	expectNobodySkipped(run, [...hires.keys()]);
	expectReadable(run);
}

/** The node stopped with a message that says what happened and what to do. */
export function expectStopped({ error, outputs }: CheckedRun, parts: readonly string[]) {
	for (const part of parts) expect(`${error?.message} ${error?.description}`).toContain(part);
	expect(outputs.flat()).toEqual([]);
}

/** Subject → check → status and reason code, without what is clean; reads are no subjects here. */
export function foundIn(
	findings: readonly Finding[],
	hires: ReadonlyMap<string, string>,
): NonNullable<BadInput['found']> {
	const found: NonNullable<BadInput['found']> = {};
	for (const { subjectType, subjectId, checkId, status, reasonCode } of findings) {
		if (subjectType === 'collection' || CLEAN.has(status)) continue;
		const results = (found[hires.get(subjectId) ?? subjectId] ??= {});
		results[checkId] = `${status} ${reasonCode}`;
	}
	return found;
}

/** Every hire has one result of every check that is set up, and every row of the lists is in the pack. */
export function expectNobodySkipped({ run, findings }: CheckedRun, hires: readonly string[]) {
	const setUp = new Set(
		run.checks.filter(({ verdict }) => verdict !== 'notSetUp').map(({ id }) => id),
	);
	const ofHires = CHECKS.filter(({ id, evaluate }) => evaluate.hire && setUp.has(id));
	expect(ofHires.length).toBeGreaterThan(8);
	const pairs = findings
		.filter(({ subjectType }) => subjectType === 'hire')
		.map(({ checkId, subjectId }) => `${checkId} ${subjectId}`);
	expect(pairs.sort()).toEqual(
		ofHires.flatMap(({ id }) => hires.map((hire) => `${id} ${hire}`)).sort(),
	);
	expect(run.leftOut ?? []).toEqual([]);
	for (const { list, rows } of run.lists) {
		const name = { screeningList: 'screening', staffList: 'staff' }[list as string];
		const seal = run.populations.find((population) => population.name === name);
		if (name !== undefined) expect(seal?.count ?? 0, list).toBe(rows);
	}
}

/** Whatever stands in a cell may stand in full with the identities, which are kept apart (rules.md §10). */
export function expectReadable({ run, findings, evidence, exceptions }: CheckedRun) {
	for (const { message, remediation } of findings) {
		expect(message.length, message.slice(0, LONGEST_MESSAGE)).toBeLessThan(LONGEST_MESSAGE);
		expect(message + remediation.text).not.toMatch(/@|undefined|NaN|\[object/);
	}
	for (const notice of run.notices) expect(notice.length).toBeLessThan(LONGEST_MESSAGE);
	const open = evidence.filter(({ kind }) => kind !== 'identity');
	for (const item of [...open, ...exceptions]) {
		expect(JSON.stringify(item).length, item.kind).toBeLessThan(200_000);
	}
}
