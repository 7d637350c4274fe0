import { describe, expect, it } from 'vitest';

import { acceptanceOf, isSigned, newestSigned } from '../../../nodes/shared/acceptance.ts';
import { hireOffer, offerFacts } from '../../../nodes/Lever/evidence/offers/offer.ts';
import { readSignatures } from '../../../nodes/Lever/evidence/offers/signatures.ts';
import type { HireOffer } from '../../../nodes/shared/contracts/index.ts';
import { at, signedOffer } from './account.mts';
import type { Raw } from './fakeLever.mts';

const SIGNED_AT = '2026-10-01T10:00:00Z';
const START = at('2026-10-20T00:00:00Z');

function offer(fields: Raw = {}, id = 'offer-1'): HireOffer {
	return { ...offerFacts(signedOffer(id, SIGNED_AT, START, fields)), opportunityId: 'opp' };
}

const UNSIGNED = { signatures: null, signedDocument: null };

describe('signatures', () => {
	const candidate = { role: 'candidate', email: 'c@example.com', signedAt: 5, signed: true };

	it('are read in the keyed form', () => {
		expect(
			readSignatures({
				candidate,
				company_signature_1: { role: 'company', email: 'boss@example.com', signedAt: 9 },
			}),
		).toEqual({
			candidateSignedAt: 5,
			candidateSigned: true,
			candidateEmail: 'c@example.com',
			otherSignedAt: 9,
		});
	});

	it('are read in the flat form', () => {
		expect(readSignatures({ email: 'c@example.com', signedAt: 5, signed: true })).toEqual({
			candidateSignedAt: 5,
			candidateSigned: true,
			candidateEmail: 'c@example.com',
			otherSignedAt: null,
		});
	});

	it('prefer the keyed form', () => {
		const both = { candidate, role: 'candidate', signedAt: 77, signed: true };
		expect(readSignatures(both).candidateSignedAt).toBe(5);
	});

	it('of a company are not the candidate’s, in either form', () => {
		const company = { role: 'company', email: 'boss@example.com', signedAt: 9, signed: true };
		for (const signatures of [{ company_signature_1: company }, company]) {
			expect(readSignatures(signatures)).toEqual({
				candidateSignedAt: null,
				candidateSigned: false,
				candidateEmail: null,
				otherSignedAt: 9,
			});
		}
	});

	it('may lack the date', () => {
		expect(readSignatures({ candidate: { role: 'candidate', signed: true } })).toMatchObject({
			candidateSigned: true,
			candidateSignedAt: null,
		});
	});

	it('of a draft are empty', () => {
		const draft = { candidate: { role: 'candidate', name: null, email: null } };
		for (const signatures of [draft, {}, null, undefined, 'odd']) {
			expect(readSignatures(signatures)).toEqual({
				candidateSignedAt: null,
				candidateSigned: false,
				candidateEmail: null,
				otherSignedAt: null,
			});
		}
	});
});

describe('an offer', () => {
	it('is kept without pay, documents and addresses', () => {
		const kept = hireOffer({
			...offerFacts(
				signedOffer('o', SIGNED_AT, START, { creator: { id: 'user-a' }, approved: true }),
			),
			opportunityId: 'p',
		});
		expect(kept).toEqual({
			id: 'o',
			opportunityId: 'p',
			status: 'signed',
			createdAt: at('2026-09-28T10:00:00Z'),
			approvedAt: at('2026-09-29T10:00:00Z'),
			sentAt: at('2026-09-30T10:00:00Z'),
			candidateSignedAt: at(SIGNED_AT),
			candidateSigned: true,
			otherSignedAt: null,
			signedDocumentAt: at('2026-10-01T10:01:00Z'),
			startDateRaw: START,
			jobTitle: 'Backend Engineer',
			location: 'Los Angeles',
			creator: 'user-a',
			approved: true,
			postingId: 'posting-backend',
		});
	});

	it.each([
		['a number', START, START],
		['text, untouched', ' 20.10.2026', ' 20.10.2026'],
		['nothing', null, null],
		['empty text', '', null],
		['white space', '  ', null],
		['something odd', { date: 'soon' }, '{"date":"soon"}'],
	])('keeps a start date that is %s', (_what, value, kept) => {
		expect(offerFacts(signedOffer('o', SIGNED_AT, value)).startDateRaw).toBe(kept);
	});

	it('without the field has no start date', () => {
		expect(offer({ fields: [] }).startDateRaw).toBeNull();
		expect(offer({ fields: null }).startDateRaw).toBeNull();
	});

	it.each<[string, Raw, boolean]>([
		['signed by the candidate', {}, true],
		['signed by the candidate, status denied', { status: 'denied' }, true],
		['status signed without a date', { ...UNSIGNED }, true],
		[
			'sent by hand with a signed document',
			{ ...UNSIGNED, status: 'sent-manually', signedDocument: { uploadedAt: 1 } },
			true,
		],
		['sent by hand without a document', { ...UNSIGNED, status: 'sent-manually' }, false],
		[
			'signed by the company only',
			{
				status: 'sent',
				signatures: { company: { role: 'company', signed: true, signedAt: 1 } },
				signedDocument: { uploadedAt: 1 },
			},
			false,
		],
		['a draft', { ...UNSIGNED, status: 'draft' }, false],
		['opened', { ...UNSIGNED, status: 'opened' }, false],
	])('%s counts as signed: %s', (_what, fields, expected) => {
		expect(isSigned(offer(fields))).toBe(expected);
	});
});

describe('the newest signed offer', () => {
	it('is by candidate signature, then creation, then id', () => {
		const older = offer({ createdAt: 900, signatures: { candidate: { signedAt: 10 } } }, 'z');
		const newer = offer({ createdAt: 100, signatures: { candidate: { signedAt: 20 } } }, 'a');
		const undated = offer({ createdAt: 999, signatures: null }, 'y');
		const draft = offer({ createdAt: 9999, status: 'draft', ...UNSIGNED }, 'x');
		expect(newestSigned([older, newer, undated, draft])?.id).toBe('a');
		expect(newestSigned([undated, draft])?.id).toBe('y');
		expect(newestSigned([draft])).toBeNull();

		const twin = { createdAt: 5, signatures: { candidate: { signedAt: 10 } } };
		expect(newestSigned([offer(twin, 'b'), offer(twin, 'c'), offer(twin, 'a')])?.id).toBe('c');
	});
});

describe('acceptance', () => {
	it.each<[string, HireOffer | null, number | null, unknown]>([
		[
			'the candidate signed',
			offer(),
			7,
			{ acceptedAt: at(SIGNED_AT), acceptedAtSource: 'candidateSignature' },
		],
		[
			'a signed document was uploaded',
			offer({ status: 'sent-manually', signatures: null, signedDocument: { uploadedAt: 3 } }),
			7,
			{ acceptedAt: 3, acceptedAtSource: 'document' },
		],
		[
			'neither, but archived as hired',
			offer({ ...UNSIGNED }),
			7,
			{ acceptedAt: 7, acceptedAtSource: 'archive' },
		],
		['no offer, archived as hired', null, 7, { acceptedAt: 7, acceptedAtSource: 'archive' }],
		['nothing at all', null, null, { acceptedAt: null, acceptedAtSource: 'none' }],
	])('when %s', (_what, signed, hiredAt, expected) => {
		expect(acceptanceOf(signed, hiredAt)).toEqual(expected);
	});
});
