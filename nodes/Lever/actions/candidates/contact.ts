import type { INodeProperties } from 'n8n-workflow';

import { leverPath } from '../../../shared/transport';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { ContactRecord } from '../records';

/** Lever has no list of contacts and no page of their own: there is nothing to choose from. */
const contactIdField: INodeProperties = {
	displayName: 'Contact ID',
	name: 'contactId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. b7d2e6c4-91a3-4f58-8c20-6e1f4a9d3b57',
	description: "The person's ID: 'contactId' of an opportunity. Opportunity: Get Many gives it.",
};

export function simplifyContact(record: ContactRecord): object {
	return {
		id: record.id,
		name: record.name,
		headline: record.headline,
		location: record.location?.name ?? null,
		email: record.emails?.[0] ?? null,
		phone: record.phones?.[0]?.value ?? null,
		isAnonymized: record.isAnonymized,
	};
}

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	description: 'The person behind one or more opportunities',
	operations: [
		getOperation<ContactRecord>({
			action: 'Get a contact',
			description: 'Read the person behind one or more opportunities: name, location, addresses',
			ids: [contactIdField],
			path: (id) => leverPath`/contacts/${id}`,
			simplify: simplifyContact,
			includable: INCLUDABLE.contact,
		}),
	],
};
