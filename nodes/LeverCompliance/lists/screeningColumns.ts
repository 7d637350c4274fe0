import type { ColumnRule } from './recogniseColumns';

export type ScreeningField =
	| 'provider'
	| 'reference'
	| 'externalId'
	| 'email'
	| 'name'
	| 'firstName'
	| 'lastName'
	| 'birthDate'
	| 'status'
	| 'hasCancelled'
	| 'orderedAt'
	| 'completedAt'
	| 'exportedAt';

/**
 * Columns of screening lists: those of the companion list, of Checkr's API and exports (`custom_id`,
 * `candidate.email`, `includes_canceled`), and common spellings. Results and adjudications are left out
 * on purpose: nothing may keep them (rules.md §10).
 */
export const SCREENING_COLUMNS: ReadonlyArray<ColumnRule<ScreeningField>> = [
	{
		field: 'provider',
		label: 'Provider',
		needed: false,
		names: ['provider', 'screeningprovider', 'vendor', 'supplier', 'agency'],
	},
	{
		field: 'reference',
		label: 'Report ID',
		needed: false,
		names: [
			'reportid',
			'reference',
			'referenceid',
			'referencenumber',
			'providerreference',
			'screeningid',
			'checkid',
			'orderid',
			'ordernumber',
			'caseid',
			'casenumber',
			'requestid',
			'id',
		],
	},
	{
		field: 'externalId',
		label: 'External ID',
		needed: false,
		names: [
			'externalid',
			'customid',
			'candidatecustomid',
			'opportunityid',
			'leveropportunityid',
			'contactid',
			'levercontactid',
			'leverid',
			'clientreference',
			'clientreferenceid',
			'atsid',
		],
	},
	{
		field: 'email',
		label: 'E-mail',
		needed: true,
		names: [
			'email',
			'candidateemail',
			'emailaddress',
			'candidateemailaddress',
			'applicantemail',
			'applicantemailaddress',
			'subjectemail',
			'personalemail',
			'mail',
			'emails',
		],
	},
	{
		field: 'name',
		label: 'Name',
		needed: false,
		names: [
			'name',
			'fullname',
			'candidatename',
			'candidatefullname',
			'candidate',
			'applicantname',
			'applicant',
			'subjectname',
			'subject',
		],
	},
	{
		field: 'firstName',
		label: 'First name',
		needed: false,
		names: ['firstname', 'givenname', 'candidatefirstname', 'applicantfirstname', 'forename'],
	},
	{
		field: 'lastName',
		label: 'Last name',
		needed: false,
		names: ['lastname', 'familyname', 'candidatelastname', 'applicantlastname', 'surname'],
	},
	{
		field: 'birthDate',
		label: 'Date of birth',
		needed: false,
		names: ['dateofbirth', 'birthdate', 'dob', 'candidatedob', 'candidatedateofbirth'],
	},
	{
		field: 'status',
		label: 'Status',
		needed: true,
		names: [
			'status',
			'reportstatus',
			'orderstatus',
			'screeningstatus',
			'checkstatus',
			'casestatus',
			'state',
		],
	},
	{
		field: 'hasCancelled',
		label: 'Has cancelled searches',
		needed: false,
		names: [
			'hascancelled',
			'hascanceled',
			'includescanceled',
			'includescancelled',
			'cancelledsearches',
			'canceledsearches',
		],
	},
	{
		field: 'orderedAt',
		label: 'Ordered at',
		needed: false,
		names: [
			'orderedat',
			'ordered',
			'orderdate',
			'orderedon',
			'dateordered',
			'requestedat',
			'requestdate',
			'createdat',
			'created',
			'datecreated',
			'invitedat',
			'submittedat',
		],
	},
	{
		field: 'completedAt',
		label: 'Completed at',
		needed: true,
		names: [
			'completedat',
			'completed',
			'completedon',
			'completeddate',
			'completiondate',
			'datecompleted',
			'reportcompletedat',
			'finishedat',
			'finished',
		],
	},
	{
		field: 'exportedAt',
		label: 'Exported at',
		needed: false,
		names: ['exportedat', 'exported', 'exportdate', 'exportedon', 'dateexported'],
	},
];
