import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { createLeverClient, toNodeError } from '../../shared/transport';
import type { ArchiveReasonRecord, StageRecord, TagRecord } from '../actions/records';

/** In pipeline order, which means more to people than the alphabet. */
export async function getStages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await loadList<StageRecord>(this, '/stages', ({ id, text }) => ({
		name: text,
		value: id,
	}));
}

/** Opportunities carry the text of a tag: it has no id. */
export async function getTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await loadList<TagRecord>(this, '/tags', ({ text }) => ({ name: text, value: text }));
}

export async function getArchiveReasons(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await loadList<ArchiveReasonRecord>(this, '/archive_reasons', (reason) => ({
		name: `${reason.text}${reason.status === 'inactive' ? ' (inactive)' : ''}`,
		value: reason.id,
		description: reason.type === 'hired' ? 'Means that the person was hired' : undefined,
	}));
}

/** @throws NodeApiError, so that the editor shows why the list is empty */
async function loadList<Record>(
	context: ILoadOptionsFunctions,
	path: string,
	shown: (record: Record) => INodePropertyOptions,
): Promise<INodePropertyOptions[]> {
	try {
		const client = await createLeverClient(context);
		const options: INodePropertyOptions[] = [];
		for await (const page of client.pages<Record>(path)) {
			for (const record of page.data) options.push(shown(record));
		}
		return options;
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
