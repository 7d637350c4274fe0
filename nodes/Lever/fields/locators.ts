import type { IExecuteFunctions, INodeProperties, INodePropertyMode } from 'n8n-workflow';

/** Ids are UUIDs; stages, requisition fields and old records may have other plain words (lever-api.md §5). */
const ID_FORM = '^\\s*[A-Za-z0-9][A-Za-z0-9_-]*\\s*$';

const CANDIDATE_PAGE =
	'https?:\\/\\/hire\\.(?:sandbox\\.)?lever\\.co\\/candidates\\/([A-Za-z0-9_-]+)';

const JOB_PAGE =
	'https?:\\/\\/jobs\\.(?:sandbox\\.|eu\\.)?lever\\.co\\/[^\\/\\s]+\\/([A-Za-z0-9_-]+)';

interface Locator {
	displayName: string;
	/** Name of the node parameter, part of saved workflows */
	name: string;
	/** With article, for the placeholder of the list: "an opportunity" */
	one: string;
	description: string;
	/** Method that fills the list (methods/listSearch.ts) */
	search: string;
	/** Example of an id that is no UUID */
	example?: string;
	page?: PageAddress;
}

/** A page of Lever whose address holds the id. */
interface PageAddress {
	/** With the id as its first group */
	regex: string;
	example: string;
	/** What is at that address: "a candidate's page in Lever" */
	what: string;
}

/** Which record: from the list, by the address of its page where there is one, or by id. */
function locator({ displayName, name, one, description, search, example, page }: Locator) {
	const modes: INodePropertyMode[] = [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list' as const,
			placeholder: `Choose ${one}…`,
			typeOptions: { searchListMethod: search, searchable: true },
		},
		...(page ? [urlMode(page)] : []),
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string' as const,
			placeholder: `e.g. ${example ?? '3f1c8a52-6b0d-4e7e-9a41-0c5d2f6b7e10'}`,
			validation: [
				{
					type: 'regex',
					properties: {
						regex: ID_FORM,
						errorMessage: 'A Lever ID has letters, digits, hyphens and underscores',
					},
				},
			],
		},
	];
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		modes,
	} satisfies INodeProperties;
}

function urlMode({ regex, example, what }: PageAddress): INodePropertyMode {
	return {
		displayName: 'By URL',
		name: 'url',
		type: 'string' as const,
		placeholder: `e.g. ${example}`,
		extractValue: { type: 'regex', regex },
		validation: [
			{
				type: 'regex',
				properties: {
					regex: `${regex}.*`,
					errorMessage: `The address of ${what} looks different`,
				},
			},
		],
	};
}

export const opportunityLocator: INodeProperties = locator({
	displayName: 'Opportunity',
	name: 'opportunityId',
	one: 'an opportunity',
	description:
		"One person's candidacy in Lever; its ID is the last part of the page's address. Lever finds people by their full email address only: a search for a name looks through the first 2,000 candidacies.",
	search: 'searchOpportunities',
	page: {
		regex: CANDIDATE_PAGE,
		example: 'https://hire.lever.co/candidates/3f1c8a52-6b0d-4e7e-9a41-0c5d2f6b7e10',
		what: "a candidate's page in Lever",
	},
});

export const userLocator: INodeProperties = locator({
	displayName: 'User',
	name: 'userId',
	one: 'a user',
	description: 'Account of a person who works in Lever, deactivated ones included',
	search: 'searchUsers',
});

export const postingLocator: INodeProperties = locator({
	displayName: 'Posting',
	name: 'postingId',
	one: 'a posting',
	description: 'A job as it is published, or a draft of it',
	search: 'searchPostings',
	page: {
		regex: JOB_PAGE,
		example: 'https://jobs.lever.co/acme-demo/9e27d5b6-40f8-4c13-a7e2-3b6c910d8f45',
		what: 'a published job',
	},
});

export const requisitionLocator: INodeProperties = locator({
	displayName: 'Requisition',
	name: 'requisitionId',
	one: 'a requisition',
	description: 'Approved headcount that postings belong to',
	search: 'searchRequisitions',
});

export const requisitionFieldLocator: INodeProperties = locator({
	displayName: 'Requisition Field',
	name: 'requisitionFieldId',
	one: 'a requisition field',
	description: 'Field that your company has added to its requisitions',
	search: 'searchRequisitionFields',
	example: 'cost_center',
});

export const stageLocator: INodeProperties = locator({
	displayName: 'Stage',
	name: 'stageId',
	one: 'a stage',
	description: 'Step of the pipeline',
	search: 'searchStages',
	example: 'applicant-new',
});

export const archiveReasonLocator: INodeProperties = locator({
	displayName: 'Archive Reason',
	name: 'archiveReasonId',
	one: 'an archive reason',
	description: 'Why opportunities are archived',
	search: 'searchArchiveReasons',
});

export const feedbackTemplateLocator: INodeProperties = locator({
	displayName: 'Feedback Template',
	name: 'feedbackTemplateId',
	one: 'a feedback template',
	description: 'Form that interviewers fill in',
	search: 'searchFeedbackTemplates',
});

export const profileFormTemplateLocator: INodeProperties = locator({
	displayName: 'Profile Form Template',
	name: 'profileFormTemplateId',
	one: 'a profile form template',
	description: 'Form that is filled in on profiles',
	search: 'searchProfileFormTemplates',
});

/** A record that belongs to the chosen opportunity: its list needs the opportunity. */
function ofOpportunity(displayName: string, one: string, search: string): INodeProperties {
	const words = displayName.replaceAll(' ', '');
	return locator({
		displayName,
		name: `${words.charAt(0).toLowerCase()}${words.slice(1)}Id`,
		one,
		description: 'Choose the opportunity first: the list shows what belongs to it',
		search,
	});
}

export const applicationLocator = ofOpportunity(
	'Application',
	'an application',
	'searchApplications',
);
export const feedbackLocator = ofOpportunity('Feedback', 'a feedback form', 'searchFeedback');
export const fileLocator = ofOpportunity('File', 'a file', 'searchFiles');
export const interviewLocator = ofOpportunity('Interview', 'an interview', 'searchInterviews');
export const noteLocator = ofOpportunity('Note', 'a note', 'searchNotes');
export const offerLocator = ofOpportunity('Offer', 'an offer', 'searchOffers');
export const panelLocator = ofOpportunity('Panel', 'a panel', 'searchPanels');
export const profileFormLocator = ofOpportunity(
	'Profile Form',
	'a profile form',
	'searchProfileForms',
);
export const referralLocator = ofOpportunity('Referral', 'a referral', 'searchReferrals');
export const resumeLocator = ofOpportunity('Resume', 'a resume', 'searchResumes');

/** The id that a resource locator or a plain field stands for, whatever its mode. */
export function locatedId(context: IExecuteFunctions, name: string, itemIndex: number): string {
	return String(context.getNodeParameter(name, itemIndex, '', { extractValue: true })).trim();
}
