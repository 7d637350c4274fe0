import type { LeverDatabase } from '../scenarios/records.mts';
import { identify } from '../server/collection.mts';

/** What is wrong at one place of an account file */
export interface Complaint {
	/** JSON Pointer (RFC 6901) */
	place: string;
	what: string;
}

type CollectionName = keyof LeverDatabase;

/** Field of a collection → collection whose ids it holds. Without these the mock could not find its way. */
const REFERENCES: ReadonlyArray<readonly [CollectionName, string, CollectionName]> = [
	['opportunities', 'contact', 'contacts'],
	['opportunities', 'stage', 'stages'],
	...(
		[
			'applications',
			'offers',
			'interviews',
			'panels',
			'feedback',
			'forms',
			'notes',
			'referrals',
			'resumes',
			'files',
			'file_actions',
		] as const
	).map((name) => [name, 'opportunityId', 'opportunities'] as const),
];

/** First id that stands twice in a collection, or reference to a record that is not there; null = all is well. */
export function strayReference(database: LeverDatabase): Complaint | null {
	const ids = new Map<CollectionName, Set<string>>();
	for (const [name, records] of Object.entries(database)) {
		const known = new Set<string>();
		for (const [position, record] of records.entries()) {
			const id = identify(record);
			const place = `/lever/${name}/${position}/${'id' in record ? 'id' : 'text'}`;
			if (known.has(id)) return { place, what: 'stands twice' };
			known.add(id);
		}
		ids.set(name as CollectionName, known);
	}
	for (const [name, field, target] of REFERENCES) {
		for (const [position, record] of database[name].entries()) {
			if (ids.get(target)?.has(String(Reflect.get(record, field)))) continue;
			const place = `/lever/${name}/${position}/${field}`;
			return { place, what: `is the id of no record in /lever/${target}` };
		}
	}
	return null;
}
