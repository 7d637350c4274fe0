import { describe, expect, it } from 'vitest';

import { aHired, check, employed, millis, REFUSED, screened, type Company } from './company.mts';
import type { LeverCollection } from '../../../nodes/shared/contracts/index.ts';

const INCOMPLETE = { complete: false, incompleteBecause: 'The list ended early.' };
const OTHER = screened('nobody-here', { name: 'Somebody Else' });

const REPORT = {
	object: 'report',
	id: 'report-1',
	status: 'complete',
	created_at: '2026-09-20T08:00:00Z',
	completed_at: '2026-10-01T12:00:00Z',
	candidate: { object: 'candidate', id: 'candidate-1', email: 'x@example.com' },
};

describe('an incomplete read (rules.md §1)', () => {
	const hires = { collections: { hires: INCOMPLETE } };

	it('takes away a pass', () => {
		const finding = check({ hires: [aHired()], screening: [screened()], ...hires }).of('SCR-02');
		expect(finding).toMatchObject({
			status: 'indeterminate',
			reasonCode: 'read-incomplete',
			observed: { incompleteRead: 'hires', withoutIt: 'completed-in-time' },
		});
		expect(finding.message).toContain('The list ended early.');
	});

	it('takes away a fail by absence, and leaves one that was read', () => {
		const missing = check({ hires: [aHired()], screening: [OTHER], ...hires });
		expect(missing.of('SCR-01').status).toBe('indeterminate');
		const late = check({
			hires: [aHired()],
			screening: [screened('a', { completed_at: '2026-10-14' })],
			...hires,
		});
		expect(late.of('SCR-02')).toMatchObject({ status: 'fail', basis: 'presence' });
	});

	it('takes away an absence when other addresses of the contact could not be read', () => {
		const company: Company = { hires: [aHired()], collections: { identities: INCOMPLETE } };
		expect(check({ ...company, screening: [OTHER] }).of('SCR-01').status).toBe('indeterminate');
		expect(check({ ...company, screening: [screened()] }).of('SCR-01').status).toBe('pass');
	});

	it('is one with records that came twice and nothing explains it (rules.md §8)', () => {
		const doubled = { records: 12, uniqueIds: 10, duplicates: 2 };
		const company: Company = { hires: [aHired()], screening: [screened()] };
		const { of, run, summary } = check({ ...company, collections: { hires: doubled } });
		expect(of('SCR-01').status).toBe('indeterminate');
		expect(run.shortfalls).toEqual([
			{ purpose: 'hires', reason: 'incomplete', text: expect.stringContaining('twice') },
		]);
		expect(run.notices[0]).toMatch(/^Hires could not be read completely: .*twice/);
		expect(summary.alert).toBe(true);
		const settled = { ...doubled, rereadTail: { records: 0, added: 0, changed: 0 } };
		expect(check({ ...company, collections: { hires: settled } }).of('SCR-01').status).toBe('pass');
	});

	it.each(['hires', 'identities'] as const)(
		'takes away an absence when Lever refused the applications of the %s',
		(purpose) => {
			const company: Company = {
				hires: [aHired()],
				collections: { [purpose]: { refusedExpansions: ['applications'] } },
			};
			const { of, run, summary } = check({ ...company, screening: [OTHER] });
			expect(of('SCR-01')).toMatchObject({
				status: 'indeterminate',
				reasonCode: 'read-incomplete',
				observed: { incompleteRead: 'identities' },
			});
			expect(of('SCR-02').status).toBe('indeterminate');
			expect(run.shortfalls).toMatchObject([{ purpose: 'identities', reason: 'expansionRefused' }]);
			expect(run.notices.join(' ')).toContain("'applications:read:admin'");
			expect(summary.alert).toBe(true);
			expect(check({ ...company, screening: [screened()] }).of('SCR-01').status).toBe('pass');
		},
	);

	describe('of what nothing was found in takes away a warning', () => {
		const soon = aHired('a', {}, { startDateRaw: millis('2026-11-10T00:00:00Z') });
		const resultOf = (checkId: string, company: Company, subjectId?: string) => {
			const { status, reasonCode } = check({ hires: [soon], ...company }).of(checkId, subjectId);
			return `${status} ${reasonCode}`;
		};
		const refused = { hires: { refusedExpansions: ['contact'] } };
		/** One page of a provider's list that goes on. */
		const CUT_LIST = [
			{ object: 'list', count: 3, next_href: 'https://x.example/2', data: [REPORT] },
		];

		it('about who starts soon', () => {
			expect(resultOf('SCR-09', { screening: [OTHER] })).toBe('warn no-screening');
			const unread = 'indeterminate read-incomplete';
			expect(resultOf('SCR-09', { screening: [OTHER], collections: refused })).toBe(unread);
			expect(resultOf('SCR-09', { screening: CUT_LIST })).toBe(unread);
			const running = [screened('a', { status: 'pending' })];
			expect(resultOf('SCR-09', { screening: running, collections: refused })).toBe('warn running');
		});

		it('but not about a record that belongs to nobody: it stays listed', () => {
			const id = 'report-nobody-here';
			for (const collections of [{}, refused, { hires: INCOMPLETE }]) {
				expect(resultOf('SCR-06', { screening: [OTHER], collections }, id)).toBe('warn no-hire');
			}
		});

		it('about hires who are not on the staff list, whatever the screening list is', () => {
			const company = (more: Company): Company => ({
				hires: [aHired(), aHired('b')],
				staff: [employed('a', { start_date: '2026-10-12' })],
				screening: [OTHER],
				policy: { screening: { explainedDifferences: [{ hires: 1, reason: 'Left in June' }] } },
				...more,
			});
			const explained = 'warn difference-explained';
			expect(resultOf('SCR-06', company({}), 'account')).toBe(explained);
			expect(resultOf('SCR-06', company({ screening: CUT_LIST }), 'account')).toBe(explained);
			expect(resultOf('SCR-06', company({ collections: refused }), 'account')).toBe(
				'indeterminate read-incomplete',
			);
		});
	});

	it('of users takes away what the staff list says about them', () => {
		const company: Company = {
			staff: [employed('x', { email: 'user-admin@example.com' })],
			collections: { users: INCOMPLETE },
		};
		expect(check(company).of('UAR-01').status).toBe('indeterminate');
	});

	it('is counted as not decided before a weak link is a warning', () => {
		const byName = [screened('x', { name: 'Person a' })];
		expect(check({ hires: [aHired()], screening: byName, ...hires }).of('SCR-01').status).toBe(
			'indeterminate',
		);
	});
});

