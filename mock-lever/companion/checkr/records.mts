import { uuidFor } from '../../scenarios/ids.mts';

type Row = Record<string, string>;

/** As Checkr shows a person; what the list does not know is null. */
export interface CheckrCandidate {
	id: string;
	object: 'candidate';
	uri: string;
	first_name: string | null;
	middle_name: string | null;
	no_middle_name: boolean;
	last_name: string | null;
	email: string | null;
	dob: string | null;
	/** The id that whoever ordered the check gave: a Lever id, where there is one */
	custom_id: string | null;
	report_ids: string[];
	created_at: string | null;
}

/** As Checkr shows a background check. */
export interface CheckrReport {
	id: string;
	object: 'report';
	uri: string;
	candidate_id: string;
	package: string | null;
	/** `pending`, `complete`, `suspended`, `canceled`, `dispute`… */
	status: string;
	/** `clear` or `consider`; null while it runs */
	result: string | null;
	/** `engaged`, `pre_adverse_action`, `post_adverse_action`, or null */
	adjudication: string | null;
	/** Whether the report was completed although some of its searches were canceled */
	includes_canceled: boolean;
	created_at: string | null;
	completed_at: string | null;
	adjudicated_at: string | null;
}

const orNull = (cell: string | undefined) => (cell === undefined || cell === '' ? null : cell);

/** How a list may write that some searches of a complete report were canceled */
const COMPLETE_WITH_CANCELED = /^complete with cancel/i;

/** 24 hexadecimal digits, as Checkr's ids are. */
const candidateId = (row: Row) => {
	const person = row.external_id || row.email || `${row.name ?? ''}/${row.date_of_birth ?? ''}`;
	return uuidFor(`checkr/${person.toLowerCase()}`).replaceAll('-', '').slice(0, 24);
};

export function reportOf(row: Row): CheckrReport {
	const id = row.report_id ?? '';
	const withCanceled = COMPLETE_WITH_CANCELED.test(row.status ?? '');
	return {
		id,
		object: 'report',
		uri: `/v1/reports/${id}`,
		candidate_id: candidateId(row),
		package: orNull(row.package),
		status: withCanceled ? 'complete' : (row.status ?? ''),
		result: orNull(row.result),
		adjudication: orNull(row.adjudication),
		includes_canceled: withCanceled || row.includes_canceled === 'true',
		created_at: orNull(row.ordered_at),
		completed_at: orNull(row.completed_at),
		adjudicated_at: orNull(row.adjudicated_at),
	};
}

/** First, middle and last names of a name as it is written; one word is a last name. */
function nameParts(
	name: string,
): Pick<CheckrCandidate, 'first_name' | 'middle_name' | 'last_name'> {
	const words = name.split(/\s+/).filter((word) => word !== '');
	const last = words.pop() ?? null;
	const first = words.shift() ?? null;
	return { first_name: first, middle_name: orNull(words.join(' ')), last_name: last };
}

/** The people of the list, each with all reports. */
export function candidatesOf(rows: readonly Row[]): CheckrCandidate[] {
	const candidates = new Map<string, CheckrCandidate>();
	for (const row of rows) {
		const id = candidateId(row);
		const known = candidates.get(id);
		if (known !== undefined) {
			known.report_ids.push(row.report_id ?? '');
			continue;
		}
		const names = nameParts(row.name ?? '');
		candidates.set(id, {
			id,
			object: 'candidate',
			uri: `/v1/candidates/${id}`,
			...names,
			no_middle_name: names.middle_name === null,
			email: orNull(row.email),
			dob: orNull(row.date_of_birth),
			custom_id: orNull(row.external_id),
			report_ids: [row.report_id ?? ''],
			created_at: orNull(row.ordered_at),
		});
	}
	return [...candidates.values()];
}
