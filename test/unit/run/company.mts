import type { INodeExecutionData } from 'n8n-workflow';

import type { CheckFamily } from '../../../nodes/LeverCompliance/checks/types.ts';
import { readPreviousRun } from '../../../nodes/LeverCompliance/history/index.ts';
import type { LeverInput } from '../../../nodes/LeverCompliance/inputs/leverInput.ts';
import {
	readApprovals,
	readScreeningList,
	readStaffList,
} from '../../../nodes/LeverCompliance/lists/index.ts';
import { withGivenItems } from '../../../nodes/shared/givenItems.ts';
import { DEFAULT_POLICY, type Policy } from '../../../nodes/LeverCompliance/policy/index.ts';
import {
	runCompliance,
	type ComplianceInput,
	type ComplianceOutput,
} from '../../../nodes/LeverCompliance/run/runCompliance.ts';
import type {
	ExceptionItem,
	Finding,
	Hire,
	HireOffer,
	LeverCollection,
	Run,
	Summary,
	User,
} from '../../../nodes/shared/contracts/index.ts';
import { AS_OF, collectionOf, PERIOD } from '../../../scripts/bench/madeUpReads.mts';

export { AS_OF, collectionOf, PERIOD };

type Row = Record<string, unknown>;

/** `undefined` = not connected; 'failed' = the node before stopped */
export type ListRows = Row[] | 'failed' | undefined;

/** A company in a few lines; what is left out is complete and empty. */
export interface Company {
	hires?: Hire[];
	users?: User[];
	/** Laid over the collection of a purpose */
	collections?: Partial<Record<LeverCollection['purpose'], Partial<LeverCollection> | null>>;
	screening?: ListRows;
	staff?: ListRows;
	approvals?: ListRows;
	screeningExportedAt?: string;
	staffExportedAt?: string;
	/** Laid over the policy of an organisation that decided nothing */
	policy?: {
		[Group in keyof Policy]?: Policy[Group] extends string ? Policy[Group] : Partial<Policy[Group]>;
	};
	/** What was read besides hires and users; each with the collection of its purpose */
	read?: Partial<
		Pick<
			LeverInput,
			| 'opportunities'
			| 'definitions'
			| 'postings'
			| 'requisitions'
			| 'auditEvents'
			| 'fileRecords'
			| 'connections'
		>
	>;
	/** Items of an earlier run; left out: none is connected */
	previous?: readonly object[] | 'failed';
	/** Default: `PERIOD` */
	period?: typeof PERIOD;
	/** Evidence date, default `AS_OF` */
	asOf?: string;
	families?: CheckFamily[];
	runId?: string;
}

/** Purpose of the read that gives each kind of record. */
const PURPOSES = {
	opportunities: 'records',
	definitions: 'definitions',
	postings: 'jobs',
	requisitions: 'jobs',
	auditEvents: 'auditEvents',
	fileRecords: 'files',
	connections: 'connection',
} as const;

/** A read that Lever refused. */
export const REFUSED: Partial<LeverCollection> = {
	complete: false,
	incompleteBecause: 'Lever refused it.',
	failure: { reason: 'forbidden', httpStatus: 403, message: 'Lever refused it.' },
	records: 0,
	uniqueIds: 0,
};

export function inputOf(company: Company): ComplianceInput {
	const { policy = {} } = company;
	const { read = {} } = company;
	const purposes = [
		...['hires', 'offers', 'users'],
		...Object.keys(read).map((name) => PURPOSES[name as keyof typeof read]),
	];
	const overlays = { ...company.collections };
	const collections = [...purposes, ...Object.keys(overlays)]
		.filter((purpose, index, all) => all.indexOf(purpose) === index)
		.flatMap((name) => {
			const purpose = name as LeverCollection['purpose'];
			const overlay = overlays[purpose];
			return overlay === null ? [] : [collectionOf(purpose, overlay)];
		});
	const hires = company.hires ?? [];
	const users = company.users ?? [aSuperAdmin()];
	const lever: LeverInput = {
		asOf: company.asOf ?? AS_OF,
		period: company.period ?? PERIOD,
		workflowZone: 'UTC',
		collections: withGivenItems(collections, [...hires, ...users, ...Object.values(read).flat()]),
		hires,
		users,
		opportunities: [],
		definitions: [],
		postings: [],
		requisitions: [],
		auditEvents: [],
		fileRecords: [],
		connections: [],
		...read,
	};
	const history = readPreviousRun({ ...listInput(company.previous as ListRows), files: [] }, lever);
	return {
		lever,
		lists: {
			screening: readScreeningList(listInput(company.screening, company.screeningExportedAt), {
				provider: '',
				statusMeanings: {},
				readBirthDates: policy.screening?.matchByNameAndBirthDate ?? false,
				readResults: (policy.screening?.lawfulBasis ?? '') !== '',
			}),
			staff: readStaffList(listInput(company.staff, company.staffExportedAt), {
				statusMeanings: {},
				readBirthDates: policy.screening?.matchByNameAndBirthDate ?? false,
				readSignIns: policy.access?.useSignInData ?? false,
			}),
			approvals: readApprovals(listInput(company.approvals)),
			previousRun: history.list,
		},
		previousRun: history.previousRun,
		policy: policyWith(policy),
		settings: {},
		families: company.families ?? [],
		tool: { name: 'n8n-nodes-lever', version: '0.0.0' },
		runId: company.runId ?? '1',
	};
}

function policyWith(changes: NonNullable<Company['policy']>): Policy {
	const groups = Object.entries(DEFAULT_POLICY).map(([group, standard]) => {
		const change: unknown = changes[group as keyof Policy];
		if (change === undefined) return [group, standard];
		return [group, typeof standard === 'string' ? change : { ...standard, ...(change as object) }];
	});
	return Object.fromEntries(groups) as Policy;
}

