import { foldStatus } from './foldStatus';

/** Providers as they write themselves; found by these names in the text of a list. */
const PROVIDERS: readonly string[] = [
	'Accurate',
	'Amiqus',
	'Asurint',
	'Certn',
	'Checkr',
	'Cisive',
	'First Advantage',
	'GoodHire',
	'HireRight',
	'InfoVetted',
	'Onfido',
	'Sterling',
	'Veremark',
	'Yardstik',
	'Zinc',
];

const ANOTHER = 'another provider';

/**
 * Name of a provider as a pack may hold it (rules.md §10). A cell that names none of the table can hold
 * anything, also a person, so its own words stay out.
 */
export function shownProvider(text: string | null): string | null {
	if (text === null) return null;
	return PROVIDERS.find((name) => namesProvider(text, name)) ?? ANOTHER;
}

/** Providers are found by name within the text: "Checkr, Inc." is Checkr. */
export function namesProvider(text: string | null, name: string): boolean {
	const words = ` ${foldStatus((text ?? '').replace(/,/g, ' '))} `;
	return words.includes(` ${name.toLowerCase()} `);
}
