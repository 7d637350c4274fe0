import { compareCodeUnits } from '../../shared/canonicalJson';
import type {
	Collection,
	EvidenceItem,
	ExceptionItem,
	Finding,
	ListName,
	ListState,
	Run,
	Summary,
} from '../../shared/contracts';
import { POPULATIONS } from '../../shared/populations';
import { sha256OfJson } from '../../shared/sha256';
import { approvalJudge } from '../approvals/exceptions';
import { peopleOf } from '../approvals/people';
import { visibilityOf } from '../checks/population/visibility';
import type { CheckContext, CheckFamily, PreviousRun } from '../checks/types';
import { alteredReads } from '../inputs/alteredReads';
import type { LeverInput } from '../inputs/leverInput';
import type { ApprovalsList, ReadList, ScreeningList, StaffList } from '../lists';
import { linksToConfirm } from '../matching';
import { policyZones, type Policy } from '../policy';
import {
	buildBridge,
	countNotInPopulation,
	NOT_IN_POPULATION_TEXT,
	type DecidedHire,
} from '../population';
import { evaluateChecks, type CheckOutcome } from './findings/evaluate';
import { setUpOf } from './findings/setUp';
import { runShortfalls, shortfallsOf } from './foundations';
import { linkLists } from './linkLists';
import { listDoubts, listStandings } from './listStandings';
import { packItems, type PackItems } from './pack/evidenceItems';
import { joinersOf } from './pack/joiners';
import { policyDocument } from './pack/policyDocument';
import { sealPopulations } from './pack/populationSeals';
import { accountOf, allSubjects, type SubjectSources } from './subjects/allSubjects';
import { checkRun, visibleIn } from './summary/checkRun';
import { exceptionItems } from './summary/exceptions';
import { noticesOf } from './summary/notices';
import { summaryOf } from './summary/summary';

/** Everything a run is made from. The same input gives the same output, byte for byte. */
export interface ComplianceInput {
	lever: LeverInput;
	lists: {
		screening: ScreeningList;
		staff: StaffList;
		approvals: ApprovalsList;
		previousRun: ReadList;
	};
	/** What an earlier run kept; null when none is connected, or nothing of it can be used */
	previousRun: PreviousRun | null;
	policy: Policy;
	/** Settings of the node that change results and are not part of the policy; kept with it */
	settings: Record<string, unknown>;
	/** Chosen in 'Checks'; empty = everything there is data for */
	families: readonly CheckFamily[];
	tool: Run['tool'];
	/** Differs in every run; only the summary's fingerprint depends on it */
	runId: string;
}

export interface ComplianceOutput {
	/** The run first, then collections, findings and populations, each sorted */
	evidence: EvidenceItem[];
	/** The summary first */
	exceptions: Array<Summary | ExceptionItem>;
}