function listInput(rows: ListRows, exportedAt = '') {
	const items: INodeExecutionData[] =
		rows === 'failed'
			? [{ json: { error: 'Request failed with status code 500' } }]
			: (rows ?? []).map((row) => ({ json: row as INodeExecutionData['json'] }));
	return { wired: rows !== undefined, items, asOf: AS_OF, sourceName: '', exportedAt, columns: {} };
}

export function check(company: Company): ComplianceOutput & {
	run: Run;
	findings: Finding[];
	summary: Summary;
	/** The only finding of a check for a subject, or for the only subject */
	of: (checkId: string, subjectId?: string) => Finding;
} {
	return opened(runCompliance(inputOf(company)));
}

export function opened(output: ComplianceOutput) {
	const findings = output.evidence.filter((item): item is Finding => item.kind === 'finding');
	const [run] = output.evidence;
	const [summary] = output.exceptions;
	if (run?.kind !== 'run' || summary?.kind !== 'summary') throw new Error('No run or summary');
	return {
		...output,
		run,
		findings,
		summary,
		of: (checkId: string, subjectId?: string) => {
			const [finding, another] = findings.filter(
				(one) =>
					one.checkId === checkId && (subjectId === undefined || one.subjectId === subjectId),
			);
			if (!finding || another) throw new Error(`Not one finding of ${checkId}`);
			return finding;
		},
	};
}

export function exceptionFindings({ exceptions }: ComplianceOutput): ExceptionItem[] {
	return exceptions.filter((item): item is ExceptionItem => item.kind === 'finding');
}

export const millis = (text: string) => Date.parse(text);

/** First day 12 October 2026, a Monday; signed on 10 September; offer and opportunity named by `key`. */
export function aHired(
	key = 'a',
	changes: Partial<Hire> = {},
	offer: Partial<HireOffer> = {},
): Hire {
	const opportunity = `opp-${key}`;
	const archivedAt = millis('2026-09-11T09:00:00Z');
	return {
		kind: 'hire',
		hireId: `contact-${key}:${opportunity}`,
		contact: `contact-${key}`,
		opportunityIds: [opportunity],
		postingId: null,
		jobTitle: 'Engineer',
		workLocation: 'Berlin',
		startDate: '2026-10-12',
		startDateSource: 'offer',
		acceptedAt: millis('2026-09-10T10:00:00Z'),
		acceptedAtSource: 'candidateSignature',
		archivedAt,
		hiredReasonId: 'reason-hired',
		archives: [
			{ opportunityId: opportunity, reasonId: 'reason-hired', reasonType: 'hired', archivedAt },
		],
		stageIds: ['offer'],
		isAnonymized: false,
		confidential: false,
		owner: 'user-owner',
		hiringManager: 'user-manager',
		offersRead: true,
		offers: [anOffer(key, offer)],
		screeningTags: [],
		leverUrl: `https://hire.lever.co/candidates/${opportunity}`,
		collectionIds: { opportunities: 'a'.repeat(64), offers: 'b'.repeat(64) },
		identity: {
			name: `Person ${key}`,
			emails: [`${key}@example.com`],
			contactEmails: [`${key}@example.com`],
			otherEmails: [],
			signerEmails: { [`offer-${key}`]: `${key}@example.com` },
		},
		rawSha256: { [opportunity]: '1'.repeat(64), [`offer-${key}`]: '2'.repeat(64) },
		...changes,
	};
}

export function anOffer(key: string, changes: Partial<HireOffer> = {}): HireOffer {
	return {
		id: `offer-${key}`,
		opportunityId: `opp-${key}`,
		status: 'signed',
		createdAt: millis('2026-09-01T10:00:00Z'),
		approvedAt: null,
		sentAt: millis('2026-09-02T10:00:00Z'),
		candidateSignedAt: millis('2026-09-10T10:00:00Z'),
		candidateSigned: true,
		otherSignedAt: null,
		signedDocumentAt: null,
		startDateRaw: millis('2026-10-12T00:00:00Z'),
		jobTitle: 'Engineer',
		location: null,
		...changes,
	};
}

/** Screening of `aHired(key)`, ordered on 20 September and completed on 1 October 2026. */
export function screened(key = 'a', changes: Row = {}): Row {
	return {
		provider: 'checkr',
		report_id: `report-${key}`,
		external_id: '',
		email: `${key}@example.com`,
		name: `Person ${key}`,
		status: 'complete',
		ordered_at: '2026-09-20T08:00:00Z',
		completed_at: '2026-10-01T12:00:00Z',
		...changes,
	};
}

/** Staff row of `aHired(key)` without a start date of its own. */
export function employed(key = 'a', changes: Row = {}): Row {
	return {
		external_id: `E-${key}`,
		email: `${key}@example.com`,
		name: `Person ${key}`,
		status: 'active',
		start_date: '',
		end_date: '',
		...changes,
	};
}

export function aUser(key: string, changes: Partial<User> = {}): User {
	return {
		kind: 'user',
		userId: `user-${key}`,
		name: `User ${key}`,
		username: key,
		email: `user-${key}@example.com`,
		accessRole: 'team member',
		createdAt: null,
		deactivatedAt: null,
		externalDirectoryId: null,
		linkedContactIds: [],
		jobTitle: null,
		managerId: null,
		collectionId: 'c'.repeat(64),
		rawSha256: '3'.repeat(64),
		...changes,
	};
}

export function aSuperAdmin(): User {
	return aUser('admin', { accessRole: 'super admin' });
}
