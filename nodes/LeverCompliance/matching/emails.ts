/**
 * How addresses are compared: trimmed, without invisible characters, and case folded. Dots and plus signs stay: two addresses that
 * differ in them can belong to two people (rules.md §4).
 */
export function foldEmail(email: string): string {
	return email
		.replace(/\p{Cf}/gu, '')
		.trim()
		.normalize('NFC')
		.toLowerCase();
}
