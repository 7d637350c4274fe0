import type { ScreeningState } from '../../../shared/contracts';
import { foldStatus } from '../table/foldStatus';
import {
	GENERIC,
	providerNamed,
	type ScreeningMeaning,
	type ScreeningProvider,
} from '../providers';
import type { ScreeningDetails } from '../types';

/** What the words of a row mean, by the provider that it names. */
export interface ScreeningMeanings {
	status(provider: string | null, text: string): ScreeningMeaning;
	result(provider: string | null, text: string): ScreeningDetails['result'];
	adjudication(provider: string | null, text: string): ScreeningDetails['adjudication'];
}

/**
 * Reads words: a person's own table first, then the provider's, then the generic one.
 *
 * @param ownStatuses status text → state, as the person set it
 */
export function screeningMeanings(
	ownStatuses: Readonly<Record<string, ScreeningState>>,
): ScreeningMeanings {
	const own = new Map(
		Object.entries(ownStatuses).map(([status, state]) => [foldStatus(status), state]),
	);
	// Lists name few providers in many rows.
	const providers = new Map<string | null, ScreeningProvider>();
	const providerOf = (text: string | null): ScreeningProvider => {
		const known = providers.get(text) ?? providerNamed(text) ?? GENERIC;
		providers.set(text, known);
		return known;
	};
	return {
		status: (provider, text) => {
			const key = foldStatus(text);
			const state = own.get(key);
			if (state !== undefined) return { state };
			return (
				entry(providerOf(provider).statuses, key) ??
				entry(GENERIC.statuses, key) ?? { state: 'unknown' }
			);
		},
		result: (provider, text) => {
			const key = foldStatus(text);
			if (key === '') return 'none';
			return entry(providerOf(provider).results, key) ?? entry(GENERIC.results, key) ?? 'unknown';
		},
		adjudication: (provider, text) => {
			const key = foldStatus(text);
			if (key === '') return 'none';
			return (
				entry(providerOf(provider).adjudications, key) ??
				entry(GENERIC.adjudications, key) ??
				'unknown'
			);
		},
	};
}

function entry<Meaning>(
	table: Readonly<Record<string, Meaning>>,
	key: string,
): Meaning | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}
