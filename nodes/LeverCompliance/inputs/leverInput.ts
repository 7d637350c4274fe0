import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type {
	Definition,
	Hire,
	IsoInstant,
	LeverCollection,
	Opportunity,
	Period,
	User,
} from '../../shared/contracts';
import { withoutAddresses } from '../../shared/addresses';
import { readsOf } from './alteredReads';

/** What arrived on the input 'Lever', checked for being what 'Evidence: Collect' gives. */
export interface LeverInput {
	/** Evidence date, one for the whole run */
	asOf: IsoInstant;
	period: Period;
	/** IANA zone of the workflow that collected; null when not recorded */
	workflowZone: string | null;
	collections: LeverCollection[];
	hires: Hire[];
	users: User[];
	opportunities: Opportunity[];
	definitions: Definition[];
}

const CONNECT_COLLECT =
	"connect the Lever node with resource 'Evidence', operation 'Collect', straight to the input 'Lever'";

/**
 * Sorts the items of the input 'Lever' by kind.
 *
 * @throws UserError when an item carries n8n's error, comes from something other than Evidence: Collect,
 *   comes twice, or when the items belong to different runs; the message says what to connect or change
 */
export function readLeverInput(items: readonly INodeExecutionData[]): LeverInput {
	const byKind = sortByKind(items);
	const { collections } = byKind;
	const first = collections.find((collection) => collection.asOf !== undefined);
	if (first?.asOf === undefined || first.period === undefined) {
		throw new UserError(
			`The input 'Lever' holds no collection record with an evidence date: ${CONNECT_COLLECT}, and no node in between that leaves items out`,
		);
	}
	for (const collection of collections) {
		refuseOtherRun(collection, first.asOf, first.period);
		refuseOtherAccount(collection, first);
	}
	refuseDoubles('collection record', collections, ({ collectionId }) => collectionId);
	refuseDoubles('hire', byKind.hires, ({ hireId }) => hireId);
	refuseDoubles('user', byKind.users, ({ userId }) => userId);
	refuseDoubles('opportunity', byKind.opportunities, ({ opportunityId }) => opportunityId);
	refuseDoubles('definition', byKind.definitions, ({ definitionType, id }) =>
		[definitionType, id].join(' '),
	);
	refuseItemsOfOtherReads(byKind);
	return {
		...byKind,
		asOf: first.asOf,
		period: first.period,
		workflowZone: first.workflowZone ?? null,
	};
}

function sortByKind(items: readonly INodeExecutionData[]) {
	const collections: LeverCollection[] = [];
	const hires: Hire[] = [];
	const users: User[] = [];
	const opportunities: Opportunity[] = [];
	const definitions: Definition[] = [];
	for (const [index, item] of items.entries()) {
		refuseFailedItem(item);
		const { json } = item;
		if (isLeverCollection(json)) collections.push(json);
		else if (isHire(json)) hires.push(json);
		else if (isUser(json)) users.push(json);
		else if (isOpportunity(json)) opportunities.push(json);
		else if (isDefinition(json)) definitions.push(json);
		else throw foreignItem(json, index);
	}
	return { collections, hires, users, opportunities, definitions };
}

/** An item that carries n8n's error means that the Lever node could not read: there is nothing to check. */
function refuseFailedItem({ json, error }: INodeExecutionData): void {
	const message = error?.message ?? (json.kind === undefined ? json.error : undefined);
	if (message === undefined || message === null) return;
	throw new UserError(
		`The Lever node did not deliver: ${typeof message === 'string' ? withoutAddresses(message) : 'it gave no reason'}`,
		{ description: "Open the Lever node, resolve this, and run 'Evidence: Collect' again." },
	);
}

function foreignItem(json: IDataObject, index: number): UserError {
	const what =
		typeof json.kind === 'string'
			? `an item of kind '${json.kind}', which 'Evidence: Collect' does not give`
			: "an item that does not come from 'Evidence: Collect' (a list such as 'Opportunity: Get Many', or another node)";
	return new UserError(`The input 'Lever' holds ${what} [Item ${index}]: ${CONNECT_COLLECT}`);
}

