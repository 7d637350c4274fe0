import type { DocumentFacts } from '../../documents/documents.mts';
import type { FileStatus, OfOpportunity, StoredDelivery } from '../../scenarios/records.mts';
import type { Answer } from '../../server/answer.mts';
import type { LeverCall } from '../../server/call.mts';
import { LeverFault } from '../../server/faults.mts';
import type { CollectionName, Stored } from '../../server/store.mts';

/** Collections that hold something to download */
type Downloadable = 'offers' | 'resumes' | 'files';

/**
 * The record that a download below an opportunity names.
 *
 * @param param name of its id in the path
 * @throws LeverFault 404 for none, and for one of another opportunity
 */
export function recordBelow<K extends CollectionName & Downloadable>(
	{ store, params }: LeverCall,
	collection: K,
	param: string,
	what: string,
): Stored<K> {
	const record: (Stored<K> & OfOpportunity) | undefined = store.get(
		collection,
		params[param] ?? '',
	);
	if (record === undefined || record.opportunityId !== params.opportunity) {
		throw new LeverFault(404, `${what} was not found`);
	}
	return record;
}

/** Files that Lever could not process, and so cannot be had (lever-api.md §2.2, §5.11) */
const NOT_PROCESSED: readonly FileStatus[] = ['error', 'unsupported'];

interface Download extends DocumentFacts, StoredDelivery {
	status?: FileStatus;
}

/**
 * The bytes, or the way to the storage that has them.
 *
 * @throws LeverFault 422 for a file that was not processed
 */
export async function answerFile(call: LeverCall, file: Download): Promise<Answer> {
	if (NOT_PROCESSED.includes(file.status ?? null)) {
		throw new LeverFault(422, 'The file could not be processed');
	}
	if (file.redirected) {
		const location = `${call.origin}${call.documents.linkTo(file)}`;
		return { status: 302, headers: { location } };
	}
	return call.documents.answer(file);
}
