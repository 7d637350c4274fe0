import { UnexpectedError } from 'n8n-workflow';

import type { LeverClient, LeverPage, LeverQuery } from '../transport';
import { eitherOf } from '../transport/signals';
import { streamsAtFullRate, withSpare } from '../transport/streams';
import { isRecord } from '../transport/unknown';
import { readAhead } from './readAhead';
import { holds, queryWithin, type Window } from './window';
import type { WindowPlan } from './windowPlan';
import { PAGE_SIZE, type WindowReading } from './windowReading';

/** One page of one window. */
interface WindowPage<T> {
	reading: WindowReading;
	records: T[];
	/** True where a record cannot belong to the window: Lever did not take the window's filters */
	stray: boolean;
}

interface WindowedList {
	path: string;
	query: LeverQuery;
	signal?: AbortSignal;
	/** Called when the first page of a window is asked for */
	onWindow(window: Window): void;
}

/** The list as it is asked for, with one page read: where it is the only window, it need not be read again. */
export interface BegunList<T> {
	first: LeverPage<T>;
	cursor: AsyncGenerator<LeverPage<T>, void, undefined>;
}

/**
 * Reads the windows of a plan, several at the same time, each with its own cursor.
 *
 * @throws LeverReadError of the first window that cannot be read; the others stop within one request
 */
export async function* readWindows<T>(
	client: LeverClient,
	plan: WindowPlan,
	list: WindowedList,
	begun: BegunList<T>,
): AsyncGenerator<WindowPage<T>, void, undefined> {
	const stop = new AbortController();
	const stopped = eitherOf(list.signal, stop.signal);
	const cursors = new Map<WindowReading, AsyncGenerator<LeverPage<T>, void, undefined>>();

	const cursorOf = (reading: WindowReading) => {
		const known = cursors.get(reading);
		if (known) return known;
		const query = { ...queryWithin(list.query, reading.window), limit: PAGE_SIZE };
		const cursor = client.pages<T>(list.path, query, stopped);
		cursors.set(reading, cursor);
		list.onWindow(reading.window);
		return cursor;
	};

	const whole = plan.whole;
	if (whole !== null) {
		cursors.set(whole, begun.cursor);
		plan.answered(whole, datesWithin(begun.first.data, whole.window).dates, begun.first.last);
	}

	const readPage = async (reading: WindowReading): Promise<WindowPage<T>> => {
		const next = await cursorOf(reading).next();
		const { data: records, last } = next.done === true ? { data: [], last: true } : next.value;
		const { dates, stray } = datesWithin(records, reading.window);
		plan.answered(reading, dates, last);
		for (const one of cursors.keys()) if (!plan.has(one)) cursors.delete(one);
		return { reading, records, stray };
	};

	yield* readAhead<WindowPage<T>>({
		begin: (underWay) => {
			const streams = streamsAtFullRate(client.tempo);
			if (underWay >= withSpare(streams)) return null;
			const reading = plan.next(streams);
			return reading === null ? null : readPage(reading);
		},
		end: () => stop.abort(),
	});
	if (!plan.finished) throw new UnexpectedError('Windows of a list were left unread');
}

/** Creation dates of records, and whether one of them stands outside the window. */
function datesWithin(
	records: readonly unknown[],
	window: Window,
): { dates: number[]; stray: boolean } {
	const dates = records.map(createdAtOf).filter((date) => date !== null);
	const stray = dates.length < records.length || dates.some((date) => !holds(window, date));
	return { dates, stray };
}

/** When a record was created; null where it does not say, so that no window can be sure to hold it. */
export function createdAtOf(record: unknown): number | null {
	const date = isRecord(record) ? record.createdAt : undefined;
	return typeof date === 'number' && Number.isFinite(date) ? date : null;
}
