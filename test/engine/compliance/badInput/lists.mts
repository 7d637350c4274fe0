import { employed, screened } from '../../../unit/run/company.mts';
import { HUGE, type BadInput } from './badInput.mts';
import { LINKED_BY_NAME } from './linkedByName.mts';

type Row = Record<string, unknown>;

/** Lists beside two hires (`a`, `b`) and two users (`admin`, `member`) who give no cause for any finding. */
export interface BadLists extends BadInput {
	/** Left out: a row for each hire, as it should be */
	screening?: Row[];
	/** Left out: a row for each hire and user, as it should be */
	staff?: Row[];
}

const screeningOf = (key: string, changes: Row = {}) =>
	screened(key, { includes_canceled: 'no', ...changes });
const staffOf = (key: string, changes: Row = {}) =>
	employed(key, { start_date: '2026-10-12', ...changes });
const userOf = (key: string, changes: Row = {}) =>
	employed(key, { email: `user-${key}@example.com`, start_date: '2020-01-01', ...changes });

export const SCREENING = [screeningOf('a'), screeningOf('b')];
const OTHER_STAFF = [staffOf('b'), userOf('admin')];
export const STAFF = [staffOf('a'), userOf('member'), ...OTHER_STAFF];

const screeningOfA = (changes: Row) => [screeningOf('a', changes), screeningOf('b')];
const staffOfA = (changes: Row) => [staffOf('a', changes), userOf('member'), ...OTHER_STAFF];
const staffOfMember = (changes: Row) => [staffOf('a'), userOf('member', changes), ...OTHER_STAFF];
const without = (column: string, rows: readonly Row[]) =>
	rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)));

const UNKNOWN_STATUS = {
	'SCR-01': 'indeterminate unknown-status',
	'SCR-02': 'indeterminate unknown-status',
	'SCR-04': 'indeterminate unknown-status',
	'SCR-08': 'indeterminate unknown-status',
};
const NOT_SCREENED = { 'SCR-01': 'fail no-screening', 'SCR-02': 'fail no-screening' };
const NAMES_DIFFER = { 'SCR-07': 'warn names-differ' };
const LINKED_WITHOUT_NAME = {
	...NAMES_DIFFER,
	'SCR-01': 'warn linked-by-email-names-differ',
	'SCR-02': 'warn linked-by-email-names-differ',
	'SCR-04': 'warn linked-by-email-names-differ',
	'SCR-08': 'warn linked-by-email-names-differ',
};

const SCREENING_STATUS = 'Screening List: the status is not known (row 1).';
const SCREENING_DATE =
	'Screening List: the date in the column "completed_at" cannot be read (row 1).';
const SCREENING_ADDRESS =
	'Screening List: the column "email" holds no e-mail address that can be read (row 1).';
const REPORT_A_TWICE =
	'Screening List: several rows share the reference "report-a" (rows 1 and 3); each row is kept.';

const DUPLICATES: readonly BadLists[] = [
	{
		given: 'a screening row twice',
		screening: [...SCREENING, screeningOf('a')],
		said: [REPORT_A_TWICE],
	},
	{
		given: 'a screening row twice, done and running',
		screening: [...SCREENING, screeningOf('a', { status: 'pending' })],
		said: [REPORT_A_TWICE],
	},
	{
		given: 'a staff row twice',
		staff: [...STAFF, staffOf('a')],
		said: ['Staff List: several rows share the reference "E-a" (rows 1 and 5); each row is kept.'],
	},
	{
		given: 'two staff rows of one person that say different things',
		staff: [...STAFF, staffOf('a', { external_id: 'E-2', department: 'Sales' })],
		found: {
			account: { 'SCR-06': 'indeterminate starters-in-doubt' },
			'E-a': { 'SCR-06': 'indeterminate ambiguous-candidates' },
			'E-2': { 'SCR-06': 'indeterminate ambiguous-candidates' },
		},
	},
];

