import { leverPath } from '../../../shared/transport';
import { isoMoment } from '../../fields/isoMoment';
import { noteLocator, opportunityLocator } from '../../fields/locators';
import { reference } from '../../fields/reference';
import { getManyOfOpportunity } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { NoteRecord } from '../records';

/** A note is a thread: each field is one comment (lever-api.md §5.10). */
function simplifyNote(record: NoteRecord, opportunityId: string): object {
	const comments = (record.fields ?? []).map(({ value }) => value);
	return {
		id: record.id,
		opportunityId,
		note: comments.filter((comment) => typeof comment === 'string').join('\n\n'),
		comments: comments.length,
		...reference('user', record.user),
		secret: record.secret ?? null,
		createdAt: isoMoment(record.createdAt),
		completedAt: isoMoment(record.completedAt),
		deletedAt: isoMoment(record.deletedAt),
	};
}

export const note: Resource = {
	name: 'Note',
	value: 'note',
	description: 'What somebody wrote on a profile, with the comments on it',
	operations: [
		getOperation<NoteRecord>({
			action: 'Get a note',
			description: 'Read one note of an opportunity with the comments on it',
			ids: [opportunityLocator, noteLocator],
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/notes/${id}`,
			simplify: simplifyNote,
			includable: INCLUDABLE.note,
			expandable: ['user'],
		}),
		getManyOfOpportunity<NoteRecord>({
			action: 'Get many notes of an opportunity',
			description: 'Read what was written on a profile, with the comments on it',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/notes`,
			records: 'notes',
			simplify: simplifyNote,
			includable: INCLUDABLE.note,
			expandable: ['user'],
		}),
	],
};
