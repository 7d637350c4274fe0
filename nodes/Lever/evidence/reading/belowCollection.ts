import type {
	CollectionPurpose,
	LeverCollection,
	ReadFailure,
	Visibility,
} from '../../../shared/contracts';
import { collectionRecord, type CollectRun } from './collectionRecord';
import { FAULTS_IN_A_ROW, RECORDS_PER_PAGE, type BelowReader } from './belowReader';
import type { CrawlRecord } from './gathering';

export interface FinishedBelow<T> {
	/** One record for the lists of all opportunities */
	collection: LeverCollection;
	/** What was read of one opportunity, in the order of Lever */
	recordsOf: (opportunityId: string) => {
		records: Array<CrawlRecord<T>>;
		read: true | ReadFailure;
	};
}

interface BelowPopulation {
	purpose: CollectionPurpose;
	/** What belongs to it, for an auditor */
	rule: string;
	/** As for the opportunities */
	confidential: Visibility;
}

/** Closes the read of a list below opportunities. Call it when everything is read. */
export function finishBelow<T>(
	run: CollectRun,
	reader: BelowReader<T>,
	{ purpose, rule, confidential }: BelowPopulation,
): FinishedBelow<T> {
	const { gathering, list } = reader;
	const { records, recordsSha256 } = gathering.finish();
	const failures = [...reader.outcomes.values()]
		.map(({ read }) => read)
		.filter((read) => read !== true);
	const deleted = failures.filter(({ reason }) => reason === 'notFound').length;
	const [failure] = failures.filter(({ reason }) => reason !== 'notFound');
	const collection = collectionRecord(run, reader.meter, {
		resource: list.resource,
		purpose,
		rule: sentences(rule, deletedSentence(list.records, deleted)),
		requests: [
			{
				path: `/opportunities/{opportunity}/${list.resource}`,
				query: { limit: String(RECORDS_PER_PAGE) },
			},
		],
		pages: reader.pages,
		records: gathering.received,
		uniqueIds: gathering.unique,
		recordsSha256,
		visibility: { confidential, deactivated: 'notApplicable' },
		...(failure && {
			failure,
			incompleteBecause: incompleteBecause(reader, failures.length - deleted, failure),
		}),
	});
	const byId = new Map(records.map((record) => [record.id, record]));
	return {
		collection,
		recordsOf: (opportunityId) => {
			const { ids, read } = reader.outcomeOf(opportunityId);
			return { records: ids.flatMap((id) => byId.get(id) ?? []), read };
		},
	};
}

function incompleteBecause<T>(
	{ outcomes, notAsked, list }: BelowReader<T>,
	unread: number,
	{ message }: ReadFailure,
): string {
	return sentences(
		`The ${list.records} of ${unread} of ${outcomes.size} opportunities were not read.`,
		notAsked > 0
			? `After ${FAULTS_IN_A_ROW} refusals in a row Lever was not asked for the others.`
			: '',
		message,
	);
}

function deletedSentence(what: string, deleted: number): string {
	if (deleted === 0) return '';
	return deleted === 1
		? `1 opportunity was deleted in Lever before its ${what} were read.`
		: `${deleted} opportunities were deleted in Lever before their ${what} were read.`;
}

function sentences(...given: string[]): string {
	return given.filter((sentence) => sentence !== '').join(' ');
}
