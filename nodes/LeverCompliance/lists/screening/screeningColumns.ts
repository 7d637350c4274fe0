import type { ColumnRule } from '../table/recogniseColumns';

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
	| 'package'
	| 'components'
	| 'result'
	| 'adjudication'
	| 'adjudicatedAt'
	| 'preAdverseAt'
	| 'postAdverseAt'
	| 'validUntil'
	| 'recordType'
	| 'exportedAt';

/**
 * Columns of screening lists: those of the companion list, of Checkr's API and exports (`custom_id`,
 * `candidate.email`, `includes_canceled`), and common spellings.
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
		field: 'package',
		label: 'Package',
		needed: false,
		names: ['package', 'packagename', 'packageslug', 'screeningpackage', 'checkpackage'],
	},
	{
		field: 'components',
		label: 'Searches',
		needed: false,
		names: ['components', 'searches', 'screenings', 'checks', 'services', 'products'],
	},
	{
		field: 'result',
		label: 'Result',
		needed: false,
		names: ['result', 'results', 'reportresult', 'overallresult', 'screeningresult', 'outcome'],
	},
	{
		field: 'adjudication',
		label: 'Adjudication',
		needed: false,
		names: ['adjudication', 'adjudicationstatus', 'adjudicationresult', 'hiringdecision'],
	},
	{
		field: 'adjudicatedAt',
		label: 'Adjudicated at',
		needed: false,
		names: ['adjudicatedat', 'adjudicatedon', 'adjudicationdate', 'dateadjudicated'],
	},
	{
		field: 'preAdverseAt',
		label: 'Pre-adverse notice at',
		needed: false,
		names: ['preadverseat', 'preadverseactionat', 'preadversedate', 'preadverseactiondate'],
	},
	{
		field: 'postAdverseAt',
		label: 'Adverse notice at',
		needed: false,
		names: [
			'postadverseat',
			'postadverseactionat',
			'postadversedate',
			'postadverseactiondate',
			'adverseactionat',
			'adverseactiondate',
		],
	},
	{
		field: 'validUntil',
		label: 'Valid until',
		needed: false,
		names: ['validuntil', 'validto', 'expirydate', 'expirationdate', 'expiresat', 'expireson'],
	},
	{
		field: 'recordType',
		label: 'Record type',
		needed: false,
		names: ['recordtype', 'evidencetype'],
	},
	{
		field: 'exportedAt',
		label: 'Exported at',
		needed: false,
		names: ['exportedat', 'exported', 'exportdate', 'exportedon', 'dateexported'],
	},
];

/** Columns that are read only where the policy states a lawful basis (rules.md §5, §10). */
export const RESULT_FIELDS: ReadonlySet<ScreeningField> = new Set<ScreeningField>([
	'result',
	'adjudication',
	'adjudicatedAt',
	'preAdverseAt',
	'postAdverseAt',
]);
