import { describe, expect, it } from 'vitest';

import type { ConnectionFacts, EndpointRead, User } from '../../../nodes/shared/contracts/index.ts';
import { aHired, aUser, check, REFUSED, type Company } from '../run/company.mts';
import { eventOf } from './accessCompany.mts';
import { cases } from './cases.mts';

const ALL: Record<string, EndpointRead> = Object.fromEntries(
	[
		'/opportunities',
		'/opportunities/*/offers',
		'/users',
		'/stages',
		'/archive_reasons',
		'/opportunities/*/applications',
		'/opportunities/*/feedback',
		'/contacts/*',
		'/tags',
		'/postings',
		'/requisitions',
		'/audit_events',
	].map((path) => [path, 'allowed']),
);

const connected = (facts: Partial<ConnectionFacts> = {}, more: Company = {}): Company => ({
	...more,
	read: {
		connections: [
			{
				kind: 'connection',
				connectionId: 'connection',
				credentialKind: 'apiKey',
				scopes: null,
				authorisedBy: null,
				keyLastFour: null,
				reads: ALL,
				confidentialVisible: true,
				collectionId: '6'.repeat(64),
				rawSha256: '6'.repeat(64),
				...facts,
			},
		],
		...more.read,
	},
});
const reads = (path: string, read: EndpointRead) => connected({ reads: { ...ALL, [path]: read } });
const UNKNOWN: Company = { read: { connections: [] } };

describe('CON-01', () => {
	cases('CON-01', [
		['everything allowed', connected(), 'pass permissions-complete'],
		['users refused', reads('/users', 'forbidden'), 'fail permission-missing'],
		['users not answered', reads('/users', 'unknown'), 'indeterminate not-answered'],
		['postings refused', reads('/postings', 'forbidden'), 'warn useful-permission-missing'],
		[
			'an add-on that was not bought',
			reads('/audit_events', 'forbidden'),
			'pass permissions-complete',
		],
		['nothing found out', UNKNOWN, 'indeterminate connection-unknown'],
	]);

	it('names permissions of a key, and scopes of an app', () => {
		const refused = { reads: { ...ALL, '/users': 'forbidden' as const } };
		expect(check(connected(refused)).of('CON-01').message).toContain("'List users'");
		expect(
			check(connected({ ...refused, credentialKind: 'oAuth2' })).of('CON-01').message,
		).toContain("'users:read:admin'");
	});

	it('is not set up where Collect did not look', () => {
		const { run } = check({});
		for (const id of ['CON-01', 'CON-02', 'CON-03', 'CON-04']) {
			expect(run.checks.find((one) => one.id === id)?.verdict).toBe('notSetUp');
		}
	});
});

describe('CON-02', () => {
	const by = (user: Partial<User> | null, authorisedBy: string | null = 'user-a'): Company =>
		connected(
			{ credentialKind: 'oAuth2', authorisedBy },
			{ users: user ? [aUser('a', user)] : [] },
		);
	cases('CON-02', [
		['an active Super Admin', by({ accessRole: 'Super Admin' }), 'pass authorised-by-super-admin'],
		['an Admin', by({ accessRole: 'admin' }), 'fail authoriser-no-super-admin'],
		['a custom role', by({ accessRole: '3f1c' }), 'fail authoriser-no-super-admin'],
		['no role', by({ accessRole: '' }), 'indeterminate role-not-set'],
		[
			'deactivated',
			by({ accessRole: 'super admin', deactivatedAt: 1 }),
			'fail authoriser-deactivated',
		],
		['nobody knows who', by({}, null), 'indeterminate authoriser-unknown'],
		['none of the users', by(null), 'fail authoriser-not-a-user'],
		[
			'none of the users that were read before Lever stopped',
			{ ...by(null), collections: { users: REFUSED } },
			'indeterminate read-incomplete',
		],
		['an API key', connected(), 'not_applicable api-key'],
		['nothing found out', UNKNOWN, 'indeterminate connection-unknown'],
	]);
});

