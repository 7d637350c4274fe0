import type { INodeProperties } from 'n8n-workflow';

import { leverPath } from '../../../../shared/transport';
import { offerLocator } from '../../../fields/locators';
import { downloadOperation } from '../../factories/downloadOperation';

/** lever-api.md §5.2 */
const documentField: INodeProperties = {
	displayName: 'Document',
	name: 'document',
	type: 'options',
	options: [
		{
			name: 'Signed, Else Sent',
			value: 'latest',
			description: 'The signed document if there is one, otherwise the one that was sent',
		},
		{
			name: 'Sent',
			value: 'sent',
			description: 'The document as it was sent to the candidate',
		},
		{
			name: 'Signed',
			value: 'signed',
			description: 'The document with signatures; it may be there before everybody has signed',
		},
	],
	default: 'latest',
	description: 'Which document of the offer to get',
};

export const downloadOffer = downloadOperation({
	action: 'Download an offer',
	description: 'Get the document of an offer, as it was sent or signed',
	document: offerLocator,
	record: 'offer',
	path: (opportunity, id) => leverPath`/opportunities/${opportunity}/offers/${id}/download`,
	fields: [documentField],
	fieldsQuery: (context, itemIndex) => {
		const status = context.getNodeParameter(documentField.name, itemIndex, 'latest');
		return { status: status === 'sent' || status === 'signed' ? status : undefined };
	},
});
