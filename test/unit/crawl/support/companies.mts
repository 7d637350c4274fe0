import { loadScenario } from '../../../../mock-lever/index.mts';
import { LeverList, type Listed } from './leverList.mts';
import { below, seeded, type Random } from './random.mts';

const DAY_MS = 86_400_000;

/** FakeClock's begin. */
export const NOW = 1_800_000_000_000;

/** Creation dates of a company, from the number of its opportunities. */
export const SHAPES = {
	/** As many every day for three years */
	even: (random) => NOW - random() * 3 * 365 * DAY_MS,
	/** The same for eight years */
	old: (random) => NOW - random() * 8 * 365 * DAY_MS,
	/** The same for one year */
	young: (random) => NOW - random() * 365 * DAY_MS,
	/** 80 % in the last three months */
	skewed: (random) =>
		random() < 0.8 ? NOW - random() * 90 * DAY_MS : NOW - (90 + random() * 1000) * DAY_MS,
	/** Twice as many every year, for five years */
	growing: (random) => NOW + Math.log2(random() * (1 - 2 ** -5) + 2 ** -5) * 365 * DAY_MS,
	/** Half as many every year, for five years */
	shrinking: (random) => NOW - (5 + Math.log2(random() * (1 - 2 ** -5) + 2 ** -5)) * 365 * DAY_MS,
	/** Moved from another system on one day, 14 months ago */
	imported: (random) =>
		random() < 0.7 ? NOW - (430 + random()) * DAY_MS : NOW - random() * 430 * DAY_MS,
	/** Everything in one minute */
	minute: (random) => NOW - 430 * DAY_MS + random() * 60_000,
	/** Everything in one millisecond */
	instant: () => NOW - 430 * DAY_MS,
	/** Everything in the last minute */
	lately: (random) => NOW - random() * 60_000,
	/** Nothing for ten years between two times */
	gap: (random) => NOW - (random() < 0.5 ? random() * 100 : 3900 + random() * 300) * DAY_MS,
	/** Dates that have not come yet, by a wrong clock */
	future: (random) => NOW + (random() - 0.2) * 40 * DAY_MS,
	/** Three even years without half of one in the middle, when nobody was hired */
	frozen: (random) => {
		const days = random() * 912;
		return NOW - (days < 300 ? days : days + 183) * DAY_MS;
	},
	/** Three even years, and in the middle of one a day on which 40 % came from another system */
	merged: (random) => NOW - (random() < 0.4 ? 200 + random() : random() * 1095) * DAY_MS,
	/** 60 % in the last two weeks */
	rushed: (random) => NOW - (random() < 0.6 ? random() * 14 : 14 + random() * 1000) * DAY_MS,
	/** From before Lever, and even before 1970 */
	ancient: (random) => (random() - 0.05) * NOW,
} satisfies Record<string, (random: Random) => number>;

export type Shape = keyof typeof SHAPES;

export const SHAPE_NAMES = Object.keys(SHAPES) as Shape[];

/** A company of this shape, its stages and advances included; the same for the same seed. */
export function company(shape: Shape, size: number, seed: number, largestPage?: number): LeverList {
	return new LeverList(recordsOf(shape, size, seed), largestPage);
}

/** The same company, which has created nothing for some days. */
export function restingCompany(shape: Shape, size: number, seed: number, days: number): LeverList {
	const records = recordsOf(shape, size, seed);
	return new LeverList(records.map((record) => earlier(record, days)));
}

function recordsOf(shape: Shape, size: number, seed: number): Listed[] {
	const random = seeded(seed * 7919 + size);
	const dateOf: (random: Random) => number = SHAPES[shape];
	return Array.from({ length: size }, (_, index) =>
		opportunity(`${shape}-${index}`, Math.floor(dateOf(random)), random),
	);
}

function earlier(record: Listed, days: number): Listed {
	const ago = Math.floor(days * DAY_MS);
	return {
		...record,
		createdAt: record.createdAt - ago,
		updatedAt: record.updatedAt === null ? null : record.updatedAt - ago,
		lastAdvancedAt: record.lastAdvancedAt - ago,
	};
}

export function opportunity(id: string, createdAt: number, random: Random): Listed {
	const rank = Math.floor(random() ** 2 * 10);
	return {
		id,
		createdAt,
		updatedAt: random() < 0.3 ? null : createdAt + below(random, DAY_MS),
		lastAdvancedAt: createdAt + Math.floor(rank * random() * 10 * DAY_MS),
		rank,
		archived: random() < 0.5,
	};
}

const AS_OF = '2026-11-02T06:00:00Z';

/** The mock's generated company, moved to FakeClock's time. */
export function generatedCompany(shape: 'even' | 'skewed', size: number, seed: number): LeverList {
	const { db } = loadScenario('generated', AS_OF, { size, shape, seed });
	const ranks = new Map(db.stages.map(({ id, rank }) => [id, rank]));
	const shift = NOW - Date.parse(AS_OF);
	return new LeverList(
		db.opportunities.map(({ id, createdAt, updatedAt, lastAdvancedAt, stage, archived }) => ({
			id,
			createdAt: createdAt + shift,
			updatedAt: updatedAt === null ? null : updatedAt + shift,
			lastAdvancedAt: lastAdvancedAt + shift,
			rank: ranks.get(stage) ?? 0,
			archived: archived !== null,
		})),
	);
}
