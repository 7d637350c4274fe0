import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { FileRecord, Hire, LeverCollection, Visibility } from '../../../shared/contracts';
import { finishBelow } from '../reading/belowCollection';
import { BelowReader, type BelowList } from '../reading/belowReader';
import type { CollectRun } from '../reading/collectionRecord';
import { epochOf, textOf, type LeverRecord } from '../reading/leverJson';

/** What Collect keeps of a file, a form or a note (lever-api.md §5.10, §5.11): no content. */
type KeptName = Pick<FileRecord, 'name' | 'createdAt'> & { deleted: boolean };

type NamedList = BelowList<KeptName> & Pick<FileRecord, 'recordType'>;

/** In the order in which they are read. */
const LISTS: readonly NamedList[] = [
	{
		resource: 'files',
		recordType: 'file',
		records: 'files',
		keep: (raw) => kept(raw, raw.name, raw.uploadedAt),
		notAsked: 'The files of this opportunity were not asked for.',
	},
	{
		resource: 'forms',
		recordType: 'form',
		records: 'profile forms',
		keep: (raw) => kept(raw, raw.text, raw.createdAt),
		notAsked: 'The profile forms of this opportunity were not asked for.',
	},
	{
		resource: 'notes',
		recordType: 'note',
		records: 'notes',
		keep: (raw) => kept(raw, raw.text, raw.createdAt),
		notAsked: 'The notes of this opportunity were not asked for.',
	},
];

interface ReadNames {
	/** Files, forms, notes */
	collections: LeverCollection[];
	/** Sorted by id */
	files: FileRecord[];
}

/**
 * Names of what hangs on the opportunities of hires. Faults are kept in the collection records, not thrown.
 *
 * @throws LeverReadError when the key is not accepted or the execution was stopped
 */
export async function readFileNames(
	run: CollectRun,
	hires: readonly Hire[],
	confidential: Visibility,
): Promise<ReadNames> {
	const opportunityIds = [...new Set(hires.flatMap((hire) => hire.opportunityIds))];
	const found: ReadNames = { collections: [], files: [] };
	for (const list of LISTS) {
		const reader = new BelowReader(run, list);
		await reader.read(opportunityIds);
		const { collection, recordsOf } = finishBelow(run, reader, {
			purpose: 'files',
			rule: `Names of the ${list.records} of each of the ${opportunityIds.length} opportunities that hires were made of.`,
			confidential,
		});
		found.collections.push(collection);
		for (const opportunityId of opportunityIds) {
			for (const { id, rawSha256, value } of recordsOf(opportunityId).records) {
				if (value.deleted) continue;
				found.files.push({
					kind: 'fileRecord',
					fileRecordId: `${list.recordType}:${id}`,
					recordType: list.recordType,
					opportunityId,
					name: value.name,
					createdAt: value.createdAt,
					collectionId: collection.collectionId,
					rawSha256,
				});
			}
		}
	}
	found.files.sort((a, b) => compareCodeUnits(a.fileRecordId, b.fileRecordId));
	return found;
}

function kept({ deletedAt }: LeverRecord, name: unknown, createdAt: unknown): KeptName {
	return {
		name: textOf(name) ?? '',
		createdAt: epochOf(createdAt),
		deleted: epochOf(deletedAt) !== null,
	};
}