it('says nothing about confidential hires when no answer of Lever told whether they may be read', () => {
	const hires: Partial<LeverCollection> = {
		...REFUSED,
		failure: { reason: 'malformedAnswer', message: 'Lever gave no next page.' },
		visibility: { confidential: 'notAsked', deactivated: 'notApplicable' },
	};
	const notices = check({ collections: { hires } }).run.notices.join('\n');
	expect(notices).toContain('Hires could not be read');
	expect(notices).not.toContain('Confidential hires');
});

describe('no false calm', () => {
	const noticesOf = (company: Company) => check(company).run.notices.join('\n');
	const good = (company: Company): Company => ({
		hires: [aHired()],
		screening: [screened('a', { includes_canceled: 'false' })],
		staff: [
			employed('a', { start_date: '2026-10-12' }),
			employed('x', { email: 'user-admin@example.com' }),
		],
		...company,
		collections: { records: {}, ...company.collections },
	});

	it.each<[string, Company, string | RegExp]>([
		[
			'offers forbidden',
			{ collections: { offers: REFUSED } },
			'Offers could not be read: Lever refused it.',
		],
		[
			'users forbidden',
			{ collections: { users: REFUSED } },
			'Users could not be read: Lever refused it.',
		],
		[
			'confidential forbidden',
			{
				collections: {
					hires: { visibility: { confidential: 'forbidden', deactivated: 'notApplicable' } },
				},
			},
			'Confidential hires were not tested',
		],
		['screening list empty', { screening: [] }, 'Screening List arrived empty'],
		['screening list failed', { screening: 'failed' }, 'Screening List failed'],
		[
			'screening list not wired',
			{ screening: undefined },
			/^Not set up: SCR-01, SCR-02, .*\(connect Screening List\)\.$/m,
		],
		[
			'screening list 30 days old',
			{ screeningExportedAt: '2026-10-03T06:00:00Z' },
			'The Screening List is 30 days old and the policy allows 7.',
		],
		[
			'staff list leavers only',
			{
				staff: [
					employed('x', {
						email: 'user-admin@example.com',
						status: 'terminated',
						end_date: '2026-01-30',
					}),
				],
			},
			'no row is of a current employee',
		],
		[
			'not production',
			{ collections: { hires: { production: false } } },
			'test data, not evidence',
		],
		[
			'users not collected',
			{ collections: { users: null } },
			/^Not set up: UAR-01, .*\(choose Access in 'Checks' of the Lever node/m,
		],
		[
			'unknown status',
			{ screening: [screened('a', { status: 'purple' })] },
			'the status is not known (row 1)',
		],
	])('%s: a notice on the first screen, and an alert', (_name, company, text) => {
		expect(noticesOf(good(company))).toMatch(text);
		expect(check(good(company)).summary.alert).toBe(true);
	});

	it('stays calm when everything is read, set up and in order', () => {
		const { summary, run } = check(good({}));
		expect(summary.alert).toBe(false);
		// Between them stands only what this company did not set up.
		expect(summary.headline).toMatch(
			/^No deviations noted, \d+ checks not set up, visibility not tested$/,
		);
		expect(run.notices).toEqual([
			expect.stringMatching(/^Not set up, and not needed by every run: /),
			expect.stringContaining('The age of the Screening List is not known'),
			expect.stringContaining('The age of the Staff List is not known'),
			expect.stringContaining('Visibility not tested'),
		]);
	});

	it.each([
		['2026-11-03T06:00:01Z', 'after'],
		['2026-11-01T05:59:59Z', 'before'],
	])('Lever read at %s: says that it was read %s the evidence date', (startedAt, when) => {
		const company = good({ collections: { users: { startedAt } } });
		expect(noticesOf(company)).toContain(
			`Lever was read more than a day ${when} the evidence date`,
		);
		expect(check(company).summary.alert).toBe(true);
		expect(check(company).findings).toEqual(check(good({})).findings);
		expect(noticesOf(company)).not.toContain(startedAt);
	});

	it.each(['2026-11-03T06:00:00Z', '2026-11-01T06:00:00Z'])(
		'Lever read within a day, at %s: says nothing of it',
		(startedAt) => {
			expect(noticesOf(good({ collections: { users: { startedAt } } }))).not.toContain(
				'the evidence date',
			);
		},
	);

	it('has a summary with another fingerprint in each run', () => {
		const [one, two] = ['1', '2'].map((runId) => check(good({ runId })).summary.fingerprint);
		expect(one).not.toBe(two);
	});
});

describe('audit events that Lever refuses', () => {
	const ofAuditEvents = ({ findings }: ReturnType<typeof check>) =>
		findings.filter(
			({ checkId, observed }) => checkId === 'IPE-01' && observed.purpose === 'auditEvents',
		);

	it('are no alarm: the account may not have bought them', () => {
		const company: Company = {
			hires: [aHired()],
			screening: [screened()],
			staff: [employed()],
		};
		const without = check(company);
		const refused = check({ ...company, collections: { auditEvents: REFUSED } });
		const { run, summary } = refused;
		expect(ofAuditEvents(refused)).toMatchObject([
			{ status: 'not_applicable', reasonCode: 'add-on-not-there' },
		]);
		expect(run.notices.join('\n')).toContain('Audit events were not read: Lever refused them');
		expect(summary.counts.fail).toBe(without.summary.counts.fail);
		expect(summary.alert).toBe(without.summary.alert);
	});

	it('are one where something else kept them from being read', () => {
		const broken = { ...REFUSED, failure: { reason: 'serverFault' as const, message: 'Broken.' } };
		const company: Company = { hires: [aHired()], collections: { auditEvents: broken } };
		expect(ofAuditEvents(check(company))).toMatchObject([{ status: 'fail' }]);
		expect(check(company).summary.alert).toBe(true);
	});
});
