import { assembleClient } from '../../../../nodes/shared/transport/client.ts';
import type { SentQuery } from '../../../../nodes/shared/transport/requests/query.ts';
import type { LeverClient } from '../../../../nodes/shared/transport/types.ts';
import { CONNECTION, FakeClock, httpFault } from '../../transport/support.mts';

export interface Candidacy {
	id: string;
	createdAt: number;
	/** Null as on old records (lever-api.md §9) */
	updatedAt: number | null;
	/** Place of its stage in the order of the list */
	rank: number;
	lastAdvancedAt: number;
}

type Key = Array<number | string>;

/** A clock whose moments are those of the machine, so that "now" lies after what was created before. */
class ClockFromNow extends FakeClock {
	private readonly begin = Date.now();

	override now(): number {
		return this.begin + this.time;
	}
}

/**
 * Lever's list of opportunities in memory, with its order, its inclusive cursors and its filters on dates
 * (lever-api.md §3.1, §4.3), and a company at work while it is read.
 */
export class MovingLever {
	readonly clock = new ClockFromNow();

	readonly candidacies = new Map<string, Candidacy>();

	readonly queries: SentQuery[] = [];

	/** Called before each answer: changes the company, or throws as a connection does that breaks */
	beforeAnswer: (request: number) => void = () => undefined;

	readonly client: LeverClient = assembleClient(
		CONNECTION,
		async (_url, query) => await Promise.resolve(this.answer(query)),
		{ clock: this.clock },
	);

	private created = 0;

	create(createdAt: number, rank = 0): Candidacy {
		this.created += 1;
		const id = `opportunity-${String(this.created).padStart(6, '0')}`;
		const candidacy = { id, createdAt, updatedAt: null, rank, lastAdvancedAt: createdAt };
		this.candidacies.set(id, candidacy);
		return candidacy;
	}

	/** To another stage: it changes its place in the list. */
	move(id: string, rank: number): void {
		const found = this.candidacies.get(id);
		if (found === undefined) return;
		this.candidacies.set(id, {
			...found,
			rank,
			lastAdvancedAt: this.clock.now(),
			updatedAt: this.clock.now(),
		});
	}

	private answer(query: SentQuery): unknown {
		this.queries.push(query);
		this.clock.time += 50;
		this.beforeAnswer(this.queries.length);
		const byUpdate = query.updated_at_start !== undefined;
		const keyOf = ({ id, rank, lastAdvancedAt, updatedAt }: Candidacy): Key =>
			byUpdate ? [updatedAt ?? 0, id] : [rank, -lastAdvancedAt, id];
		const listed = [...this.candidacies.values()]
			.filter((candidacy) => fits(candidacy, query))
			.map((candidacy) => ({ candidacy, key: keyOf(candidacy) }))
			.sort((a, b) => compareKeys(a.key, b.key));
		const cursor = query.offset === undefined ? undefined : keyIn(String(query.offset));
		const begin =
			cursor === undefined ? 0 : listed.findIndex(({ key }) => compareKeys(key, cursor) >= 0);
		const rest = begin === -1 ? [] : listed.slice(begin);
		const limit = Number(query.limit ?? 100);
		const next = rest[limit];
		return {
			data: rest.slice(0, limit).map(({ candidacy }) => ({ ...candidacy })),
			hasNext: next !== undefined,
			...(next && { next: encodeURIComponent(JSON.stringify(shownKey(next.key, byUpdate))) }),
		};
	}
}

/** A connection that breaks and is not tried again. */
export function broken(): Error {
	return httpFault(400, { code: 'BadRequestError', message: 'the run was stopped here' });
}

function fits({ createdAt, updatedAt }: Candidacy, query: SentQuery): boolean {
	const bound = (name: string) => (query[name] === undefined ? undefined : Number(query[name]));
	const [from, to, changed] = ['created_at_start', 'created_at_end', 'updated_at_start'].map(bound);
	if (from !== undefined && createdAt < from) return false;
	if (to !== undefined && createdAt > to) return false;
	return changed === undefined || (updatedAt !== null && updatedAt >= changed);
}

/** The order is descending in `lastAdvancedAt`, and the cursor shows it as it is. */
function shownKey(key: Key, byUpdate: boolean): Key {
	return byUpdate ? key : [key[0] ?? 0, -Number(key[1]), key[2] ?? ''];
}

function keyIn(offset: string): Key {
	const key = JSON.parse(decodeURIComponent(offset)) as Key;
	return key.length === 2 ? key : [key[0] ?? 0, -Number(key[1]), key[2] ?? ''];
}

function compareKeys(a: Key, b: Key): number {
	for (const [index, left] of a.entries()) {
		const right = b[index];
		if (left === right || right === undefined) continue;
		return left < right ? -1 : 1;
	}
	return 0;
}
