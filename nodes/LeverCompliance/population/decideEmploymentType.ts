import type { Hire, Posting, Requisition } from '../../shared/contracts';
import type { StaffRow } from '../lists/types';
import type { Policy } from '../policy';

/** Whether a hire belongs to the organisation's own staff or to somebody else's (compliance reference B.2, SCR-15). */
export interface EmploymentType {
	/** `unknown`: what would say it could not be read */
	type: 'contractor' | 'employee' | 'unknown';
	/** What says it; `none`: nothing that was read says that this is a contractor */
	source: 'staffList' | 'requisition' | 'posting' | 'tag' | 'none';
	/** The posting or requisition that says it */
	job: Posting | Requisition | null;
}

// One for all hires of whom nothing says more.
const EMPLOYEE_BY_DEFAULT = Object.freeze<EmploymentType>({
	type: 'employee',
	source: 'none',
	job: null,
});
const NOT_KNOWN = Object.freeze<EmploymentType>({ type: 'unknown', source: 'none', job: null });

/** What was read of the jobs of the account. */
export interface Jobs {
	postings: ReadonlyMap<string, Posting>;
	requisitions: ReadonlyMap<string, Requisition>;
}

/**
 * Tells contractors from employees. The staff list knows the person and wins; then one word of a
 * requisition, a posting or a tag is enough. Somebody of whom nothing says "contractor" is an employee,
 * unless a posting or requisition of theirs could not be read and nothing else speaks.
 *
 * @param policy whose words are looked for as whole words, whatever their case; made once for a run
 */
export function employmentTypes(
	{ screening }: Pick<Policy, 'screening'>,
	{ postings, requisitions }: Jobs,
): (hire: Hire, staff: StaffRow | null) => EmploymentType {
	const isContractorWord = mentions(screening.contractorWords);
	const isContractorTag = mentions(screening.contractorTags);
	return (hire, staff) => {
		const fromStaff = staff?.details.employmentType ?? null;
		if (fromStaff !== null) return { type: fromStaff, source: 'staffList', job: null };
		const jobs = jobsOf(hire, postings, requisitions);
		const contractorJob = jobs.read.find(({ word }) => isContractorWord(word));
		if (contractorJob) return { type: 'contractor', ...said(contractorJob) };
		if ((hire.identity.tags ?? []).some(isContractorTag)) {
			return { type: 'contractor', source: 'tag', job: null };
		}
		const [other] = jobs.read;
		if (other) return { type: 'employee', ...said(other) };
		return jobs.complete ? EMPLOYEE_BY_DEFAULT : NOT_KNOWN;
	};
}

/** A posting or requisition, and its word for the kind of employment. */
interface WordOfJob {
	job: Posting | Requisition;
	word: string;
}

/** The words of a hire's jobs, requisitions first. */
interface WordsOfJobs {
	readonly read: readonly WordOfJob[];
	/** Every job of the hire was read */
	readonly complete: boolean;
}

const NO_JOBS: WordsOfJobs = { read: [], complete: true };

function jobsOf(
	hire: Hire,
	postings: Jobs['postings'],
	requisitions: Jobs['requisitions'],
): WordsOfJobs {
	const postingIds = hire.postingIds ?? (hire.postingId === null ? [] : [hire.postingId]);
	const requisitionIds = hire.requisitionIds ?? [];
	if (postingIds.length + requisitionIds.length === 0) return NO_JOBS;
	const found = [
		...requisitionIds.flatMap((id) => requisitions.get(id) ?? []),
		...postingIds.flatMap((id) => postings.get(id) ?? []),
	];
	return {
		read: found.flatMap((job) => {
			const word = job.kind === 'posting' ? job.commitment : job.employmentStatus;
			return word === null || word.trim() === '' ? [] : [{ job, word }];
		}),
		complete: found.length === requisitionIds.length + postingIds.length,
	};
}

function said({ job }: WordOfJob): Pick<EmploymentType, 'source' | 'job'> {
	return { source: job.kind, job };
}

/** Tests whether a text has one of these words or phrases as whole words. */
function mentions(words: readonly string[]): (text: string) => boolean {
	const phrases = words.map(spaced);
	return (text) => {
		const within = spaced(text);
		return phrases.some((phrase) => within.includes(phrase));
	};
}

/** Words in lower case, with one space around each: `Full-time (contract)` → ` full time contract `. */
function spaced(text: string): string {
	const words = text
		.normalize('NFC')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
	return ` ${words.join(' ')} `;
}
