/** The part of the community scanner that the gates use; it ships no types. */
declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
	/** What the scanner reads of a package's source */
	export const SOURCE_FILE_PATTERNS: string[];

	export function analyzePackage(
		packageDir: string,
		filePatterns?: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}
