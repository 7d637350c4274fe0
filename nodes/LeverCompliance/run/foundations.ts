import type { Collection, CollectionPurpose, RunShortfall } from '../../shared/contracts';
import { compareCodeUnits } from '../../shared/canonicalJson';
import { hasUnexplainedDuplicates } from '../checks/population/duplicates';
import type { Foundation } from '../checks/types';
import type { AlteredRead } from '../inputs/alteredReads';

/** Foundation → why it is not complete. What is not in it is complete, or was not read at all. */
export type Shortfalls = ReadonlyMap<Foundation, string>;

/** Reads that Evidence: Collect makes the hires of: what is lost of one is lost of the hires. */
const HIRES_ARE_MADE_OF: ReadonlySet<CollectionPurpose> = new Set([
	'definitions',
	'hires',
	'identities',
	'offers',
]);

/** What of Lever is not all there, sorted; one entry for each purpose and reason. */
export function runShortfalls(
	collections: readonly Collection[],
	altered: readonly AlteredRead[],
): RunShortfall[] {
	const hiresWereRead = collections.some(
		(collection) => collection.source === 'lever' && collection.purpose === 'hires',
	);
	const found: RunShortfall[] = [];
	for (const collection of collections) {
		if (collection.source === 'list') continue;
		const { purpose, refusedExpansions = [] } = collection;
		const text = incompleteBecause(collection);
		if (text !== null) found.push({ purpose, reason: 'incomplete', text });
		if (refusedExpansions.length > 0) {
			found.push({
				purpose: 'identities',
				reason: 'expansionRefused',
				text: `Lever did not send the ${refusedExpansions.join(' and ')} of opportunities along, so e-mail addresses that only stand there are not known.`,
			});
		}
	}
	for (const { purpose, text } of altered) {
		found.push({ purpose, reason: 'altered', text });
		if (hiresWereRead && purpose !== 'hires' && HIRES_ARE_MADE_OF.has(purpose)) {
			found.push({ purpose: 'hires', reason: 'altered', text });
		}
	}
	return merged(found);
}

/** Everything that results rest on and that is not complete: reads of Lever, and lists. */
export function shortfallsOf(
	shortfalls: readonly RunShortfall[],
	collections: readonly Collection[],
): Shortfalls {
	const byFoundation = new Map<Foundation, string>();
	const add = (foundation: Foundation, text: string) => {
		const known = byFoundation.get(foundation);
		byFoundation.set(foundation, known === undefined ? text : `${known} ${text}`);
	};
	for (const { purpose, text } of shortfalls) add(purpose, text);
	for (const collection of collections) {
		if (collection.source === 'lever') continue;
		const text = incompleteBecause(collection);
		if (text !== null) add(collection.resource, text);
	}
	return byFoundation;
}

/** Why a read or a list is not complete; null when it is. */
export function incompleteBecause(collection: Collection): string | null {
	if (!collection.complete) {
		return collection.incompleteBecause ?? 'The read did not reach its end.';
	}
	return hasUnexplainedDuplicates(collection)
		? `Lever gave records of its ${collection.resource} twice, so others may be missing.`
		: null;
}

function merged(found: readonly RunShortfall[]): RunShortfall[] {
	const byKey = new Map<string, RunShortfall>();
	for (const one of found) {
		const key = `${one.purpose} ${one.reason}`;
		const known = byKey.get(key);
		if (known === undefined) byKey.set(key, one);
		else if (!known.text.includes(one.text)) {
			byKey.set(key, { ...known, text: `${known.text} ${one.text}` });
		}
	}
	return [...byKey].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, shortfall]) => shortfall);
}
