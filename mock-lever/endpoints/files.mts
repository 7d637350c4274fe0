import type { StoredFile, StoredResume } from '../scenarios/records.mts';
import type { Endpoint } from '../server/endpoint.mts';
import { list, other } from '../server/endpoint.mts';
import { LeverFault } from '../server/faults.mts';
import { between } from '../server/filters.mts';
import type { OrderChoice } from '../server/orders.mts';
import { always, oldestFirst } from '../server/orders.mts';
import type { Shown } from '../server/shape.mts';
import { belowOpportunity, guardOpportunity, OPPORTUNITY } from './shared/belowOpportunity.mts';
import { answerFile, recordBelow } from './shared/download.mts';
import { withoutLink } from './shared/show.mts';

const byUpload: OrderChoice<StoredFile> = always({
	name: 'uploaded',
	parts: [{ of: (record) => record.uploadedAt }, { of: (record) => record.id }],
});

/** How the store delivers a file is not Lever's to show. */
const show = ({ redirected: _redirected, ...record }: StoredFile | StoredResume): Shown =>
	withoutLink(record);

/** lever-api.md §5.11; the file actions are of §5.14 */
export const fileEndpoints: readonly Endpoint[] = [
	...belowOpportunity({
		name: 'resumes',
		label: 'resume',
		param: 'resume',
		collection: 'resumes',
		of: OPPORTUNITY,
		what: 'Resume',
		filters: [between('uploaded_at', (record) => record.file?.uploadedAt ?? record.createdAt)],
		order: oldestFirst,
		show,
	}),
	other({
		path: '/opportunities/:opportunity/resumes/:resume/download',
		permission: 'download opportunity resume',
		scope: 'resumes:read:admin',
		guard: guardOpportunity,
		answer(call) {
			const { file, ...resume } = recordBelow(call, 'resumes', 'resume', 'Resume');
			if (file === null) throw new LeverFault(404, 'Resume file was not found');
			return answerFile(call, { ...resume, ...file, about: 'Resume' });
		},
	}),
	...belowOpportunity({
		name: 'files',
		label: 'file',
		param: 'file',
		collection: 'files',
		of: OPPORTUNITY,
		what: 'File',
		filters: [between('uploaded_at', (record) => record.uploadedAt)],
		order: byUpload,
		show,
	}),
	other({
		path: '/opportunities/:opportunity/files/:file/download',
		permission: 'download opportunity file',
		scope: 'files:read:admin',
		guard: guardOpportunity,
		answer: (call) =>
			answerFile(call, { ...recordBelow(call, 'files', 'file', 'File'), about: 'File' }),
	}),
	list({
		path: '/opportunities/:opportunity/file_actions',
		permission: 'list opportunity file actions',
		scope: 'files:read:admin',
		collection: 'file_actions',
		of: OPPORTUNITY,
		guard: guardOpportunity,
		order: oldestFirst,
		show: withoutLink,
	}),
];