/** Makes all checks and everything that follows from them. Pure; the order of the input never matters. */
export function runCompliance(input: ComplianceInput): ComplianceOutput {
	const { lever, lists, policy } = input;
	const asOf = Date.parse(lever.asOf);
	const zones = policyZones(policy);
	const collections = collectionsOf(input);
	const linked = linkLists({ lever, lists, policy, zones });
	const altered = alteredReads(lever);
	const runsShort = runShortfalls(collections, altered);
	const shortfalls = shortfallsOf(runsShort, collections);
	const people = peopleOf(lists.staff);
	const sources: SubjectSources = {
		...linked,
		lever,
		collections,
		altered,
		screeningRows: lists.screening.rows,
		staffRows: lists.staff.rows,
		people,
		jobs: {
			postings: new Map(lever.postings.map((posting) => [posting.postingId, posting])),
			requisitions: new Map(lever.requisitions.map((one) => [one.requisitionId, one])),
		},
		policy,
		organisationZone: zones.organisation,
		asOf,
		period: lever.period,
	};
	const subjects = allSubjects(sources);
	const standings = listStandings(lists, policy, lever.asOf);
	const judgeApproval = approvalJudge(lists.approvals, people, asOf);
	const document = policyDocument(policy, input.settings);
	const context: CheckContext = {
		policy,
		policyDocument: document,
		asOf,
		organisationZone: zones.organisation,
		...standings,
		judgeApproval,
		people,
		account: accountOf(sources, subjects),
		previousRun: input.previousRun,
	};
	const visibility = visibilityOf(context, shortfalls);
	const { outcomes, testedHires } = evaluateChecks(
		subjects,
		context,
		{
			shortfalls,
			approvals: judgeApproval,
			visibility,
		},
		setUpOf(input.families, collections, listStates(input), policy, context.account),
	);
	const findings = allFindings(outcomes);
	const allLists = [lists.screening, lists.staff, linked.approvals, lists.previousRun];
	const production = isProduction(collections);
	const notices = noticesOf({
		production,
		asOf,
		collections,
		altered,
		shortfalls: runsShort,
		lists: allLists,
		context: standings,
		outcomes,
		visibility,
	});
	const { items, seals } = sealPopulations(
		packItems({
			collections,
			decided: linked.decided,
			users: lever.users,
			opportunities: lever.opportunities,
			definitions: lever.definitions,
			postings: lever.postings,
			requisitions: lever.requisitions,
			auditEvents: lever.auditEvents,
			fileRecords: lever.fileRecords,
			connections: lever.connections,
			joiners: joinersOf(context.account, policy),
			screeningRows: lists.screening.rows,
			staffRows: lists.staff.rows,
			matches: linked.matches,
		}),
	);
	const visible = visibleIn(collections, lever.users, production, shortfalls, visibility);
	const notInPopulation = countNotInPopulation(linked.decided);
	const run = sealRun({
		kind: 'run',
		asOf: lever.asOf,
		period: lever.period,
		zone: policy.organisationZone,
		policy: document,
		policySha256: sha256OfJson(document),
		production,
		checks: outcomes.map((outcome) => checkRun(outcome, notInPopulation, visible, policy)),
		lists: allLists.map(({ list, summary }) => ({
			...summary,
			doubts: listDoubts(list, standings),
		})),
		populations: seals,
		bridge: buildBridge({
			collections,
			hires: linked.decided,
			tested: testedHires,
			staff: lists.staff,
			period: lever.period,
			organisationZone: zones.organisation,
		}),
		leftOut: leftOut(linked.decided),
		toConfirm: linksToConfirm(context.account.hires, lists.screening.rows, lists.staff.rows),
		shortfalls: runsShort,
		notices: notices.map(({ text }) => text),
		tool: input.tool,
	});
	const summary = summaryOf({
		run,
		findings,
		notices,
		unknownStatuses: allLists.flatMap(({ unknownStatuses }) => unknownStatuses),
		hires: context.account.hires,
		visibility,
		runId: input.runId,
	});
	return {
		evidence: evidenceOf(run, findings, items),
		exceptions: [
			summary,
			...exceptionItems(findings, { hires: lever.hires, users: lever.users, collections }),
		],
	};
}

function collectionsOf({ lever, lists }: ComplianceInput): Collection[] {
	const collections: Collection[] = [...lever.collections];
	for (const { collection } of [lists.screening, lists.staff, lists.approvals, lists.previousRun]) {
		if (collection) collections.push(collection);
	}
	return collections.sort((a, b) => compareCodeUnits(a.collectionId, b.collectionId));
}

function listStates({ lists }: ComplianceInput): Record<ListName, ListState> {
	return {
		screeningList: lists.screening.state,
		staffList: lists.staff.state,
		approvals: lists.approvals.state,
		previousRun: lists.previousRun.state,
	};
}

function isProduction(collections: readonly Collection[]): boolean {
	return collections.every((collection) => collection.source === 'list' || collection.production);
}

/** Sorted by check, then subject; each check's own are sorted already. */
function allFindings(outcomes: readonly CheckOutcome[]): Finding[] {
	const byId = [...outcomes].sort((a, b) => compareCodeUnits(a.check.id, b.check.id));
	return byId.flatMap(({ findings }) => findings);
}

function leftOut(decided: readonly DecidedHire[]): Run['leftOut'] {
	return decided
		.flatMap(({ hire, notInPopulation }) =>
			notInPopulation === null
				? []
				: [{ hireId: hire.hireId, reason: NOT_IN_POPULATION_TEXT[notInPopulation] }],
		)
		.sort((a, b) => compareCodeUnits(a.hireId, b.hireId));
}

function sealRun(run: Omit<Run, 'runSha256'>): Run {
	return { ...run, runSha256: sha256OfJson(run) };
}

function evidenceOf(run: Run, findings: readonly Finding[], items: PackItems): EvidenceItem[] {
	const others = POPULATIONS.filter(({ kind }) => kind !== 'collection');
	const head: EvidenceItem[] = [run];
	return head.concat(items.collection, findings, ...others.map(({ kind }) => items[kind]));
}
