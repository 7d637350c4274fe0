import type {
	AuditEvent,
	ConnectionFacts,
	Definition,
	FileRecord,
	Hire,
	LeverCollection,
	Opportunity,
	PopulationItem,
	Posting,
	Requisition,
	User,
} from '../../shared/contracts';

/** The items of the input 'Lever' by kind, in the order in which they arrived. */
export interface LeverItems {
	collections: LeverCollection[];
	hires: Hire[];
	users: User[];
	opportunities: Opportunity[];
	definitions: Definition[];
	postings: Posting[];
	requisitions: Requisition[];
	auditEvents: AuditEvent[];
	/** Names of files, forms and notes */
	fileRecords: FileRecord[];
	/** At most one */
	connections: ConnectionFacts[];
}

export function noItems(): LeverItems {
	return {
		collections: [],
		hires: [],
		users: [],
		opportunities: [],
		definitions: [],
		postings: [],
		requisitions: [],
		auditEvents: [],
		fileRecords: [],
		connections: [],
	};
}

/** Everything besides the collection records. */
export function populationOf(items: LeverItems): PopulationItem[] {
	return [
		...items.hires,
		...items.users,
		...items.opportunities,
		...items.definitions,
		...items.postings,
		...items.requisitions,
		...items.auditEvents,
		...items.fileRecords,
		...items.connections,
	];
}

/**
 * Puts an item with those of its kind.
 *
 * @returns false when it is nothing that 'Evidence: Collect' gives
 */
export function takeItem(json: object, items: LeverItems): boolean {
	if (isLeverCollection(json)) items.collections.push(json);
	else if (isHire(json)) items.hires.push(json);
	else if (isUser(json)) items.users.push(json);
	else if (isOpportunity(json)) items.opportunities.push(json);
	else if (isDefinition(json)) items.definitions.push(json);
	else if (isPosting(json)) items.postings.push(json);
	else if (isRequisition(json)) items.requisitions.push(json);
	else if (isAuditEvent(json)) items.auditEvents.push(json);
	else if (isFileRecord(json)) items.fileRecords.push(json);
	else if (isConnection(json)) items.connections.push(json);
	else return false;
	return true;
}

// n8n types an item's `json` as an open object. The guards check the members that the checks lean on;
// the rest is what Evidence: Collect promises in the shared contracts.

function isLeverCollection(json: object): json is LeverCollection {
	return (
		isOfRead(json, 'collection', 'collectionId') &&
		has(json, 'source', (value) => value === 'lever') &&
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
	return isOfRead(json, 'user', 'userId');
}

function isOpportunity(json: object): json is Opportunity {
	return isOfRead(json, 'opportunity', 'opportunityId');
}

function isDefinition(json: object): json is Definition {
	return isOfRead(json, 'definition', 'id') && hasText(json, 'definitionType');
}

function isPosting(json: object): json is Posting {
	return isOfRead(json, 'posting', 'postingId') && has(json, 'requisitionCodes', Array.isArray);
}

function isRequisition(json: object): json is Requisition {
	return (
		isOfRead(json, 'requisition', 'requisitionId') &&
		has(json, 'postingIds', Array.isArray) &&
		has(json, 'offerIds', Array.isArray)
	);
}

function isAuditEvent(json: object): json is AuditEvent {
	return (
		isOfRead(json, 'auditEvent', 'auditEventId') &&
		hasText(json, 'type') &&
		has(json, 'at', (value) => typeof value === 'number')
	);
}

function isFileRecord(json: object): json is FileRecord {
	return (
		isOfRead(json, 'fileRecord', 'fileRecordId') &&
		hasText(json, 'opportunityId') &&
		has(json, 'name', (value) => typeof value === 'string')
	);
}

function isConnection(json: object): json is ConnectionFacts {
	return isOfRead(json, 'connection', 'connectionId') && has(json, 'reads', isObject);
}

/** Whether it is of this kind, and names itself and the read that it comes from. */
function isOfRead(json: object, kind: string, id: string): boolean {
	return hasKind(json, kind) && hasText(json, id) && hasText(json, 'collectionId');
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
