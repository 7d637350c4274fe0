import { describe, expect, it } from 'vitest';

import type { Policy } from '../../../nodes/LeverCompliance/policy/index.ts';
import type { Posting, User } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, REFUSED, type Company } from '../run/company.mts';
import { aCandidate } from './candidates.mts';
import { aPosting, oneUser, staffOf } from './accessCompany.mts';
import { cases, type Case } from './cases.mts';

type Matrix = Policy['access']['roleMatrix'];

const withMatrix = (user: Partial<User>, roleMatrix: Matrix, more: Company = {}): Company =>
	oneUser(user, { policy: { access: { roleMatrix } }, ...more });
const rule = (jobTitle: string, department: string, ...roles: string[]) => ({
	jobTitle,
	department,
	roles,
});
const onPosting = (accessRole: string, posting: Partial<Posting>, more: Company = {}): Company =>
	oneUser({ accessRole }, { read: { postings: [aPosting('p', posting)] }, ...more });

const RECRUITERS = rule('Recruiter', '', 'team member');

describe('UAR-03 by job title and department', () => {
	cases('UAR-03', [
		[
			'a role that fits',
			withMatrix({ jobTitle: 'recruiter ' }, [RECRUITERS]),
			'pass role-fits-title',
		],
		[
			'a role that does not',
			withMatrix({ jobTitle: 'Recruiter', accessRole: 'admin' }, [RECRUITERS]),
			'fail role-beyond-title',
		],
		['no row for the title', withMatrix({ jobTitle: 'Cook' }, [RECRUITERS]), 'warn no-rule'],
		['no title anywhere', withMatrix({}, [RECRUITERS]), 'indeterminate function-unknown'],
		[
			'the title of the staff list',
			withMatrix({}, [RECRUITERS], { staff: [staffOf('a', { job_title: 'Recruiter' })] }),
			'pass role-fits-title',
		],
		[
			'the title of Lever before that of the staff list',
			withMatrix({ jobTitle: 'Cook' }, [RECRUITERS], {
				staff: [staffOf('a', { job_title: 'Recruiter' })],
			}),
			'warn no-rule',
		],
		[
			'a department',
			withMatrix({}, [rule('', 'People', 'team member')], {
				staff: [staffOf('a', { department: 'people' })],
			}),
			'pass role-fits-title',
		],
		[
			'the most exact row counts',
			withMatrix({ jobTitle: 'Recruiter', accessRole: 'admin' }, [
				rule('', 'People', 'admin'),
				rule('', '', 'admin'),
				RECRUITERS,
			]),
			'fail role-beyond-title',
		],
		[
			'a custom role that the matrix names by its id',
			withMatrix({ jobTitle: 'Cook', accessRole: '3F1C' }, [rule('Cook', '', '3f1c')]),
			'pass role-fits-title',
		],
		['no role', withMatrix({ accessRole: '', jobTitle: 'Cook' }, []), 'indeterminate role-not-set'],
		[
			'a service account',
			oneUser({}, { policy: { access: { serviceAccounts: ['USER-a@example.com'] } } }),
			'not_applicable service-account',
		],
	]);
});

describe('UAR-03 by what somebody works on', () => {
	const table: Case[] = [
		['nothing', oneUser(), 'not_applicable no-function-known'],
		[
			'hiring manager',
			onPosting('interviewer', { hiringManager: 'user-a' }),
			'pass role-fits-duties',
		],
		[
			'hiring manager as Admin',
			onPosting('admin', { hiringManager: 'user-a' }),
			'fail role-not-of-hiring-managers',
		],
		[
			'hiring manager and owner as Admin',
			onPosting('admin', { hiringManager: 'user-a', owner: 'user-a' }),
			'pass role-fits-duties',
		],
		[
			'owner as Interviewer',
			onPosting('interviewer', { owner: 'user-a' }),
			'fail role-not-of-owners',
		],
		[
			'owner of a hire',
			oneUser({}, { hires: [aHired('x', { owner: 'user-a' })] }),
			'pass role-fits-duties',
		],
		[
			'owner of another opportunity of a hire',
			oneUser(
				{ accessRole: 'interviewer' },
				{
					hires: [aHired('x', { opportunityIds: ['opp-x', 'opp-y'] })],
					read: { opportunities: [aCandidate('y', { owner: 'user-a' })] },
				},
			),
			'fail role-not-of-owners',
		],
		[
			'hiring manager of a hire as Super Admin',
			oneUser({ accessRole: 'super admin' }, { hires: [aHired('x', { hiringManager: 'user-a' })] }),
			'fail role-not-of-hiring-managers',
		],
		[
			'a custom role is not known',
			onPosting('3f1c8a52', { owner: 'user-a' }),
			'indeterminate custom-role',
		],
		[
			'a custom role that the policy names',
			onPosting(
				'3f1c8a52',
				{ owner: 'user-a' },
				{ policy: { access: { ownerRoles: ['3f1c8a52'] } } },
			),
			'pass role-fits-duties',
		],
		[
			'a fault of either stands',
			oneUser(
				{ accessRole: 'admin', jobTitle: 'Recruiter' },
				{
					policy: { access: { roleMatrix: [rule('Recruiter', '', 'admin')] } },
					read: { postings: [aPosting('p', { hiringManager: 'user-a' })] },
				},
			),
			'fail role-not-of-hiring-managers',
		],
		[
			'a matrix without a row does not pass by duties',
			onPosting(
				'team member',
				{ owner: 'user-a' },
				{
					policy: { access: { roleMatrix: [RECRUITERS] } },
					staff: [staffOf('a', { job_title: 'Cook' })],
				},
			),
			'warn no-rule',
		],
	];
	cases('UAR-03', table);

	it('counts the opportunity that a hire is made of once', () => {
		const { evidence } = check(
			oneUser(
				{},
				{
					hires: [aHired('x', { opportunityIds: ['opp-x', 'opp-y'], owner: 'user-a' })],
					read: { opportunities: [aCandidate('y', { owner: 'user-a' })] },
				},
			),
		).of('UAR-03');
		expect(evidence.map(({ recordId }) => recordId)).toEqual(['user-a', 'E-a', 'opp-x']);
	});

	it('names the records as evidence, three at most', () => {
		const postings = ['d', 'c', 'b', 'a'].map((key) => aPosting(key, { owner: 'user-a' }));
		const { evidence, observed } = check(oneUser({}, { read: { postings } })).of('UAR-03');
		expect(observed.isOwner).toBe(true);
		expect(evidence.map(({ recordId }) => recordId)).toEqual([
			'user-a',
			'E-a',
			'posting-a',
			'posting-b',
			'posting-c',
		]);
	});

	it('loses a pass when users were not read completely', () => {
		const { status } = check(
			onPosting('team member', { owner: 'user-a' }, { collections: { users: { ...REFUSED } } }),
		).of('UAR-03');
		expect(status).toBe('indeterminate');
	});
});
