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
import { STATUS_ORDER } from './statusWords';

/** A check as the report shows it: what the run says, and what arrived. */
export interface CheckView {
	id: string;
	/** undefined when the head of the run is missing or does not know this check */
	check: CheckRun | undefined;
	/** Of the findings that arrived */
	counts: Record<FindingStatus, number>;
	/** What needs a look first, then by subject */
	findings: Finding[];
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
	/** Offer id → its opportunity, which the path of an offer needs */
	opportunityOfOffer: ReadonlyMap<string, string>;
	limits: ReportLimits;
}

/** Rows after which a list points to `findings.csv` instead, so that a large run stays readable. */
export interface ReportLimits {
	/** Exceptions shown in full, per status and check */
	exceptions: number;
	/** Results listed per check */
	results: number;
}

export const REPORT_LIMITS: ReportLimits = { exceptions: 25, results: 250 };

export function reportModel(sealed: SealedRun, limits: ReportLimits = REPORT_LIMITS): ReportModel {
	const checks = checkViews(sealed);
	const hires = sealed.intake.items.hire.map(({ value }) => value);
	return {
		sealed,
		run: sealed.run,
		checks,
		counts: addCounts(checks.map(({ counts }) => counts)),
		results: sealed.findings.length,
		collections: new Map(sealed.collections.map((entry) => [entry.collectionId, entry])),
		hires: new Map(hires.map((hire) => [hire.hireId, hire])),
		opportunityOfOffer: new Map(
			hires.flatMap((hire) => hire.offers.map((offer) => [offer.id, offer.opportunityId])),
		),
		limits,
	};
}

/** Checks in the order of the run, then those it does not know. */
function checkViews(sealed: SealedRun): CheckView[] {
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
		findings: inReadingOrder(byCheck.get(id) ?? []),
	}));
}

/** Keeps the order by subject within a status: sorting is stable. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
	return [...findings].sort(
		(a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status),
	);
}
