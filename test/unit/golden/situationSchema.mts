import { CHECK_CELLS } from '../../../mock-lever/scenarios/cells.mts';
import { POLICY_VARIANTS } from '../../../mock-lever/scenarios/variants.mts';

/**
 * JSON Schema of a situation file, written from the types in `mock-lever/scenarios/situation.mts`. It
 * is stricter than the loader: kinds of values, patterns of ids and file-wide habits of the golden files
 * are checked here, so that a slip does not turn into a default.
 */
const text = { type: 'string', minLength: 1 };
const symbolicId = (kind: string) => ({ type: 'string', pattern: `^${kind}-[a-z0-9-]+$` });
const zone = {
	enum: ['UTC', 'Europe/Berlin', 'Europe/London', 'America/Los_Angeles', 'Asia/Tokyo'],
};

const object = (properties: Record<string, unknown>, required: string[] = []) => ({
	type: 'object',
	additionalProperties: false,
	properties,
	required,
});
const list = (items: unknown) => ({ type: 'array', items, minItems: 1 });
const nullable = (schema: unknown) => ({ anyOf: [schema, { type: 'null' }] });

const date = {
	...object({
		day: { type: 'integer' },
		businessDay: { type: 'integer' },
		from: text,
		snap: { enum: ['before', 'after'] },
		time: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' },
		zone,
		as: {
			enum: [
				'epoch',
				'epochDay',
				'epochZoneDay',
				'isoInstant',
				'isoOffset',
				'isoDate',
				'usDate',
				'euDate',
				'germanDate',
			],
		},
	}),
	oneOf: [{ required: ['day'] }, { required: ['businessDay'] }],
};

const address = {
	type: 'string',
	pattern: '^ *[A-Za-z0-9.+-]+@[Ee]xample\\.(com|COM) *$|@EXAMPLE\\.COM *$',
};
const reference = object({ ref: text }, ['ref']);
const cellText = { type: 'string' };
const listCell = { anyOf: [cellText, reference, date] };
const raw = { type: 'object' };

const contact = object(
	{
		id: symbolicId('contact'),
		name: text,
		emails: list(address),
		headline: text,
		location: text,
		isAnonymized: { type: 'boolean' },
		raw,
	},
	['id', 'name'],
);

const userOrNobody = nullable(symbolicId('user'));
const filledIn = {
	by: symbolicId('user'),
	createdAt: date,
	completedAt: nullable(date),
	deletedAt: nullable(date),
};
/** May be empty: that there are none is said so */
const anyNumber = (items: unknown) => ({ type: 'array', items });

const opportunity = object(
	{
		id: symbolicId('opp'),
		contact: symbolicId('contact'),
		posting: symbolicId('posting'),
		stage: text,
		createdAt: date,
		lastAdvancedAt: date,
		archived: nullable(object({ reason: symbolicId('reason'), at: date }, ['reason', 'at'])),
		owner: nullable(symbolicId('user')),
		location: { enum: ['Berlin', 'London', 'Los Angeles', 'Tokyo', 'Lisbon', 'Dublin', 'Porto'] },
		tags: list(text),
		confidentiality: { enum: ['non-confidential', 'confidential'] },
		emails: list(address),
		application: nullable(
			object({ email: nullable(address), hiringManager: nullable(symbolicId('user')) }),
		),
		requisition: symbolicId('req'),
		stageChanges: list(object({ stage: text, at: date, by: userOrNobody }, ['stage', 'at'])),
		dataProtection: nullable(
			object({ storeAllowed: { type: 'boolean' }, storeExpiresAt: nullable(date) }),
		),
		feedback: anyNumber(object(filledIn, ['createdAt'])),
		files: anyNumber(
			object(
				{
					name: { type: 'string', pattern: '^.+\\.[a-z]+$' },
					uploadedAt: date,
					by: userOrNobody,
				},
				['name', 'uploadedAt'],
			),
		),
		forms: anyNumber(object({ ...filledIn, title: text }, ['createdAt'])),
		notes: anyNumber(
			object({ ...filledIn, title: text, comments: list(text), secret: { type: 'boolean' } }, [
				'createdAt',
			]),
		),
		raw,
	},
	['id', 'contact'],
);

const offer = object(
	{
		id: symbolicId('offer'),
		opportunity: symbolicId('opp'),
		status: {
			enum: [
				'draft',
				'approval-sent',
				'approved',
				'sent',
				'sent-manually',
				'opened',
				'denied',
				'signed',
			],
		},
		startDate: { anyOf: [date, { type: ['string', 'number', 'null'] }] },
		candidateSignedAt: date,
		candidateEmail: nullable(address),
		companySignedAt: date,
		signedDocumentAt: nullable(date),
		createdAt: date,
		approvedAt: nullable(date),
		approved: { type: ['boolean', 'null'] },
		creator: symbolicId('user'),
		sentAt: nullable(date),
		location: nullable(text),
		jobTitle: text,
		hiringManager: nullable(symbolicId('user')),
		raw,
	},
	['id', 'opportunity'],
);

const user = object(
	{
		id: symbolicId('user'),
		name: text,
		email: address,
		accessRole: { type: ['string', 'null'] },
		createdAt: date,
		deactivatedAt: nullable(date),
		lastSignInAt: nullable(date),
		externalDirectoryId: nullable(text),
		linkedContacts: nullable(list(symbolicId('contact'))),
		jobTitle: nullable(text),
		manager: nullable(symbolicId('user')),
		raw,
	},
	['id', 'name'],
);

const jobStates = ['closed', 'draft', 'pending', 'rejected'];

