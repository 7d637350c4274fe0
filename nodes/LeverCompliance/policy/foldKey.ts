/** How keys of the policy and their counterparts in records are compared: trimmed, case folded, no more. */
export function foldKey(text: string): string {
	return text.trim().normalize('NFC').toLowerCase();
}
