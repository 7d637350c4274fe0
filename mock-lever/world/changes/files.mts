import { extname } from 'node:path';
import { documentSize } from '../../documents/size.mts';
import type { StoredFile, StoredOpportunity, StoredResume } from '../../scenarios/records.mts';
import type { Account } from '../account.mts';
import { performer } from '../audit.mts';
import { defineChange } from '../change.mts';
import { filledText, idOf, opportunity, optional, performAs } from '../inputs.mts';
import { changeOpportunity, interactionNow } from '../opportunities.mts';
import { ChangeRefused } from '../refused.mts';

/** The kinds of documents that the mock can make */
const KINDS = ['.pdf', '.docx'];

function extensionOf(name: string): string {
	const extension = extname(name).toLowerCase();
	if (KINDS.includes(extension)) return extension;
	throw new ChangeRefused(`A document must be called something like cv.pdf or cv.docx.`);
}

function noteAction(
	account: Account,
	of: StoredOpportunity,
	action: { type: 'uploaded' | 'deleted'; fileId: string; fileName: string; userId: string },
): void {
	account.store.put('file_actions', {
		id: account.newId('file_actions'),
		opportunityId: of.id,
		...action,
		createdAt: account.now(),
	});
}

/** An uploaded document is an interaction, so it moves `updatedAt` through `lastInteractionAt`. */
export const addFile = defineChange({
	about: 'Adds a file (.pdf or .docx, made by the mock) to an opportunity',
	inputs: { opportunity, name: filledText, performAs },
	run(account, { opportunity: of, name, performAs: named }) {
		const by = performer(account, named);
		const ext = extensionOf(name);
		const id = account.newId('files');
		const file: StoredFile = {
			id,
			opportunityId: of.id,
			downloadUrl: `https://api.lever.co/v1/opportunities/${of.id}/files/${id}/download`,
			ext,
			name,
			uploadedAt: account.now(),
			status: 'processed',
			size: documentSize(id),
		};
		account.store.put('files', file);
		noteAction(account, of, { type: 'uploaded', fileId: id, fileName: name, userId: by.id });
		changeOpportunity(account, of, interactionNow(account));
		return file;
	},
});

export const deleteFile = defineChange({
	about: 'Deletes a file',
	inputs: { file: idOf('files', 'a file'), performAs },
	run(account, { file, performAs: named }) {
		const by = performer(account, named);
		const of = account.store.get('opportunities', file.opportunityId);
		account.store.remove('files', file.id);
		if (of !== undefined) {
			const { id: fileId, name: fileName } = file;
			noteAction(account, of, { type: 'deleted', fileId, fileName, userId: by.id });
		}
		return file;
	},
});

export const addResume = defineChange({
	about: 'Adds a resume (.pdf or .docx, made by the mock) to an opportunity',
	inputs: { opportunity, name: optional(filledText) },
	run(account, { opportunity: of, name = 'resume.pdf' }) {
		const id = account.newId('resumes');
		const now = account.now();
		const resume: StoredResume = {
			id,
			opportunityId: of.id,
			createdAt: now,
			file: {
				name,
				ext: extensionOf(name).slice(1),
				downloadUrl: `https://api.lever.co/v1/candidates/${of.id}/resumes/${id}/download`,
				uploadedAt: now,
				status: 'processed',
				size: documentSize(id),
			},
			parsedData: null,
		};
		account.store.put('resumes', resume);
		changeOpportunity(account, of, interactionNow(account));
		return resume;
	},
});
