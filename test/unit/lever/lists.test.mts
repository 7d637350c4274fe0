import type { IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { listSearches } from '../../../nodes/Lever/methods/listSearch.ts';
import { loadOptions } from '../../../nodes/Lever/methods/loadOptions.ts';
import { httpFault, rejection } from '../transport/support.mts';
import { ARCHIVE_REASON, OPPORTUNITY, STAGE, TAG, USER } from './samples.mts';

const { searchOpportunities, searchUsers } = listSearches;
const { getArchiveReasons, getStages, getTags } = loadOptions;

/** What the editor gives a list: the node, its credential and n8n's request helper. */
function editor(answers: unknown[]): {
	context: ILoadOptionsFunctions;
	sent: IHttpRequestOptions[];
} {
	const sent: IHttpRequestOptions[] = [];
	const context = {
		getNode: () => ({ name: 'Lever', parameters: { authentication: 'apiKey' } }),
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

		const never = editor(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((next) => page([USER], next)));
		expect(await searchUsers.call(never.context, 'nobody')).toEqual({
			results: [],
			paginationToken: 'c5',
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
