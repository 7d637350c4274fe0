import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Hire, IsoInstant, LeverCollection, Period } from '../../shared/contracts';
import { withoutAddresses } from '../../shared/addresses';
import { readsOf } from './alteredReads';
import { noItems, takeItem, type LeverItems } from './leverItems';

/** What arrived on the input 'Lever', checked for being what 'Evidence: Collect' gives. */
export interface LeverInput extends LeverItems {
	/** Evidence date, one for the whole run */
	asOf: IsoInstant;
	period: Period;
	/** IANA zone of the workflow that collected; null when not recorded */
	workflowZone: string | null;
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
	refuseDoubles('posting', byKind.postings, ({ postingId }) => postingId);
	refuseDoubles('requisition', byKind.requisitions, ({ requisitionId }) => requisitionId);
	refuseDoubles('audit event', byKind.auditEvents, ({ auditEventId }) => auditEventId);
	refuseDoubles('file record', byKind.fileRecords, ({ fileRecordId }) => fileRecordId);
	refuseDoubles('connection', byKind.connections, ({ connectionId }) => connectionId);
	refuseItemsOfOtherReads(byKind);
	return {
		...byKind,
		asOf: first.asOf,
		period: first.period,
		workflowZone: first.workflowZone ?? null,
	};
}

function sortByKind(items: readonly INodeExecutionData[]): LeverItems {
	const sorted = noItems();
	for (const [index, item] of items.entries()) {
		refuseFailedItem(item);
		if (!takeItem(item.json, sorted)) throw foreignItem(item.json, index);
	}
	return sorted;
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
function refuseItemsOfOtherReads({ collections, hires, ...others }: LeverItems): void {
	const known = new Set(
		[...collections, ...readsOf(collections)].map(({ collectionId }) => collectionId),
	);
	const named = [
		...hires.flatMap(readsOfHire),
		...Object.values(others).flatMap((items) => items.map(({ collectionId }) => collectionId)),
	];
	if (named.every((collectionId) => known.has(collectionId))) return;
	throw new UserError(
		"The input 'Lever' holds items of a read that has no collection record here: connect one Lever node, once, and no node in between that leaves items out",
	);
}

function readsOfHire({ collectionIds, opportunityCollectionIds, feedback }: Hire): string[] {
	return [
		...Object.values({ ...collectionIds, ...opportunityCollectionIds }),
		...(feedback ? [feedback.collectionId] : []),
	];
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
