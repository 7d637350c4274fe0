import { leverPath } from '../../../shared/transport';
import { periodFilters } from '../../fields/filters';
import { isoMoment } from '../../fields/isoMoment';
import { fileLocator, opportunityLocator } from '../../fields/locators';
import { downloadOperation } from '../factories/downloadOperation';
import { getManyOfOpportunity } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { FileRecord } from '../records';

function simplifyFile(record: FileRecord, opportunityId: string): object {
	return {
		id: record.id,
		opportunityId,
		name: record.name,
		ext: record.ext ?? null,
		size: record.size ?? null,
		status: record.status ?? null,
		uploadedAt: isoMoment(record.uploadedAt),
	};
}

export const file: Resource = {
	name: 'File',
	value: 'file',
	description: 'File on a profile, for instance a cover letter or a screening report',
	operations: [
		downloadOperation({
			action: 'Download a file',
			description: 'Get the content of a file on a profile (PDF, Word, picture or text)',
			document: fileLocator,
			record: 'file',
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/files/${id}/download`,
		}),
		getOperation<FileRecord>({
			action: 'Get a file',
			description: 'Read name, size and upload time of one file on a profile',
			ids: [opportunityLocator, fileLocator],
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/files/${id}`,
			simplify: simplifyFile,
			includable: INCLUDABLE.file,
		}),
		getManyOfOpportunity<FileRecord>({
			action: 'Get many files of an opportunity',
			description: 'Read which files are on a profile, resumes not among them',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/files`,
			records: 'files',
			simplify: simplifyFile,
			includable: INCLUDABLE.file,
			filters: periodFilters('uploaded_at', 'Uploaded', 'Uploaded'),
		}),
	],
};