const MISSING_COLUMNS: readonly BadLists[] = [
	{
		given: 'a screening list without e-mails',
		screening: without('email', SCREENING),
		stops: ['Screening List: no column is recognised as "E-mail"', 'Columns found: provider,'],
	},
	{
		given: 'a screening list without statuses',
		screening: without('status', SCREENING),
		stops: ['"Status"', 'choose the column that stands for "Status"'],
	},
	{
		given: 'a screening list without completions',
		screening: without('completed_at', SCREENING),
		stops: ['"Completed at"', 'Add the column to the list'],
	},
	{
		given: 'a screening list without names',
		screening: without('name', SCREENING),
		said: [
			'Screening List: the list has no column with names, so no link by e-mail can be confirmed by a name.',
		],
		found: { a: LINKED_WITHOUT_NAME, b: LINKED_WITHOUT_NAME },
	},
	{
		given: 'a staff list without last days',
		staff: without('end_date', STAFF),
		stops: ['Staff List: no column is recognised as "End date"', 'Columns found: external_id,'],
	},
	{
		given: 'a staff list without first days',
		staff: without('start_date', STAFF),
		found: { account: { 'SCR-06': 'indeterminate starts-not-stated' } },
	},
];

const ODD_DATES: readonly BadLists[] = [
	{
		given: 'a completion in 1900',
		screening: screeningOfA({ completed_at: '1900-01-01' }),
		found: { a: { 'SCR-02': 'fail stale', 'SCR-08': 'fail expired' } },
	},
	{
		given: 'a completion in 2999',
		screening: screeningOfA({ completed_at: '2999-12-31T23:59:59Z' }),
		found: { a: { 'SCR-02': 'fail completed-after-start' } },
	},
	{
		given: 'a completion in 1899',
		screening: screeningOfA({ completed_at: '1899-12-31' }),
		said: [SCREENING_DATE],
		found: {
			a: {
				'SCR-02': 'indeterminate completion-unreadable',
				'SCR-04': 'indeterminate completion-unreadable',
				'SCR-08': 'indeterminate completion-unreadable',
			},
		},
	},
	{
		given: 'a first day in 1900',
		staff: staffOfA({ start_date: '1900-01-01' }),
		found: {
			a: {
				'OFR-03': 'fail differs-from-staff-list',
				'OFR-04': 'fail signed-after-start',
				'SCR-02': 'fail completed-after-start',
			},
		},
	},
	{
		given: 'a first day in 2999',
		staff: staffOfA({ start_date: '2999-12-31' }),
		found: { a: { 'OFR-03': 'fail differs-from-staff-list' } },
	},
	{
		given: 'a last day in 1900',
		staff: staffOfMember({ status: 'terminated', end_date: '1900-01-01' }),
		found: { 'user-member': { 'UAR-01': 'fail leaver-active' } },
	},
	{
		given: 'a last day in 2999',
		staff: staffOfMember({ end_date: '2999-12-31' }),
	},
];

