/** Something odd that is given, and everything that must be said of it. */
export interface BadInput {
	given: string;
	/** Subject → check → status and reason code, for each result that is neither pass nor not applicable */
	found?: Record<string, Record<string, string>>;
	/** What the first screen says of the two lists, in its order */
	said?: string[];
	/** Columns of the staff list that its record says are not used */
	ignored?: string[];
	/** What stops the node: parts of its message and of what to do. Left out: nothing */
	stops?: string[];
}

/** A cell of a million characters. */
export const HUGE = 'x'.repeat(1_000_000);
