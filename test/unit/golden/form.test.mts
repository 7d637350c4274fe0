import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { HIRE_CHECKS, USER_CHECKS } from '../../../mock-lever/scenarios/expected.mts';
import { checkShape } from '../../../mock-lever/scenarios/shape.mts';
import { goldenFiles, goldenReadme } from './goldenFiles.mts';
import { situationSchema } from './situationSchema.mts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
const validate = ajv.compile(situationSchema(HIRE_CHECKS, USER_CHECKS));

const fold = (value: string) => value.trim().toLowerCase();

/** What a value occurs in, over all files; only what occurs in several is returned. */
function sharedBetweenFiles(values: (file: (typeof goldenFiles)[number]) => string[]): string[] {
	const owners = new Map<string, Set<string>>();
	for (const file of goldenFiles) {
		for (const value of values(file).map(fold).filter(Boolean)) {
			owners.set(value, (owners.get(value) ?? new Set()).add(file.name));
		}
	}
	return [...owners]
		.filter(([, files]) => files.size > 1)
		.map(([value, files]) => `${value}: ${[...files].join(', ')}`);
}

/** Every text anywhere in a file that looks like an address. */
const addressesIn = (value: unknown): string[] => {
	if (typeof value === 'string') return value.includes('@') ? [value] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(addressesIn);
};

describe('form of the golden files', () => {
	it.each(goldenFiles)('$name follows the schema', ({ situation }) => {
		validate(situation);
		expect(validate.errors ?? []).toEqual([]);
	});

	it('refuses a cell without a section, a missing cell and a misspelt key', () => {
		const [first] = goldenFiles;
		const spoil = (change: (text: string) => string) =>
			validate(JSON.parse(change(JSON.stringify(first?.situation))));
		expect(spoil((json) => json)).toBe(true);
		expect(spoil((json) => json.replace('rules.md §5 SCR-01', 'I think'))).toBe(false);
		expect(spoil((json) => json.replace('"SCR-07"', '"SCR-70"'))).toBe(false);
		expect(spoil((json) => json.replace('candidateSignedAt', 'candidateSigned'))).toBe(false);
	});

	it('refuses a check that is neither built nor planned, and a policy that there is not', () => {
		const loaded = (json: string) => () => checkShape(JSON.parse(json));
		const [first] = goldenFiles;
		const late = JSON.stringify(goldenFiles.find(({ number }) => number === '02')?.situation);
		expect(JSON.stringify(first?.situation)).toContain('"SCR-03"');
		expect(
			validate(JSON.parse(JSON.stringify(first?.situation).replace('"SCR-03"', '"SCR-33"'))),
		).toBe(false);
		expect(loaded(late)).not.toThrow();
		expect(loaded(late.replaceAll('tokyo-without', 'kyoto-without'))).toThrow(/kyoto-without/);
	});

	it('numbers every file once, and names it in lower case', () => {
		const numbers = goldenFiles.map((file) => file.number);
		expect(new Set(numbers).size).toBe(numbers.length);
		for (const { name } of goldenFiles) expect(name).toMatch(/^\d\d[a-z]?(-[a-z0-9]+)+\.json$/);
	});

	it('says what each file shows in a sentence of its own', () => {
		const titles = goldenFiles.map((file) => file.situation.title);
		expect(new Set(titles).size).toBe(titles.length);
	});

	it('lists each file in the README, with its title and its number in B.3', () => {
		const rows = goldenReadme
			.split('\n')
			.map((line) => line.split('|').map((column) => column.trim()))
			.filter((columns) => /^\d\d[a-z]?$/.test(columns[1] ?? ''))
			.map(([, number, title, reference]) => ({ number, title, reference }));
		const files = goldenFiles.map(({ number, situation }) => ({
			number,
			title: situation.title,
			reference: /B\.3 #(\d+)/.exec(situation.reference)?.[1] ?? '',
		}));
		const sorted = rows.sort((a, b) => (a.number ?? '').localeCompare(b.number ?? '', 'en'));
		expect(sorted).toEqual(files.sort((a, b) => a.number.localeCompare(b.number, 'en')));
	});

	it('uses a name in one file only', () => {
		expect(
			sharedBetweenFiles(({ situation }) => [
				...(situation.lever?.contacts ?? []).map((contact) => contact.name),
				...(situation.lever?.users ?? []).map((user) => user.name),
				...[...(situation.screening ?? []), ...(situation.staff ?? [])].map((row) =>
					String(row.name ?? ''),
				),
			]),
		).toEqual([]);
	});

	it('uses an address in one file only, those of the company apart', () => {
		expect(
			sharedBetweenFiles(({ situation }) =>
				addressesIn(situation).filter((address) => !/\.company@/i.test(address)),
			),
		).toEqual([]);
	});

	it('holds addresses at example.com only', () => {
		for (const { situation } of goldenFiles) {
			for (const address of addressesIn(situation)) expect(fold(address)).toMatch(/@example\.com$/);
		}
	});

	it('shows every status at least once for each check that can have it', () => {
		const seen = new Map<string, Set<string>>();
		for (const { situation } of goldenFiles) {
			const { hires = [], users = [] } = situation.expected;
			for (const { cells } of [...hires, ...users]) {
				for (const [check, { status }] of Object.entries(cells)) {
					seen.set(check, (seen.get(check) ?? new Set()).add(status));
				}
			}
		}
		const statuses = (check: string) => [...(seen.get(check) ?? [])].sort();
		expect(statuses('SCR-01')).toEqual([
			'excepted',
			'fail',
			'indeterminate',
			'not_applicable',
			'pass',
			'warn',
		]);
		expect(statuses('SCR-02')).toEqual(statuses('SCR-01'));
		expect(statuses('SCR-07')).toEqual(['fail', 'not_applicable', 'pass', 'warn']);
		expect(statuses('SCR-09')).toEqual(['indeterminate', 'not_applicable', 'pass', 'warn']);
		expect(statuses('OFR-01')).toEqual(['fail', 'pass', 'warn']);
		expect(statuses('OFR-03')).toEqual(['fail', 'indeterminate', 'not_applicable', 'pass', 'warn']);
		expect(statuses('OFR-04')).toEqual(['fail', 'indeterminate', 'pass', 'warn']);
		expect(statuses('UAR-01')).toEqual(statuses('SCR-01'));
	});
});
