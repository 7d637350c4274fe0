import { Random } from '../scenarios/company/random.mts';
import type { StoredOpportunity } from '../scenarios/records.mts';
import type { ChangeName } from './changes/index.mts';
import type { World } from './world.mts';

/** One change that a random choice made; `opportunity` is where it happened. */
export interface RandomChange {
	change: ChangeName;
	opportunity: string;
}

export interface RandomChanges {
	/** Makes so many changes, one after the other, and says which. */
	make(count: number): RandomChange[];
}

interface Choice {
	change: ChangeName;
	/** How often, compared with the others */
	weight: number;
	/** @returns the opportunity, or null when this change is not possible with it */
	make(world: World, random: Random, at: StoredOpportunity): string | null;
}

const anyOf = <T,>(random: Random, list: readonly T[]): T | null =>
	list.length === 0 ? null : random.pick(list);

const CHOICES: readonly Choice[] = [
	{
		change: 'moveStage',
		weight: 40,
		make(world, random, at) {
			const stages = world.store.database().stages.filter(({ id }) => id !== at.stage);
			const stage = anyOf(random, stages);
			if (stage === null) return null;
			return world.moveStage({ opportunity: at.id, stage: stage.id }).id;
		},
	},
	{
		change: 'createOpportunity',
		weight: 15,
		make(world, random, at) {
			const posting = anyOf(random, world.store.database().postings)?.id;
			// Every fourth comes from somebody who is known already.
			const who = random.chance(0.25)
				? { contact: at.contact }
				: { name: `Sample Person ${random.between(1, 999_999)}` };
			return world.createOpportunity({ ...who, ...(posting === undefined ? {} : { posting }) }).id;
		},
	},
	{
		change: 'archive',
		weight: 15,
		make(world, random, at) {
			const reasons = world.store
				.database()
				.archive_reasons.filter(
					({ id, type }) => type === 'non-hired' && id !== at.archived?.reason,
				);
			const reason = anyOf(random, reasons);
			return reason === null ? null : world.archive({ opportunity: at.id, reason: reason.id }).id;
		},
	},
	{
		change: 'unarchive',
		weight: 5,
		make: (world, _random, at) =>
			at.archived === null ? null : world.unarchive({ opportunity: at.id }).id,
	},
	{
		change: 'deleteOpportunity',
		weight: 10,
		make: (world, _random, at) => world.deleteOpportunity({ opportunity: at.id }).id,
	},
	{
		change: 'hire',
		weight: 2,
		make(world, _random, at) {
			const { archive_reasons: reasons } = world.store.database();
			const hired = reasons.find(({ type, status }) => type === 'hired' && status === 'active');
			if (hired === undefined || at.archived?.reason === hired.id) return null;
			return world.hire({ opportunity: at.id, reason: hired.id, onStaffList: false }).id;
		},
	},
	{
		change: 'addTag',
		weight: 5,
		make: (world, random, at) =>
			world.addTag({ opportunity: at.id, tag: `Tag ${random.between(1, 1_000_000)}` }).id,
	},
	{
		change: 'setOwner',
		weight: 5,
		make(world, random, at) {
			const owner = anyOf(random, world.store.database().users)?.id ?? null;
			return world.setOwner({ opportunity: at.id, owner }).id;
		},
	},
	{
		change: 'anonymize',
		weight: 1,
		make(world, _random, at) {
			if (at.isAnonymized) return null;
			world.anonymize({ contact: at.contact });
			return at.id;
		},
	},
];

const TOTAL = CHOICES.reduce((sum, { weight }) => sum + weight, 0);

function choose(random: Random): Choice {
	let left = random.next() * TOTAL;
	const chosen = CHOICES.find(({ weight }) => (left -= weight) < 0);
	return chosen ?? (CHOICES[0] as Choice);
}

/**
 * What a busy recruiting team does, at random: the same seed on the same data makes the same changes in every
 * run. An account without opportunities first gets one.
 *
 * @param seed a whole number
 */
export function randomChanges(world: World, seed: number): RandomChanges {
	const random = new Random(seed);
	const one = (): RandomChange => {
		for (;;) {
			const at = anyOf(random, world.store.database().opportunities);
			if (at === null) {
				const { id } = world.createOpportunity({ name: 'Sample Person' });
				return { change: 'createOpportunity', opportunity: id };
			}
			const choice = choose(random);
			const opportunity = choice.make(world, random, at);
			if (opportunity !== null) return { change: choice.change, opportunity };
		}
	};
	return { make: (count) => Array.from({ length: count }, one) };
}
