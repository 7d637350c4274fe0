import { foldKey } from './foldKey';
import type { Policy } from './policy';

/** What a role's screening must hold at least, as it stands for one place (compliance reference B.2 SCR-05). */
export interface RequiredScope {
	/** Name of the tier, for messages */
	tier: string;
	/** Searches, folded; those that the place does not allow are replaced */
	components: readonly string[];
	/** Packages, folded, of which the policy says that each is enough; empty where searches were replaced */
	packages: ReadonlySet<string>;
	/** How many months before the first day a screening of this tier may have been completed */
	validityMonths: number;
}

/** The tier of a hire's job. */
export type TierChoice =
	/** The policy has no tiers */
	| { kind: 'notSet' }
	/** No tier names the job, and none is for everybody else */
	| { kind: 'none' }
	/** A stricter tier may hold: what it asks for is not known of this hire */
	| { kind: 'unknown' }
	/** `byDefault`: only because no tier names the job */
	| { kind: 'tier'; byDefault: boolean; required: RequiredScope };

/** What a tier is chosen by; null where it is not known. */
export interface Job {
	/** Of the newest signed offer, else of the hire */
	jobTitle: string | null;
	/** Any of them; null when neither the staff list nor a posting names one */
	departments: readonly string[] | null;
	workLocation: string | null;
	postingIds: readonly string[] | null;
}

/**
 * Makes the choice once for a run. The tiers stand in the policy from the strictest down, and the first
 * that fits holds: several postings get the strictest (compliance reference B.2 SCR-05). Lists that a tier
 * leaves empty ask for nothing.
 */
export function screeningTiers(policy: Policy): (jobOf: () => Job) => TierChoice {
	const { tiers, alternatives, validityMonths } = policy.screening;
	const prepared = tiers.map((tier) => ({
		criteria: [
			{ allowed: keys(tier.jobTitles), of: (job: Job) => only(job.jobTitle) },
			{ allowed: keys(tier.departments), of: (job: Job) => job.departments },
			{ allowed: keys(tier.workLocations), of: (job: Job) => only(job.workLocation) },
			{ allowed: keys(tier.postings), of: (job: Job) => job.postingIds },
		].filter(({ allowed }) => allowed.size > 0),
		default: tier.default,
		required: {
			tier: tier.name,
			components: [...keys(tier.components)],
			packages: keys(tier.packages),
			validityMonths: tier.validityMonths === 0 ? validityMonths : tier.validityMonths,
		},
	}));
	const replacements = alternatives.map(({ workLocations, component, instead }) => ({
		places: keys(workLocations),
		component: foldKey(component),
		instead: instead.trim() === '' ? [] : [foldKey(instead)],
	}));
	const at = (required: RequiredScope, workLocation: string | null): RequiredScope => {
		if (workLocation === null) return required;
		const place = foldKey(workLocation);
		const here = replacements.filter(
			({ places, component }) => places.has(place) && required.components.includes(component),
		);
		if (here.length === 0) return required;
		const components = required.components.flatMap(
			(name) => here.find(({ component }) => component === name)?.instead ?? [name],
		);
		return { ...required, components: [...new Set(components)], packages: new Set() };
	};
	return (jobOf) => {
		if (prepared.length === 0) return NOT_SET;
		const job = jobOf();
		let doubtful = false;
		for (const { criteria, required } of prepared) {
			const answers = criteria.map(({ allowed, of }) => fits(allowed, of(job)));
			if (criteria.length === 0 || answers.includes('no')) continue;
			if (answers.includes('unknown')) doubtful = true;
			else if (doubtful) return { kind: 'unknown' };
			else return { kind: 'tier', byDefault: false, required: at(required, job.workLocation) };
		}
		if (doubtful) return { kind: 'unknown' };
		const rest = prepared.find((tier) => tier.default || tier.criteria.length === 0);
		if (rest === undefined) return { kind: 'none' };
		return { kind: 'tier', byDefault: true, required: at(rest.required, job.workLocation) };
	};
}

/** One for all */
const NOT_SET: TierChoice = { kind: 'notSet' };

function fits(
	allowed: ReadonlySet<string>,
	given: readonly string[] | null,
): 'yes' | 'no' | 'unknown' {
	if (given === null) return 'unknown';
	return given.some((one) => allowed.has(foldKey(one))) ? 'yes' : 'no';
}

function keys(texts: readonly string[]): Set<string> {
	return new Set(texts.map(foldKey));
}

function only(text: string | null): string[] | null {
	return text === null ? null : [text];
}
