/**
 * Spreadsheets run a cell that begins like this as a formula, also after white space, and also in the
 * full-width forms that they fold (OWASP, CSV injection).
 */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

const NEEDS_QUOTES = /[",\r\n]/;

/** Without it Excel reads UTF-8 as the machine's own code page and names lose their letters. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Comma-separated text with a byte order mark, LF after each row, RFC 4180 quoting, and an apostrophe
 * in front of what a spreadsheet would run.
 */
export function csvText(rows: ReadonlyArray<readonly string[]>): string {
	return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

function csvCell(text: string): string {
	const harmless = FORMULA.test(text) ? `'${text}` : text;
	return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
