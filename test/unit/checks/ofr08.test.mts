import { describe, expect, it } from 'vitest';

import type { Hire } from '../../../nodes/shared/contracts/index.ts';
import { aHired, aUser, check, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const UNREAD = { reason: 'forbidden', message: 'Lever refused it.' } as const;
const signedWith = (
	signer: string | null,
	hire: Partial<Hire> = {},
	more: Company = {},
): Company => ({
	hires: [
		aHired('a', {
			identity: {
				name: 'Person a',
				emails: ['a@example.com', 'signer@example.com'],
				contactEmails: ['a@example.com'],
				otherEmails: ['older@example.com'],
				...(signer !== null && { signerEmails: { 'offer-a': signer } }),
			},
			...hire,
		}),
	],
	...more,
});
const company: Company = { policy: { access: { companyDomains: ['@Company.example'] } } };
const user = (email: string, linkedContactIds: string[] = []): Company => ({
	users: [aUser('x', { email, linkedContactIds })],
});

describe('OFR-08', () => {
	cases('OFR-08', [
		['B.2 an address of the contact', signedWith(' A@example.com'), 'pass signed-by-candidate'],
		['of an older opportunity', signedWith('older@example.com'), 'pass signed-by-candidate'],
		['B.2 not listed on the contact', signedWith('signer@example.com'), 'warn signer-not-listed'],
		['a plus sign makes another address', signedWith('a+b@example.com'), 'warn signer-not-listed'],
		[
			'B.2 a company address',
			signedWith('hr@company.example', {}, company),
			'fail signed-with-company-address',
		],
		[
			'of a subdomain',
			signedWith('hr@eu.company.EXAMPLE', {}, company),
			'fail signed-with-company-address',
		],
		[
			'a domain that only ends alike',
			signedWith('x@mycompany.example', {}, company),
			'warn signer-not-listed',
		],
		[
			'B.2 of a Lever user',
			signedWith('R@example.com', {}, user('r@example.com')),
			'fail signed-by-user',
		],
		[
			'of a Lever user, though the contact has it too',
			signedWith('a@example.com', {}, user('a@example.com')),
			'fail signed-by-user',
		],
		[
			'of the user who is the candidate',
			signedWith(
				'a@company.example',
				{},
				{ ...company, ...user('a@company.example', ['contact-a']) },
			),
			'pass signed-by-candidate',
		],
		['no address of the signer', signedWith(null), 'indeterminate signer-unnamed'],
		[
			'B.2 signed by hand',
			{
				hires: [
					aHired(
						'a',
						{},
						{ candidateSigned: false, candidateSignedAt: null, status: 'sent-manually' },
					),
				],
			},
			'not_applicable not-signed-in-lever',
		],
		['anonymised', signedWith(null, { isAnonymized: true }), 'not_applicable anonymised'],
		[
			'§1 unread',
			signedWith('a@example.com', { offersRead: UNREAD }),
			'indeterminate offers-unread',
		],
		[
			'§1 unread, but a fault was read',
			signedWith('r@example.com', { offersRead: UNREAD }, user('r@example.com')),
			'fail signed-by-user',
		],
	]);

	it('names no address (rules.md §10)', () => {
		const finding = check(signedWith('r@example.com', {}, user('r@example.com'))).of('OFR-08');
		expect(JSON.stringify(finding)).not.toContain('@');
		expect(finding.observed.signedAsUser).toEqual(['user-x']);
	});
});
