import { isRecord } from '../unknown';
import { LeverReadError } from '../faults/leverReadError';

/** Lever sends the same cursor with every page that it cannot place; more empty pages in a row than this are no list. */
const LONGEST_EMPTY_RUN = 20;

interface PageBody<T> {
	data: T[];
	next: string | undefined;
}

/**
 * Checks one list answer (lever-api.md §3): `data` is a list, and `hasNext: true` comes with `next`.
 * A missing `hasNext` is false.
 *
 * @throws LeverReadError with reason `malformedAnswer`
 */
export function pageBodyOf<T>(body: unknown, what: string): PageBody<T> {
	if (!isRecord(body) || !Array.isArray(body.data)) {
		throw new LeverReadError(
			'malformedAnswer',
			`Lever's answer for ${what} is not a list.`,
			"Check 'Base URL' in the credential: it must be a Lever Data API and end in /v1.",
		);
	}
	const data: T[] = body.data;
	if (body.hasNext !== true) return { data, next: undefined };
	if (typeof body.next !== 'string' || body.next === '') {
		throw new LeverReadError(
			'malformedAnswer',
			`Lever says that the list of ${what} goes on, but not where.`,
			'The list is not complete. Run it again; if it stays like this, tell Lever support the time of the run.',
		);
	}
	return { data, next: body.next };
}

/** Watches the cursors of one list, so that a list that goes in circles ends with a message. */
export class CursorWatch {
	private readonly seen = new Set<string>();

	private emptyRun = 0;

	private lastKey: number | undefined;

	private direction = 0;

	constructor(private readonly what: string) {}

	/** @throws LeverReadError with reason `repeatedCursor` */
	check(next: string, records: number): void {
		this.emptyRun = records === 0 ? this.emptyRun + 1 : 0;
		if (this.seen.has(next) || this.emptyRun > LONGEST_EMPTY_RUN || this.turnsBack(next)) {
			throw new LeverReadError(
				'repeatedCursor',
				`Lever's list of ${this.what} goes in circles: a page leads back to one that was already read.`,
				'The list is not complete. Run it again; if it stays like this, tell Lever support the time of the run.',
			);
		}
		this.seen.add(next);
	}

	/**
	 * A cursor is the sort key of the next record (lever-api.md §3.1), so its first number only ever grows
	 * or only ever shrinks within a list. Cursors of another form are not judged.
	 */
	private turnsBack(next: string): boolean {
		const key = leadingNumber(next);
		if (key === undefined || this.lastKey === undefined) {
			this.lastKey = key;
			return false;
		}
		const step = Math.sign(key - this.lastKey);
		this.lastKey = key;
		if (step === 0) return false;
		if (this.direction === 0) this.direction = step;
		return step !== this.direction;
	}
}

function leadingNumber(cursor: string): number | undefined {
	try {
		const decoded: unknown = JSON.parse(decodeURIComponent(cursor));
		const first: unknown = Array.isArray(decoded) ? decoded[0] : undefined;
		return typeof first === 'number' ? first : undefined;
	} catch {
		return undefined;
	}
}
