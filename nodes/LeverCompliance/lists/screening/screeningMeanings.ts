import { foldStatus, SAYS_NOTHING } from '../table/foldStatus';
import {
	GENERIC,
	providerNamed,
	shownProvider,
	type ScreeningMeaning,
	type ScreeningProvider,
} from '../providers';
import type { ScreeningDetails, ScreeningListOptions } from '../types';

/** What the words of a row mean, by the provider that it names. */
export interface ScreeningMeanings {
	status(provider: string | null, text: string): ScreeningMeaning;
	result(provider: string | null, text: string): ScreeningDetails['result'];
	adjudication(provider: string | null, text: string): ScreeningDetails['adjudication'];
	/** Name of the provider as a pack may hold it */
	shownProvider(provider: string | null): string | null;
	/** Whether its records prove nothing by themselves */
	isWeakSource(provider: string | null): boolean;
}

/** What a person set in the node; keys as the list writes them. */
export type OwnMeanings = Pick<
	ScreeningListOptions,
	'statusMeanings' | 'resultMeanings' | 'adjudicationMeanings'
>;

/** Reads words: a person's own table first, then the provider's, then the generic one. */
export function screeningMeanings(own: OwnMeanings): ScreeningMeanings {
	const ownStatuses = folded(own.statusMeanings);
	const ownResults = folded(own.resultMeanings);
	const ownAdjudications = folded(own.adjudicationMeanings);
	// Lists name few providers in many rows.
	const providers = new Map<string | null, { words: ScreeningProvider; shown: string | null }>();
	const named = (text: string | null) => {
		const known = providers.get(text) ?? {
			words: providerNamed(text) ?? GENERIC,
			shown: shownProvider(text),
		};
		providers.set(text, known);
		return known;
	};
	const wordsOf = (text: string | null) => named(text).words;
	return {
		status: (provider, text) => {
			const key = foldStatus(text);
			const state = ownStatuses.get(key);
			if (state !== undefined) return { state };
			return (
				entry(wordsOf(provider).statuses, key) ??
				entry(GENERIC.statuses, key) ?? { state: 'unknown' }
			);
		},
		result: (provider, text) => {
			const key = foldStatus(text);
			if (SAYS_NOTHING.has(key)) return 'none';
			return (
				ownResults.get(key) ??
				entry(wordsOf(provider).results, key) ??
				entry(GENERIC.results, key) ??
				'unknown'
			);
		},
		adjudication: (provider, text) => {
			const key = foldStatus(text);
			if (SAYS_NOTHING.has(key)) return 'none';
			return (
				ownAdjudications.get(key) ??
				entry(wordsOf(provider).adjudications, key) ??
				entry(GENERIC.adjudications, key) ??
				'unknown'
			);
		},
		shownProvider: (provider) => named(provider).shown,
		isWeakSource: (provider) => wordsOf(provider).weakSource === true,
	};
}

function folded<Meaning>(table: Readonly<Record<string, Meaning>> = {}): Map<string, Meaning> {
	return new Map(Object.entries(table).map(([text, meaning]) => [foldStatus(text), meaning]));
}

function entry<Meaning>(
	table: Readonly<Record<string, Meaning>>,
	key: string,
): Meaning | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}