const posting = object(
	{
		id: symbolicId('posting'),
		text,
		location: { enum: ['Berlin', 'London', 'Los Angeles', 'Tokyo', 'Lisbon'] },
		team: text,
		state: { enum: ['published', 'internal', ...jobStates] },
		commitment: text,
		owner: userOrNobody,
		hiringManager: userOrNobody,
		confidentiality: { enum: ['non-confidential', 'confidential'] },
		requisitionCodes: anyNumber(text),
		raw,
	},
	['id', 'text', 'location', 'team'],
);

const requisition = object(
	{
		id: symbolicId('req'),
		code: text,
		postings: list(symbolicId('posting')),
		status: { enum: ['open', 'onHold', ...jobStates] },
		headcount: { anyOf: [{ type: 'integer' }, { const: 'unlimited' }] },
		hired: { type: 'integer' },
		offers: anyNumber(symbolicId('offer')),
		employmentStatus: nullable(text),
		creator: userOrNobody,
		owner: userOrNobody,
		hiringManager: userOrNobody,
		approval: nullable(
			object({
				status: text,
				startedAt: date,
				approvedAt: nullable(date),
				approvers: list(symbolicId('user')),
			}),
		),
		createdAt: date,
		closedAt: nullable(date),
		raw,
	},
	['id', 'postings'],
);

const auditEvent = object(
	{
		type: { type: 'string', pattern: '^[a-z]+(\\.[a-zA-Z]+)?:[a-z]+$' },
		at: date,
		by: userOrNobody,
		user: symbolicId('user'),
		from: text,
		to: text,
		tokenLastFour: { type: 'string', pattern: '^.{4}$' },
		meta: raw,
	},
	['type', 'at'],
);

const screeningRow = object(
	{
		provider: text,
		report_id: text,
		external_id: listCell,
		email: address,
		name: cellText,
		date_of_birth: { type: 'string', format: 'date' },
		package: text,
		status: text,
		result: { enum: ['', 'clear', 'consider'] },
		adjudication: cellText,
		includes_canceled: { enum: ['true', 'false', ''] },
		searches: text,
		valid_until: listCell,
		ordered_at: listCell,
		completed_at: listCell,
		adjudicated_at: listCell,
		pre_adverse_at: listCell,
		post_adverse_at: listCell,
		record_type: { enum: ['check', 'attestation'] },
	},
	['name', 'ordered_at'],
);

const staffRow = object(
	{
		external_id: listCell,
		email: address,
		name: text,
		status: text,
		start_date: listCell,
		end_date: listCell,
		date_of_birth: { type: 'string', format: 'date' },
		account_created_at: listCell,
		last_sign_in_at: listCell,
		employment_type: cellText,
	},
	['external_id', 'email', 'name'],
);

const approvalRow = object(
	{
		id: text,
		type: {
			enum: [
				'exception',
				'privileged_user',
				'confirmed_match',
				'external_account',
				'role_change',
				'access_review',
			],
		},
		check_id: text,
		subject_id: reference,
		record_id: text,
		reason: text,
		compensating_control: text,
		decision: { enum: ['keep', 'change', 'remove'] },
		requested_by: address,
		approved_by: address,
		approved_at: date,
		expires_at: date,
	},
	['type', 'subject_id', 'approved_by', 'approved_at'],
);

const result = {
	status: { enum: ['pass', 'fail', 'warn', 'indeterminate', 'not_applicable', 'excepted'] },
	because: { type: 'string', pattern: '(rules\\.md §(10|[1-9])|B\\.[123])', minLength: 12 },
	reason: { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' },
};
const ofVariant = object(result, ['status', 'because']);
const cell = object(
	{
		...result,
		variants: {
			...object(Object.fromEntries(Object.keys(POLICY_VARIANTS).map((name) => [name, ofVariant]))),
			minProperties: 1,
		},
	},
	['status', 'because'],
);
const cells = (checks: readonly string[]) =>
	object(
		Object.fromEntries([...checks, ...Object.keys(CHECK_CELLS)].map((check) => [check, cell])),
		[...checks],
	);

/** @param hireChecks every check that gives one finding for each hire; `userChecks` likewise */
export const situationSchema = (hireChecks: readonly string[], userChecks: readonly string[]) =>
	object(
		{
			reference: { type: 'string', pattern: '(rules\\.md §\\d|B\\.[123])' },
			title: text,
			dates: { type: 'object', additionalProperties: date, minProperties: 1 },
			lever: object({
				contacts: list(contact),
				opportunities: list(opportunity),
				offers: list(offer),
				users: list(user),
				postings: list(posting),
				requisitions: list(requisition),
				auditEvents: list(auditEvent),
			}),
			screening: list(screeningRow),
			staff: list(staffRow),
			approvals: list(approvalRow),
			previous: object({
				offers: list(object(offer.properties, ['id'])),
				users: list(object(user.properties, ['id'])),
				screening: list(screeningRow),
			}),
			expected: object({
				hires: list(
					object({ hire: list(symbolicId('opp')), cells: cells(hireChecks) }, ['hire', 'cells']),
				),
				users: list(
					object({ user: symbolicId('user'), cells: cells(userChecks) }, ['user', 'cells']),
				),
				notInPopulation: list(
					object(
						{
							hire: list(symbolicId('opp')),
							reasonContains: text,
							because: result.because,
							cells: cells([]),
						},
						['hire', 'reasonContains', 'because'],
					),
				),
			}),
		},
		['reference', 'title', 'lever', 'expected'],
	);
