/**
 * What an organisation decides about its checks (rules.md §2, §4, §5, §7). The document as it is used
 * goes into `run.policy`, and its hash into `run.policySha256`.
 */
export interface Policy {
	/** IANA zone where the table of work zones names none for a place */
	organisationZone: string;
	/** Work location → IANA zone; locations are compared after trimming and case folding, nothing else */
	workZones: Record<string, string>;
	screening: ScreeningPolicy;
	access: AccessPolicy;
}

export interface ScreeningPolicy {
	/** A completion earlier than this many months before the start is stale */
	validityMonths: number;
	/** A screening list older than this many days cannot prove that a record is absent */
	listMaxAgeDays: number;
	/** How many days after the evidence date SCR-09 looks ahead */
	horizonDays: number;
	/** From this many business days before the start an upcoming start without a done record is of high severity */
	highSeverityBusinessDays: number;
	/** Rung M3; off unless switched on (rules.md §4, §10) */
	matchByNameAndBirthDate: boolean;
	/** Places whose law or tier needs no screening, compared as the keys of `workZones` */
	exemptWorkLocations: string[];
	/** Job titles whose tier needs no screening, compared in the same way */
	exemptJobTitles: string[];
}

export interface AccessPolicy {
	/** A staff list older than this many days decides nothing about leavers */
	staffListMaxAgeDays: number;
	/** Business days that an account may stay active after the last day of work */
	leaverBusinessDays: number;
}

export const DEFAULT_POLICY: Policy = {
	organisationZone: 'UTC',
	workZones: {},
	screening: {
		validityMonths: 12,
		// rules.md §5 leaves the number to the policy: the same week as rules.md §7 gives a staff list.
		listMaxAgeDays: 7,
		horizonDays: 30,
		highSeverityBusinessDays: 2,
		matchByNameAndBirthDate: false,
		exemptWorkLocations: [],
		exemptJobTitles: [],
	},
	access: {
		staffListMaxAgeDays: 7,
		leaverBusinessDays: 5,
	},
};