function refuseOtherRun(collection: LeverCollection, asOf: IsoInstant, period: Period): void {
	const same =
		collection.asOf === asOf &&
		collection.period?.from === period.from &&
		collection.period.to === period.to;
	if (same) return;
	throw new UserError(
		`The input 'Lever' holds items of different runs (evidence dates ${asOf} and ${collection.asOf ?? 'none'}): connect one Lever node, once`,
	);
}

/** Collection ids name no account, so two accounts with one evidence date would mix unnoticed. */
function refuseOtherAccount({ baseUrl }: LeverCollection, first: LeverCollection): void {
	if (baseUrl === first.baseUrl) return;
	throw new UserError(
		"The input 'Lever' holds items that were read from two different addresses of Lever: connect one Lever node, once",
	);
}

/** An item of a read that none of the records knows comes from another run, whatever its date. */
function refuseItemsOfOtherReads({
	collections,
	hires,
	users,
	opportunities,
	definitions,
}: ReturnType<typeof sortByKind>): void {
	const known = new Set(
		[...collections, ...readsOf(collections)].map(({ collectionId }) => collectionId),
	);
	const named = [
		...hires.flatMap(({ collectionIds, opportunityCollectionIds }) =>
			Object.values({ ...collectionIds, ...opportunityCollectionIds }),
		),
		...[...users, ...opportunities, ...definitions].map(({ collectionId }) => collectionId),
	];
	if (named.every((collectionId) => known.has(collectionId))) return;
	throw new UserError(
		"The input 'Lever' holds items of a read that has no collection record here: connect one Lever node, once, and no node in between that leaves items out",
	);
}

function refuseDoubles<T>(what: string, items: readonly T[], idOf: (item: T) => string): void {
	const seen = new Set<string>();
	for (const item of items) {
		const id = idOf(item);
		if (seen.has(id)) {
			throw new UserError(
				`The input 'Lever' holds the ${what} ${id} twice: connect one Lever node, once`,
			);
		}
		seen.add(id);
	}
}

// n8n types an item's `json` as an open object. The guards check the members that the checks lean on;
// the rest is what Evidence: Collect promises in the shared contracts.

function isLeverCollection(json: object): json is LeverCollection {
	return (
		hasKind(json, 'collection') &&
		has(json, 'source', (value) => value === 'lever') &&
		hasText(json, 'collectionId') &&
		has(json, 'complete', (value) => typeof value === 'boolean') &&
		has(json, 'visibility', isObject) &&
		has(json, 'reads', (value) => value === undefined || Array.isArray(value))
	);
}

function isHire(json: object): json is Hire {
	return (
		hasKind(json, 'hire') &&
		hasText(json, 'hireId') &&
		has(json, 'identity', isObject) &&
		has(json, 'offers', Array.isArray) &&
		has(json, 'opportunityIds', Array.isArray) &&
		has(json, 'collectionIds', isObject) &&
		has(json, 'rawSha256', isObject)
	);
}

function isUser(json: object): json is User {
	return hasKind(json, 'user') && hasText(json, 'userId') && hasText(json, 'collectionId');
}

function isOpportunity(json: object): json is Opportunity {
	return hasKind(json, 'opportunity') && hasText(json, 'opportunityId');
}

function isDefinition(json: object): json is Definition {
	return hasKind(json, 'definition') && hasText(json, 'id') && hasText(json, 'definitionType');
}

function hasKind(json: object, kind: string): boolean {
	return has(json, 'kind', (value) => value === kind);
}

function hasText(json: object, key: string): boolean {
	return has(json, key, (value) => typeof value === 'string' && value !== '');
}

function has(json: object, key: string, accepts: (value: unknown) => boolean): boolean {
	const value: unknown = Reflect.get(json, key);
	return accepts(value);
}

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
