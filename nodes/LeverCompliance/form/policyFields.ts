import type { INodeProperties } from 'n8n-workflow';

/** Policy options of the form, by their parameter name: where each stands in the policy document. */
export const POLICY_OPTION_PATHS: Readonly<Record<string, ['screening' | 'access', string]>> = {
	exemptJobTitles: ['screening', 'exemptJobTitles'],
	exemptWorkLocations: ['screening', 'exemptWorkLocations'],
	highSeverityBusinessDays: ['screening', 'highSeverityBusinessDays'],
	horizonDays: ['screening', 'horizonDays'],
	leaverBusinessDays: ['access', 'leaverBusinessDays'],
	matchByNameAndBirthDate: ['screening', 'matchByNameAndBirthDate'],
	screeningListMaxAgeDays: ['screening', 'listMaxAgeDays'],
	staffListMaxAgeDays: ['access', 'staffListMaxAgeDays'],
	validityMonths: ['screening', 'validityMonths'],
};

/** The policy as far as it can be set in the form; the defaults are those of `DEFAULT_POLICY`. */
export const POLICY_FIELDS: INodeProperties[] = [
	{
		displayName: 'Organisation Time Zone',
		name: 'organisationTimeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description:
			'IANA time zone whose days count where the table below names none. Leave empty for the time zone of the workflow.',
	},
	{
		displayName: 'Work Location Time Zones',
		name: 'workLocationTimeZones',
		type: 'json',
		default: '{}',
		description:
			'Time zone of each work location as Lever writes it, for instance {"Los Angeles": "America/Los_Angeles", "Berlin": "Europe/Berlin"}',
	},
	{
		displayName: 'Policy',
		name: 'policyOptions',
		type: 'collection',
		placeholder: 'Add Rule',
		default: {},
		description: 'Where your policy differs from the usual. It is kept in every evidence pack.',
		options: [
			{
				displayName: 'Exempt Job Titles',
				name: 'exemptJobTitles',
				type: 'string',
				typeOptions: { multipleValues: true },
				default: [],
				description: 'Job titles that need no screening',
			},
			{
				displayName: 'Exempt Work Locations',
				name: 'exemptWorkLocations',
				type: 'string',
				typeOptions: { multipleValues: true },
				default: [],
				description: 'Work locations whose law or tier needs no screening',
			},
			{
				displayName: 'High Severity Business Days',
				name: 'highSeverityBusinessDays',
				type: 'number',
				default: 2,
				description:
					'From how many business days before the first day an upcoming start without a done screening is of high severity',
			},
			{
				displayName: 'Horizon Days',
				name: 'horizonDays',
				type: 'number',
				default: 30,
				description: 'How many days ahead upcoming starts are watched',
			},
			{
				displayName: 'Leaver Business Days',
				name: 'leaverBusinessDays',
				type: 'number',
				default: 5,
				description: 'Business days that an account may stay active after the last day of work',
			},
			{
				displayName: 'Match by Name and Date of Birth',
				name: 'matchByNameAndBirthDate',
				type: 'boolean',
				default: false,
				description:
					'Whether to link screening records by name and date of birth. The date is compared and never kept. Switch it on only if your law allows you to use it for this.',
			},
			{
				displayName: 'Screening List Max Age Days',
				name: 'screeningListMaxAgeDays',
				type: 'number',
				default: 7,
				description: 'An older screening list cannot prove that a record is absent',
			},
			{
				displayName: 'Staff List Max Age Days',
				name: 'staffListMaxAgeDays',
				type: 'number',
				default: 7,
				description: 'An older staff list decides nothing about leavers',
			},
			{
				displayName: 'Validity Months',
				name: 'validityMonths',
				type: 'number',
				default: 12,
				description: 'How many months before the first day a screening may have been completed',
			},
		],
	},
];
