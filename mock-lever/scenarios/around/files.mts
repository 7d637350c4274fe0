import { buildFile, buildResume, buildUpload } from '../build/files.mts';
import type { FileStatus, StoredFile, StoredFileAction, StoredResume } from '../records.mts';
import type { Surroundings } from './surroundings.mts';
import { newId, soonAfter, workerOf } from './surroundings.mts';

/** Nearly all are processed; the others show what a client must bear */
function statusOf(chance: number): FileStatus {
	if (chance < 0.03) return 'error';
	if (chance < 0.04) return 'unsupported';
	if (chance < 0.05) return 'processing';
	return 'processed';
}

function resumeOf(surroundings: Surroundings, name: string, uploadedAt: number): StoredResume {
	const { opportunity, application, random } = surroundings;
	return buildResume({
		id: newId(surroundings),
		opportunityId: opportunity.id,
		name,
		uploadedAt,
		status: statusOf(random.next()),
		redirected: random.chance(0.1),
		location: opportunity.location,
		hasFile: application !== null,
	});
}

/**
 * Applicants send a resume, some of them a newer one later; leads have an online profile at most. An anonymised
 * person has nothing left.
 */
export function resumesOf(surroundings: Surroundings): StoredResume[] {
	const { opportunity, application, random } = surroundings;
	const { isAnonymized, createdAt } = opportunity;
	if (isAnonymized || !random.chance(application === null ? 0.3 : 0.85)) return [];
	const name = random.chance(0.2) ? 'resume.docx' : 'resume.pdf';
	const resumes = [resumeOf(surroundings, name, createdAt + 1000)];
	if (application !== null && random.chance(0.1)) {
		const later = soonAfter(surroundings, createdAt + 1000, 10);
		resumes.push(resumeOf(surroundings, 'resume-2.pdf', later));
	}
	return resumes;
}

const FILE_NAMES = ['cover-letter.pdf', 'work-sample.pdf', 'portfolio.pdf', 'certificate.docx'];

/** What else was handed in, and who uploaded it. */
export function filesOf(surroundings: Surroundings): {
	files: StoredFile[];
	actions: StoredFileAction[];
} {
	const { opportunity, random } = surroundings;
	const { id, isAnonymized, createdAt } = opportunity;
	if (isAnonymized || !random.chance(0.2)) return { files: [], actions: [] };
	const names = FILE_NAMES.filter(() => random.chance(0.4));
	const files = names.map((name) =>
		buildFile({
			id: newId(surroundings),
			opportunityId: id,
			name,
			uploadedAt: soonAfter(surroundings, createdAt, 10),
			status: statusOf(random.next()),
			redirected: random.chance(0.1),
		}),
	);
	const actions = files.map((file) => {
		const byCandidate = random.chance(0.5);
		return buildUpload(newId(surroundings), file, byCandidate ? null : workerOf(surroundings));
	});
	return { files, actions };
}
