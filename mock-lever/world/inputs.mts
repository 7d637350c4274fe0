import type { CollectionName, Stored } from '../server/store.mts';
import type { Account } from './account.mts';
import { ChangeRefused } from './refused.mts';

/**
 * One input of a change: what a caller gives (an id), and what the change gets (the record).
 *
 * @throws ChangeRefused from `read`, with a sentence that names the input
 */
export interface Input<Given, Read> {
	/** In words, for the admin API's own description */
	about: string;
	optional: boolean;
	read(value: unknown, name: string, account: Account): Read;
	/** Only for the compiler */
	given?: Given;
}

export type OptionalInput<Given, Read> = Input<Given | undefined, Read | undefined> & {
	optional: true;
};

export type Inputs = Record<string, Input<unknown, unknown>>;

type GivenFor<I> = I extends Input<infer Given, unknown> ? Given : never;
type ReadFrom<I> = I extends Input<unknown, infer Read> ? Read : never;
type Optional<I extends Inputs> = {
	[K in keyof I]: I[K] extends { optional: true } ? K : never;
}[keyof I];

/** What a caller hands in */
export type Given<I extends Inputs> = {
	[K in Exclude<keyof I, Optional<I>>]: GivenFor<I[K]>;
} & { [K in Optional<I>]?: GivenFor<I[K]> };

/** What a change works with */
export type Read<I extends Inputs> = { [K in keyof I]: ReadFrom<I[K]> };

const needs = (name: string, what: string) => new ChangeRefused(`"${name}" must be ${what}.`);

export function optional<G, R>(input: Input<G, R>): OptionalInput<G, R> {
	return {
		about: input.about,
		optional: true,
		read: (value, name, account) =>
			value === undefined ? undefined : input.read(value, name, account),
	};
}

export function orNull<G, R>(input: Input<G, R>): Input<G | null, R | null> {
	return {
		about: `${input.about}, or null`,
		optional: false,
		read: (value, name, account) => (value === null ? null : input.read(value, name, account)),
	};
}

/** An input that needs no account to be read. */
function plain<T>(about: string, isOne: (value: unknown) => value is T): Input<T, T> {
	return {
		about,
		optional: false,
		read: (value, name) => {
			if (!isOne(value)) throw needs(name, about);
			return value;
		},
	};
}

const isText = (value: unknown): value is string => typeof value === 'string';

export const text = plain('text', isText);
export const filledText = plain(
	'text that is not empty',
	(value): value is string => isText(value) && value.trim() !== '',
);
export const flag = plain('true or false', (value): value is boolean => typeof value === 'boolean');
export const milliseconds = plain('whole milliseconds since 1970', (value): value is number =>
	Number.isSafeInteger(value),
);
/** Lever types such addresses loosely too; the mock only wants to see one */
export const address = plain(
	'an e-mail address',
	(value): value is string => isText(value) && /^[^\s@]+@[^\s@]+$/.test(value),
);

/** A list whose entries are all of one kind; `[]` is one too. */
export const listOf = <G, R>(input: Input<G, R>): Input<G[], R[]> => ({
	about: `a list, each entry ${input.about}`,
	optional: false,
	read: (value, name, account) => {
		if (!Array.isArray(value)) throw needs(name, `a list, each entry ${input.about}`);
		return value.map((each: unknown) => input.read(each, name, account));
	},
});

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day `YYYY-MM-DD`, read as the milliseconds of its 00:00 UTC: Lever's form of a start date. */
export const day: Input<string, number> = {
	about: 'a day like 2026-11-02',
	optional: false,
	read: (value, name) => {
		const start = isText(value) && CIVIL_DATE.test(value) ? Date.parse(value) : Number.NaN;
		const written = Number.isNaN(start) ? '' : new Date(start).toISOString().slice(0, 10);
		if (written !== value) throw needs(name, 'a day like 2026-11-02');
		return start;
	},
};

export const oneOf = <const T extends string>(values: readonly T[]): Input<T, T> =>
	plain(`one of: ${values.join(', ')}`, (value): value is T =>
		values.some((each) => each === value),
	);

/** The id of a record, read as the record. */
export function idOf<K extends CollectionName>(
	collection: K,
	what: string,
): Input<string, Stored<K>> {
	return {
		about: `the id of ${what}`,
		optional: false,
		read: (value, name, { store }) => {
			if (!isText(value)) throw needs(name, `the id of ${what}`);
			const record = store.get(collection, value);
			if (record === undefined) {
				throw new ChangeRefused(`"${name}" must be the id of ${what}, and none has "${value}".`);
			}
			return record;
		},
	};
}

export const opportunity = idOf('opportunities', 'an opportunity');
export const user = idOf('users', 'a user');
/** Who does it, as in Lever's `perform_as`; left out: the account's first active Super Admin */
export const performAs = optional(user);

/**
 * Reads all inputs of a change.
 *
 * @throws ChangeRefused for what is no object, has an input the change does not know, lacks one or holds one
 * that cannot be read
 */
export function readInputs<I extends Inputs>(inputs: I, given: unknown, account: Account): Read<I> {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		throw new ChangeRefused('A change needs one JSON object with its inputs.');
	}
	const values = new Map(Object.entries(given));
	for (const name of values.keys()) {
		if (!Object.hasOwn(inputs, name)) {
			const known = Object.keys(inputs).join(', ');
			throw new ChangeRefused(`This change has no input "${name}". It has: ${known}.`);
		}
	}
	const read = Object.entries(inputs).map(([name, input]) => {
		const value: unknown = values.get(name);
		if (value === undefined && !input.optional) {
			throw new ChangeRefused(`"${name}" is missing. It must be ${input.about}.`);
		}
		return [name, input.read(value, name, account)];
	});
	return Object.fromEntries(read) as Read<I>;
}
