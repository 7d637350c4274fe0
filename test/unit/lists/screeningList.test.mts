import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	isOlderThan,
	readScreeningList,
	type ListInput,
	type ScreeningListOptions,
} from '../../../nodes/LeverCompliance/lists/index.ts';
import { canonicalJson } from '../../../nodes/shared/canonicalJson.ts';
import { AS_OF, listOf, refusal, type Row } from './listItems.mts';

const OPTIONS: ScreeningListOptions = {
	provider: '',
	statusMeanings: {},
	readBirthDates: false,
	readResults: false,
};

const ROW: Row = {
	provider: 'checkr',
	report_id: 'R-1',
	external_id: 'opp-1',
	email: 'Ada@Example.com',
	name: 'Ada Sample',
	date_of_birth: '1990-04-12',
	package: 'standard',
	status: 'complete',
	result: 'consider',
	adjudication: 'engaged',
	ordered_at: '2026-09-01T08:00:00.000Z',
	completed_at: '2026-09-10',
	adjudicated_at: '2026-09-11',
};

const read = (rows: readonly Row[], changes: Partial<ListInput> = {}, options = OPTIONS) =>
	readScreeningList(listOf(rows, changes), options);

describe('readScreeningList: columns', () => {
	it('reads the companion list', () => {
		const { rows, summary, collection } = read([ROW], { sourceName: 'Checkr' });
		expect(rows).toEqual([
			{
				record: {
					kind: 'screeningRecord',
					recordId: 'R-1',
					row: 1,
					provider: 'Checkr',
					externalId: 'opp-1',
					state: 'done',
					orderedAt: { precision: 'instant', instant: Date.parse('2026-09-01T08:00:00Z') },
					completedAt: { precision: 'day', date: '2026-09-10' },
					hasCancelled: false,
					rawSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
				},
				// Results are not read: the policy states no lawful basis (rules.md §5, §10).
				details: {
					package: 'standard',
					components: null,
					cancelledSearches: null,
					result: 'none',
					adjudication: 'none',
					adjudicatedAt: { precision: 'missing' },
					preAdverseAt: { precision: 'missing' },
					postAdverseAt: { precision: 'missing' },
					validUntil: { precision: 'missing' },
					recordType: 'check',
				},
				reference: 'R-1',
				name: 'Ada Sample',
				emails: ['Ada@Example.com'],
				birthDate: null,
			},
		]);
		expect(summary.understood).toBe(
			'Screening List: 1 row, provider Checkr, export date not stated, so its age is not judged, provider from "provider", reference from "report_id", externalId from "external_id", email from "email", name from "name", birthDate from "date_of_birth", status from "status", orderedAt from "ordered_at", completedAt from "completed_at", package from "package"',
		);
		expect(collection).toMatchObject({
			kind: 'collection',
			source: 'list',
			resource: 'screeningList',
			state: 'read',
			complete: true,
			records: 1,
			uniqueIds: 1,
			duplicates: 0,
			sourceName: 'Checkr',
			exportedAt: null,
			ageDays: null,
			ignoredColumns: ['result', 'adjudication', 'adjudicated_at'],
		});
	});

	it('keeps no result, adjudication, name, address or date of birth in the record (rules.md §10)', () => {
		const { rows, collection, summary, notices } = read([ROW]);
		const kept = JSON.stringify([rows.map(({ record }) => record), collection, summary, notices]);
		for (const secret of ['consider', 'engaged', 'Ada', 'example.com', '1990', '"standard"']) {
			expect(kept).not.toContain(secret);
		}
	});

	it("reads Checkr's API, with the candidate nested in the report", () => {
		const { rows } = read([
			{
				id: 'rep_1',
				object: 'report',
				status: 'complete',
				includes_canceled: true,
				created_at: '2026-09-01T08:00:00Z',
				completed_at: '2026-09-03T08:00:00Z',
				package: 'driver_pro',
				candidate: {
					email: 'ada@example.com',
					first_name: 'Ada',
					last_name: 'Sample',
					custom_id: 'opp-1',
				},
			},
		]);
		expect(rows[0]).toMatchObject({
			reference: 'rep_1',
			name: 'Ada Sample',
			emails: ['ada@example.com'],
			record: { externalId: 'opp-1', hasCancelled: true, state: 'done' },
		});
	});

	it.each([
		[
			'spaces and capitals',
			{ 'Candidate Email': 'a@example.com', Status: 'Complete', 'Completed At': '2026-09-10' },
		],
		[
			'dots',
			{ 'candidate.email': 'a@example.com', status: 'complete', completed_at: '2026-09-10' },
		],
		[
			'other words',
			{
				'E-Mail Address': 'a@example.com',
				'Order Status': 'Completed',
				'Date Completed': '2026-09-10',
			},
		],
		[
			'a byte order mark',
			{ '\uFEFFemail': 'a@example.com', status: 'complete', completed_at: '2026-09-10' },
		],
	])('recognises names with %s', (_, row) => {
		const { rows } = read([row]);
		expect(rows[0]).toMatchObject({
			emails: ['a@example.com'],
			record: { state: 'done', completedAt: { precision: 'day', date: '2026-09-10' } },
		});
	});

	it('lets what a person mapped win', () => {
		const { rows } = read([{ ...ROW, 'Work address': 'work@example.com' }], {
			columns: { email: 'work address', name: '' },
		});
		expect(rows[0]).toMatchObject({ emails: ['work@example.com'], name: 'Ada Sample' });
	});

	it('reads a column that only later rows have', () => {
		const { rows } = read([{ email: 'a@example.com', status: 'pending' }, ROW]);
		expect(rows[0]?.record.completedAt).toEqual({ precision: 'missing' });
		expect(rows[1]?.record.completedAt).toEqual({ precision: 'day', date: '2026-09-10' });
	});

	it('stops without an e-mail column, naming it and the columns found', () => {
		const { email: _email, ...rest } = ROW;
		const message = refusal(() => read([rest]));
		expect(message).toContain('Screening List: no column is recognised as "E-mail"');
		expect(message).toContain('Columns found: provider, report_id, external_id, name');
	});

	it('names all missing columns at once', () => {
		expect(refusal(() => read([{ foo: 'bar' }]))).toContain('"E-mail", "Status", "Completed at"');
	});

	it.each([
		[';', 'semicolons'],
		['\t', 'tabs'],
		['|', 'bars'],
	])('hints at the delimiter when the only column holds "%s"', (sign, name) => {
		const header = ['email', 'status', 'completed_at'].join(sign);
		const message = refusal(() => read([{ [header]: ['x', 'y', 'z'].join(sign) }]));
		expect(message).toContain(name);
		expect(message).toContain("'Delimiter'");
	});

	it('says that a web page is no list', () => {
		expect(refusal(() => read([{ '<!DOCTYPE html>': '<html>' }]))).toContain('web page (HTML)');
	});

	it('shows no column name of a list without a header row, since it is a person', () => {
		const message = refusal(() =>
			read([
				{ checkr: 'checkr', 'ada@example.com': 'bob@example.com', 'Ada Sample': 'Bob Sample' },
			]),
		);
		expect(message).toContain('header row');
		expect(message).not.toContain('Ada');
		expect(message).not.toContain('example.com');
	});

	it.each([
		[
			'is not in the list',
			{ email: 'mail_1' },
			'the column "mail_1", chosen for "E-mail", is not in the list',
		],
		['belongs to no field', { eMail: 'email' }, 'there is no field "eMail"'],
	])('stops when a mapped column %s', (_, columns, expected) => {
		expect(refusal(() => read([ROW], { columns }))).toContain(expected);
	});

	it('does not choose between two columns of one name', () => {
		expect(refusal(() => read([{ ...ROW, 'E-mail': 'b@example.com' }]))).toContain(
			'two columns can be "E-mail": email, E-mail',
		);
	});
});

