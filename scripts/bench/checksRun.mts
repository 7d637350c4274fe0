import { createRequire } from 'node:module';
import path from 'node:path';

import type { Check, CheckFamily } from '../../nodes/LeverCompliance/checks/types.ts';
import type { Hire, User } from '../../nodes/shared/contracts/index.ts';
import { AS_OF, collectionOf, PERIOD } from './madeUpReads.mts';

/** What one run of the checks took. */
export interface MeasuredChecks {
	hires: number;
	screeningRecords: number;
	findings: number;
	/** From the rows of the lists to the sealed run; what n8n does with the items is not in it */
	seconds: number;
	/** Of all threads of the process: seconds of processor time, which other programs do not lengthen */
	processorSeconds: number;
	/** Largest resident memory of the process, megabytes, beyond what it had with the made-up company */
	megabytes: number;
}

const [folder = '', hires = '', family = '', checks = ''] = process.argv.slice(2);
const load = createRequire(path.join(folder, 'package.json'));

/** A module of the compiled package; its types are those of its source. */
function compiled<Module>(name: string): Module {
	return load(path.join(folder, 'dist', 'nodes', `${name}.js`)) as Module;
}

const { runCompliance } = compiled<
	typeof import('../../nodes/LeverCompliance/run/runCompliance.ts')
>('LeverCompliance/run/runCompliance');
const lists = compiled<typeof import('../../nodes/LeverCompliance/lists/index.ts')>(
	'LeverCompliance/lists/index',
);
const { NO_PREVIOUS_RUN } = compiled<typeof import('../../nodes/LeverCompliance/history/index.ts')>(
	'LeverCompliance/history/index',
);
const { withGivenItems } =
	compiled<typeof import('../../nodes/shared/givenItems.ts')>('shared/givenItems');
const { DEFAULT_POLICY } = compiled<typeof import('../../nodes/LeverCompliance/policy/index.ts')>(
	'LeverCompliance/policy/index',
);

const { CHECKS } = compiled<typeof import('../../nodes/LeverCompliance/checks/index.ts')>(
	'LeverCompliance/checks/index',
);
if (checks !== '') {
	// In this process alone: a person chooses families.
	const kept = CHECKS.filter(({ id }) => checks.split(',').includes(id));
	(CHECKS as Check[]).splice(0, CHECKS.length, ...kept);
}

const DAY = 86_400_000;
const FIRST_START = Date.parse('2026-01-05T00:00:00Z');

/** First days are spread over the year before the evidence date. */
function hireOf(index: number): Hire {
	const opportunity = `opportunity-${index}`;
	const start = FIRST_START + (index % 280) * DAY;
	const signed = start - 30 * DAY;
	const archivedAt = signed + DAY;
	return {
		kind: 'hire',
		hireId: `contact-${index}:${opportunity}`,
		contact: `contact-${index}`,
		opportunityIds: [opportunity],
		postingId: null,
		jobTitle: 'Engineer',
		workLocation: 'Berlin',
		startDate: new Date(start).toISOString().slice(0, 10),
		startDateSource: 'offer',
		acceptedAt: signed,
		acceptedAtSource: 'candidateSignature',
		archivedAt,
		hiredReasonId: 'hired',
		archives: [{ opportunityId: opportunity, reasonId: 'hired', reasonType: 'hired', archivedAt }],
		stageIds: ['offer'],
		isAnonymized: false,
		confidential: false,
		owner: `user-${index % 50}`,
		hiringManager: null,
		offersRead: true,
		offers: [
			{
				id: `offer-${index}`,
				opportunityId: opportunity,
				status: 'signed',
				createdAt: signed - 9 * DAY,
				approvedAt: null,
				sentAt: signed - 8 * DAY,
				candidateSignedAt: signed,
				candidateSigned: true,
				otherSignedAt: null,
				signedDocumentAt: null,
				startDateRaw: start,
				jobTitle: 'Engineer',
				location: null,
			},
		],
		screeningTags: [],
		leverUrl: `https://hire.lever.co/candidates/${opportunity}`,
		collectionIds: { opportunities: 'a'.repeat(64), offers: 'b'.repeat(64) },
		identity: {
			name: `Person Nr${index}`,
			emails: [`person-${index}@example.com`],
			otherEmails: [],
		},
		rawSha256: { [opportunity]: '1'.repeat(64), [`offer-${index}`]: '2'.repeat(64) },
	};
}