describe('CON-03 (evidence date: Monday, 2 November 2026)', () => {
	const made = (day: string, tokenLastFour = 'ab12') =>
		eventOf('key:added', `${day}T12:00:00Z`, { tokenLastFour });
	const key = (...days: string[]): Company =>
		connected({ keyLastFour: 'ab12' }, { read: { auditEvents: days.map((day) => made(day)) } });
	const stated = (keyCreatedOn: string): Company =>
		connected({}, { policy: { connection: { keyCreatedOn } } });
	cases('CON-03', [
		['90 days', key('2026-08-04'), 'pass key-recent'],
		['91 days', key('2026-08-03'), 'fail key-too-old'],
		['the newest key that ends so', key('2026-01-03', '2026-10-03'), 'pass key-recent'],
		[
			'another key',
			connected({ keyLastFour: 'ab12' }, { read: { auditEvents: [made('2026-10-03', 'zz99')] } }),
			'indeterminate age-unknown',
		],
		['the day of the policy', stated('2026-08-04'), 'pass key-recent'],
		['too old by the policy', stated('2026-08-03'), 'fail key-too-old'],
		['a day to come', stated('2026-11-03'), 'indeterminate made-in-the-future'],
		['nobody says', connected(), 'indeterminate age-unknown'],
		[
			'the audit events before the policy',
			{ ...key('2026-01-03'), policy: { connection: { keyCreatedOn: '2026-10-03' } } },
			'fail key-too-old',
		],
		['OAuth', connected({ credentialKind: 'oAuth2' }), 'not_applicable no-api-key'],
		['nothing found out', UNKNOWN, 'indeterminate connection-unknown'],
	]);
});

describe('CON-04', () => {
	const team = (id: string) => ({ kind: 'teamOpportunity' as const, id, team: 'Platform' });
	const withTeam = (id: string, facts: Partial<ConnectionFacts> = {}, more: Company = {}) =>
		connected(facts, {
			hires: [aHired()],
			policy: { connection: { sentinels: [team(id)] } },
			collections: { records: {} },
			...more,
		});
	cases('CON-04', [
		['sees the team', withTeam('opp-a'), 'pass sees-everything-known'],
		['does not see the team', withTeam('opp-z'), 'fail team-not-visible'],
		[
			'does not see it in a read that was cut off',
			withTeam(
				'opp-z',
				{},
				{
					collections: { records: { complete: false, incompleteBecause: 'It ended early.' } },
				},
			),
			'indeterminate read-incomplete',
		],
		[
			'the pipeline was not read',
			withTeam('opp-z', {}, { collections: {} }),
			'warn teams-not-testable',
		],
		['no team named', connected(), 'warn no-team-sentinels'],
		[
			'confidential records refused',
			withTeam('opp-a', { confidentialVisible: false }),
			'fail confidential-not-visible',
		],
		[
			'confidential records not known',
			withTeam('opp-a', { confidentialVisible: null }),
			'indeterminate confidential-unknown',
		],
		['nothing found out', UNKNOWN, 'indeterminate connection-unknown'],
	]);

	it.each(['2026-11-01T12:00:00.000Z', '2026-11-02T06:00:00.000Z'])(
		'is excepted by no approval, since nobody knows when it began: %s',
		(asOf) => {
			const approval = {
				type: 'exception',
				id: 'A-1',
				check_id: 'CON-04',
				subject_id: 'account',
				reason: 'Another key is on its way',
				compensating_control: 'reduced_access',
				requested_by: 'one@example.com',
				approved_by: 'two@example.com',
				approved_at: '2026-11-01',
				expires_at: '2027-01-01',
			};
			const company = connected({ confidentialVisible: false }, { asOf, approvals: [approval] });
			const finding = check(company).of('CON-04');
			expect(finding.status).toBe('fail');
			expect(finding.message).toContain('it cannot be told when the deviation began');
		},
	);
});