describe('readScreeningList: what arrived (design §3)', () => {
	it.each([
		['nothing wired', { wired: false, items: [] }, 'notConnected'],
		['wired and no item', { items: [] }, 'empty'],
		['an item that says nothing', { items: [{ json: {} }] }, 'empty'],
		['only blank rows', { items: [{ json: { email: ' ', status: '' } }] }, 'empty'],
		['an error in the JSON', { items: [{ json: { error: 'Request failed' } }] }, 'failed'],
		['an error object in the JSON', { items: [{ json: { error: { message: 'x' } } }] }, 'failed'],
	])('%s is %s', (_, changes, state) => {
		const { rows, summary, collection } = read([], changes);
		expect(rows).toEqual([]);
		expect(summary).toMatchObject({ state, rows: 0 });
		expect(collection?.complete).toBe(state === 'notConnected' ? undefined : false);
		expect(collection?.incompleteBecause === undefined).toBe(state === 'notConnected');
	});

	it('is failed when any item carries an error, and its rows count for nothing', () => {
		const { state, rows } = read([ROW, { error: 'page 2: 500' }]);
		expect([state, rows]).toEqual(['failed', []]);
	});

	it('does not take an empty column named error for a failure', () => {
		expect(read([{ ...ROW, error: '' }]).state).toBe('read');
		expect(read([{ ...ROW, error: null }]).state).toBe('read');
	});

	it('leaves out blank rows but keeps the row numbers of the list', () => {
		const { rows, collection } = read([
			ROW,
			{ email: '', status: null },
			{ ...ROW, report_id: 'R-3' },
		]);
		expect(rows.map(({ record }) => record.row)).toEqual([1, 3]);
		expect(collection?.records).toBe(2);
	});
});

