import { documentSize } from '../../documents/size.mts';
import type {
	FileStatus,
	StoredFile,
	StoredFileAction,
	StoredFileFacts,
	StoredParsedData,
	StoredResume,
} from '../records.mts';

const SECOND = 1000;
const API = 'https://api.lever.co/v1';

interface FileFacts {
	id: string;
	opportunityId: string;
	/** With its extension; `.docx` gives a document of a word processor, any other name a PDF */
	name: string;
	uploadedAt: number;
	/** Default `processed` */
	status?: FileStatus;
	/** Downloads are answered by a redirect to storage */
	redirected?: boolean;
}

function factsOf(facts: FileFacts, downloadUrl: string, ext: string): StoredFileFacts {
	const { id, name, uploadedAt, status = 'processed' } = facts;
	return { name, ext, downloadUrl, uploadedAt, status, size: documentSize(id) };
}

const extensionOf = (name: string) => name.slice(name.lastIndexOf('.') + 1);

/** A file with its extension and the dot before it (lever-api.md §5.11). */
export function buildFile(facts: FileFacts): StoredFile {
	const { id, opportunityId, redirected } = facts;
	const downloadUrl = `${API}/opportunities/${opportunityId}/files/${id}/download`;
	return {
		id,
		opportunityId,
		...factsOf(facts, downloadUrl, `.${extensionOf(facts.name)}`),
		...(redirected ? { redirected } : {}),
	};
}

/** Who uploaded a file. */
export function buildUpload(id: string, file: StoredFile, userId: string | null): StoredFileAction {
	return {
		id,
		opportunityId: file.opportunityId,
		type: 'uploaded',
		fileId: file.id,
		fileName: file.name,
		userId,
		createdAt: file.uploadedAt,
	};
}

/** What Lever read in a resume; the same for everybody but the place. */
function parsedData(location: string): StoredParsedData {
	return {
		positions: [
			{
				org: 'Example Works',
				title: 'Engineer',
				summary: null,
				location: location === '' ? null : location,
				start: { year: 2021, month: 8 },
				end: null,
			},
		],
		schools: [
			{
				org: 'Sample University',
				degree: 'BSc',
				field: 'Computer Science',
				summary: null,
				start: { year: 2016, month: 9 },
				end: { year: 2020, month: 6 },
			},
		],
	};
}

interface ResumeFacts extends FileFacts {
	/** Of the person; in what Lever read */
	location: string;
	/** False: from an online profile, so without a file */
	hasFile: boolean;
}

/** A resume; its file's address has the older form that was recorded (lever-api.md §5.11). */
export function buildResume(facts: ResumeFacts): StoredResume {
	const { id, opportunityId, hasFile, uploadedAt, redirected } = facts;
	const downloadUrl = `${API}/candidates/${opportunityId}/resumes/${id}/download`;
	const read = hasFile && (facts.status ?? 'processed') === 'processed';
	return {
		id,
		opportunityId,
		createdAt: uploadedAt - SECOND,
		file: hasFile ? factsOf(facts, downloadUrl, extensionOf(facts.name)) : null,
		parsedData: read ? parsedData(facts.location) : null,
		...(redirected && hasFile ? { redirected } : {}),
	};
}
