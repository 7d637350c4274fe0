import type { ColumnRule } from '../table/recogniseColumns';

export type StaffField =
	| 'reference'
	| 'email'
	| 'workEmail'
	| 'personalEmail'
	| 'name'
	| 'firstName'
	| 'lastName'
	| 'birthDate'
	| 'status'
	| 'startDate'
	| 'endDate'
	| 'employmentType'
	| 'jobTitle'
	| 'department'
	| 'accountCreatedAt'
	| 'lastSignInAt'
	| 'exportedAt';

/** Columns of staff lists: those of the companion list, and common spellings of HR systems. */
export const STAFF_COLUMNS: ReadonlyArray<ColumnRule<StaffField>> = [
	{
		field: 'reference',
		label: 'External ID',
		needed: false,
		names: [
			'externalid',
			'employeeid',
			'employeenumber',
			'staffid',
			'staffnumber',
			'personnelnumber',
			'workerid',
			'personid',
			'externaldirectoryid',
			'id',
		],
	},
	{
		field: 'email',
		label: 'E-mail',
		needed: true,
		names: [
			'email',
			'emailaddress',
			'workemail',
			'workemailaddress',
			'businessemail',
			'companyemail',
			'mail',
			'userprincipalname',
			'emails',
		],
	},
	{
		field: 'workEmail',
		label: 'Work e-mail',
		needed: false,
		names: ['workemail', 'workemailaddress', 'businessemail', 'companyemail'],
	},
	{
		field: 'personalEmail',
		label: 'Personal e-mail',
		needed: false,
		names: ['personalemail', 'personalemailaddress', 'homeemail', 'privateemail'],
	},
	{
		field: 'name',
		label: 'Name',
		needed: false,
		names: ['name', 'fullname', 'employeename', 'employee', 'displayname', 'worker'],
	},
	{
		field: 'firstName',
		label: 'First name',
		needed: false,
		names: ['firstname', 'givenname', 'forename', 'preferredfirstname'],
	},
	{
		field: 'lastName',
		label: 'Last name',
		needed: false,
		names: ['lastname', 'familyname', 'surname'],
	},
	{
		field: 'birthDate',
		label: 'Date of birth',
		needed: false,
		names: ['dateofbirth', 'birthdate', 'dob'],
	},
	{
		field: 'status',
		label: 'Status',
		needed: true,
		names: [
			'status',
			'employmentstatus',
			'employeestatus',
			'workerstatus',
			'staffstatus',
			'accountstatus',
			'state',
		],
	},
	{
		field: 'startDate',
		label: 'Start date',
		needed: false,
		names: [
			'startdate',
			'start',
			'startedat',
			'hiredate',
			'datehired',
			'dateofhire',
			'employmentstartdate',
			'joindate',
			'joiningdate',
			'firstday',
			'originalhiredate',
		],
	},
	{
		field: 'endDate',
		label: 'End date',
		needed: true,
		names: [
			'enddate',
			'end',
			'endedat',
			'terminationdate',
			'dateterminated',
			'employmentenddate',
			'leavedate',
			'leavingdate',
			'lastday',
			'lastworkingday',
			'exitdate',
		],
	},
	{
		field: 'employmentType',
		label: 'Employment type',
		needed: false,
		names: [
			'employmenttype',
			'employeetype',
			'workertype',
			'stafftype',
			'contracttype',
			'persontype',
			'workertypename',
		],
	},
	{
		field: 'jobTitle',
		label: 'Job title',
		needed: false,
		names: ['jobtitle', 'positiontitle', 'businesstitle', 'position', 'title'],
	},
	{
		field: 'department',
		label: 'Department',
		needed: false,
		names: ['department', 'departmentname', 'division', 'team', 'orgunit', 'organisationalunit'],
	},
	{
		// Not `createdAt`: in an HR system that is when the record of the person was made.
		field: 'accountCreatedAt',
		label: 'Account created at',
		needed: false,
		names: [
			'accountcreatedat',
			'accountcreated',
			'accountcreatedon',
			'accountcreationdate',
			'accountcreationtime',
			'usercreatedat',
			'createddatetime',
		],
	},
	{
		field: 'lastSignInAt',
		label: 'Last sign-in at',
		needed: false,
		names: [
			'lastsigninat',
			'lastsignin',
			'lastsignindate',
			'lastsignindatetime',
			'signinactivitylastsignindatetime',
			'lastlogin',
			'lastloginat',
			'lastlogindate',
			'lastlogintime',
			'lastloggedin',
			'lastseen',
			'lastseenat',
			'lastactive',
			'lastactiveat',
		],
	},
	{
		field: 'exportedAt',
		label: 'Exported at',
		needed: false,
		names: ['exportedat', 'exported', 'exportdate', 'exportedon', 'dateexported'],
	},
];
