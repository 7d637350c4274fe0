import { describe, expect, it } from 'vitest';

import { simplifyContact } from '../../../nodes/Lever/actions/candidates/contact.ts';
import { simplifyOffer } from '../../../nodes/Lever/actions/candidates/offer/simplify.ts';
import { simplifyOpportunity } from '../../../nodes/Lever/actions/candidates/opportunity/simplify.ts';
import { simplifyUser } from '../../../nodes/Lever/actions/account/user.ts';
import { CONTACT, OFFER, OPPORTUNITY, STAGE, USER } from './samples.mts';

describe('simplified records', () => {
	it('opportunity', () => {
		expect(simplifyOpportunity(OPPORTUNITY)).toEqual({
			id: OPPORTUNITY.id,
			name: 'Ingrid Solvang',
			email: 'ingrid.solvang@example.com',
			contactId: OPPORTUNITY.contact,
			stageId: 'offer',
			ownerId: USER.id,
			archivedAt: '2026-01-15T11:30:00.000Z',
			archiveReasonId: '71c0e94d-35fa-48b2-a6d8-5f2b7c3e9016',
			createdAt: '2025-12-09T09:00:00.000Z',
			url: OPPORTUNITY.urls.show,
		});
	});

	it('opportunity with expanded stage, owner and contact keeps the ids and adds the names', () => {
		const expanded = { ...OPPORTUNITY, stage: STAGE, owner: USER, contact: CONTACT };
		expect(simplifyOpportunity(expanded)).toMatchObject({
			stageId: 'offer',
			stage: 'Offer',
			ownerId: USER.id,
			owner: 'Marek Dvorak',
			contactId: CONTACT.id,
		});
	});

	it('active, ownerless, anonymised opportunity', () => {
		const bare = { ...OPPORTUNITY, archived: null, owner: null, contact: null, emails: [] };
		expect(simplifyOpportunity(bare)).toMatchObject({
			archivedAt: null,
			archiveReasonId: null,
			ownerId: null,
			contactId: null,
			email: null,
		});
	});

	it('offer: the signature is the candidate’s, the start is a day, and there is no pay', () => {
		const simplified = simplifyOffer(OFFER, OPPORTUNITY.id);
		expect(simplified).toEqual({
			id: OFFER.id,
			opportunityId: OPPORTUNITY.id,
			status: 'signed',
			createdAt: '2026-01-05T09:00:00.000Z',
			approvedAt: '2026-01-06T09:00:00.000Z',
			sentAt: '2026-01-07T09:00:00.000Z',
			signedAt: '2026-01-12T10:00:00.000Z',
			startDate: '2026-02-02',
			jobTitle: 'Backend Engineer',
			location: 'Bergen',
		});
		expect(JSON.stringify(simplified)).not.toContain('840000');
	});

	it.each([
		[Date.UTC(2026, 1, 2, 8), '2026-02-02T08:00:00.000Z'],
		['2 February', '2 February'],
		[null, null],
		[undefined, null],
	])('offer with start %j shows %j', (value, shown) => {
		const offer = { ...OFFER, fields: [{ identifier: 'anticipated_start_date', value }] };
		expect(simplifyOffer(offer, null)).toMatchObject({ startDate: shown, jobTitle: null });
	});

	it('offer signed by the company only has no signature of the candidate', () => {
		const offer = { ...OFFER, signatures: { company_signature_1: { signedAt: 1 } } };
		expect(simplifyOffer(offer, null)).toMatchObject({ signedAt: null });
		expect(simplifyOffer({ ...OFFER, signatures: null }, null)).toMatchObject({ signedAt: null });
	});

	it('offer of the account-wide list takes the opportunity that Lever names', () => {
		expect(simplifyOffer({ ...OFFER, opportunityId: 'x' }, null)).toMatchObject({
			opportunityId: 'x',
		});
		expect(simplifyOffer(OFFER, null)).toMatchObject({ opportunityId: null });
	});

	it('user: an empty role stays empty, a missing one is null', () => {
		expect(simplifyUser(USER)).toMatchObject({ accessRole: 'team member', active: true });
		expect(simplifyUser({ ...USER, accessRole: '' })).toMatchObject({ accessRole: '' });
		const { accessRole, ...without } = USER;
		expect(accessRole).toBe('team member');
		expect(simplifyUser(without)).toMatchObject({ accessRole: null });
		expect(simplifyUser({ ...USER, deactivatedAt: 0 })).toMatchObject({
			active: false,
			deactivatedAt: '1970-01-01T00:00:00.000Z',
		});
	});

	it('contact', () => {
		expect(simplifyContact(CONTACT)).toEqual({
			id: CONTACT.id,
			name: 'Ingrid Solvang',
			headline: 'Fjordbyte AS',
			location: 'Bergen',
			email: 'ingrid.solvang@example.com',
			phone: '+47 555 01 234',
			isAnonymized: false,
		});
	});
});
