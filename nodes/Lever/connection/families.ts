import type { EndpointAccess, EndpointStatus, FamilyAccess } from './report';

/** An endpoint that a family of checks can do without, and what it is worse at then: a sentence. */
type Better = readonly [endpoint: string, otherwise: string];

interface FamilyNeeds {
	/** As in 'Checks' of Lever Compliance */
	family: string;
	/** Endpoints without which no check of the family can be decided */
	required: readonly string[];
	better: readonly Better[];
	/** Whether confidential opportunities belong to what is checked */
	confidential: boolean;
}

const FOR_HIRES: readonly Better[] = [
	['/archive_reasons', 'Hires are found by their stage and signed offer only.'],
	['/stages', 'Hires in the stages after Offer may be missing.'],
	[
		'/opportunities/*/applications',
		'Postings and hiring managers of hires may be missing, and addresses that only stand in applications.',
	],
];

/** What *Evidence: Collect* reads for each family of checks. */
const FAMILIES: readonly FamilyNeeds[] = [
	{ family: 'Access', required: ['/users'], better: [], confidential: false },
	{
		family: 'Connection',
		required: ['/opportunities'],
		better: [
			['/users', 'Whether an active Super Admin gave the connection is not known.'],
			['/audit_events', 'How old a key is must be said in the policy.'],
		],
		confidential: true,
	},
	{
		family: 'Offers',
		required: ['/opportunities', '/opportunities/*/offers'],
		better: FOR_HIRES,
		confidential: true,
	},
	{
		family: 'Pipeline',
		required: ['/opportunities'],
		better: [
			['/archive_reasons', 'Hires are found by their stage and signed offer only.'],
			['/stages', 'Which stages were skipped is not known.'],
			['/opportunities/*/feedback', 'Whether interviewers gave feedback is not checked.'],
		],
		confidential: true,
	},
	{
		family: 'Privacy',
		required: ['/opportunities'],
		better: [
			['/opportunities/*/files', 'Names of files are not looked through.'],
			['/opportunities/*/forms', 'Names of profile forms are not looked through.'],
			['/opportunities/*/notes', 'Notes are not looked through.'],
		],
		confidential: true,
	},
	{
		family: 'Screening',
		required: ['/opportunities'],
		better: [
			['/opportunities/*/offers', 'First days of work are known from the staff list only.'],
			...FOR_HIRES,
			['/contacts/*', 'People are matched with a screening list by fewer addresses.'],
			['/tags', 'Tags about screening are not compared with the screening list.'],
		],
		confidential: true,
	},
];

/** Endpoints that checks read. */
export const ENDPOINTS_OF_CHECKS: ReadonlySet<string> = new Set(
	FAMILIES.flatMap(({ required, better }) => [...required, ...better.map(([one]) => one)]),
);

/**
 * What each family of checks can do with this credential.
 *
 * @param allow how to get what is refused, in a sentence; empty when nothing is
 */
export function familiesWith(
	endpoints: readonly EndpointAccess[],
	confidential: EndpointStatus,
	allow: (refused: readonly EndpointAccess[], confidential: boolean) => string,
): FamilyAccess[] {
	const missing = new Map(
		endpoints.filter(({ status }) => status !== 'readable').map((one) => [one.endpoint, one]),
	);
	return FAMILIES.map(({ family, required, better, confidential: wanted }): FamilyAccess => {
		const lacks = [...required, ...better.map(([endpoint]) => endpoint)].flatMap(
			(endpoint) => missing.get(endpoint) ?? [],
		);
		const stopped = lacks.filter((one) => required.includes(one.endpoint) && !isUntried(one));
		const whys = [
			...better.filter(([one]) => isWithout(missing.get(one))).map(([, otherwise]) => otherwise),
			...(wanted && confidential !== 'readable' ? ['Confidential hires are not checked.'] : []),
			...lacks.filter(isUntried).map(({ reads, note = '' }) => `Not tried: ${reads}. ${note}`),
		];
		const whatToDo = allow(
			lacks.filter(({ status }) => status === 'refused'),
			wanted && confidential === 'refused',
		);
		if (stopped.length > 0) {
			const why = `Without ${stopped.map(({ reads }) => reads).join(' and ')} nothing can be checked.`;
			return { family, status: 'notPossible', why, whatToDo };
		}
		if (whys.length > 0) return { family, status: 'limited', why: whys.join(' '), whatToDo };
		return { family, status: 'ready', why: 'Everything it needs can be read.', whatToDo };
	});
}

function isUntried({ status }: EndpointAccess): boolean {
	return status === 'notTested';
}

function isWithout(access: EndpointAccess | undefined): boolean {
	return access !== undefined && !isUntried(access);
}
