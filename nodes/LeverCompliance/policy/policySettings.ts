import { SERVICE_ACCOUNT_SETTINGS } from '../checks/access/serviceAccounts';
import { PRIVILEGED_USERS_SETTINGS } from '../checks/access/uar02PrivilegedUsers';
import { ROLE_SETTINGS } from '../checks/access/uar03RoleFitsFunction';
import { ORPHANED_ACCOUNTS_SETTINGS } from '../checks/access/uar04OrphanedAccounts';
import { DORMANT_SETTINGS } from '../checks/access/uar05DormantAccounts';
import { ACCESS_REVIEW_SETTINGS } from '../checks/access/uar06AccessReview';
import { KEY_AGE_SETTINGS } from '../checks/connection/con03KeyAge';
import { SENTINEL_SETTINGS } from '../checks/connection/sentinels';
import { PERIOD_SETTINGS } from '../checks/population/ipe03PeriodAndPhase';
import { CHAIN_SETTINGS } from '../checks/population/ipe04Chain';
import { RESCREENING_SETTINGS } from '../checks/screening/rescreenCycle';
import { APPROVED_BEFORE_SENT_SETTINGS } from '../checks/offers/ofr02ApprovedBeforeSent';
import { REQUISITION_SETTINGS } from '../checks/offers/ofr09Requisition';
import { SIGNED_BEFORE_SETTINGS } from '../checks/offers/signedBefore';
import { COMPETENCE_SETTINGS } from '../checks/pipeline/pip02Competence';
import { REQUIRED_STAGES_SETTINGS } from '../checks/pipeline/requiredStages';
import { SCREENING_MATERIAL_SETTINGS } from '../checks/privacy/prv01ScreeningMaterial';
import { RETENTION_SETTINGS } from '../checks/privacy/retention';
import { LAST_DAY_SETTINGS } from '../checks/screening/lastDay';
import { POPULATION_SETTINGS } from '../checks/screening/populationSettings';
import { ADVERSE_SETTINGS } from '../checks/screening/scr03AdverseDecided';
import { VALIDITY_SETTINGS } from '../checks/screening/scr08ValidAtStart';
import { SCOPE_SETTINGS } from '../checks/screening/scopeSettings';
import { CONDITIONAL_START_SETTINGS } from '../checks/screening/scr10ConditionalStart';
import { ADVERSE_ACTION_SETTINGS } from '../checks/screening/scr11AdverseAction';
import { ORDER_SETTINGS } from '../checks/screening/scr12OrderOfChecks';
import { CONTRACTOR_SETTINGS } from './contractors';
import { listOfTexts, text, timeZone, trueOrFalse, wholeNumber, zonesByPlace } from './settings';

/**
 * Everything that an organisation decides about its checks (rules.md §2, §4, §5, §7), as the document is
 * built. The document, what reads it, its JSON Schema and the form of the node are made from this table.
 * What only one check asks for is declared in that check's file and spread in here.
 */
export const POLICY_SETTINGS = {
	organisationZone: timeZone({
		title: 'Organisation Time Zone',
		description: 'Time zone whose days count where the table of work locations names none',
		standard: 'UTC',
	}),
	workZones: zonesByPlace({
		title: 'Work Location Time Zones',
		description:
			'Time zone of each work location as Lever writes it; compared after trimming and case folding, nothing else',
		standard: {},
	}),
	screening: {
		validityMonths: wholeNumber({
			title: 'Validity Months',
			description: 'How many months before the first day a screening may have been completed',
			standard: 12,
			from: 1,
			to: 120,
		}),
		...LAST_DAY_SETTINGS,
		...SCOPE_SETTINGS,
		...POPULATION_SETTINGS,
		...VALIDITY_SETTINGS,
		...ADVERSE_SETTINGS,
		// rules.md §5 leaves the number to the policy: the same week as rules.md §7 gives a staff list.
		listMaxAgeDays: wholeNumber({
			title: 'Screening List Max Age Days',
			description: 'An older screening list cannot prove that a record is absent',
			standard: 7,
			from: 0,
			to: 366,
		}),
		horizonDays: wholeNumber({
			title: 'Horizon Days',
			description: 'How many days ahead upcoming starts are watched',
			standard: 30,
			from: 1,
			to: 366,
		}),
		highSeverityBusinessDays: wholeNumber({
			title: 'High Severity Business Days',
			description:
				'From how many business days before the first day an upcoming start without a done screening is of high severity',
			standard: 2,
			from: 0,
			to: 60,
		}),
		// Rung M3 (rules.md §4, §10).
		matchByNameAndBirthDate: trueOrFalse({
			title: 'Match by Name and Date of Birth',
			description:
				'Whether to link screening records by name and date of birth. The date is compared and never kept. Switch it on only if your law allows you to use it for this.',
			standard: false,
		}),
		// SCR-03, SCR-11 and SCR-13 look at results (rules.md §5, §10).
		lawfulBasis: text({
			title: 'Lawful Basis for Results',
			description:
				'Why your law lets you look at results of screenings, in words, for instance the article and your reason. Leave empty to keep the checks that look at results switched off.',
			standard: '',
		}),
		exemptWorkLocations: listOfTexts({
			title: 'Exempt Work Locations',
			description: 'Work locations whose law or tier needs no screening',
			standard: [],
		}),
		exemptJobTitles: listOfTexts({
			title: 'Exempt Job Titles',
			description: 'Job titles that need no screening',
			standard: [],
		}),
		...CONDITIONAL_START_SETTINGS,
		...ADVERSE_ACTION_SETTINGS,
		...ORDER_SETTINGS,
		...CONTRACTOR_SETTINGS,
		...RESCREENING_SETTINGS,
	},
	access: {
		staffListMaxAgeDays: wholeNumber({
			title: 'Staff List Max Age Days',
			description: 'An older staff list decides nothing about leavers',
			standard: 7,
			from: 0,
			to: 366,
		}),
		leaverBusinessDays: wholeNumber({
			title: 'Leaver Business Days',
			description: 'Business days that an account may stay active after the last day of work',
			standard: 5,
			from: 0,
			to: 60,
		}),
		...PRIVILEGED_USERS_SETTINGS,
		...SERVICE_ACCOUNT_SETTINGS,
		...ROLE_SETTINGS,
		...ORPHANED_ACCOUNTS_SETTINGS,
		...ACCESS_REVIEW_SETTINGS,
		// UAR-05 (rules.md §10).
		useSignInData: trueOrFalse({
			title: 'Use Sign-in Data',
			description:
				'Whether to look at when people last signed in, to find accounts that nobody uses. Switch it on only if you may use it for this.',
			standard: false,
		}),
		...DORMANT_SETTINGS,
	},
	offers: {
		...SIGNED_BEFORE_SETTINGS,
		...APPROVED_BEFORE_SENT_SETTINGS,
		...REQUISITION_SETTINGS,
	},
	pipeline: { ...REQUIRED_STAGES_SETTINGS, ...COMPETENCE_SETTINGS },
	privacy: { ...SCREENING_MATERIAL_SETTINGS, ...RETENTION_SETTINGS },
	connection: { ...SENTINEL_SETTINGS, ...KEY_AGE_SETTINGS },
	population: { ...CHAIN_SETTINGS, ...PERIOD_SETTINGS },
};