describe('readScreeningList: statuses (rules.md §4)', () => {
	it.each([
		['checkr', 'pending', 'running'],
		['Checkr', 'suspended', 'running'],
		['Checkr, Inc.', 'dispute', 'running'],
		['checkr', 'consider', 'done'],
		['checkr', 'Clear', 'done'],
		['checkr', 'canceled', 'stopped'],
		['Certn', 'CASE_ORDERED', 'running'],
		['Certn', 'COMPLETE', 'done'],
		['Certn', 'APPLICANT_EXPIRED', 'stopped'],
		['Certn', 'DRAFT', 'unknown'],
		['Sterling', 'Acknowledged', 'running'],
		['HireRight', 'In Progress', 'running'],
		['HireRight', 'Cancelled', 'stopped'],
		['Veremark', 'in_review', 'running'],
		['', 'complete', 'done'],
		['Nobody Ltd', 'In-Progress', 'running'],
		['Nobody Ltd', 'clear', 'unknown'],
		['checkr', '', 'unknown'],
		['checkr', 'awaiting partner B', 'unknown'],
		['checkr', 'constructor', 'unknown'],
	])('%s "%s" is %s', (provider, status, state) => {
		expect(read([{ ...ROW, provider, status }]).rows[0]?.record.state).toBe(state);
	});

	it('reads a status that says that searches were cancelled', () => {
		const [row] = read([{ ...ROW, status: 'Complete with canceled' }]).rows;
		expect(row?.record).toMatchObject({ state: 'done', hasCancelled: true });
	});

	it('uses the provider that was set for rows that name none', () => {
		const options = { ...OPTIONS, provider: 'Sterling' };
		const [row] = read([{ ...ROW, provider: '', status: 'acknowledged' }], {}, options).rows;
		expect(row?.record).toMatchObject({ provider: 'Sterling', state: 'running' });
	});

	it("lets a person's own table win", () => {
		const options: ScreeningListOptions = {
			...OPTIONS,
			statusMeanings: { 'Awaiting Partner B': 'running', complete: 'stopped' },
		};
		const { rows } = read([{ ...ROW, status: 'awaiting partner b' }, ROW], {}, options);
		expect(rows.map(({ record }) => record.state)).toEqual(['running', 'stopped']);
	});

	it('names unknown statuses with their rows', () => {
		const { notices, unknownStatuses } = read([
			{ ...ROW, status: 'foo' },
			ROW,
			{ ...ROW, status: 'foo' },
			{ ...ROW, status: 'withdrawn by Ada after arrest' },
			{ ...ROW, status: ' ' },
		]);
		expect(unknownStatuses).toEqual([
			'Screening List: the status "foo" is not known (rows 1 and 3).',
			'Screening List: the status "withdrawn by Ada after arrest" is not known (row 4).',
		]);
		// What a pack may hold (rules.md §10)
		expect(notices).toContain('Screening List: the status is not known (rows 1, 3 and 4).');
		expect(notices).toContain('Screening List: the status is empty (row 5).');
		expect(notices.join()).not.toMatch(/foo|arrest/);
	});

	it('does not show a status that holds an address', () => {
		const { notices, unknownStatuses } = read([{ ...ROW, status: 'ask ada@example.com' }]);
		expect(notices.join()).not.toContain('ada@');
		expect(unknownStatuses.join()).toContain('"ask …"');
	});
});

