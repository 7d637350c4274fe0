import type { IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { listSearches } from '../../../nodes/Lever/methods/listSearch.ts';
import { loadOptions } from '../../../nodes/Lever/methods/loadOptions.ts';
import { httpFault, rejection } from '../transport/support.mts';
import {
	APPLICATION,
	FEEDBACK,
	FEEDBACK_TEMPLATE,
	FILE,
	INTERVIEW,
	NOTE,
	PANEL,
	POSTING,
	PROFILE_FORM,
	PROFILE_FORM_TEMPLATE,
	REFERRAL,
	REQUISITION,
	REQUISITION_FIELD,
	RESUME,
	SOURCE,
} from './resourceSamples.mts';
import { ARCHIVE_REASON, OFFER, OPPORTUNITY, STAGE, TAG, USER } from './samples.mts';

const { searchOpportunities, searchUsers } = listSearches;
const { getArchiveReasons, getStages, getTags } = loadOptions;

/** What the editor gives a list: the node, its credential and n8n's request helper. */
function editor(
	answers: unknown[],
	opportunity: string = OPPORTUNITY.id,
): {
	context: ILoadOptionsFunctions;
	sent: IHttpRequestOptions[];
} {
	const sent: IHttpRequestOptions[] = [];
	const context = {
		getNode: () => ({ name: 'Lever', parameters: { authentication: 'apiKey' } }),
		getCurrentNodeParameter: (name: string, options?: { extractValue?: boolean }) =>
			name === 'opportunityId' && options?.extractValue === true ? opportunity : undefined,
		getCredentials: async () => await Promise.resolve({ environment: 'production' }),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => {
				const answer = answers[sent.push(request) - 1];
				return answer instanceof Error
					? await Promise.reject(answer)
					: await Promise.resolve(answer);
			},
		},
	} as unknown as ILoadOptionsFunctions;
	return { context, sent };
}

const page = (data: object[], next?: string) => ({ data, hasNext: next !== undefined, next });

describe('lists to choose from', () => {
	it('opportunities show name and headline, and link to their page', async () => {
		const { context } = editor([page([OPPORTUNITY], 'c1')]);
		expect(await searchOpportunities.call(context)).toEqual({
			results: [
				{
					name: 'Ingrid Solvang, Fjordbyte AS',
					value: OPPORTUNITY.id,
					url: OPPORTUNITY.urls.show,
				},
			],
			paginationToken: 'c1',
		});
	});

	it('an address is searched by Lever, a name is compared here', async () => {
		const byAddress = editor([page([OPPORTUNITY])]);
		await searchOpportunities.call(byAddress.context, ' ingrid.solvang@example.com ');
		expect(byAddress.sent[0]?.qs).toMatchObject({ email: 'ingrid.solvang@example.com' });

		const byName = editor([page([OPPORTUNITY, { ...OPPORTUNITY, id: 'x', name: 'Ole Berg' }])]);
		const found = await searchOpportunities.call(byName.context, 'SOLV');
		expect(found.results.map(({ value }) => value)).toEqual([OPPORTUNITY.id]);
		expect(byName.sent[0]?.qs).not.toHaveProperty('email');
	});

	it('reads on until something fits, but not the whole account at once', async () => {
		const late = editor([page([USER], 'c1'), page([{ ...USER, id: 'y', name: 'Zoe' }], 'c2')]);
		const found = await searchUsers.call(late.context, 'zoe');
		expect(found).toMatchObject({ results: [{ value: 'y' }], paginationToken: 'c2' });

		const cursors = Array.from({ length: 21 }, (_, number) => `c${number + 1}`);
		const never = editor(cursors.map((next) => page([USER], next)));
		expect(await searchUsers.call(never.context, 'nobody')).toEqual({
			results: [],
			paginationToken: 'c20',
		});
	});

	it('goes on where the last list ended', async () => {
		const { context, sent } = editor([page([USER])]);
		const { paginationToken } = await searchUsers.call(context, '', 'c7');
		expect(sent[0]?.qs).toMatchObject({ offset: 'c7', includeDeactivated: 'true' });
		expect(paginationToken).toBeUndefined();
	});

	it('users that are deactivated say so', async () => {
		const { context } = editor([page([{ ...USER, deactivatedAt: 1 }])]);
		const { results } = await searchUsers.call(context);
		expect(results[0]?.name).toBe('Marek Dvorak (deactivated)');
	});

	it('stages, tags and archive reasons are read to the end', async () => {
		const stages = editor([page([STAGE], 'c1'), page([{ id: 'lead-new', text: 'New lead' }])]);
		expect(await getStages.call(stages.context)).toEqual([
			{ name: 'Offer', value: 'offer' },
			{ name: 'New lead', value: 'lead-new' },
		]);
		const tags = editor([page([TAG])]);
		expect(await getTags.call(tags.context)).toEqual([{ name: 'Backend', value: 'Backend' }]);
		const reasons = editor([page([ARCHIVE_REASON, { ...ARCHIVE_REASON, status: 'inactive' }])]);
		expect(await getArchiveReasons.call(reasons.context)).toMatchObject([
			{ name: 'Hired', value: ARCHIVE_REASON.id },
			{ name: 'Hired (inactive)' },
		]);
	});

	it('a refusal is shown, not an empty list', async () => {
		const error = await rejection(getStages.call(editor([httpFault(403)]).context));
		expect(error).toMatchObject({
			message: 'Lever does not let this API key read stages (status 403).',
		});
	});
});

