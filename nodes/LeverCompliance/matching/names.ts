/** A name in the form in which names are compared. */
export interface FoldedName {
	/** Words, sorted: the order of first and last name does not matter */
	words: readonly string[];
	/** The same for two spellings of one name; empty for no name */
	key: string;
	/** The words without anything between them, in the order written */
	joined: string;
}

/** Letters that Unicode does not take apart, with the usual plain spelling. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ħ: 'h',
	ı: 'i',
	ŋ: 'n',
	ς: 'σ',
};

const APOSTROPHES = /['’‘ʼʻ`´＇]/g;
const INVISIBLE = /\p{Cf}/gu;
const COMBINING_DIACRITICS = /[\u0300-\u036f]/g;
const NOT_OF_A_WORD = /[^\p{L}\p{M}\p{N}]+/u;

/**
 * Folds a name for rung M4 and for the shared-word test (compliance reference B.1): case, diacritics,
 * order of the words, hyphens (as spaces), apostrophes (as nothing), invisible and right-to-left marks.
 * Letters of every script are kept; only the diacritics of Latin, Greek and Cyrillic letters go, since
 * in other scripts such marks are letters of their own.
 */
export function foldName(name: string): FoldedName {
	// Apostrophes go twice: some are no longer there after decomposition, others only appear by it.
	const plain = name
		.replace(INVISIBLE, '')
		.replace(APOSTROPHES, '')
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFKD')
		.replace(APOSTROPHES, '')
		.replace(COMBINING_DIACRITICS, '')
		.normalize('NFC')
		.replace(/[ßæœøłđðþħıŋς]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
	const written = plain.split(NOT_OF_A_WORD).filter((word) => word !== '');
	const words = [...written].sort();
	return { words, key: words.join(' '), joined: written.join('') };
}

/**
 * Whether two names share a word (rules.md §4); a single Latin letter is an initial and no word. Names
 * that differ in nothing but spaces agree too, as scripts without spaces need it.
 *
 * @returns null when one side has no name
 */
export function namesAgree(a: FoldedName, b: FoldedName): boolean | null {
	if (a.key === '' || b.key === '') return null;
	if (a.joined === b.joined) return true;
	const words = new Set(a.words.filter((word) => !/^[a-z]$/.test(word)));
	return b.words.some((word) => words.has(word));
}
