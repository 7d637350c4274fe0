import type { Collection } from './contracts';

/**
 * Whether a read was refused because the account has not bought what it reads: audit events are a paid
 * addition to Lever (lever-api.md §5.12). That is no gap in the evidence: checks that rest on them are not made,
 * and nobody has to be alarmed every day. A key without the permission looks the same to Lever's clients.
 */
export function isAddOnNotThere(collection: Collection): boolean {
	return (
		collection.source === 'lever' &&
		collection.purpose === 'auditEvents' &&
		collection.failure?.reason === 'forbidden'
	);
}

/** What to say then. */
export const ADD_ON_NOT_THERE =
	"Audit events were not read: Lever refused them, which it does for accounts that have not bought them and for credentials without the permission 'List audit events'. Checks that rest on them are not made.";