describe('readScreeningList: cells', () => {
	it('names rows with a date that cannot be read, without the cell', () => {
		const { rows, notices } = read([ROW, { ...ROW, report_id: 'R-2', completed_at: '03/04/2026' }]);
		expect(rows[1]?.record.completedAt).toEqual({ precision: 'unreadable' });
		expect(notices).toEqual([
			'Screening List: the date in the column "completed_at" cannot be read (row 2).',
		]);
	});

	it.each([
		['a@example.com; b@example.com', ['a@example.com', 'b@example.com']],
		['Ada <a@example.com>', ['a@example.com']],
		[['a@example.com', 'a@example.com'], ['a@example.com']],
		['not an address', []],
		[null, []],
	])('finds the addresses in %j', (email, expected) => {
		expect(read([{ ...ROW, email }]).rows[0]?.emails).toEqual(expected);
	});

	it('reads dates of birth only when it may', () => {
		expect(read([ROW]).rows[0]?.birthDate).toBeNull();
		const options = { ...OPTIONS, readBirthDates: true };
		expect(read([ROW], {}, options).rows[0]?.birthDate).toBe('1990-04-12');
	});

	it('hashes a date from a database as its ISO text', () => {
		const moment = '2026-09-10T10:00:00.000Z';
		const [fromDatabase] = read([{ ...ROW, completed_at: new Date(moment) }]).rows;
		const [fromText] = read([{ ...ROW, completed_at: moment }]).rows;
		expect(fromDatabase?.record).toEqual(fromText?.record);
	});

	it.each([
		['half a surrogate pair', 'a\ud800'],
		['a sign where the text is cut', `${'x'.repeat(39)}\u{1F600}`],
		['a long text with both', `${'\u{1F600}'.repeat(60)}\udc00`],
	])('survives %s, in any cell and in a column name', (_, text) => {
		for (const column of [...Object.keys(ROW), text, 'external_id']) {
			const list = read([{ ...ROW, [column]: text }], { sourceName: text });
			const { rows, collection, summary, notices, unknownStatuses } = list;
			const everything = [rows, collection, summary, notices, unknownStatuses];
			expect(() => canonicalJson(everything)).not.toThrow();
		}
	});

	it('keeps nothing of a provider that it does not know', () => {
		const providers = ['Checkr, Inc.', 'asked Ada Sample', '', 'First-Advantage'];
		const list = read(providers.map((provider) => ({ ...ROW, provider })));
		expect(list.rows.map(({ record }) => record.provider)).toEqual([
			'Checkr',
			'another provider',
			null,
			'First Advantage',
		]);
		expect(JSON.stringify([list.summary, list.notices])).not.toContain('Ada');
	});

	it('says when no names can confirm links', () => {
		const { name: _name, ...nameless } = ROW;
		expect(read([nameless]).notices.join()).toContain('no column with names');
	});
});

