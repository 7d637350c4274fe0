import type {
	CheckRun,
	Collection,
	Finding,
	FindingStatus,
	HireRecord,
	Run,
} from '../../shared/contracts';
import { addCounts, noCounts } from '../seal/tally';
import type { SealedRun } from '../seal/sealedRun';
import { recordBook, type RecordBook } from './recordBook';
import { EXCEPTION_STATUSES, STATUS_ORDER } from './statusWords';

/** A check as the report shows it: what the run says, and what arrived. */
export interface CheckView {
	id: string;
	/** undefined when the head of the run is missing or does not know this check */
	check: CheckRun | undefined;
	/** Of the findings that arrived */
	counts: Record<FindingStatus, number>;
	/** What needs a look first, then by subject */
	findings: Finding[];
	/** Those shown under "What needs a look", by status */
	exceptions: ReadonlyMap<FindingStatus, Finding[]>;
	/** Those listed with the check: the others, as far as there is room */
	listed: Finding[];
	/** How many have no room on the page */
	unlisted: number;
}

/** What the sections of the report are written from. */
export interface ReportModel {
	sealed: SealedRun;
	run: Run | undefined;
	checks: CheckView[];
	/** Over all checks */
	counts: Record<FindingStatus, number>;
	results: number;
	collections: ReadonlyMap<string, Collection>;
	hires: ReadonlyMap<string, HireRecord>;
	/** What the findings on the page rest on */
	records: RecordBook;
	/** Id of an offer, a feedback form, a file → its opportunity, which its path needs */
	opportunityOf: ReadonlyMap<string, string>;
	limits: ReportLimits;
}

/** Rows after which a list points to `findings.csv` instead, so that a large run stays readable. */
export interface ReportLimits {
	/** Exceptions shown in full, per status and check */
	exceptions: number;
	/** Results listed per check */
	results: number;
}

const REPORT_LIMITS: ReportLimits = { exceptions: 25, results: 250 };

export function reportModel(sealed: SealedRun, limits: ReportLimits = REPORT_LIMITS): ReportModel {
	const checks = checkViews(sealed, limits);
	const hires = sealed.intake.items.hire.map(({ value }) => value);
	return {
		sealed,
		run: sealed.run,
		checks,
		counts: addCounts(checks.map(({ counts }) => counts)),
		results: sealed.findings.length,
		collections: new Map(sealed.collections.map((entry) => [entry.collectionId, entry])),
		hires: new Map(hires.map((hire) => [hire.hireId, hire])),
		records: recordBook(checks.flatMap(findingsOnPage), sealed.collections),
		opportunityOf: new Map([
			...besideOneOpportunity(sealed),
			...hires.flatMap(recordsBelow),
			...sealed.intake.items.fileRecord.map(
				({ value }) => [value.fileRecordId, value.opportunityId] as const,
			),
		]),
		limits,
	};
}

/** Records of those who are no hires of the pack: a finding names them beside their opportunity. */
function besideOneOpportunity({
	findings,
	collections,
}: SealedRun): Array<readonly [string, string]> {
	const ofOpportunities = new Set(
		collections.flatMap(({ resource, collectionId }) =>
			resource === 'opportunities' ? [collectionId] : [],
		),
	);
	return findings.flatMap(({ evidence }) => {
		const [one, another] = evidence.filter(({ collectionId }) => ofOpportunities.has(collectionId));
		if (one === undefined || another !== undefined) return [];
		return evidence
			.filter(({ collectionId }) => !ofOpportunities.has(collectionId))
			.map(({ recordId }) => [recordId, one.recordId] as const);
	});
}

function recordsBelow({ offers, feedback }: HireRecord): Array<readonly [string, string]> {
	return [
		...offers.map(({ id, opportunityId }) => [id, opportunityId] as const),
		...(feedback?.forms ?? []).map(
			({ feedbackId, opportunityId }) => [feedbackId, opportunityId] as const,
		),
	];
}

/** Checks in the order of the run, then those it does not know. */
function checkViews(sealed: SealedRun, limits: ReportLimits): CheckView[] {
	const known = sealed.run?.checks ?? [];
	const ids = new Set([...known.map(({ id }) => id), ...[...sealed.tallies.keys()].sort()]);
	const byCheck = new Map<string, Finding[]>();
	for (const finding of sealed.findings) {
		const group = byCheck.get(finding.checkId);
		if (group) group.push(finding);
		else byCheck.set(finding.checkId, [finding]);
	}
	return [...ids].map((id) => ({
		id,
		check: known.find((check) => check.id === id),
		counts: sealed.tallies.get(id)?.counts ?? noCounts(),
		...shared(inReadingOrder(byCheck.get(id) ?? []), limits),
	}));
}

/** Shares the findings of a check out, so that each stands on the page once. */
function shared(findings: Finding[], limits: ReportLimits) {
	const exceptions = new Map<FindingStatus, Finding[]>();
	for (const status of EXCEPTION_STATUSES) {
		const own = findings.filter((finding) => finding.status === status);
		if (own.length > 0) exceptions.set(status, own.slice(0, limits.exceptions));
	}
	const shown = new Set([...exceptions.values()].flat());
	const others = findings.filter((finding) => !shown.has(finding));
	const listed = others.slice(0, limits.results);
	return { findings, exceptions, listed, unlisted: others.length - listed.length };
}

function findingsOnPage({ exceptions, listed }: CheckView): Finding[] {
	return [...[...exceptions.values()].flat(), ...listed];
}

/** Keeps the order by subject within a status: sorting is stable. */
function inReadingOrder(findings: readonly Finding[]): Finding[] {
	return [...findings].sort(
		(a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status),
	);
}
