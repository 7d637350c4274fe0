import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { fallbackFileName, type LeverQuery } from '../../../shared/transport';
import { locatedId, opportunityLocator } from '../../fields/locators';
import { withBinary, type Operation } from '../operation';

/** n8n's words for the name of a binary field (n8n-node-standards.md §1.8). */
const outputFieldField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'outputField',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
	description: 'Later nodes find the file under this name',
};

interface Download {
	action: string;
	description: string;
	/** Which document of the opportunity */
	document: INodeProperties;
	/** What the document is called when Lever gives no name: "resume" */
	record: string;
	/** Built from ids: `downloadUrl` of a record may lead anywhere (lever-api.md §5.11) */
	path(opportunityId: string, documentId: string): string;
	fields?: readonly INodeProperties[];
	fieldsQuery?(context: IExecuteFunctions, itemIndex: number): LeverQuery;
}

/** *Download*: one document as a file of the item, its bytes passed on as they arrive. */
export function downloadOperation(download: Download): Operation {
	const { action, description, document, record, fields = [] } = download;
	return {
		name: 'Download',
		value: 'download',
		action,
		description,
		properties: [opportunityLocator, document, ...fields, outputFieldField],
		perItem: 'concurrent',
		async *execute({ context, client, itemIndex }) {
			const opportunityId = locatedId(context, opportunityLocator.name, itemIndex);
			const id = locatedId(context, document.name, itemIndex);
			const outputField = String(context.getNodeParameter(outputFieldField.name, itemIndex));
			const file = await client.download(
				download.path(opportunityId, id),
				download.fieldsQuery?.(context, itemIndex) ?? {},
				async ({ stream, fileName, mimeType }) =>
					await context.helpers.prepareBinaryData(
						stream,
						fileName ?? fallbackFileName(record, id, mimeType),
						mimeType,
					),
			);
			const { fileName, mimeType, bytes } = file;
			yield withBinary(
				{ id, opportunityId, fileName, mimeType, size: bytes ?? null },
				{ [outputField.trim() === '' ? 'data' : outputField.trim()]: file },
			);
		},
	};
}
