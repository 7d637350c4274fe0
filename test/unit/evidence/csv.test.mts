import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { csvText } from '../../../nodes/LeverEvidence/pack/csv.ts';
import { seal } from '../../../nodes/LeverEvidence/seal/seal.ts';
import { syntheticItems } from './support/syntheticRun.mts';
import { textOf } from './support/tampering.mts';

const read = (text: string): string[][] =>
	parse(text, { bom: true, relax_column_count: false, record_delimiter: '\n' });

describe('comma-separated text', () => {
	it.each([
		['=1+1', "'=1+1"],
		['+49 30 1', "'+49 30 1"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\t=1', "'\t=1"],
		['\r=1', '"\'\r=1"'],
		['  =1', "'  =1"],
		['\n=1', '"\'\n=1"'],
		['＝1+1', "'＝1+1"],
		['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
		['a=1', 'a=1'],
		['Müller, Jörg', '"Müller, Jörg"'],
		['two\nlines', '"two\nlines"'],
		['', ''],
	])('writes %j so that no spreadsheet runs it and no letter is lost', (cell, written) => {
		expect(csvText([[cell]])).toBe(`\uFEFF${written}\n`);
	});

	it('comes back as it was, apart from the apostrophe', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
				(rows) => {
					const back = read(csvText(rows));
					expect(back.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
						rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
					);
					for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
				},
			),
		);
	});
});

describe('tables of the packs', () => {
	const { evidence, identities } = seal(syntheticItems({ production: false }));

	it('findings.csv has one row per finding, in the order of findings.jsonl', () => {
		const [header, ...rows] = read(textOf(evidence.files, 'data/findings.csv'));
		const findings = textOf(evidence.files, 'data/findings.jsonl')
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line));
		const column = (title: string) => rows.map((row) => row[header?.indexOf(title) ?? -1]);
		expect(column('check_id')).toEqual(findings.map(({ checkId }) => checkId));
		expect(column('status')).toEqual(findings.map(({ status }) => status));
		expect(column('subject_id')).toEqual(findings.map(({ subjectId }) => subjectId));
		expect(new Set(column('TEST DATA, NOT EVIDENCE'))).toEqual(
			new Set(['TEST DATA, NOT EVIDENCE']),
		);
	});

	it('joiners.csv has one row per start, the earliest first, unknown ones before', () => {
		const [header, ...rows] = read(textOf(evidence.files, 'data/joiners.csv'));
		const column = (title: string) => rows.map((row) => row[header?.indexOf(title) ?? -1]);
		expect(rows).toHaveLength(24);
		expect(column('first_day')).toEqual([...column('first_day')].sort());
		expect(column('first_day').slice(0, 2)).toEqual(['', '']);
		expect(new Set(column('accepted_on'))).toEqual(new Set(['2026-08-09']));
		expect(new Set(column('TEST DATA, NOT EVIDENCE'))).toEqual(
			new Set(['TEST DATA, NOT EVIDENCE']),
		);
	});

	it('people.csv lets a person look up an id, in any script, with formulas disarmed', () => {
		const [header, ...rows] = read(textOf(identities.files, 'data/people.csv'));
		expect(header?.slice(1)).toEqual(['subject_type', 'id', 'name', 'emails']);
		expect(rows).toHaveLength(36);
		const names = rows.map((row) => row[3]);
		expect(names).toContain('山田 花子 2');
		expect(names).toContain('Müller, Jörg 5');
		expect(names).toContain('\'=HYPERLINK("x") 4');
		expect(names.every((name) => !name?.startsWith('='))).toBe(true);
	});
});
