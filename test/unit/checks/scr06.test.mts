import { describe, expect, it } from 'vitest';

import type { Policy } from '../../../nodes/LeverCompliance/policy/index.ts';
import { aHired, aUser, check, employed, millis, screened, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

type Row = Record<string, unknown>;

/** A company whose hire "a" started on 12 October, is screened and stands on the staff list. */
const company = (more: Company = {}): Company => ({
	hires: [aHired()],
	screening: [screened()],
	staff: [employed('a', { start_date: '2026-10-12' })],
	...more,
});
const andStaff = (row: Row, more: Company = {}) =>
	company({
		staff: [
			employed('a', { start_date: '2026-10-12' }),
			employed('b', { start_date: '2026-06-01', ...row }),
		],
		...more,
	});
const andScreening = (row: Row, more: Company = {}) =>
	company({ screening: [screened(), screened('b', row)], ...more });
const explained = (screening: Partial<Policy['screening']>, given: Company): Company => ({
	...given,
	policy: { screening },
});
const of = (
	result: string,
	company: Company,
	subject: string,
): [string, Company, string, string] => [`${subject}: ${result}`, company, result, subject];
const NOT_HIRED = aHired('b', { archives: [], archivedAt: null, hiredReasonId: null, offers: [] });
/** Signed, and withdrew the day before the first day. */
const WITHDRAWN = aHired('b', {
	archivedAt: null,
	hiredReasonId: null,
	archives: [
		{
			opportunityId: 'opp-b',
			reasonId: 'reason-withdrew',
			reasonType: 'non-hired',
			archivedAt: millis('2026-10-11T09:00:00Z'),
		},
	],
});

describe('SCR-06: everybody who started is among the hires', () => {
	cases('SCR-06', [
		of('pass among-hires', company(), 'E-a'),
		of('fail not-among-hires', andStaff({}), 'E-b'),
		of('fail not-among-hires', andStaff({ start_date: '2025-11-02' }), 'E-b'),
		of('fail not-among-hires', andStaff({ start_date: '2026-11-02' }), 'E-b'),
		of('indeterminate start-unreadable', andStaff({ start_date: '03/04/2026' }), 'E-b'),
		of(
			'not_applicable explained',
			explained({ startersOutsideLever: [' e-B '] }, andStaff({})),
			'E-b',
		),
		of(
			'fail not-hired-in-lever',
			andStaff({ start_date: '2026-10-12' }, { hires: [aHired(), WITHDRAWN] }),
			'E-b',
		),
		of('fail not-hired-in-lever', andStaff({}, { hires: [aHired(), NOT_HIRED] }), 'E-b'),
		of(
			'indeterminate ambiguous-candidates',
			andStaff(
				{ email: 'shared@example.com' },
				{
					hires: [
						aHired(),
						...['b', 'c'].map((key) =>
							aHired(key, {
								identity: { name: 'Sam Poe', emails: ['shared@example.com'], otherEmails: [] },
							}),
						),
					],
				},
			),
			'E-b',
		),
		of(
			'indeterminate may-be-anonymised',
			andStaff(
				{ start_date: '2026-10-19' },
				{ hires: [aHired(), aHired('b', { isAnonymized: true })] },
			),
			'E-b',
		),
		of(
			'fail not-among-hires',
			andStaff(
				{ start_date: '2026-10-20' },
				{ hires: [aHired(), aHired('b', { isAnonymized: true })] },
			),
			'E-b',
		),
	]);

	it.each([
		['2025-11-01', 'Started outside the period by the staff list'],
		['2026-11-03', 'Has not started yet by the staff list'],
		['2026-12-03', 'Has not started yet by the staff list'],
		['', 'No first day on the staff list'],
	])('leaves out and counts a first day of "%s": %s', (start_date, reason) => {
		const { run, findings } = check(andStaff({ start_date }));
		const own = findings.filter(({ checkId }) => checkId === 'SCR-06');
		expect(own.map(({ subjectId }) => subjectId)).not.toContain('E-b');
		const line = run.checks.find(({ id }) => id === 'SCR-06');
		expect(line?.notInPopulation).toEqual({ [reason]: 1 });
	});

	it('counts on both sides who has started, and nobody else', () => {
		const startsOn = (day: string) => ({ startDateRaw: millis(`${day}T00:00:00Z`) });
		const soon = andStaff(
			{ start_date: '2026-11-20' },
			{ hires: [aHired(), aHired('b', {}, startsOn('2026-11-20'))] },
		);
		expect(check(soon).of('SCR-06', 'E-b').reasonCode).toBe('among-hires');
		expect(check(soon).of('SCR-06', 'account').observed).toMatchObject({
			starters: 1,
			hiresStarted: 1,
		});
	});
});

describe('SCR-06: every screening belongs to a hire', () => {
	cases('SCR-06', [
		of('pass belongs-to-hire', company(), 'report-a'),
		of('warn no-hire', andScreening({}), 'report-b'),
		of(
			'warn no-hire',
			andScreening(
				{ external_id: 'opp-b' },
				{ hires: [aHired(), aHired('b', { isAnonymized: true })] },
			),
			'report-b',
		),
		of(
			'pass belongs-to-hire',
			andScreening(
				{ external_id: 'opp-b' },
				{
					hires: [aHired(), aHired('b', { isAnonymized: true })],
					approvals: [
						{
							type: 'confirmed_match',
							subject_id: 'contact-b',
							record_id: 'report-b',
							requested_by: 'one@example.com',
							approved_by: 'two@example.com',
							approved_at: '2026-10-09',
						},
					],
				},
			),
			'report-b',
		),
		of(
			'warn no-hire',
			andScreening(
				{ external_id: 'opp-x' },
				{ hires: [aHired(), aHired('b', { isAnonymized: true })] },
			),
			'report-b',
		),
		of('warn candidate-not-hired', andScreening({}, { hires: [aHired(), WITHDRAWN] }), 'report-b'),
		of(
			'indeterminate ambiguous-candidates',
			andScreening(
				{ email: '', name: 'Kim Doe' },
				{
					hires: ['b', 'c'].map((key) =>
						aHired(key, {
							identity: { name: 'Kim Doe', emails: [`${key}@example.com`], otherEmails: [] },
						}),
					),
				},
			),
			'report-b',
		),
		of(
			'warn no-hire',
			andScreening({ ordered_at: '2024-10-01', completed_at: '2024-11-02' }),
			'report-b',
		),
	]);

	it('asks nobody to find out whom Lever anonymised (rules.md §10)', () => {
		const hires = [aHired(), aHired('b', { isAnonymized: true })];
		const { message, remediation } = check(andScreening({ external_id: 'opp-b' }, { hires })).of(
			'SCR-06',
			'report-b',
		);
		expect(message).toContain('an id of a hire whom Lever anonymised');
		expect(`${message} ${remediation.text}`).not.toMatch(/find out|belongs to no hire/i);
	});

	it('leaves out and counts what is too old for any start in the period', () => {
		const { run } = check(andScreening({ ordered_at: '2024-10-01', completed_at: '2024-11-01' }));
		const line = run.checks.find(({ id }) => id === 'SCR-06');
		expect(line?.notInPopulation).toEqual({ 'Too old for a start in the period': 1 });
	});
});

describe('SCR-06: both sources together', () => {
	const EXPLAINED = { explainedDifferences: [{ hires: 1, reason: 'Left again in June' }] };
	const twoHires = company({ hires: [aHired(), aHired('b')] });
	cases('SCR-06', [
		of('pass counts-agree', company(), 'account'),
		of('fail starters-missing', andStaff({}), 'account'),
		of('fail counts-differ', twoHires, 'account'),
		of('warn difference-explained', explained(EXPLAINED, twoHires), 'account'),
		of(
			'fail counts-differ',
			explained(EXPLAINED, company({ hires: [aHired(), aHired('b'), aHired('c')] })),
			'account',
		),
		of(
			'pass counts-agree',
			company({
				hires: [aHired(), aHired('b', {}, { startDateRaw: millis('2026-11-20T00:00:00Z') })],
			}),
			'account',
		),
		of('indeterminate no-second-source', { hires: [aHired()], screening: [screened()] }, 'account'),
		of('indeterminate list-failed', company({ staff: 'failed' }), 'account'),
		of('indeterminate list-empty', company({ staff: [] }), 'account'),
		of(
			'indeterminate list-too-old',
			company({ staffExportedAt: '2026-10-03T06:00:00Z' }),
			'account',
		),
		of(
			'indeterminate list-leavers-only',
			company({
				staff: [
					employed('a', { status: 'terminated', end_date: '2026-10-20', start_date: '2026-10-12' }),
				],
			}),
			'account',
		),
		of('indeterminate starts-not-stated', company({ staff: [employed()] }), 'account'),
		of(
			'indeterminate starters-in-doubt',
			company({
				staff: [
					employed('a', { start_date: '2026-10-12' }),
					employed('b', { start_date: '2026-10-19' }),
				],
				hires: [aHired(), aHired('b', { isAnonymized: true })],
			}),
			'account',
		),
	]);

	it('says that management must state it when there is no second source', () => {
		const finding = check({ hires: [aHired()], screening: [screened()] }).of('SCR-06', 'account');
		expect(finding.message).toContain('rests on what management states');
		expect(finding.remediation.text).toContain('in writing');
	});

	it('decides nothing by absence when hires were not read completely (rules.md §1)', () => {
		const short = andStaff(
			{},
			{ collections: { hires: { complete: false } }, users: [aUser('x')] },
		);
		expect(check(short).of('SCR-06', 'E-b').reasonCode).toBe('read-incomplete');
		expect(check(short).of('SCR-06', 'account').reasonCode).toBe('read-incomplete');
	});

	it('lets links stand, and nothing by absence, when other addresses were not read', () => {
		const short = (given: Company) => {
			const { of } = check({ ...given, collections: { identities: { complete: false } } });
			return (subject: string) => of('SCR-06', subject).reasonCode;
		};
		expect(['report-a', 'E-a', 'account'].map(short(company()))).toEqual([
			'belongs-to-hire',
			'among-hires',
			'counts-agree',
		]);
		expect(['E-b', 'account'].map(short(andStaff({})))).toEqual([
			'read-incomplete',
			'read-incomplete',
		]);
		expect(short(twoHires)('account')).toBe('read-incomplete');
	});
});
