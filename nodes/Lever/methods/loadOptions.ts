import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { createLeverClient, leverPath, toNodeError, type LeverQuery } from '../../shared/transport';
import type {
	ArchiveReasonRecord,
	PostingRecord,
	SourceRecord,
	StageRecord,
	TagRecord,
	UserRecord,
} from '../actions/records';

/** The lists that several values can be chosen from, read to their end. */

/** In pipeline order, which means more to people than the alphabet. */
async function getStages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await loadList<StageRecord>(this, leverPath`/stages`, ({ id, text }) => ({
		name: text,
		value: id,
	}));
}

/** Opportunities carry the text of a tag: it has no id. */
async function getTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await loadList<TagRecord>(this, leverPath`/tags`, ({ text }) => ({
		name: text,
		value: text,
	}));
}

/** Opportunities carry the text of a source too. */
async function getSources(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await loadList<SourceRecord>(this, leverPath`/sources`, ({ text }) => ({
		name: text,
		value: text,
	}));
}

async function getArchiveReasons(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await loadList<ArchiveReasonRecord>(this, leverPath`/archive_reasons`, (reason) => ({
		name: `${reason.text}${reason.status === 'inactive' ? ' (inactive)' : ''}`,
		value: reason.id,
		description: reason.type === 'hired' ? 'Means that the person was hired' : undefined,
	}));
}

/** Newest first, as Lever lists them; several can have the same title. */
async function getPostings(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await loadList<PostingRecord>(
		this,
		leverPath`/postings`,
		({ id, text, categories, state }) => ({
			name: `${text}${state === 'published' ? '' : ` (${state})`}`,
			value: id,
			description: [categories?.team, categories?.location].filter(Boolean).join(', ') || undefined,
		}),
	);
}

/** Events without a user are those that nobody signed in for, such as a refused sign-in (lever-api.md §4.3). */
async function getAuditUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const users = await loadList<UserRecord>(
		this,
		leverPath`/users`,
		({ id, name, email, deactivatedAt }) => ({
			name: `${name ?? email ?? id}${deactivatedAt ? ' (deactivated)' : ''}`,
			value: id,
			description: email ?? undefined,
		}),
		{ includeDeactivated: true },
	);
	return [{ name: 'No User', value: 'null' }, ...users];
}

/** By the name that the fields use. */
export const loadOptions = {
	getArchiveReasons,
	getAuditUsers,
	getPostings,
	getSources,
	getStages,
	getTags,
};

/** @throws NodeApiError, so that the editor shows why the list is empty */
async function loadList<Record>(
	context: ILoadOptionsFunctions,
	path: string,
	shown: (record: Record) => INodePropertyOptions,
	query: LeverQuery = {},
): Promise<INodePropertyOptions[]> {
	try {
		const client = await createLeverClient(context);
		const options: INodePropertyOptions[] = [];
		for await (const page of client.pages<Record>(path, query)) {
			for (const record of page.data) options.push(shown(record));
		}
		return options;
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
