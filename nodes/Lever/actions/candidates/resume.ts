import { leverPath } from '../../../shared/transport';
import { periodFilters } from '../../fields/filters';
import { isoMoment } from '../../fields/isoMoment';
import { opportunityLocator, resumeLocator } from '../../fields/locators';
import { downloadOperation } from '../factories/downloadOperation';
import { getManyOfOpportunity } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { ResumeRecord } from '../records';

/** `file` is absent when the resume came from an online profile (lever-api.md §5.11): there is nothing to download. */
function simplifyResume(record: ResumeRecord, opportunityId: string): object {
	const { file, parsedData } = record;
	const position = parsedData?.positions?.[0];
	const school = parsedData?.schools?.[0];
	return {
		id: record.id,
		opportunityId,
		createdAt: isoMoment(record.createdAt),
		fileName: file?.name ?? null,
		size: file?.size ?? null,
		status: file?.status ?? null,
		uploadedAt: isoMoment(file?.uploadedAt),
		latestTitle: position?.title ?? null,
		latestOrganization: position?.org ?? null,
		latestSchool: school?.org ?? null,
	};
}

export const resume: Resource = {
	name: 'Resume',
	value: 'resume',
	description: 'CV of a person, as a file and as what Lever read in it',
	operations: [
		downloadOperation({
			action: 'Download a resume',
			description: 'Get the file of a resume (PDF, Word, picture or text)',
			document: resumeLocator,
			record: 'resume',
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/resumes/${id}/download`,
		}),
		getOperation<ResumeRecord>({
			action: 'Get a resume',
			description: 'Read one resume of an opportunity: file, positions and schools',
			ids: [opportunityLocator, resumeLocator],
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/resumes/${id}`,
			simplify: simplifyResume,
			includable: INCLUDABLE.resume,
		}),
		getManyOfOpportunity<ResumeRecord>({
			action: 'Get many resumes of an opportunity',
			description: 'Read the resumes of a person: files, positions and schools',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/resumes`,
			records: 'resumes',
			simplify: simplifyResume,
			includable: INCLUDABLE.resume,
			filters: periodFilters('uploaded_at', 'Uploaded', 'Uploaded'),
		}),
	],
};
