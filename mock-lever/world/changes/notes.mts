import type { StoredNote } from '../../scenarios/records.mts';
import { performer } from '../audit.mts';
import { defineChange } from '../change.mts';
import { filledText, flag, idOf, opportunity, optional, performAs } from '../inputs.mts';
import { changeOpportunity, interactionNow } from '../opportunities.mts';

/** A note is an interaction, so it moves `updatedAt` of the opportunity through `lastInteractionAt`. */
export const addNote = defineChange({
	about: 'Adds a note to an opportunity',
	inputs: { opportunity, text: filledText, secret: optional(flag), performAs },
	run(account, input) {
		const by = performer(account, input.performAs);
		const now = account.now();
		const note: StoredNote = {
			id: account.newId('notes'),
			opportunityId: input.opportunity.id,
			text: 'Note',
			fields: [
				{
					createdAt: now,
					score: null,
					stage: input.opportunity.stage,
					text: 'Comment',
					type: 'note',
					user: by.id,
					value: input.text,
				},
			],
			user: by.id,
			secret: input.secret ?? false,
			completedAt: now,
			deletedAt: null,
			createdAt: now,
		};
		account.store.put('notes', note);
		changeOpportunity(account, input.opportunity, interactionNow(account));
		return note;
	},
});

export const deleteNote = defineChange({
	about: 'Deletes a note',
	inputs: { note: idOf('notes', 'a note') },
	run(account, { note }) {
		account.store.remove('notes', note.id);
		return note;
	},
});
