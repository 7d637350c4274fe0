/**
 * The words of a name of a file, form or note: letters without case and marks, and numbers. A change from
 * small to capital letters, and between letters and digits, ends a word too: `DBSCheck_2026.pdf` has the
 * words dbs, check, 2026 and pdf.
 */
export function wordsOf(name: string): string[] {
	return name
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.replace(/(\p{L})(\p{N})/gu, '$1 $2')
		.replace(/(\p{N})(\p{L})/gu, '$1 $2')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}

/** Makes the test whether a name holds any of the phrases: all words of one, side by side. */
export function phraseFinder(phrases: readonly string[]): (name: string) => boolean {
	const wanted = phrases.flatMap(readings).filter((phrase) => phrase.trim() !== '');
	return (name) => readings(name).some((words) => wanted.some((phrase) => words.includes(phrase)));
}

/** A capital letter may begin a word or not: `HireRight` is written `hireright` and `HIRERIGHT` as well. */
function readings(text: string): string[] {
	return [text, text.toLowerCase()].map((one) => ` ${wordsOf(one).join(' ')} `);
}
