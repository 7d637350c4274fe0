import { UserError } from 'n8n-workflow';

import type { EpochMilliseconds } from '../../shared/contracts';
import { sha256OfJson } from '../../shared/sha256';
import type { LeverClient, LeverQuery } from '../../shared/transport';
import { isRecord } from '../../shared/transport/unknown';

/**
 * Where Page by Page goes on. It names a moment, never one of Lever's cursors, which die (lever-api.md §9):
 * everything created after `until` was given, everything up to it is still to come.
 */
export interface ResumeState {
	/** Creation date of the newest record that is still to come, inclusive; null before the first batch */
	until: EpochMilliseconds | null;
	/** How long a window of creation dates should be for one batch, in ms; null while nothing is known */
	width: number | null;
	/** When the first batch began */
	startedAt: EpochMilliseconds;
	/** Given by all batches up to now */
	records: number;
	/** Batches up to now */
	batches: number;
}

const VERSION = 1;

export function firstState(now: EpochMilliseconds): ResumeState {
	return { until: null, width: null, startedAt: now, records: 0, batches: 0 };
}

/** What a state belongs to: the same list with the same filters on the same Lever. */
export function listDigest(client: LeverClient, path: string, query: LeverQuery): string {
	const { baseUrl } = client.connection;
	return sha256OfJson({ baseUrl, path, query: withoutShape(query) }).slice(0, 16);
}

/** The fields that are read may change between batches; the records may not. */
function withoutShape({ include, expand, ...filters }: LeverQuery): LeverQuery {
	void include;
	void expand;
	return filters;
}

export function writeState(state: ResumeState, list: string): string {
	return JSON.stringify({ version: VERSION, list, ...state });
}

/**
 * @param text value of 'Resume From', not empty
 * @throws UserError when it is no such state, or belongs to another list
 */
export function readState(text: string, list: string): ResumeState {
	const value = parsed(text);
	if (!isRecord(value) || value.version !== VERSION || !isState(value)) {
		throw new UserError(
			"'Resume From' is not what Page by Page gave. Use 'resumeFrom' of the last batch's collection item as it is, or leave it empty to begin again.",
		);
	}
	if (value.list !== list) {
		throw new UserError(
			"'Resume From' belongs to a list with other filters or of another Lever account. Use the same filters and credential for all batches, or leave it empty to begin again.",
		);
	}
	const { until, width, startedAt, records, batches } = value;
	return { until, width, startedAt, records, batches };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isState(value: Record<string, unknown>): value is Record<string, unknown> & ResumeState {
	return (
		isCountOrNull(value.until) &&
		isCountOrNull(value.width) &&
		value.width !== 0 &&
		isCount(value.startedAt) &&
		isCount(value.records) &&
		isCount(value.batches)
	);
}

function isCountOrNull(value: unknown): boolean {
	return value === null || isCount(value);
}

function isCount(value: unknown): boolean {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
