import type { INodeProperties } from 'n8n-workflow';

import { leverPath } from '../../../../shared/transport';
import { shownBy, simplifyField } from '../../../fields/simplify';
import type { Operation } from '../../operation';
import type { ContactRecord } from '../../records';
import { simplifyContact } from './simplify';

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

export const getContact: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Read the person behind one or more opportunities: name, location, addresses',
	properties: [contactIdField, simplifyField],
	async *execute({ context, client, itemIndex }) {
		const id = String(context.getNodeParameter(contactIdField.name, itemIndex));
		const contact = await client.get<ContactRecord>(leverPath`/contacts/${id}`);
		yield shownBy(context, itemIndex, simplifyContact)(contact);
	},
};
