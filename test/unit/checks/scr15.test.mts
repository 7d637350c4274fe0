import { describe, expect, it } from 'vitest';

import { employmentTypes } from '../../../nodes/LeverCompliance/population/decideEmploymentType.ts';
import { DEFAULT_POLICY } from '../../../nodes/LeverCompliance/policy/index.ts';
import type { Hire } from '../../../nodes/shared/contracts/index.ts';
import {
	aHired,
	anOffer,
	check,
	employed,
	millis,
	screened,
	type Company,
} from '../run/company.mts';
import { cases } from './cases.mts';
import { aPosting, aRequisition } from './jobs.mts';

/** A row that belongs to nobody, so that the list is not empty. */
const OTHER = screened('nobody-here', { name: 'Somebody Else' });
/** Jobs were read, and none is left. */
const JOBS_READ: Company = { read: { postings: [] } };
const ATTESTED = { record_type: 'attestation', package: 'identity and criminal record' };
const ATTESTATION = screened('a', ATTESTED);

/** A contractor by tag, who started on 12 October 2026. */
const contractor = (
	screening: Company['screening'],
	more: Company = {},
	offer: Parameters<typeof aHired>[2] = {},
): Company => ({
	hires: [tagged('Contractor of a supplier', offer)],
	screening,
	...more,
});

function tagged(tag: string, offer: Parameters<typeof aHired>[2] = {}): Hire {
	const hire = aHired('a', {}, offer);
	return { ...hire, identity: { ...hire.identity, tags: [tag] } };
}

