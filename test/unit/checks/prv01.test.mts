import { describe, expect, it } from 'vitest';

import { phraseFinder, wordsOf } from '../../../nodes/LeverCompliance/checks/privacy/words.ts';
import type { FileRecord } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, millis, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const file = (
	name: string,
	createdAt: string | null = '2026-10-01T10:00:00Z',
	changes: Partial<FileRecord> = {},
): FileRecord => ({
	kind: 'fileRecord',
	fileRecordId: `file:${name.length}-${createdAt ?? 'none'}`,
	recordType: 'file',
	opportunityId: 'opp-a',
	name,
	createdAt: createdAt === null ? null : millis(createdAt),
	collectionId: '9'.repeat(64),
	rawSha256: '9'.repeat(64),
	...changes,
});
const HIRE = 'contact-a:opp-a';
const withFiles = (...fileRecords: FileRecord[]): Company => ({
	hires: [aHired()],
	read: { fileRecords },
});
/** 180 days before 2 November 2026 are 6 May. */
const OLDEST = '2026-05-06T00:00:00Z';
const OLDER = '2026-05-05T23:59:59Z';

describe('PRV-01', () => {
	cases('PRV-01', [
		['B.2 none', withFiles(file('resume.pdf')), 'pass no-material', HIRE],
		['B.2 a hit', withFiles(file('DBS_certificate.pdf')), 'warn material-found', HIRE],
		[
			'B.2 within the retention',
			withFiles(file('passport.pdf', OLDEST)),
			'warn material-found',
			HIRE,
		],
		['B.2 older', withFiles(file('passport.pdf', OLDER)), 'fail material-kept-too-long', HIRE],
		[
			'one of two is older',
			withFiles(file('passport.pdf'), file('Police check', OLDER)),
			'fail material-kept-too-long',
			HIRE,
		],
		['of no known day', withFiles(file('passport.pdf', null)), 'warn material-found', HIRE],
		[
			'of somebody else',
			withFiles(file('passport.pdf', OLDER, { opportunityId: 'opp-z' })),
			'pass no-material',
			HIRE,
		],
		[
			'of somebody else: one finding for the account',
			withFiles(file('passport.pdf', OLDER, { opportunityId: 'opp-z' })),
			'fail material-kept-too-long',
			'account',
		],
		[
			'§1 names not read completely',
			{
				...withFiles(file('resume.pdf')),
				collections: { files: { complete: false, incompleteBecause: 'Lever stopped.' } },
			},
			'indeterminate read-incomplete',
			HIRE,
		],
		[
			'a standard word in another letter case',
			withFiles(file('hireright_report.pdf')),
			'warn material-found',
			HIRE,
		],
		[
			'words of the policy',
			{
				...withFiles(file('Extrait de casier.pdf')),
				policy: { privacy: { screeningWords: ['casier'] } },
			},
			'warn material-found',
			HIRE,
		],
	]);

	it('names no file and no word of a name (rules.md §10)', () => {
		const { findings } = check(withFiles(file('Criminal record Lindqvist.pdf', OLDER)));
		const text = JSON.stringify(findings.filter(({ checkId }) => checkId === 'PRV-01'));
		expect(text).toContain('"fileRecords":["file:');
		expect(text).not.toMatch(/criminal|record l|lindqvist/i);
	});

	it('is not set up where names were not read', () => {
		const { run } = check({ hires: [aHired()] });
		expect(run.checks.find(({ id }) => id === 'PRV-01')?.verdictText).toBe(
			"Not set up: choose Files in 'Checks' of the Lever node ('Evidence: Collect')",
		);
	});
});

describe('words of a name', () => {
	it.each([
		['DBSCheck_2026-01.pdf', ['dbs', 'check', '2026', '01', 'pdf']],
		['criminalRecord2', ['criminal', 'record', '2']],
		['Führungs zeugnis', ['fuhrungs', 'zeugnis']],
		['', []],
	])('%s', (name, words) => {
		expect(wordsOf(name)).toEqual(words);
	});

	it.each([
		['Background check', 'background-check.pdf', true],
		['Background check', 'background and check', false],
		['DBS', 'dbscheck', false],
		['SIN', 'business case.pdf', false],
		['sin', 'SIN123.pdf', true],
		['…', 'anything …', false],
		['HireRight', 'HireRight.pdf', true],
		['HireRight', 'hireright_report.pdf', true],
		['HireRight', 'HIRERIGHT.pdf', true],
		['HireRight', 'HIRERIGHT2026.pdf', true],
		['HireRight', 'hire-right.pdf', true],
		['HireRight', 'hire a right hand.pdf', false],
		['hireright', 'HireRight 2026.pdf', true],
		['checkr', 'CheckR report.pdf', true],
		['checkr', 'Check Rome.pdf', false],
	])('%s in %s: %s', (phrase, name, found) => {
		expect(phraseFinder([phrase])(name)).toBe(found);
	});
});