describe('readScreeningList: references', () => {
	it('shows a digest of an id that is an address, and keeps the id for the identities pack', () => {
		const email = 'ada@example.com';
		const { rows, notices } = read([
			{ ...ROW, report_id: email, external_id: email },
			{ ...ROW, report_id: email },
		]);
		const digest = 'sha256:b5fc85e55755f9e0';
		expect(rows.map(({ record }) => record.recordId).sort()).toEqual([digest, `${digest}#2`]);
		expect(rows[0]?.record.externalId).toBe(digest);
		expect(rows[0]).toMatchObject({ reference: email, hashedIds: { [digest]: email } });
		expect(JSON.stringify([rows.map(({ record }) => record), notices])).not.toContain(email);
		expect(rows[1]?.record.externalId).toBe('opp-1');
	});

	it('keeps rows that share a reference, with ids of their own, and names them', () => {
		const { rows, notices, collection } = read([
			ROW,
			{ ...ROW, package: 'other' },
			{ ...ROW, report_id: '' },
			{ ...ROW, report_id: 'R-1#2' },
		]);
		const ids = rows.map(({ record }) => record.recordId);
		expect(new Set(ids).size).toBe(4);
		expect(ids).toContain('R-1');
		expect(ids).toContain('row-3');
		expect(rows.map(({ reference }) => reference)).toEqual(['R-1', 'R-1', null, 'R-1#2']);
		expect(collection).toMatchObject({ records: 4, uniqueIds: 3, duplicates: 1 });
		expect(notices.join()).toContain('share the reference "R-1"');
	});

	it('gives every row its id whatever the order of the rows', () => {
		const row = fc.record({
			report_id: fc.constantFrom('R-1', 'R-2', 'R-1#2'),
			package: fc.string({ maxLength: 4 }),
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(row, { selector: (entry) => JSON.stringify(entry), maxLength: 8 }),
				(entries) => {
					const rows = entries.map((entry) => ({ ...ROW, ...entry }));
					const idsByHash = (given: readonly Row[]) =>
						read(given)
							.rows.map(({ record }) => `${record.rawSha256} ${record.recordId}`)
							.sort();
					expect(idsByHash([...rows].reverse())).toEqual(idsByHash(rows));
					expect(new Set(read(rows).rows.map(({ record }) => record.recordId)).size).toBe(
						rows.length,
					);
				},
			),
		);
	});
});

describe('readScreeningList: age (rules.md §5, design §4)', () => {
	it.each([
		['2026-11-02T06:00:00Z', 0],
		['2026-11-01T06:00:00.001Z', 0],
		['2026-11-01T06:00:00Z', 1],
		['2026-10-03T06:00:00Z', 30],
		['2026-11-05T06:00:00Z', 0],
	])('exported at %s is %i days old', (exportedAt, ageDays) => {
		expect(read([ROW], { exportedAt }).collection).toMatchObject({
			exportedAt: new Date(exportedAt).toISOString(),
			ageDays,
		});
	});

	it('reads the earliest date of an export column, unless a date is stated', () => {
		const rows = [
			{ ...ROW, exported_at: '2026-11-01T05:00:00Z' },
			{ ...ROW, exported_at: '2026-10-30' },
			{ ...ROW, exported_at: 'soon' },
		];
		expect(read(rows).collection?.exportedAt).toBe('2026-10-30T00:00:00.000Z');
		const stated = read(rows, { exportedAt: '2026-11-02T00:00:00Z' });
		expect(stated.collection?.exportedAt).toBe('2026-11-02T00:00:00.000Z');
	});

	it('refuses a stated date without offset', () => {
		expect(refusal(() => read([ROW], { exportedAt: '2026-11-01' }))).toContain(
			'Screening List, Exported At: "2026-11-01" has no time and no offset',
		);
	});

	it('is older than so many days to the millisecond, and never when nothing is stated', () => {
		const aged = (exportedAt: string | null) => isOlderThan({ exportedAt }, 7, AS_OF);
		expect(aged('2026-10-26T06:00:00.000Z')).toBe(false);
		expect(aged('2026-10-26T05:59:59.999Z')).toBe(true);
		expect(aged(null)).toBe(false);
	});
});

describe('readScreeningList: collection record', () => {
	it('has an id without clock or content, and a hash of the rows in their order', () => {
		const first = read([ROW, { ...ROW, report_id: 'R-2' }]).collection;
		const second = read([{ ...ROW, report_id: 'R-2' }, ROW], {
			asOf: '2026-11-03T06:00:00.000Z',
		}).collection;
		expect(second?.collectionId).toBe(first?.collectionId);
		expect(second?.recordsSha256).not.toBe(first?.recordsSha256);
		expect(read([ROW], { sourceName: 'Other' }).collection?.collectionId).not.toBe(
			first?.collectionId,
		);
	});
});