const ODD_TEXTS: readonly BadLists[] = [
	{
		given: 'addresses with spaces around and in mixed case',
		screening: screeningOfA({ email: '  A@Example.COM ' }),
		staff: staffOfA({ email: ' A@EXAMPLE.com\t' }),
	},
	{
		given: 'an address with a space inside',
		screening: screeningOfA({ email: 'a @example.com' }),
		said: [SCREENING_ADDRESS],
		found: { a: LINKED_BY_NAME },
	},
	{
		given: 'an address with a space inside, and no name',
		screening: screeningOfA({ email: 'a @example.com', name: '' }),
		said: [SCREENING_ADDRESS],
		found: { a: NOT_SCREENED, 'report-a': { 'SCR-06': 'warn no-hire' } },
	},
	{
		given: 'cells of 1 MB in the screening list',
		screening: screeningOfA({
			name: HUGE,
			status: HUGE,
			completed_at: HUGE,
			provider: HUGE,
			package: HUGE,
			searches: `${HUGE}: complete`,
			record_type: HUGE,
			valid_until: HUGE,
			external_id: HUGE,
		}),
		said: [
			'Screening List: the date in the column "valid_until" cannot be read (row 1).',
			SCREENING_STATUS,
			SCREENING_DATE,
		],
		found: { a: { ...UNKNOWN_STATUS, ...NAMES_DIFFER } },
	},
	{
		given: 'a cancelled search with a name of 1 MB',
		screening: screeningOfA({ searches: `${HUGE}: canceled` }),
		found: { a: { 'SCR-04': 'fail search-not-done' } },
	},
	{
		given: 'cells of 1 MB in the staff list',
		staff: staffOfA({
			external_id: HUGE,
			name: HUGE,
			status: HUGE,
			start_date: HUGE,
			end_date: HUGE,
			department: HUGE,
			employment_type: HUGE,
		}),
		said: [
			'Staff List: the status is not known (row 1).',
			'Staff List: the date in the column "start_date" cannot be read (row 1).',
			'Staff List: the date in the column "end_date" cannot be read (row 1).',
			'Staff List: the employment type is not known (row 1).',
		],
	},
	{
		given: 'an address of 1 MB',
		screening: screeningOfA({ email: `${HUGE}@example.com`, name: '' }),
		found: { a: NOT_SCREENED, 'report-a': { 'SCR-06': 'warn no-hire' } },
	},
	{
		given: 'a reference of 1 MB',
		screening: screeningOfA({ report_id: HUGE }),
	},
	{
		given: 'a reference of 1 MB on two rows',
		screening: [...screeningOfA({ report_id: HUGE }), screeningOf('a', { report_id: HUGE })],
		said: [
			'Screening List: several rows share the reference "sha256:1b977e9f84f1b26b" (rows 1 and 3); each row is kept.',
		],
	},
	{
		given: 'cells that look like formulas',
		screening: screeningOfA({
			report_id: '@SUM(A1)',
			name: '=HYPERLINK("http://example.com","Person a")',
			status: '+1+1',
			completed_at: '=TODAY()',
		}),
		said: [SCREENING_STATUS, SCREENING_DATE],
		found: { a: UNKNOWN_STATUS },
	},
	{
		given: 'right-to-left and zero-width characters in the screening list',
		screening: screeningOfA({
			email: '\u202ba\u200b@example.com\u202c',
			name: '\u200fPer\u200dson\u200b a',
			status: '\u202bcom\u00adplete\u202c',
			completed_at: '\u200e2026-10-01\u200e',
		}),
	},
	{
		given: 'right-to-left and zero-width characters in the staff list',
		staff: staffOfA({
			email: '\u2067a@example.com\u2069',
			name: '\u202ePerson a',
			status: '\ufeffac\u200btive',
			start_date: '\u20662026-10-12\u2069',
		}),
	},
];

const MANAGERS: readonly BadLists[] = [
	{
		given: 'managers who go round in a circle, and one who manages himself',
		staff: [
			staffOf('a', { manager_id: 'E-b', manager_email: 'b@example.com' }),
			staffOf('b', { manager_id: 'E-a', manager_email: 'a@example.com' }),
			userOf('admin', { manager_id: 'E-admin', manager_email: 'user-admin@example.com' }),
			userOf('member', { manager_id: 'E-nobody', manager_email: '' }),
		],
		ignored: ['manager_id', 'manager_email'],
	},
	{
		given: 'a chain of a thousand managers that bites its tail',
		staff: [
			...STAFF,
			...Array.from({ length: 1000 }, (_, n) =>
				employed(`chain-${n}`, { manager_id: `E-chain-${(n + 1) % 1000}` }),
			),
		],
		ignored: ['manager_id'],
	},
];

/** Bad lists, each with the exact results and messages that it must give. */
export const BAD_LISTS: readonly BadLists[] = [
	{ given: 'nothing odd' },
	...DUPLICATES,
	...MISSING_COLUMNS,
	...ODD_DATES,
	...ODD_TEXTS,
	...MANAGERS,
];
