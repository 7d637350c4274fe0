import { describe, expect, it } from 'vitest';

import {
	readApprovals,
	readScreeningList,
	readStaffList,
	type ScreeningListOptions,
	type StaffListOptions,
} from '../../../nodes/LeverCompliance/lists/index.ts';
import { listOf, refusal, type Row } from './listItems.mts';

const SCREENING_OPTIONS: ScreeningListOptions = {
	provider: '',
	statusMeanings: {},
	readBirthDates: true,
	readResults: true,
};
const STAFF_OPTIONS: StaffListOptions = {
	statusMeanings: {},
	readBirthDates: true,
	readSignIns: true,
};

const CHECK: Row = {
	report_id: 'R-1',
	email: 'ada@example.com',
	name: 'Ada Sample',
	status: 'complete',
	ordered_at: '2026-09-01',
	completed_at: '2026-09-10',
};
const PERSON: Row = {
	employee_id: 'E-1',
	email: 'ada@example.com',
	name: 'Ada Sample',
	status: 'active',
	start_date: '2026-10-05',
	end_date: '',
};

const screening = (...rows: Row[]) => readScreeningList(listOf(rows), SCREENING_OPTIONS);
const staff = (...rows: Row[]) => readStaffList(listOf(rows), STAFF_OPTIONS);

describe('duplicate rows', () => {
	it('are all kept, each with an id of its own, and named', () => {
		const list = screening(CHECK, CHECK, { ...CHECK });
		expect(list.rows.map(({ record }) => record.recordId)).toEqual(['R-1', 'R-1#2', 'R-1#3']);
		expect(list.collection).toMatchObject({ records: 3, uniqueIds: 1, duplicates: 2 });
		expect(list.notices).toContainEqual(
			expect.stringContaining('several rows share the reference "R-1" (rows 1, 2 and 3)'),
		);
		expect(staff(PERSON, PERSON).collection?.duplicates).toBe(1);
	});
});

describe('missing columns', () => {
	it.each([
		['a screening list', () => screening({ name: 'Ada Sample' }), '"E-mail", "Status"'],
		['a staff list', () => staff({ name: 'Ada Sample' }), '"E-mail", "Status", "End date"'],
		['approvals', () => readApprovals(listOf([{ reason: 'x' }])), '"Type", "Subject ID"'],
	])('stop %s, by name', (_, read, columns) => {
		expect(refusal(read)).toContain(columns);
		expect(refusal(read)).toContain('Columns found:');
	});
});

describe('odd dates', () => {
	it.each([
		['1900-01-01', { precision: 'day', date: '1900-01-01' }],
		['1899-12-31', { precision: 'unreadable' }],
		['0001-01-01', { precision: 'unreadable' }],
		['2999-12-31', { precision: 'day', date: '2999-12-31' }],
		['2999-12-31T23:59:59Z', { precision: 'instant', instant: Date.parse('2999-12-31T23:59:59Z') }],
		['99999-01-01', { precision: 'unreadable' }],
		['2026-02-30', { precision: 'unreadable' }],
		[45_000, { precision: 'unreadable' }],
		[true, { precision: 'unreadable' }],
	])('%j is read or named, never guessed', (cell, expected) => {
		const list = screening({ ...CHECK, completed_at: cell });
		expect(list.rows[0]?.record.completedAt).toEqual(expected);
		expect(list.notices.some((notice) => notice.includes('"completed_at" cannot be read'))).toBe(
			expected.precision === 'unreadable',
		);
	});
});

