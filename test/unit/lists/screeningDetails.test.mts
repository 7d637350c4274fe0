import { describe, expect, it } from 'vitest';

import {
	readScreeningList,
	type ScreeningListOptions,
} from '../../../nodes/LeverCompliance/lists/index.ts';
import { listOf, type Row } from './listItems.mts';

const OPTIONS: ScreeningListOptions = {
	provider: '',
	statusMeanings: {},
	readBirthDates: false,
	readResults: true,
};

const ROW: Row = {
	provider: 'checkr',
	report_id: 'R-1',
	email: 'ada@example.com',
	name: 'Ada Sample',
	status: 'complete',
	completed_at: '2026-09-10',
};

const read = (row: Row, changes: Partial<ScreeningListOptions> = {}) =>
	readScreeningList(listOf([{ ...ROW, ...row }]), { ...OPTIONS, ...changes });

const detailsOf = (row: Row, changes: Partial<ScreeningListOptions> = {}) =>
	read(row, changes).rows[0]?.details;

describe('screening details: results (rules.md §5)', () => {
	it.each([
		['Checkr', 'clear', 'clear'],
		['Checkr', 'Consider', 'needsDecision'],
		['Checkr', 'eligible', 'clear'],
		['Certn', 'Complete: Review', 'needsDecision'],
		['Certn', 'CLEARED', 'clear'],
		['Sterling', 'Alert', 'needsDecision'],
		['First Advantage', 'Eligible', 'clear'],
		['HireRight', 'Meets Company Standards', 'clear'],
		['HireRight', 'Does not meet company standards', 'unknown'],
		['Veremark', 'clear', 'clear'],
		['Nobody Ltd', 'clear', 'clear'],
		['Nobody Ltd', 'eligible', 'unknown'],
		['Nobody Ltd', 'looks fine to me', 'unknown'],
		['Nobody Ltd', 'constructor', 'unknown'],
		['Checkr', '', 'none'],
		['Checkr', null, 'none'],
		['Checkr', 'n/a', 'none'],
	])('%s "%s" is %s', (provider, result, expected) => {
		expect(detailsOf({ provider, result })?.result).toBe(expected);
	});

	it.each([
		['Checkr', 'engaged', 'engaged'],
		['Checkr', 'pre_adverse_action', 'preAdverse'],
		['Checkr', 'Post-Adverse Action', 'postAdverse'],
		['Checkr', 'deferred', 'unknown'],
		['HireRight', 'pending', 'none'],
		['HireRight', 'meets company standards', 'engaged'],
		['Nobody Ltd', 'not adjudicated', 'none'],
		['Nobody Ltd', '', 'none'],
	])('%s adjudication "%s" is %s', (provider, adjudication, expected) => {
		expect(detailsOf({ provider, adjudication })?.adjudication).toBe(expected);
	});

	it("lets a person's own tables win", () => {
		const own = {
			resultMeanings: { 'Looks fine to me': 'clear', clear: 'needsDecision' },
			adjudicationMeanings: { Hired: 'engaged' },
		} as const;
		expect(detailsOf({ result: 'looks fine TO ME', adjudication: 'hired' }, own)).toMatchObject({
			result: 'clear',
			adjudication: 'engaged',
		});
		expect(detailsOf({ result: 'clear' }, own)?.result).toBe('needsDecision');
	});

	it('names rows with an unknown result by their number, never by the words', () => {
		const list = read({ result: 'looks fine to me', adjudication: 'hired anyway' });
		expect(list.notices).toEqual([
			'Screening List: the result is not known (row 1).',
			'Screening List: the adjudication is not known (row 1).',
		]);
		expect(JSON.stringify([list.notices, list.unknownStatuses, list.summary])).not.toMatch(
			/looks fine|hired anyway/,
		);
	});

	it('reads nothing of a result without a lawful basis, also where its columns are mapped', () => {
		const row = {
			...ROW,
			outcome: 'consider',
			adjudication: 'engaged',
			adjudicated_at: 'rubbish',
			pre_adverse_at: '2026-09-11',
			post_adverse_at: '2026-09-18',
		};
		const list = readScreeningList(listOf([row], { columns: { result: 'outcome' } }), {
			...OPTIONS,
			readResults: false,
		});
		expect(list.rows[0]?.details).toMatchObject({
			result: 'none',
			adjudication: 'none',
			adjudicatedAt: { precision: 'missing' },
			preAdverseAt: { precision: 'missing' },
			postAdverseAt: { precision: 'missing' },
		});
		expect(list.notices).toEqual([]);
		expect(list.summary.understood).not.toMatch(/result|adjudicat|adverse/i);
	});

	it('reads the dates of a decision', () => {
		expect(
			detailsOf({
				adjudicated_at: '2026-09-11T10:00:00Z',
				pre_adverse_at: '2026-09-11',
				adverse_action_date: '2026-09-18',
				valid_until: '2027-09-10',
			}),
		).toMatchObject({
			adjudicatedAt: { precision: 'instant', instant: Date.parse('2026-09-11T10:00:00Z') },
			preAdverseAt: { precision: 'day', date: '2026-09-11' },
			postAdverseAt: { precision: 'day', date: '2026-09-18' },
			validUntil: { precision: 'day', date: '2027-09-10' },
		});
	});
});

