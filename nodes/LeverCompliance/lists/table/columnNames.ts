import { holdsAddress } from '../../../shared/addresses';

const LONGEST_SHOWN = 60;
const MOST_SHOWN = 40;

/**
 * How column names are compared: without case, spaces, underscores, dots and other signs, and without
 * the byte order mark that n8n leaves in the first header (environment notes).
 */
export function foldColumnName(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * A column name as it may be shown and kept. A name that holds an address is data of a person, from a
 * list without a header row, and is not shown.
 */
export function shownColumnName(name: string): string {
	if (holdsAddress(name)) return '(a column name with an e-mail address, not shown)';
	return [
		...name
			.toWellFormed()
			.replace(/[\p{Cc}\p{Cf}]/gu, '')
			.trim(),
	]
		.slice(0, LONGEST_SHOWN)
		.join('');
}

/** The columns of a list in one line. Hidden as a whole when the first row is a person, not a header. */
export function shownColumns(names: readonly string[]): string {
	if (looksLikeData(names)) return 'not shown, because they seem to be the data of a person';
	const shown = names.slice(0, MOST_SHOWN).map(shownColumnName);
	const more = names.length > MOST_SHOWN ? ` and ${names.length - MOST_SHOWN} more` : '';
	return `${shown.join(', ') || 'none'}${more}`;
}

/** What the columns of a list that cannot be read give away about the reason; null when nothing. */
export function hintFromColumns(names: readonly string[]): string | null {
	if (looksLikeData(names)) {
		return 'The first line of the list seems to be a person: export the list with a header row, or switch on its header row in the node that reads the file.';
	}
	const [only] = names;
	if (only === undefined || names.length > 1) return null;
	if (/^[\s\uFEFF]*</.test(only)) {
		return 'This is a web page (HTML) and not a list: check the address and the sign-in of the node that downloads the list.';
	}
	const delimiter = DELIMITERS.find(({ sign }) => only.includes(sign));
	return delimiter
		? `There is one single column, whose name holds ${delimiter.name}: set 'Delimiter' to that sign in the node that reads the file (Extract From File, 'Options').`
		: null;
}

const DELIMITERS = [
	{ sign: ';', name: 'semicolons (;)' },
	{ sign: '\t', name: 'tabs' },
	{ sign: '|', name: 'bars (|)' },
	{ sign: ',', name: 'commas (,)' },
] as const;

function looksLikeData(names: readonly string[]): boolean {
	return names.some(holdsAddress);
}
