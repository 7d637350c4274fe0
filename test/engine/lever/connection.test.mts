import type { INodeParameters } from 'n8n-workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startMock } from '../../../mock-lever/index.mts';
import type { GrantOptions, KeyName, MockLever } from '../../../mock-lever/index.mts';
import type { ConnectionReport } from '../../../nodes/Lever/connection/report.ts';
import type { Credentials, NodeRun } from '../harness/index.mts';
import { runLever, schemaFields } from './support.mts';

/** Connection: Check against the mock, with each kind of credential. */

let mock: MockLever;

beforeAll(async () => {
	mock = await startMock({ scenario: 'generated', size: 200, rateLimit: false });
});
afterAll(async () => {
	await mock.close();
});

const oAuthOf = (lever: MockLever, token: object): Credentials => ({
	leverOAuth2Api: {
		clientId: lever.oauth.clientId,
		clientSecret: lever.oauth.clientSecret,
		environment: 'custom',
		baseUrl: lever.baseUrl,
		customAuthUrl: lever.oauth.authorizeUrl,
		customAccessTokenUrl: lever.oauth.tokenUrl,
		customAudience: lever.oauth.audience,
		oauthTokenData: JSON.parse(JSON.stringify(token)),
	},
});

async function check(credentials: Credentials, options: INodeParameters = {}): Promise<NodeRun> {
	return await runLever(
		{
			authentication: 'leverOAuth2Api' in credentials ? 'oAuth2' : 'apiKey',
			resource: 'connection',
			operation: 'check',
			options: { requestsPerSecond: 500, ...options },
		},
		{ credentials },
	);
}

function reportOf(run: NodeRun): ConnectionReport {
	if (run.error) throw run.error;
	expect(run.outputs[0]).toHaveLength(1);
	return run.outputs[0]?.[0]?.json as unknown as ConnectionReport;
}

const withKey = (apiKey: string, baseUrl = mock.baseUrl): Credentials => ({
	leverApi: { apiKey, environment: 'custom', baseUrl },
});
const keyReport = async (key: KeyName, options?: INodeParameters) =>
	reportOf(await check(withKey(mock.keys[key]), options));
const grantReport = async (grant: GrantOptions, options?: INodeParameters) =>
	reportOf(await check(oAuthOf(mock, mock.oauth.grant(grant)), options));

const statuses = ({ families }: ConnectionReport) =>
	Object.fromEntries(families.map(({ family, status }) => [family, status]));
const READY = {
	Access: 'ready',
	Connection: 'ready',
	Offers: 'ready',
	Pipeline: 'ready',
	Privacy: 'ready',
	Screening: 'ready',
};
const endpoint = ({ endpoints }: ConnectionReport, path: string) =>
	endpoints.find((one) => one.endpoint === path);

describe('an API key', () => {
	it('that may read everything is ready, with name and age', async () => {
		const run = await check(withKey(mock.keys.all));
		const report = reportOf(run);
		expect(report).toMatchObject({
			status: 'ready',
			summary:
				'This API key is enough for checks of Access, Connection, Offers, Pipeline, Privacy and Screening.',
			credentialKind: 'apiKey',
			environment: 'custom',
			baseUrl: mock.baseUrl,
			production: false,
			confidential: 'readable',
			key: { name: 'Reads everything', ageInDays: 40, note: '' },
			problems: [],
		});
		expect(statuses(report)).toEqual(READY);
		const unread = report.endpoints.filter(({ status }) => status !== 'readable');
		expect(unread.every(({ status }) => status === 'notTested')).toBe(true);
		expect(unread.map((one) => one.endpoint)).toEqual(
			expect.arrayContaining(['/opportunities/*/files/*/download']),
		);
		expect(run.hints.map(({ message }) => message)).toEqual([
			report.summary,
			"Not Lever's production host: what is read here is test data, not evidence.",
		]);
		expect(Object.keys(report)).toEqual(
			expect.arrayContaining(['status', 'families', 'endpoints', 'visibleByTeam', 'problems']),
		);
		for (const field of Object.keys(report)) {
			expect(schemaFields('connection', 'check')).toContain(field);
		}
		expect(JSON.stringify(run.outputs)).not.toContain(mock.keys.all);
	});

	it('asks once per endpoint, opens no document and counts with one request per team', async () => {
		const before = mock.requests().length;
		const { endpoints, visibleByTeam } = await keyReport('all');
		const sent = mock.requests().slice(before);
		expect(sent.every(({ method, path }) => method === 'GET' && !path.endsWith('/download'))).toBe(
			true,
		);
		const pages = sent.filter(({ query }) => query['limit'] === '100');
		expect(visibleByTeam.length).toBeGreaterThan(1);
		expect(pages.length).toBeLessThanOrEqual(visibleByTeam.length + 5);
		expect(sent.length - pages.length).toBeLessThanOrEqual(endpoints.length + 1);
	});

	it('without offers names the label to tick', async () => {
		const report = await keyReport('noOffers');
		expect(report.status).toBe('limited');
		expect(statuses(report)).toEqual({ ...READY, Offers: 'notPossible', Screening: 'limited' });
		expect(endpoint(report, '/opportunities/*/offers')).toEqual({
			endpoint: '/opportunities/*/offers',
			reads: 'the offers of an opportunity',
			status: 'refused',
			httpStatus: 403,
			permission: 'List opportunity offers',
			scope: 'offers:read:admin',
		});
		const said = JSON.stringify(report.problems);
		expect(said).toContain("'List opportunity offers'");
		expect(said).toContain('160 days old');
	});

	it('without confidential data says that those hires are not checked', async () => {
		const report = await keyReport('noConfidential');
		expect(report.confidential).toBe('refused');
		expect(statuses(report)).toEqual({
			Access: 'ready',
			Connection: 'limited',
			Offers: 'limited',
			Pipeline: 'limited',
			Privacy: 'limited',
			Screening: 'limited',
		});
		expect(report.problems[0]).toMatchObject({
			what: expect.stringContaining('Confidential hires are not checked.'),
			whatToDo: expect.stringContaining('access to confidential data ticked as well'),
		});
	});

	it('without users is not enough for access checks', async () => {
		expect(statuses(await keyReport('noUsers')).Access).toBe('notPossible');
	});

	it('that may not read audit events has no known age', async () => {
		const { key } = await keyReport('noAuditEvents');
		expect(key).toMatchObject({ name: null, ageInDays: null });
		expect(key?.note).toContain('audit events');
	});

	it('without any permission is refused, and still gives its item', async () => {
		const made = mock.access.keyDesk.make({
			name: 'Nothing',
			permissions: [],
			confidential: false,
		});
		const report = reportOf(await check(withKey(made.text)));
		expect(report).toMatchObject({ status: 'refused', summary: 'This API key may read nothing.' });
		expect(report.problems[0]?.what).toContain('lets it read nothing');
	});

	it('that Lever does not know stops the node with one sentence and few requests', async () => {
		const before = mock.requests().length;
		const run = await check(withKey('synthetic-unknown-key'));
		expect(run.error?.message).toBe('Lever did not accept the API key (status 401).');
		expect(mock.requests().length - before).toBeLessThanOrEqual(2);
	});

	it('for an address without Lever stops the node', async () => {
		const run = await check(withKey(mock.keys.all, mock.url));
		expect(run.error?.description).toContain("'Base URL'");
	});

	it('counts no teams when that is off', async () => {
		const { visibleByTeam, visibleByTeamCounted } = await keyReport('all', { countTeams: false });
		expect(visibleByTeam).toEqual([]);
		expect(visibleByTeamCounted).toContain('is off');
	});

	it('goes on where one endpoint does not answer', async () => {
		mock.faults.add({ fault: 'pageInsteadOfData', path: '/tags', times: Infinity });
		try {
			const report = await keyReport('all', { countTeams: false });
			expect(endpoint(report, '/tags')).toMatchObject({ status: 'noAnswer' });
			expect(report.status).toBe('limited');
			expect(JSON.stringify(report.problems)).toContain('web page');
		} finally {
			mock.faults.clear();
		}
	});
});