describe('every list of a resource locator', () => {
	const ofAccount: Array<
		[name: keyof typeof listSearches, path: string, record: object, shown: string]
	> = [
		[
			'searchArchiveReasons',
			'/archive_reasons',
			{ ...ARCHIVE_REASON, status: 'inactive' },
			'Hired (inactive)',
		],
		['searchFeedbackTemplates', '/feedback_templates', FEEDBACK_TEMPLATE, 'Technical interview'],
		[
			'searchPostings',
			'/postings',
			{ ...POSTING, state: 'draft' },
			'Backend Engineer, Bergen (draft)',
		],
		['searchProfileFormTemplates', '/form_templates', PROFILE_FORM_TEMPLATE, 'Background check'],
		['searchRequisitionFields', '/requisition_fields', REQUISITION_FIELD, 'Cost center'],
		[
			'searchRequisitions',
			'/requisitions',
			{ ...REQUISITION, status: 'closed' },
			'T-31, Backend Engineer (closed)',
		],
		['searchStages', '/stages', STAGE, 'Offer'],
	];
	const ofOpportunity: typeof ofAccount = [
		['searchApplications', 'applications', APPLICATION, 'posting, 2025-12-09'],
		['searchFeedback', 'feedback', FEEDBACK, 'Technical interview, 2025-12-22'],
		['searchFiles', 'files', FILE, 'screening-report.pdf, 2026-01-12'],
		['searchInterviews', 'interviews', INTERVIEW, 'Technical interview, 2025-12-22'],
		['searchNotes', 'notes', NOTE, 'References requested., 2025-12-22'],
		['searchOffers', 'offers', OFFER, 'signed, 2026-01-05'],
		['searchPanels', 'panels', PANEL, 'Technical, 2025-12-22'],
		['searchProfileForms', 'forms', PROFILE_FORM, 'Background check, 2026-01-12'],
		['searchReferrals', 'referrals', REFERRAL, 'Referral, 2025-12-09'],
		['searchResumes', 'resumes', { ...RESUME, file: null }, 'Without file, 2025-12-09'],
	];

	it.each([
		...ofAccount,
		...ofOpportunity.map(
			([name, collection, ...rest]) =>
				[name, `/opportunities/${OPPORTUNITY.id}/${collection}`, ...rest] as const,
		),
	])('%s reads %s', async (name, path, record, shown) => {
		const { context, sent } = editor([page([record])]);
		const { results } = await listSearches[name].call(context);
		expect(results).toMatchObject([{ name: shown, value: 'id' in record && record.id }]);
		expect(sent[0]?.url).toBe(`https://api.lever.co/v1${path}`);
	});

	it('has a test', () => {
		const tested = [...ofAccount, ...ofOpportunity].map(([name]) => name);
		expect([...tested, 'searchOpportunities', 'searchUsers'].sort()).toEqual(
			Object.keys(listSearches).sort(),
		);
	});

	it('of an opportunity asks for the opportunity first', async () => {
		const error = await rejection(listSearches.searchNotes.call(editor([], ' ').context));
		expect(error).toMatchObject({
			message: expect.stringContaining('Choose the opportunity first') as string,
		});
	});
});

describe('lists that several values are chosen from', () => {
	it('postings, sources and the users of audit events', async () => {
		expect(await loadOptions.getPostings.call(editor([page([POSTING])]).context)).toEqual([
			{ name: 'Backend Engineer', value: POSTING.id, description: 'Platform, Bergen' },
		]);
		expect(await loadOptions.getSources.call(editor([page([SOURCE])]).context)).toEqual([
			{ name: 'Job site', value: 'Job site' },
		]);
		const users = editor([page([{ ...USER, deactivatedAt: 1 }])]);
		expect(await loadOptions.getAuditUsers.call(users.context)).toMatchObject([
			{ name: 'No User', value: 'null' },
			{ name: 'Marek Dvorak (deactivated)', value: USER.id },
		]);
		expect(users.sent[0]?.qs).toMatchObject({ includeDeactivated: 'true' });
	});
});