/** Most are done in time, some late, some not at all. */
function screeningRowOf(index: number) {
	const start = FIRST_START + (index % 280) * DAY;
	const running = index % 17 === 0;
	const completed = start - ((index % 25) - 2) * DAY + DAY / 24;
	return {
		provider: 'checkr',
		report_id: `report-${index}`,
		external_id: '',
		email: `person-${index}@example.com`,
		name: `Person Nr${index}`,
		status: running ? 'pending' : 'complete',
		ordered_at: new Date(start - 40 * DAY).toISOString(),
		completed_at: running ? '' : new Date(completed).toISOString(),
	};
}

function userOf(index: number): User {
	return {
		kind: 'user',
		userId: `user-${index}`,
		name: `User Nr${index}`,
		username: null,
		email: `user-${index}@example.com`,
		accessRole: index === 0 ? 'super admin' : 'team member',
		createdAt: null,
		deactivatedAt: null,
		externalDirectoryId: null,
		linkedContactIds: [],
		jobTitle: null,
		managerId: null,
		collectionId: 'c'.repeat(64),
		rawSha256: '3'.repeat(64),
	};
}

const count = Number(hires);
const company = {
	hires: Array.from({ length: count }, (_, index) => hireOf(index)),
	users: Array.from({ length: 50 }, (_, index) => userOf(index)),
};
const rows = Array.from({ length: count }, (_, index) => ({ json: screeningRowOf(index) }));
const collections = withGivenItems(
	(['hires', 'offers', 'users'] as const).map((purpose) => collectionOf(purpose)),
	[...company.hires, ...company.users],
);
const listInput = (items: typeof rows) => ({
	wired: items.length > 0,
	items,
	asOf: AS_OF,
	sourceName: '',
	exportedAt: items.length > 0 ? AS_OF : '',
	columns: {},
});

const before = process.memoryUsage().rss;
const processor = process.cpuUsage();
const begin = performance.now();
const { evidence } = runCompliance({
	lever: {
		asOf: AS_OF,
		period: PERIOD,
		workflowZone: 'UTC',
		collections,
		...company,
		opportunities: [],
		definitions: [],
		postings: [],
		requisitions: [],
		auditEvents: [],
		fileRecords: [],
		connections: [],
	},
	lists: {
		screening: lists.readScreeningList(listInput(rows), {
			provider: '',
			statusMeanings: {},
			readBirthDates: false,
			readResults: false,
		}),
		staff: lists.readStaffList(listInput([]), {
			statusMeanings: {},
			readBirthDates: false,
			readSignIns: false,
		}),
		approvals: lists.readApprovals(listInput([])),
		previousRun: NO_PREVIOUS_RUN.list,
	},
	previousRun: null,
	policy: DEFAULT_POLICY,
	settings: {},
	families: family === '' ? [] : [family as CheckFamily],
	tool: { name: 'n8n-nodes-lever', version: '0.0.0' },
	runId: '1',
});
const seconds = (performance.now() - begin) / 1000;
const { user, system } = process.cpuUsage(processor);
const measured: MeasuredChecks = {
	hires: count,
	screeningRecords: count,
	findings: evidence.filter(({ kind }) => kind === 'finding').length,
	seconds: Math.round(seconds * 100) / 100,
	processorSeconds: Math.round((user + system) / 1e4) / 100,
	// Linux gives kilobytes (getrusage).
	megabytes: Math.round(process.resourceUsage().maxRSS / 1024 - before / 1048576),
};
console.log(JSON.stringify(measured));
