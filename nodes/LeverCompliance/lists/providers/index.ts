import { foldStatus } from '../table/foldStatus';
import { CERTN } from './certn';
import { CHECKR } from './checkr';
import { HIRERIGHT } from './hireRight';
import { LEVER } from './lever';
import type { ScreeningProvider } from './provider';
import { FIRST_ADVANTAGE, STERLING } from './sterling';
import { VEREMARK } from './veremark';

export { GENERIC } from './generic';
export { LEVER } from './lever';
export type * from './provider';

/** Providers whose words this package knows, one file each. */
export const SCREENING_PROVIDERS: readonly ScreeningProvider[] = [
	CERTN,
	CHECKR,
	FIRST_ADVANTAGE,
	HIRERIGHT,
	STERLING,
	VEREMARK,
];

/** Further providers as they write themselves; only their names are known. */
const OTHER_NAMES: readonly string[] = [
	'Accurate',
	'Amiqus',
	'Asurint',
	'Cisive',
	'GoodHire',
	'InfoVetted',
	'Onfido',
	'Yardstik',
	'Zinc',
];

const ANOTHER = 'another provider';

/**
 * The provider that a text names: "Checkr, Inc." is Checkr; undefined when it names none of the table. Lever
 * is meant by its name alone only: "Sterling, from Lever" is Sterling's list.
 */
export function providerNamed(text: string | null): ScreeningProvider | undefined {
	if (text === null) return undefined;
	const named = SCREENING_PROVIDERS.find(({ name }) => isNamedIn(text, name));
	return named ?? (foldStatus(text) === foldStatus(LEVER.name) ? LEVER : undefined);
}

/**
 * Name of a provider as a pack may hold it (rules.md §10). A cell that names none of the tables can hold
 * anything, also a person, so its own words stay out.
 */
export function shownProvider(text: string | null): string | null {
	if (text === null) return null;
	return providerNamed(text)?.name ?? OTHER_NAMES.find((name) => isNamedIn(text, name)) ?? ANOTHER;
}

function isNamedIn(text: string, name: string): boolean {
	const words = ` ${foldStatus(text.replace(/,/g, ' '))} `;
	return words.includes(` ${name.toLowerCase()} `);
}