describe('an OAuth connection', () => {
	it('names who authorised it, the account, and its scopes, and shows no token', async () => {
		const token = mock.oauth.grant();
		const run = await check(oAuthOf(mock, token));
		const report = reportOf(run);
		expect(report).toMatchObject({
			status: 'ready',
			credentialKind: 'oAuth2',
			authorisedBy: { role: 'super admin', active: true, name: expect.any(String) },
			accountId: expect.any(String),
			tokenHost: new URL(mock.url).host,
			scopes: { missing: [] },
			problems: [],
		});
		expect(report.scopes?.granted).toContain('offers:read:admin');
		const said = JSON.stringify(run.outputs);
		expect(said).not.toContain(token.access_token);
		expect(said).not.toContain(String(token.refresh_token));
	});

	it('with few scopes says which are missing', async () => {
		const report = await grantReport({
			scopes: ['opportunities:read:admin', 'users:read:admin'],
		});
		expect(report.scopes?.missing).toEqual(
			expect.arrayContaining(['offers:read:admin', 'offline_access', 'confidential:access:admin']),
		);
		expect(statuses(report)).toMatchObject({ Access: 'ready', Offers: 'notPossible' });
		const said = JSON.stringify(report.problems);
		expect(said).toContain('offers:read:admin');
		expect(said).toContain('ends an hour after it was made');
	});

	it('given by somebody who is no Super Admin says what is seen only', async () => {
		const whole = await grantReport({});
		const report = await grantReport({ role: 'interviewer' });
		expect(report.authorisedBy).toMatchObject({ role: 'interviewer' });
		expect(report.problems.map(({ what }) => what).join(' ')).toContain(
			'you see only the opportunities that this person may see',
		);
		const sum = ({ visibleByTeam }: ConnectionReport) =>
			visibleByTeam.reduce((all, { opportunities }) => all + opportunities, 0);
		expect(sum(report)).toBeLessThan(sum(whole));
	});

	it('given by somebody who left says so', async () => {
		const other = await startMock({ scenario: 'generated', size: 30, rateLimit: false });
		try {
			const first = reportOf(await check(oAuthOf(other, other.oauth.grant())));
			const token = other.oauth.grant();
			other.world.deactivateUser({ user: first.authorisedBy?.userId ?? '' });
			const report = reportOf(await check(oAuthOf(other, token)));
			expect(report.authorisedBy).toMatchObject({ active: false });
			expect(JSON.stringify(report.problems)).toContain('is deactivated in Lever');
		} finally {
			await other.close();
		}
	});

	it('for the wrong environment is refused with what to do', async () => {
		const run = await check(oAuthOf(mock, mock.oauth.grant({ environment: 'sandbox' })));
		const said = run.error
			? `${run.error.message} ${run.error.description}`
			: JSON.stringify(run.outputs);
		expect(said).toContain("'Environment'");
	});
});