describe('screening details: package and searches', () => {
	it('keeps the package as written, trimmed', () => {
		expect(detailsOf({ package: '  Driver Pro ' })?.package).toBe('Driver Pro');
		expect(detailsOf({ package: '' })?.package).toBeNull();
	});

	it.each([
		['nothing', '', null],
		['a blank list', [], null],
		[
			'text with states',
			'County Criminal Search: complete; SSN Trace: clear',
			[
				{ name: 'county criminal search', state: 'done' },
				{ name: 'ssn trace', state: 'done' },
			],
		],
		[
			'names between commas',
			'SSN Trace, County Criminal (Los Angeles, CA)',
			[
				{ name: 'ssn trace', state: 'done' },
				{ name: 'county criminal (los angeles, ca)', state: 'done' },
			],
		],
		[
			'names and states between commas',
			'SSN Trace: complete, County Criminal: canceled',
			[
				{ name: 'ssn trace', state: 'done' },
				{ name: 'county criminal', state: 'stopped' },
			],
		],
		[
			'a comma inside a name, between semicolons',
			'Criminal, County; SSN Trace',
			[
				{ name: 'criminal, county', state: 'done' },
				{ name: 'ssn trace', state: 'done' },
			],
		],
		[
			'a comma that may belong to a state',
			'County: complete, no records',
			[{ name: 'county', state: 'unknown' }],
		],
		[
			'names alone',
			'Identity | Right to work',
			[
				{ name: 'identity', state: 'done' },
				{ name: 'right to work', state: 'done' },
			],
		],
		[
			'objects',
			[
				{ type: 'County Criminal Search', status: 'canceled' },
				{ name: 'Education', state: 'in progress' },
				{ name: 'Credit', status: 'who knows' },
				{ status: 'complete' },
			],
			[
				{ name: 'county criminal search', state: 'stopped' },
				{ name: 'education', state: 'running' },
				{ name: 'credit', state: 'unknown' },
			],
		],
	])('reads %s', (_, searches, expected) => {
		expect(detailsOf({ searches })?.components).toEqual(expected);
	});

	it.each([
		['running', { status: 'pending' }],
		['stopped', { status: 'canceled' }],
		['done with cancelled searches', { includes_canceled: 'true' }],
	])('does not guess the state of a search when the screening is %s', (_, row) => {
		expect(detailsOf({ ...row, searches: 'Identity' })?.components).toEqual([
			{ name: 'identity', state: 'unknown' },
		]);
	});

	it.each([
		['a search that was cancelled', { searches: 'County: canceled' }, true],
		['a column that says yes', { includes_canceled: 'true' }, true],
		['a column that says no', { includes_canceled: 'false' }, false],
		['a status that says so', { status: 'Complete with canceled' }, true],
		['a number of them', { includes_canceled: 2 }, true],
		['none of them', { includes_canceled: '0' }, false],
		['nothing of it', {}, null],
		['not applicable', { includes_canceled: 'N/A' }, null],
		['a hyphen', { includes_canceled: '-' }, null],
		['a dash', { includes_canceled: '—' }, null],
		['a word that nobody knows', { includes_canceled: 'unknown' }, null],
	])('tells whether searches were cancelled: %s', (_, row, expected) => {
		expect(detailsOf(row)?.cancelledSearches).toBe(expected);
	});

	it('names rows where a word may say that a search was cancelled, and guesses nothing of them', () => {
		const list = read({ includes_canceled: 'Criminal', searches: 'Identity' });
		expect(list.rows[0]).toMatchObject({
			record: { hasCancelled: false },
			details: { components: [{ name: 'identity', state: 'unknown' }] },
		});
		expect(list.notices).toEqual([
			'Screening List: whether a search was cancelled is not said in a word that is known (row 1).',
		]);
		expect(read({ includes_canceled: 'n/a', searches: 'Identity' })).toMatchObject({
			rows: [{ details: { components: [{ state: 'done' }] } }],
			notices: [],
		});
	});

	it('sees a cancelled search behind "complete"', () => {
		const record = (row: Row) => read(row).rows[0]?.record.hasCancelled;
		expect(record({ searches: 'County: canceled; Identity: complete' })).toBe(true);
		expect(record({ searches: 'County: complete; Identity: complete' })).toBe(false);
	});
});

describe('screening details: what kind of record', () => {
	it.each([
		['', 'check'],
		['Screening', 'check'],
		['attestation', 'attestation'],
		['Supplier Attestation', 'attestation'],
		['attested by supplier', 'attestation'],
	])('"%s" is a %s', (recordType, expected) => {
		expect(detailsOf({ record_type: recordType })?.recordType).toBe(expected);
	});

	it('is a weak source when Lever itself is the provider, and only then', () => {
		expect(detailsOf({ provider: 'Lever', status: 'Report Clear' })?.weakSource).toBe(true);
		expect(detailsOf({ provider: 'Sterling, from Lever' })).not.toHaveProperty('weakSource');
	});
});

describe('screening details: columns of a provider', () => {
	it('recognises the names of a provider where the list is known to be its own', () => {
		const row = {
			'Case ID': 'C-1',
			Applicant: 'Ada Sample',
			Email: 'ada@example.com',
			'Case status': 'COMPLETE',
			'Case score': 'REVIEW',
			'Order date': '2026-09-01',
			'Completed date': '2026-09-10',
		};
		const [known] = readScreeningList(listOf([row]), { ...OPTIONS, provider: 'Certn' }).rows;
		expect(known).toMatchObject({
			reference: 'C-1',
			name: 'Ada Sample',
			details: { result: 'needsDecision' },
			record: { provider: 'Certn', state: 'done', orderedAt: { date: '2026-09-01' } },
		});
		const [unknown] = readScreeningList(listOf([row]), OPTIONS).rows;
		expect(unknown?.details.result).toBe('none');
	});
});
