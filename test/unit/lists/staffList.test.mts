import { describe, expect, it } from 'vitest';

import {
	readStaffList,
	type ListInput,
	type StaffListOptions,
} from '../../../nodes/LeverCompliance/lists/index.ts';
import { listOf, refusal, type Row } from './listItems.mts';

const OPTIONS: StaffListOptions = {
	statusMeanings: {},
	readBirthDates: false,
	readSignIns: false,
};

const ROW: Row = {
	external_id: 'E-1',
	email: 'ada@example.com',
	name: 'Ada Sample',
	status: 'active',
	start_date: '2026-10-05',
	end_date: '',
};

const read = (rows: readonly Row[], changes: Partial<ListInput> = {}, options = OPTIONS) =>
	readStaffList(listOf(rows, changes), options);

describe('readStaffList', () => {
	it('reads the companion list', () => {
		expect(read([ROW]).rows[0]).toMatchObject({
			reference: 'E-1',
			name: 'Ada Sample',
			emails: ['ada@example.com'],
			record: {
				kind: 'staffRecord',
				recordId: 'E-1',
				row: 1,
				externalId: 'E-1',
				employment: 'current',
				startDate: { precision: 'day', date: '2026-10-05' },
				endDate: { precision: 'missing' },
			},
		});
	});

	it('keeps the reason of an absence and addresses used as ids out of what a pack holds', () => {
		const { rows, notices, unknownStatuses } = read([
			{ ...ROW, status: 'maternity leave' },
			{ ...ROW, external_id: 'ada@example.com', status: 'in hospital' },
		]);
		const packed = JSON.stringify([rows.map(({ record }) => record), notices]);
		expect(packed).not.toMatch(/maternity|hospital|ada@/);
		expect(rows[1]).toMatchObject({
			reference: 'ada@example.com',
			hashedIds: { 'sha256:b5fc85e55755f9e0': 'ada@example.com' },
			record: { recordId: 'sha256:b5fc85e55755f9e0', externalId: 'sha256:b5fc85e55755f9e0' },
		});
		expect(unknownStatuses.join()).toContain('"in hospital" is not known (row 2)');
	});

	it('reads common spellings, and both addresses of a person', () => {
		const { rows } = read([
			{
				'Employee ID': 7,
				'First Name': 'Ada',
				'Last Name': 'Sample',
				'Work Email': 'ada@company.example.com',
				'Personal Email': 'ada@example.com',
				'Employment Status': 'Terminated',
				'Hire Date': '2024-01-15',
				'Termination Date': '2026-10-16',
			},
		]);
		expect(rows[0]).toMatchObject({
			reference: '7',
			name: 'Ada Sample',
			emails: ['ada@company.example.com', 'ada@example.com'],
			record: { employment: 'left', endDate: { precision: 'day', date: '2026-10-16' } },
		});
	});

	it.each([
		['Active', 'current'],
		['on_leave', 'current'],
		['Garden Leave', 'current'],
		['terminated', 'left'],
		['Inactive', 'left'],
		['Pending', 'unknown'],
		['see file note', 'unknown'],
		['', 'unknown'],
	])('status "%s" is %s', (status, employment) => {
		expect(read([{ ...ROW, status }]).rows[0]?.record.employment).toBe(employment);
	});

	it("lets a person's own table win", () => {
		const options: StaffListOptions = { ...OPTIONS, statusMeanings: { Inactive: 'current' } };
		expect(read([{ ...ROW, status: 'inactive' }], {}, options).rows[0]?.record.employment).toBe(
			'current',
		);
	});

	it.each([
		['leavers only', ['terminated', 'left'], true],
		['leavers and unknown', ['terminated', 'see file note'], true],
		['one current', ['terminated', 'active'], false],
	])('a list of %s (rules.md §7: must be the full staff)', (_, statuses, leaversOnly) => {
		const list = read(
			statuses.map((status, index) => ({ ...ROW, external_id: `E-${index}`, status })),
		);
		expect(list.leaversOnly).toBe(leaversOnly);
		expect(list.notices.some((notice) => notice.includes('not the full staff'))).toBe(leaversOnly);
	});

	it('is leavers-only when everybody current has a last day', () => {
		const leaving = { ...ROW, status: 'active', end_date: '2026-11-27' };
		expect(read([leaving]).leaversOnly).toBe(true);
		expect(read([leaving, { ...ROW, external_id: 'E-2', end_date: 'n/a' }]).leaversOnly).toBe(
			false,
		);
	});

	it.each(['2999-12-31', '9999-12-31'])('takes a last day on %s for none', (end_date) => {
		expect(read([{ ...ROW, end_date }]).leaversOnly).toBe(false);
	});

	it('is not leavers-only when nothing arrived', () => {
		expect(read([]).leaversOnly).toBe(false);
	});

	it.each(['email', 'status', 'end_date'])('stops without the column %s', (column) => {
		const { [column]: _left, ...rest } = ROW;
		expect(refusal(() => read([rest]))).toContain('Staff List: no column is recognised as');
	});

	it('works without start dates, and says so', () => {
		const { start_date: _start, ...rest } = ROW;
		const list = read([rest]);
		expect(list.rows[0]?.record.startDate).toEqual({ precision: 'missing' });
		expect(list.summary.understood).toContain('no column with start dates');
	});

	it('names rows with an end date that cannot be read', () => {
		expect(read([{ ...ROW, end_date: '31.02.2026' }]).notices).toEqual([
			'Staff List: the date in the column "end_date" cannot be read (row 1).',
		]);
	});
});