describe('SCR-15', () => {
	cases('SCR-15', [
		['B.2 own check in time', contractor([screened()]), 'pass in-time'],
		['B.2 attestation in time', contractor([ATTESTATION]), 'pass in-time'],
		[
			'on the first day itself',
			contractor([screened('a', { ...ATTESTED, completed_at: '2026-10-12' })]),
			'pass in-time',
		],
		[
			'a day late',
			contractor([screened('a', { ...ATTESTED, completed_at: '2026-10-13' })]),
			'fail late',
		],
		[
			'on the first day, where the policy asks for the day before',
			contractor([screened('a', { ...ATTESTED, completed_at: '2026-10-12' })], {
				policy: { screening: { completeBefore: 'before' } },
			}),
			'fail late',
		],
		[
			'B.2 attestation without date',
			contractor([screened('a', { ...ATTESTED, completed_at: '' })]),
			'warn attestation-without-date',
		],
		[
			'B.2 attestation without scope',
			contractor([screened('a', { ...ATTESTED, package: '' })]),
			'warn attestation-without-scope',
		],
		[
			'an attestation whose date cannot be read is not without a date',
			contractor([screened('a', { ...ATTESTED, completed_at: '03/04/2026' })]),
			'indeterminate undated-check',
		],
		[
			'a check without date, beside a late attestation',
			contractor([
				screened('a', { completed_at: '' }),
				screened('b', { ...ATTESTED, email: 'a@example.com', completed_at: '2026-10-20' }),
			]),
			'indeterminate undated-check',
		],
		[
			'one good record beside a late one',
			contractor([
				ATTESTATION,
				screened('b', { email: 'a@example.com', completed_at: '2026-10-20' }),
			]),
			'pass in-time',
		],
		[
			'§2 in time in one zone only',
			contractor([screened('a', { completed_at: '2026-10-13T06:30:00Z' })], {
				policy: { workZones: { Berlin: 'America/Los_Angeles' } },
			}),
			'warn time-zone-sensitive',
		],
		[
			'§2 older than the validity in one zone only',
			contractor([screened('a', { completed_at: '2025-10-12T02:00:00Z' })], {
				policy: { workZones: { Berlin: 'America/Los_Angeles' } },
			}),
			'warn time-zone-sensitive',
		],
		[
			'older than the validity',
			contractor([screened('a', { ...ATTESTED, completed_at: '2025-10-11' })]),
			'fail stale',
		],
		['still running', contractor([screened('a', { status: 'pending' })]), 'fail running'],
		['stopped', contractor([screened('a', { status: 'canceled' })]), 'fail stopped'],
		[
			'a status that nobody knows',
			contractor([screened('a', { status: 'purple' })]),
			'indeterminate unknown-status',
		],
		[
			'§3 too late for an earlier first day that was signed',
			contractor([screened()], {
				hires: [
					{
						...tagged('Contractor'),
						offers: [
							anOffer('a'),
							anOffer('old', {
								candidateSignedAt: millis('2026-09-05T10:00:00Z'),
								startDateRaw: millis('2026-09-28T00:00:00Z'),
							}),
						],
					},
				],
			}),
			'warn earlier-start-would-fail',
		],
		['B.2 none', contractor([OTHER]), 'fail nothing-on-list'],
		['list empty', contractor([]), 'indeterminate list-empty'],
		[
			'§4 linked by name only',
			contractor([screened('x', { ...ATTESTED, name: 'Person a' })]),
			'warn linked-by-name-only',
		],
		[
			'only a tag of a screening',
			{
				hires: [{ ...tagged('contractor'), screeningTags: ['reportReturned'] }],
				screening: [OTHER],
			},
			'indeterminate only-lever-tag',
		],
		[
			'not yet due',
			contractor([OTHER], {}, { startDateRaw: millis('2026-11-10T00:00:00Z') }),
			'not_applicable not-yet-due',
		],
		[
			'start missing',
			contractor([screened()], {}, { startDateRaw: null }),
			'indeterminate start-missing',
		],
		[
			'B.2 no contractor',
			{ hires: [aHired()], screening: [OTHER], ...JOBS_READ },
			'not_applicable employee',
		],
		[
			'a posting that was not read',
			{ hires: [aHired('a', { postingId: 'posting-x' })], screening: [OTHER], ...JOBS_READ },
			'indeterminate employment-type-unknown',
		],
		[
			'exempt place',
			contractor([OTHER], { policy: { screening: { exemptWorkLocations: ['Berlin'] } } }),
			'not_applicable exempt-work-location',
		],
		[
			'§1 approved before the first day',
			contractor([OTHER], {
				approvals: [
					{
						type: 'exception',
						check_id: 'SCR-15',
						subject_id: 'contact-a:opp-a',
						reason: 'The supplier answers next week',
						compensating_control: 'reduced access',
						requested_by: 'one@example.com',
						approved_by: 'two@example.com',
						approved_at: '2026-10-09',
						expires_at: '2026-12-31',
					},
				],
			}),
			'excepted nothing-on-list',
		],
	]);
});

it('is not set up where nothing could tell who is a contractor', () => {
	const company = { hires: [aHired()], screening: [OTHER] };
	const line = ({ run }: ReturnType<typeof check>) => run.checks.find(({ id }) => id === 'SCR-15');
	expect(line(check(company))?.verdictText).toContain('choose Jobs');
	const typed = check({ ...company, staff: [employed('a', { employment_type: 'Employee' })] });
	expect(typed.of('SCR-15').status).toBe('not_applicable');
});

describe('an attestation', () => {
	const attested = (hire: Hire, more: Company = {}) =>
		check({ hires: [hire], screening: [ATTESTATION], ...more });

	it('screens no employee', () => {
		const { of } = attested(aHired());
		for (const id of ['SCR-01', 'SCR-02']) {
			expect(of(id)).toMatchObject({ status: 'fail', reasonCode: 'no-screening' });
			expect(of(id).message).toContain("only a supplier's attestation");
		}
	});

	it('screens a contractor', () => {
		const { of } = attested(tagged('Contractor'));
		expect(of('SCR-01').status).toBe('pass');
		expect(of('SCR-02').status).toBe('pass');
	});

	it('decides nothing where nobody can tell who is a contractor', () => {
		const { of } = attested(aHired('a', { postingId: 'posting-x' }));
		for (const id of ['SCR-01', 'SCR-02']) {
			expect(of(id)).toMatchObject({
				status: 'indeterminate',
				reasonCode: 'employment-type-unknown',
			});
		}
	});

	it('leaves an employee with an own check as it was', () => {
		const { of } = check({
			hires: [aHired()],
			screening: [screened(), screened('b', { ...ATTESTED, email: 'a@example.com' })],
		});
		expect(of('SCR-01').status).toBe('pass');
		expect(of('SCR-02').status).toBe('pass');
	});

	it('makes an upcoming start of an employee no safer', () => {
		const hire = aHired('a', {}, { startDateRaw: millis('2026-11-10T00:00:00Z') });
		const finding = attested(hire).of('SCR-09');
		expect(finding).toMatchObject({ status: 'warn', reasonCode: 'no-screening' });
	});
});

