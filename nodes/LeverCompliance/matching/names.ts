import { inCodeUnitOrder } from '../../shared/canonicalJson';

/** A name in the form in which names are compared. Its words are made when asked for: mostly the texts are the same. */
export class FoldedName {
	/** @param text every letter folded; what is no letter between the words */
	constructor(readonly text: string) {}

	/** As they are written */
	get words(): readonly string[] {
		return this.text.split(NOT_OF_A_WORD).filter((word) => word !== '');
	}

	/** The same for two spellings of one name, whatever the order of first and last name; empty for no name */
	get key(): string {
		return inCodeUnitOrder(this.words).join(' ');
	}

	get isEmpty(): boolean {
		return !OF_A_WORD.test(this.text);
	}
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
	ə: 'e',
	ς: 'σ',
	// Arabic letters that keyboards of other languages and countries write with another character.
	ی: 'ي',
	ى: 'ي',
	ک: 'ك',
};

const PLAIN_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/** Signs for nothing but a break or a breath, in Latin, transliterated, Hebrew and Armenian names. */
const APOSTROPHES = /['’‘‛ʼʻʽʾʿʹʺ′`´＇ꞌ׳״՚]/g;

/** Format characters, variation selectors, and the Arabic sign that only stretches a word. */
const INVISIBLE = /[\p{Cf}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u{0640}]/gu;

const COMBINING_DIACRITICS = /[\u0300-\u036f]/g;

/** Points that say how a Hebrew or Arabic word sounds, and that people leave out. */
const VOWEL_POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]/g;

/** Most names: nothing in them folds but their case, which spares a dozen passes over each. */
const PLAIN_NAME = /^[A-Za-z0-9 .,-]*$/;

const OF_A_WORD = /[\p{L}\p{M}\p{N}]/u;

const NOT_OF_A_WORD = /[^\p{L}\p{M}\p{N}]+/u;

/** A single letter of an alphabet is an initial; a single Chinese or Korean character is a name. */
const INITIAL =
	/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}]$/u;

/** Words of address and degrees, folded: two people who share one share no name. */
const TITLES: ReadonlySet<string> = new Set([
	'dr',
	'frau',
	'herr',
	'jr',
	'miss',
	'mlle',
	'mme',
	'mr',
	'mrs',
	'ms',
	'mx',
	'phd',
	'prof',
	'professor',
	'sr',
]);

/**
 * Folds a name for rung M4 and for the shared-word test (compliance reference B.1): case, diacritics,
 * order of the words, hyphens (as spaces), apostrophes (as nothing), invisible and right-to-left marks.
 * Letters of every script are kept; the diacritics of Latin, Greek and Cyrillic letters go, and the points
 * of Hebrew and Arabic ones that people leave out. In other scripts such marks are letters of their own.
 */
export function foldName(name: string): FoldedName {
	if (PLAIN_NAME.test(name)) return new FoldedName(name.toLowerCase());
	// Apostrophes go twice: some are no longer there after decomposition, others only appear by it.
	const plain = name
		.replace(INVISIBLE, '')
		.replace(APOSTROPHES, '')
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFKD')
		.replace(APOSTROPHES, '')
		.replace(INVISIBLE, '')
		.replace(COMBINING_DIACRITICS, '')
		.replace(VOWEL_POINTS, '')
		.normalize('NFC')
		.replace(PLAIN_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter);
	return new FoldedName(plain);
}

/**
 * Whether two names share a word (rules.md §4); an initial and a title are no words of a name. Names that
 * differ in nothing but spaces agree too, as scripts without spaces need it.
 *
 * @returns null when one side has no name
 */
export function namesAgree(a: FoldedName, b: FoldedName): boolean | null {
	if (a.isEmpty || b.isEmpty) return null;
	if (a.text === b.text) return true;
	const [words, others] = [a.words, b.words];
	if (words.join('') === others.join('')) return true;
	const telling = new Set(words.filter((word) => !INITIAL.test(word) && !TITLES.has(word)));
	return others.some((word) => telling.has(word));
}
