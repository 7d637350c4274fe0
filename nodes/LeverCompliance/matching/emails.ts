/**
 * How addresses are compared: trimmed and case folded. Dots and plus signs stay: two addresses that
 * differ in them can belong to two people (rules.md §4).
 */
export function foldEmail(email: string): string {
	return email.trim().normalize('NFC').toLowerCase();
}