describe('staff details', () => {
	const listOfOne = (row: Row, options = OPTIONS) => read([{ ...ROW, ...row }], {}, options);

	it.each([
		['Employee', 'employee'],
		['FULL_TIME', 'employee'],
		['Part-time', 'employee'],
		['Contractor', 'contractor'],
		['Contingent Worker', 'contractor'],
		[1099, 'contractor'],
		['', null],
	])('employment type "%s" is %s', (type, expected) => {
		const list = listOfOne({ 'Worker Type': type });
		expect(list.rows[0]?.details.employmentType).toBe(expected);
		expect(list.notices).toEqual([]);
	});

	it('does not guess an employment type, and names the rows', () => {
		const list = listOfOne({ 'Worker Type': 'see contract of Ada' });
		expect(list.rows[0]?.details.employmentType).toBeNull();
		expect(list.notices).toEqual(['Staff List: the employment type is not known (row 1).']);
	});

	it('reads job title, department and when the account was made', () => {
		expect(
			listOfOne({
				'Job Title': ' Recruiter ',
				Title: 'Ms',
				Department: 'People',
				'Account Created': '2026-09-30T08:00:00Z',
			}).rows[0]?.details,
		).toMatchObject({
			jobTitle: 'Recruiter',
			department: 'People',
			accountCreatedAt: { precision: 'instant', instant: Date.parse('2026-09-30T08:00:00Z') },
			lastSignInAt: { precision: 'missing' },
		});
	});

	it('does not take the creation of a record in the HR system for that of an account', () => {
		expect(listOfOne({ created_at: '2020-01-01' }).rows[0]?.details.accountCreatedAt).toEqual({
			precision: 'missing',
		});
	});

	it.each([
		['last_login', { last_login: '2026-10-30' }],
		['signInActivity.lastSignInDateTime', { signInActivity: { lastSignInDateTime: '2026-10-30' } }],
	])('reads sign-ins from %s only where the policy allows it (rules.md §10)', (column, row) => {
		const allowed = listOfOne(row, { ...OPTIONS, readSignIns: true });
		expect(allowed.rows[0]?.details.lastSignInAt).toEqual({ precision: 'day', date: '2026-10-30' });
		const forbidden = listOfOne(row);
		expect(forbidden.rows[0]?.details.lastSignInAt).toEqual({ precision: 'missing' });
		expect(forbidden.collection?.ignoredColumns).toContain(column);
	});

	it('reads no sign-in either where its column is mapped', () => {
		const list = readStaffList(
			listOf([{ ...ROW, seen: '2026-10-30' }], { columns: { lastSignInAt: 'seen' } }),
			OPTIONS,
		);
		expect(list.rows[0]?.details.lastSignInAt).toEqual({ precision: 'missing' });
	});
});
