import { ADD_ON_NOT_THERE, isAddOnNotThere } from '../../../shared/addOns';
import type {
	Collection,
	FindingFacts,
	LeverCollection,
	ListCollection,
} from '../../../shared/contracts';
import { INFORMATION_CONTROLS } from '../controls';
import { collectionReference } from '../evidence';
import { CONNECT_STRAIGHT, type AlteredRead } from '../../inputs/alteredReads';
import { counted } from '../../phrases';
import type { CheckResult, Check } from '../types';
import { hasUnexplainedDuplicates } from './duplicates';

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message' | 'remediation'>;

/** rules.md §8 IPE-01: information produced by the entity. */
export const completeness: Check = {
	id: 'IPE-01',
	version: 1,
	title: 'Every population was read completely',
	tests:
		'Each read of Lever reached its end without a record missing or doubled, and each connected list arrived.',
	family: 'population',
	needs: { lists: [], collections: [] },
	restsOn: [],
	policyFields: [],
	severity: 'critical',
	controls: INFORMATION_CONTROLS,
	remediation:
		'Remove the cause, then run the workflow again: results that rest on this read are undecided. For Lever, see the permissions of the credential; for a list, the node that downloads it.',
	evaluate: {
		collection({ collection, altered }) {
			const common = { basis: 'presence', expected: { complete: true, duplicates: 0 } } as const;
			if (collection === null) {
				return {
					...judgeAltered(altered),
					...common,
					observed: factsOfLost(altered),
					evidence: [collectionReference(altered)],
				};
			}
			return {
				...(altered ? judgeAltered(altered) : judge(collection)),
				...common,
				observed: factsOf(collection, altered),
				evidence: [collectionReference(collection)],
			};
		},
	},
};

function judge(collection: Collection): Part {
	return collection.source === 'lever' ? judgeRead(collection) : judgeList(collection);
}

function judgeAltered({ text }: AlteredRead): Part {
	return {
		status: 'fail',
		reasonCode: 'altered-on-the-way',
		message: `${text} Expected: everything as the Lever node gave it.`,
		remediation: `${CONNECT_STRAIGHT} Then run the workflow again: results that rest on this read are undecided.`,
	};
}

function judgeRead(collection: LeverCollection): Part {
	const { resource, complete, duplicates, uniqueIds, restartedCursors, rereadTail } = collection;
	const { refusedExpansions = [] } = collection;
	if (isAddOnNotThere(collection)) {
		return { status: 'not_applicable', reasonCode: 'add-on-not-there', message: ADD_ON_NOT_THERE };
	}
	if (!complete || collection.failure) {
		return {
			status: 'fail',
			reasonCode: collection.failure?.reason === 'forbidden' ? 'forbidden' : 'incomplete',
			message:
				`Lever's ${resource} were not read completely. ${collection.incompleteBecause ?? collection.failure?.message ?? ''}`.trim(),
		};
	}
	if (hasUnexplainedDuplicates(collection)) {
		return {
			status: 'fail',
			reasonCode: 'duplicates',
			message: `Lever gave ${counted(duplicates, 'record')} of its ${resource} twice and nothing explains it, so others may be missing. Expected: every record once.`,
		};
	}
	if (restartedCursors > 0) {
		return {
			status: 'warn',
			reasonCode: 'restarted-cursor',
			message: `Lever refused a page cursor of its ${resource}, and the list was read again from its beginning: ${counted(uniqueIds, 'different record')}. Expected: one pass.`,
		};
	}
	const settled = (rereadTail?.added ?? 0) + (rereadTail?.changed ?? 0);
	if (settled > 0) {
		return {
			status: 'warn',
			reasonCode: 'changed-while-read',
			message: `${counted(settled, 'record')} of Lever's ${resource} changed or came while they were read; a second read settled it. Expected: no change.`,
		};
	}
	if (duplicates > 0) {
		return {
			status: 'warn',
			reasonCode: 'duplicates-settled',
			message: `Lever gave ${counted(duplicates, 'record')} of its ${resource} twice, because the list moved while it was read; a second read of what changed settled it. Expected: every record once.`,
		};
	}
	if (refusedExpansions.length > 0) {
		return {
			status: 'warn',
			reasonCode: 'expansion-refused',
			message: `Lever's ${resource} were read to the end, but without their ${refusedExpansions.join(' and ')}, which this credential may not read. Expected: both, for the e-mail addresses that stand there.`,
		};
	}
	return {
		status: 'pass',
		reasonCode: 'complete',
		message: `Lever's ${resource} were read to the end: ${counted(uniqueIds, 'record')}, each once.`,
	};
}

/** What becomes of a list that is connected. */
const LIST_PARTS: Record<ListCollection['state'], Omit<Part, 'message'>> = {
	read: { status: 'pass', reasonCode: 'list-read' },
	empty: { status: 'indeterminate', reasonCode: 'list-empty' },
	failed: { status: 'fail', reasonCode: 'list-failed' },
};

function judgeList({ state, complete, records, incompleteBecause }: ListCollection): Part {
	if (state === 'read' && !complete) {
		return {
			status: 'fail',
			reasonCode: 'incomplete',
			message:
				`The list arrived, but not all of it: ${counted(records, 'row')}. ${incompleteBecause ?? ''}`.trim(),
		};
	}
	const message =
		state === 'read'
			? `The list arrived: ${counted(records, 'row')}.`
			: `The list did not arrive. ${incompleteBecause ?? ''} Expected: at least one row.`;
	return { ...LIST_PARTS[state], message };
}

function factsOfLost({ resource, purpose }: AlteredRead): FindingFacts {
	return { source: 'lever', resource, purpose, arrived: false };
}

function factsOf(collection: Collection, altered: AlteredRead | null): FindingFacts {
	const { source, resource, complete, records, uniqueIds, duplicates } = collection;
	const common = {
		source,
		resource,
		complete,
		records,
		uniqueIds,
		duplicates,
		...(altered && { altered: true }),
	};
	if (collection.source === 'list') {
		return { ...common, state: collection.state, ageDays: collection.ageDays };
	}
	const { purpose, restartedCursors, rereadTail, failure } = collection;
	// Not the pages: how a long list is cut into windows depends on the time its answers take.
	return {
		...common,
		purpose,
		restartedCursors,
		rereadAdded: rereadTail?.added ?? null,
		rereadChanged: rereadTail?.changed ?? null,
		failureReason: failure?.reason ?? null,
	};
}
