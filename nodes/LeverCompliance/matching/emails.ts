/** Most addresses: printable ASCII, in which nothing folds but the case. */
const PLAIN_ADDRESS = /^[!-~]*$/;

/**
 * How addresses are compared: trimmed, without invisible characters, and case folded. Dots and plus signs stay: two addresses that
 * differ in them can belong to two people (rules.md §4).
 */
export function foldEmail(email: string): string {
	if (PLAIN_ADDRESS.test(email)) return email.toLowerCase();
	return email
		.replace(/\p{Cf}/gu, '')
		.trim()
		.normalize('NFC')
		.toLowerCase();
}
