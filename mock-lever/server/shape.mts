import type {
	LeverDatabase,
	StoredContact,
	StoredOffer,
	StoredOpportunity,
	StoredStage,
	StoredUser,
} from '../scenarios/records.mts';
import { LeverFault } from './faults.mts';
import type { LeverQuery } from './query.mts';

/** A record on its way out: what Lever shows, and no more. */
export type Shown = Record<string, unknown>;

/** Turns an id, or a list of ids, into the objects themselves. */
type Expansion = (value: unknown, database: LeverDatabase) => unknown;

/** The store's own fields stay behind. */
export function showStage({ rank: _rank, ...stage }: StoredStage): Shown {
	return stage;
}

export function showOffer({ opportunityId: _opportunityId, ...offer }: StoredOffer): Shown {
	return offer;
}

export const showAsIs = (record: object): Shown => ({ ...record });

/** An id nobody knows, and null, stay as they are (lever-api.md §4.1). */
const single =
	<T extends { id: string }>(
		collection: (database: LeverDatabase) => readonly T[],
		show: (record: T) => Shown = showAsIs,
	): Expansion =>
	(value, database) => {
		const record = collection(database).find((each) => each.id === value);
		return record === undefined ? value : show(record);
	};

const several =
	(one: Expansion): Expansion =>
	(value, database) =>
		Array.isArray(value) ? value.map((each) => one(each, database)) : value;

const user = single<StoredUser>((database) => database.users);
const stage = single<StoredStage>((database) => database.stages, showStage);
const contact = single<StoredContact>((database) => database.contacts);
const application = single((database) => database.applications);

export type Expansions = Record<string, Expansion>;

export const OPPORTUNITY_EXPANSIONS: Expansions = {
	applications: several(application),
	stage,
	owner: user,
	followers: several(user),
	sourcedBy: user,
	contact,
};

export const OFFER_EXPANSIONS: Expansions = { creator: user };

/**
 * Applies `expand` and `include`. Expanded fields are shown also when `include` does not name them.
 *
 * @returns what to do with each record
 * @throws LeverFault 400 for a name that cannot be expanded here
 */
export function shaper(
	query: LeverQuery,
	expansions: Expansions,
	database: LeverDatabase,
): (record: Shown) => Shown {
	const expanded = query.all('expand');
	for (const name of expanded) {
		if (!Object.hasOwn(expansions, name)) throw new LeverFault(400, `${name} is not expandable`);
	}
	const included = query.all('include');
	return (record) => {
		const full: Shown = { ...record };
		for (const name of expanded) {
			if (name in full) full[name] = expansions[name]?.(full[name], database);
		}
		if (included.length === 0) return full;
		return Object.fromEntries(
			Object.entries(full).filter(([name]) => included.includes(name) || expanded.includes(name)),
		);
	};
}

/** Date an offer was signed, derived in the order of lever-api.md §5.2. */
function signedAt(offer: StoredOffer): number | null {
	const signatures = Object.values(offer.signatures ?? {});
	const candidate = offer.signatures?.candidate?.signedAt;
	const others = signatures.filter((each) => each?.signed).map((each) => each.signedAt ?? 0);
	const latest = others.length === 0 ? null : Math.max(...others);
	return candidate ?? latest ?? offer.signedDocument?.uploadedAt ?? null;
}

/** Seed mode: an item of the account-wide offer list (lever-api.md §7). */
export function showSeedOffer(offer: StoredOffer): Shown {
	const { opportunityId } = offer;
	return {
		...showOffer(offer),
		opportunity: opportunityId,
		opportunityId,
		signedAt: signedAt(offer),
	};
}

/** Seed mode: an opportunity with its stage and offers embedded (lever-api.md §7). */
export function showSeedOpportunity(
	opportunity: StoredOpportunity,
	database: LeverDatabase,
): Shown {
	const offers = database.offers.filter((offer) => offer.opportunityId === opportunity.id);
	return {
		...opportunity,
		stage: stage(opportunity.stage, database),
		offers: offers.map((offer) => ({ status: offer.status, signedAt: signedAt(offer) })),
	};
}
