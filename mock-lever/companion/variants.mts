import { stringify } from 'csv-stringify/sync';
import type { CompanionTable, ListName } from './lists.mts';

export interface CompanionAnswer {
	status: number;
	contentType: string;
	body: string;
}

const csv = (body: string): CompanionAnswer => ({
	status: 200,
	contentType: 'text/csv; charset=utf-8',
	body,
});

type CsvOptions = NonNullable<Parameters<typeof stringify>[1]>;

const table = ({ columns, rows }: CompanionTable, options: CsvOptions = {}): CompanionAnswer =>
	csv(stringify([...rows], { header: true, columns: [...columns], ...options }));

/** The date of each list that a person would mistype. */
const DATE_COLUMN: Record<ListName, string> = {
	screening: 'completed_at',
	staff: 'start_date',
	approvals: 'approved_at',
	directory: 'last_login',
};

function withUnreadableDate(source: CompanionTable): CompanionTable {
	const column = DATE_COLUMN[source.list];
	const index = source.rows.findIndex((row) => row[column] !== '');
	const rows = source.rows.map((row, position) =>
		position === index ? { ...row, [column]: 'some time in spring' } : row,
	);
	return { ...source, rows };
}

interface Variant {
	/** In words, for the README and for those who ask for another one */
	about: string;
	/** Lists that have this variant; left out: all */
	lists?: readonly ListName[];
	answer: (source: CompanionTable) => CompanionAnswer;
}

/** Ways in which a list can reach a workflow, good and bad. The plain list is the one without variant. */
export const VARIANTS: Record<string, Variant> = {
	plain: { about: 'as it should be', answer: (source) => table(source) },
	empty: { about: '0 bytes', answer: () => csv('') },
	'header-only': {
		about: 'the header line and no row',
		answer: (source) => table({ ...source, rows: [] }),
	},
	bom: { about: 'begins with a byte order mark', answer: (source) => table(source, { bom: true }) },
	semicolon: {
		about: 'semicolons between cells, nothing quoted',
		answer: (source) => table(source, { delimiter: ';', quote: false }),
	},
	'semicolon-quoted': {
		about: 'semicolons between cells, every cell quoted',
		answer: (source) => table(source, { delimiter: ';', quoted: true, quoted_empty: true }),
	},
	'no-email': {
		about: 'the column email is left out',
		lists: ['screening', 'staff', 'directory'],
		answer: (source) =>
			table({ ...source, columns: source.columns.filter((column) => column !== 'email') }),
	},
	'unreadable-date': {
		about: 'one date cannot be read',
		answer: (source) => table(withUnreadableDate(source)),
	},
	failed: {
		about: 'the download answers 500',
		answer: () => ({
			status: 500,
			contentType: 'text/plain; charset=utf-8',
			body: 'Export failed',
		}),
	},
	html: {
		about: 'status 200 with an HTML page, as a login page would come',
		answer: () => ({
			status: 200,
			contentType: 'text/html; charset=utf-8',
			body: '<!doctype html>\n<html><head><title>Sign in</title></head><body>Please sign in.</body></html>\n',
		}),
	},
	'leavers-only': {
		about: 'only people who have left, instead of the full staff',
		lists: ['staff'],
		answer: (source) =>
			table({ ...source, rows: source.rows.filter((row) => row.end_date !== '') }),
	},
};

/**
 * A companion list in one variant.
 *
 * @returns null when the list has no such variant
 */
export function companionAnswer(source: CompanionTable, variant: string): CompanionAnswer | null {
	const chosen = Object.hasOwn(VARIANTS, variant) ? VARIANTS[variant] : undefined;
	if (chosen === undefined) return null;
	return chosen.lists === undefined || chosen.lists.includes(source.list)
		? chosen.answer(source)
		: null;
}