describe('who is a contractor', () => {
	const typeOf = (
		hire: Partial<Hire>,
		jobs: { commitment?: string | null; employmentStatus?: string | null } = {},
	) => {
		const { commitment, employmentStatus } = jobs;
		const types = employmentTypes(DEFAULT_POLICY, {
			postings: new Map(commitment === undefined ? [] : [['p', aPosting('p', { commitment })]]),
			requisitions: new Map(
				employmentStatus === undefined ? [] : [['r', aRequisition('r', { employmentStatus })]],
			),
		});
		const { type, source } = types(aHired('a', hire), null);
		return `${type} ${source}`;
	};

	it.each([
		['nothing says it', {}, {}, 'employee none'],
		[
			'the commitment',
			{ postingId: 'p' },
			{ commitment: 'Contract (6 months)' },
			'contractor posting',
		],
		['another commitment', { postingId: 'p' }, { commitment: 'Full-time' }, 'employee posting'],
		['part of a word', { postingId: 'p' }, { commitment: 'Subcontracted' }, 'employee posting'],
		['no commitment', { postingId: 'p' }, { commitment: null }, 'employee none'],
		['a posting that was not read', { postingId: 'p' }, {}, 'unknown none'],
		[
			'the requisition',
			{ postingId: 'p', requisitionIds: ['r'] },
			{ commitment: 'Full-time', employmentStatus: 'Self-Employed' },
			'contractor requisition',
		],
		[
			'the requisition, and the posting was not read',
			{ postingIds: ['p'], requisitionIds: ['r'] },
			{ employmentStatus: 'full-time' },
			'employee requisition',
		],
	])('%s', (_what, hire, jobs, expected) => {
		expect(typeOf(hire, jobs)).toBe(expected);
	});

	it.each([
		['Contractor of a supplier', 'contractor tag'],
		['contract law', 'employee none'],
		['from an agency', 'employee none'],
	])('the tag "%s"', (tag, expected) => {
		expect(typeOf({ identity: tagged(tag).identity })).toBe(expected);
	});

	it('believes the staff list first', () => {
		const screening = [ATTESTATION];
		const staff = (type: string) => [employed('a', { employment_type: type })];
		const ofType = (hire: Hire, type: string) =>
			check({ hires: [hire], screening, staff: staff(type) }).of('SCR-15');
		expect(ofType(tagged('Contractor'), 'Full-time employee').status).toBe('not_applicable');
		expect(ofType(aHired(), 'Contingent worker').status).toBe('pass');
	});

	it('names the posting as evidence, and no tag', () => {
		const { of } = check({
			hires: [aHired('a', { postingId: 'posting-p' })],
			screening: [ATTESTATION],
			read: { postings: [aPosting('p', { commitment: 'Freelance' })] },
		});
		expect(of('SCR-15').evidence).toContainEqual({
			collectionId: '7'.repeat(64),
			recordId: 'posting-p',
			rawSha256: '5'.repeat(64),
			leverUrl: null,
		});
		expect(JSON.stringify(of('SCR-15'))).not.toContain('Freelance');
	});

	it('keeps tags out of everything that goes into a pack', () => {
		const { evidence } = check({
			hires: [tagged('Contractor of Northgate')],
			screening: [ATTESTATION],
		});
		expect(JSON.stringify(evidence)).not.toContain('Northgate');
	});
});