describe('odd addresses', () => {
	it.each([
		['spaces around', '  Ada@Example.com ', ['Ada@Example.com']],
		['a name beside', 'Ada Sample <ada@example.com>', ['ada@example.com']],
		['a link', 'mailto:ada@example.com', ['ada@example.com']],
		['several', 'a@example.com; b@example.com', ['a@example.com', 'b@example.com']],
		['zero-width and right-to-left marks', '\u200bada@example.com\u202c', ['ada@example.com']],
		['a space inside', 'ada @example.com', []],
		['half of one', 'ada@', []],
		['two signs', 'ada@b@example.com', []],
		['no address', 'call her', []],
	])('%s', (_, email, expected) => {
		const list = screening({ ...CHECK, email });
		expect(list.rows[0]?.emails).toEqual(expected);
		expect(list.notices).toEqual(
			expected.length > 0
				? []
				: ['Screening List: the column "email" holds no e-mail address that can be read (row 1).'],
		);
	});

	it.each(['', '-', 'n/a', null])('%j says that there is none', (email) => {
		expect(screening({ ...CHECK, email }).notices).toEqual([]);
	});

	it('are named once where two fields stand for one column', () => {
		const { email: _email, ...person } = PERSON;
		expect(staff({ ...person, 'Work Email': 'nobody' }).notices).toEqual([
			'Staff List: the column "Work Email" holds no e-mail address that can be read (row 1).',
		]);
	});
});

describe('huge cells', () => {
	const HUGE = 'x'.repeat(1_000_000);

	it('do not reach messages, and the row stays', () => {
		const row = Object.fromEntries(Object.keys(CHECK).map((column) => [column, HUGE]));
		const list = screening({ ...row, package: HUGE, searches: `${HUGE}: complete`, result: HUGE });
		expect(list.rows[0]).toMatchObject({
			name: HUGE,
			record: { state: 'unknown', completedAt: { precision: 'unreadable' } },
			details: { package: HUGE, result: 'unknown' },
		});
		const said = JSON.stringify([list.notices, list.unknownStatuses, list.summary]);
		expect(said.length).toBeLessThan(2_000);
	});

	it('as column names are cut', () => {
		expect(screening({ ...CHECK, [HUGE]: 'x' }).collection?.ignoredColumns).toEqual([
			'x'.repeat(60),
		]);
	});

	it('with many addresses or separators are read', () => {
		const many = Array.from({ length: 20_000 }, (_, n) => `p${n}@example.com`).join(';');
		expect(screening({ ...CHECK, email: many }).rows[0]?.emails).toHaveLength(20_000);
		expect(screening({ ...CHECK, email: '<'.repeat(1_000_000) }).rows[0]?.emails).toEqual([]);
		expect(screening({ ...CHECK, email: '@'.repeat(1_000_000) }).rows[0]?.emails).toEqual([]);
	});
});

describe('cells that look like formulas', () => {
	it.each(['=HYPERLINK("http://example.com","x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1'])(
		'%j is text like any other',
		(cell) => {
			const list = screening({ ...CHECK, name: cell, status: cell, package: cell, searches: cell });
			expect(list.rows[0]).toMatchObject({
				name: cell.trim(),
				record: { state: 'unknown' },
				details: { package: cell.trim() },
			});
			expect(list.notices).toContain('Screening List: the status is not known (row 1).');
		},
	);
});

describe('right-to-left and zero-width characters', () => {
	it('do not keep statuses, results and column names from being recognised', () => {
		const list = screening({
			'\u200freport_id': 'R-1',
			'e\u200bmail': 'ada@example.com',
			'\ufeffstatus': '\u202bComplete\u202c',
			completed_at: '\u200e2026-09-10\u200e',
			result: 'cl\u200dear',
			provider: '\u2066Checkr\u2069',
		});
		expect(list.rows[0]).toMatchObject({
			reference: 'R-1',
			record: { state: 'done', provider: 'Checkr', completedAt: { date: '2026-09-10' } },
			details: { result: 'clear' },
		});
	});
});

describe('a staff list whose managers go round in circles', () => {
	it('is read like any other: managers are not looked at', () => {
		const list = staff(
			{ ...PERSON, manager_id: 'E-2' },
			{ ...PERSON, employee_id: 'E-2', manager_id: 'E-1' },
			{ ...PERSON, employee_id: 'E-3', manager_id: 'E-3' },
		);
		expect(list.rows.map(({ reference }) => reference)).toEqual(['E-1', 'E-2', 'E-3']);
		expect(list.collection?.ignoredColumns).toEqual(['manager_id']);
		expect(list.notices).toEqual([]);
	});
});
