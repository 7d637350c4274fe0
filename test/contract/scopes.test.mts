import { describe, expect, test } from 'vitest';
import { bearer, send } from '../unit/mock/client.mts';
import { useMock } from './support/account.mts';
import { READS, realPaths } from './support/paths.mts';

/** The table of §1.4: resource, whether it can be read, whether it can be written. */
const SCOPES: ReadonlyArray<[resource: string, read: boolean, write: boolean]> = [
	['applications', true, false],
	['archive_reasons', true, false],
	['audit_events', true, false],
	['contact', true, true],
	['diversity_surveys', true, false],
	['eeo_responses', true, false],
	['eeo_responses_pii', true, false],
	['feedback', true, true],
	['feedback_templates', true, true],
	['files', true, true],
	['forms', true, true],
	['form_templates', true, true],
	['groups', true, true],
	['interviews', true, true],
	['notes', true, true],
	['offers', true, false],
	['opportunities', true, true],
	['panels', true, true],
	['permissions', true, true],
	['postings', true, true],
	['referrals', true, false],
	['requisitions', true, true],
	['requisition_fields', true, true],
	['resumes', true, false],
	['roles', true, true],
	['sources', true, false],
	['stages', true, false],
	['tags', true, false],
	['tasks', true, false],
	['uploads', false, true],
	['users', true, true],
	['webhooks', true, true],
];

describe('§1.4 scopes [doc]', () => {
	const account = useMock();
	const known = (scope: string) => () => account.mock.oauth.grant({ scopes: [scope] });

	test.each(SCOPES)('%s: read %s, write %s', (resource, read, write) => {
		if (read) expect(known(`${resource}:read:admin`)).not.toThrow();
		else expect(known(`${resource}:read:admin`)).toThrow();
		if (write) expect(known(`${resource}:write:admin`)).not.toThrow();
		else expect(known(`${resource}:write:admin`)).toThrow();
	});

	test('offline_access and confidential:access:admin exist', () => {
		expect(known('offline_access')).not.toThrow();
		expect(known('confidential:access:admin')).not.toThrow();
	});

	test.each(['contacts:read:admin', 'tags:read', 'opportunities:read', 'everything'])(
		'%s does not exist',
		(scope) => {
			expect(known(scope)).toThrow();
		},
	);

	test('confidential data needs confidential:access:admin beside the scope', async () => {
		const path = '/opportunities?confidentiality=all&limit=1';
		const read = 'opportunities:read:admin';
		const status = async (scopes: string[]) => {
			const { access_token: token } = account.mock.oauth.grant({ scopes });
			return (await send(account.mock, path, { authorization: bearer(token) })).status;
		};
		expect(await status([read])).toBe(403);
		expect(await status([read, 'confidential:access:admin'])).toBe(200);
	});

	test('[guess] each read needs the scope of the last collection in its path, and no other', async () => {
		const { mock } = account;
		const real = await realPaths(mock);
		const all = SCOPES.filter(([, read]) => read).map(([resource]) => `${resource}:read:admin`);
		const differ: string[] = [];
		for (const { path, scope } of READS) {
			const own = `${scope}:read:admin`;
			const asked = async (scopes: string[]) => {
				const { access_token: token } = mock.oauth.grant({
					scopes: [...scopes, 'confidential:access:admin'],
				});
				const options = { authorization: bearer(token), redirect: 'manual' } as const;
				return (await send(mock, real(path), options)).status;
			};
			const alone = await asked([own]);
			const without = await asked(all.filter((one) => one !== own));
			if (![200, 302].includes(alone) || without !== 403) {
				differ.push(`${path}: with ${own} alone ${alone}, with all others ${without}`);
			}
		}
		expect(differ).toEqual([]);
	});
});
