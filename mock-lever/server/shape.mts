import type { StoredOffer, StoredOpportunity, StoredStage } from '../scenarios/records.mts';
import { LeverFault } from './faults.mts';
import type { LeverQuery } from './query.mts';
import type { CollectionName, LeverStore, Stored } from './store.mts';

/** A record on its way out: what Lever shows, and no more. */
export type Shown = Record<string, unknown>;

/** Turns an id, or a list of ids, into the objects themselves. */
type Expansion = (value: unknown, store: LeverStore) => unknown;

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
	<K extends CollectionName>(
		collection: K,
		show: (record: Stored<K>) => Shown = showAsIs,
	): Expansion =>
	(value, store) => {
		const record = typeof value === 'string' ? store.get(collection, value) : undefined;
		return record === undefined ? value : show(record);
	};

const several =
	(one: Expansion): Expansion =>
	(value, store) =>
		Array.isArray(value) ? value.map((each) => one(each, store)) : value;

const user = single('users');
const stage = single('stages', showStage);
const contact = single('contacts');
const application = single('applications');

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
	store: LeverStore,
): (record: Shown) => Shown {
	const expanded = query.all('expand');
	for (const name of expanded) {
		if (!Object.hasOwn(expansions, name)) throw new LeverFault(400, `${name} is not expandable`);
	}
	const included = query.all('include');
	return (record) => {
		const full: Shown = { ...record };
		for (const name of expanded) {
			if (name in full) full[name] = expansions[name]?.(full[name], store);
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
export function showSeedOpportunity(opportunity: StoredOpportunity, store: LeverStore): Shown {
	const offers = store.related('offers', 'opportunityId', opportunity.id);
	return {
		...opportunity,
		stage: stage(opportunity.stage, store),
		offers: offers.map((offer) => ({ status: offer.status, signedAt: signedAt(offer) })),
	};
}
