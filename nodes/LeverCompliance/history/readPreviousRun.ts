import type { INodeExecutionData } from 'n8n-workflow';

import type { ListCollection, Run } from '../../shared/contracts';
import { isTimeZoneName, timeZone } from '../../shared/dates';
import { sha256OfJson } from '../../shared/sha256';
import type { PreviousRun } from '../checks/types';
import type { LeverInput } from '../inputs/leverInput';
import { ageInDays } from '../lists/table/listAge';
import { LIST_LABELS } from '../lists/table/listCollection';
import { isFailure } from '../lists/table/receivedRows';
import type { ReadList } from '../lists/types';
import { counted } from '../phrases';
import { lastScreenings } from './lastScreenings';
import type { PackFile } from './packFiles';
import { partsOfFiles, partsOfItems, REMEMBERED_CHECKS, type Parts } from './parts';
import { trustIn, type Trust } from './trust';
import { whyRefused } from './whyRefused';

const LABEL = LIST_LABELS.previousRun;

const COLLECTION_ID = sha256OfJson({
	source: 'list',
	resource: 'previousRun',
	operation: 'read',
	query: {},
});

/** What arrived on the input 'Previous Run'. */
interface HistoryInput {
	wired: boolean;
	items: readonly INodeExecutionData[];
	/** Binaries of the items, read */
	files: readonly PackFile[];
}

/** An earlier run as this run uses it. */
export interface History {
	list: ReadList;
	/** null when none is connected, or nothing of it can be used */
	previousRun: PreviousRun | null;
}

/**
 * Reads an earlier run: the items of its output Evidence, or the files of its unzipped evidence pack. What
 * does not agree with the digests in its head is not used.
 */
export function readPreviousRun({ wired, items, files }: HistoryInput, lever: LeverInput): History {
	if (!wired) return NO_PREVIOUS_RUN;
	if (items.some(isFailure)) {
		return unusable(
			'failed',
			'the node before delivered an error instead of it',
			`${LABEL} did not arrive: the node before delivered an error instead of it.`,
		);
	}
	const given = items.filter(({ json }) => Object.keys(json).length > 0);
	if (given.length === 0 && files.length === 0) {
		return unusable(
			'empty',
			'connected, but nothing arrived',
			`${LABEL} arrived empty, although it is connected.`,
		);
	}
	const parts = files.length > 0 ? partsOfFiles(files) : partsOfItems(given);
	const [head, another] = parts.heads;
	if (head === undefined) return refused('it holds no head of a run (data/run.json)');
	if (another !== undefined) return refused('it holds more than one run');
	const because = whyRefused(head, parts, lever);
	if (because !== null) return refused(because);
	return usable(head, parts, lever);
}

/** Nothing is wired to the input. */
export const NO_PREVIOUS_RUN: History = unusable('notConnected', 'not connected', null);

const WHAT_TO_CONNECT =
	"Connect the output 'Evidence' of one earlier run of this account, or its evidence pack after Compression: Decompress.";

function refused(because: string): History {
	const { list, previousRun } = unusable(
		'failed',
		`not used, because ${because}`,
		`${LABEL} was not used, because ${because}. ${WHAT_TO_CONNECT}`,
	);
	return { list, previousRun };
}

function unusable(
	state: Exclude<ReadList['state'], 'read'>,
	what: string,
	notice: string | null,
): History {
	return {
		list: {
			list: 'previousRun',
			state,
			summary: { list: 'previousRun', state, understood: `${LABEL}: ${what}`, rows: 0 },
			collection:
				state === 'notConnected'
					? null
					: collectionRecord({
							state,
							complete: false,
							incompleteBecause: notice ?? '',
							records: 0,
							uniqueIds: 0,
							recordsSha256: sha256OfJson(null),
							exportedAt: null,
							ageDays: null,
						}),
			notices: notice === null ? [] : [notice],
			unknownStatuses: [],
		},
		previousRun: null,
	};
}

function usable(head: Run, parts: Parts, lever: LeverInput): History {
	const trust = trustIn(head, parts);
	const previousRun = previousRunOf(head, parts, trust);
	const { hires, users } = previousRun;
	const missing = [...(hires ? [] : ['hires']), ...(users ? [] : ['users'])];
	const records = (hires?.size ?? 0) + (users?.size ?? 0) + 1;
	return {
		list: {
			list: 'previousRun',
			state: 'read',
			summary: {
				list: 'previousRun',
				state: 'read',
				understood: `${LABEL}: ${[
					`run of ${head.asOf}`,
					hires ? counted(hires.size, 'hire') : 'no hires',
					users ? counted(users.size, 'user') : 'no users',
					trust.altered.length === 0
						? 'as it was sealed'
						: `changed since: ${trust.altered.join(', ')}`,
				].join(', ')}`,
				rows: records,
			},
			collection: collectionRecord({
				state: 'read',
				complete: true,
				records,
				uniqueIds: records,
				recordsSha256: sha256OfJson(head),
				exportedAt: head.asOf,
				ageDays: ageInDays(Date.parse(head.asOf), Date.parse(lever.asOf)),
			}),
			notices: [
				...(trust.altered.length > 0
					? [
							`${LABEL} was changed since it was made (${trust.altered.join(', ')}), so that part of it is not used: see IPE-04.`,
						]
					: []),
				...(missing.length > 0 && trust.altered.length === 0
					? [`${LABEL} came without its ${missing.join(' and ')}.`]
					: []),
			],
			unknownStatuses: [],
		},
		previousRun,
	};
}

function previousRunOf(head: Run, parts: Parts, trust: Trust): PreviousRun {
	const agrees = (name: string) => trust.population(name) === 'agrees';
	const zone = timeZone(isTimeZoneName(head.zone) ? head.zone : 'UTC');
	return {
		collectionId: COLLECTION_ID,
		asOf: head.asOf,
		policy: head.policy,
		policySha256: head.policySha256,
		runSha256: head.runSha256,
		intact: trust.altered.length === 0,
		altered: trust.altered,
		hires: agrees('hires') ? new Map(parts.hires.map((hire) => [hire.hireId, hire])) : null,
		users: agrees('users') ? new Map(parts.users.map((user) => [user.userId, user])) : null,
		lastScreenings: lastScreenings({
			findings: parts.findings.filter(
				({ checkId }) => REMEMBERED_CHECKS.has(checkId) && trust.findings(checkId) === 'agrees',
			),
			screening: agrees('screening') ? parts.screening : [],
			collections: agrees('collections') ? parts.collections : [],
			zone,
		}),
	};
}

type Changing =
	| 'state'
	| 'complete'
	| 'incompleteBecause'
	| 'records'
	| 'uniqueIds'
	| 'recordsSha256'
	| 'exportedAt'
	| 'ageDays';

/** Like that of a list; its digest is that of the head, which holds the digests of everything else. */
function collectionRecord(facts: Pick<ListCollection, Changing>): ListCollection {
	return {
		kind: 'collection',
		source: 'list',
		collectionId: COLLECTION_ID,
		resource: 'previousRun',
		rule: 'The head of an earlier run, and its hires and users as far as they agree with it',
		duplicates: 0,
		sourceName: '',
		columns: {},
		ignoredColumns: [],
		...facts,
	};
}
