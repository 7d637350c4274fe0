import { describe, expect, it } from 'vitest';

import { opportunityFacts } from '../../../nodes/Lever/evidence/opportunities/opportunity.ts';
import { screeningTags } from '../../../nodes/Lever/evidence/hires/screeningTags.ts';
import { opportunity } from './account.mts';

describe('what is kept of an opportunity', () => {
	it('is the allow-list and nothing else', () => {
		const kept = opportunityFacts(
			opportunity('a', { phones: [{ value: '+47 555 01 234' }], headline: 'Fjordbyte AS' }),
		);
		expect(Object.keys(kept).sort()).toEqual([
			'archived',
			'confidential',
			'contact',
			'createdAt',
			'dataProtection',
			'emails',
			'hiringManager',
			'isAnonymized',
			'lastAdvancedAt',
			'leverUrl',
			'location',
			'name',
			'owner',
			'postingId',
			'postingIds',
			'requisitionIds',
			'stageChanges',
			'stageId',
			'tags',
			'updatedAt',
		]);
		expect(JSON.stringify(kept)).not.toMatch(/555|Fjordbyte|profile/);
	});

	it('is the same for ids and for expanded objects', () => {
		const expanded = opportunity('a', {
			contact: { id: 'contact-a', name: 'Ingrid Solvang', emails: [], isAnonymized: false },
			stage: { id: 'offer', text: 'Offer' },
			owner: { id: 'user-recruiter', name: 'Marek Dvorak' },
			name: 'Ingrid Solvang',
			emails: [],
		});
		const plain = opportunity('a', { contact: 'contact-a', name: 'Ingrid Solvang', emails: [] });
		expect(opportunityFacts(expanded)).toEqual(opportunityFacts(plain));
	});

	it('has the addresses of opportunity, contact and applications, each once, as written', () => {
		const { emails } = opportunityFacts(
			opportunity('a', {
				emails: ['  Ingrid@Example.com '],
				contact: { id: 'c', emails: ['ingrid@example.com', 'second@example.com'] },
				applications: [{ id: 'app', email: 'third@example.com', posting: 'posting-1' }],
			}),
		);
		expect(emails).toEqual(['ingrid@example.com', 'second@example.com', 'third@example.com']);
	});

	it('has posting and hiring manager of the application, the one on hire first', () => {
		const application = { id: 'app', posting: 'posting-1', postingHiringManager: 'user-a' };
		expect(opportunityFacts(opportunity('a', { applications: [application] }))).toMatchObject({
			postingId: 'posting-1',
			hiringManager: 'user-a',
		});
		const onHire = { ...application, requisitionForHire: { hiringManagerOnHire: 'user-b' } };
		expect(opportunityFacts(opportunity('a', { applications: [onHire] })).hiringManager).toBe(
			'user-b',
		);
		expect(opportunityFacts(opportunity('a', { applications: ['app-id'] }))).toMatchObject({
			postingId: null,
			hiringManager: null,
		});
	});

	it.each([
		['https://hire.lever.co/candidates/a', 'https://hire.lever.co/candidates/a'],
		['https://hire.sandbox.lever.co/candidates/a', 'https://hire.sandbox.lever.co/candidates/a'],
		['https://hire.lever.co.example.com/candidates/a', null],
		['http://hire.lever.co/candidates/a', null],
		['javascript:alert(1)', null],
		[undefined, null],
	])('links to Lever only: %s', (show, expected) => {
		expect(opportunityFacts(opportunity('a', { urls: { show } })).leverUrl).toBe(expected);
	});

	it('takes an unspecified place for none', () => {
		const odd = opportunity('a', { opportunityLocation: 'unspecified' });
		expect(opportunityFacts(odd).location).toBeNull();
	});

	it('survives a record with nothing in it', () => {
		expect(opportunityFacts({ id: 'a' })).toMatchObject({
			contact: null,
			name: '',
			emails: [],
			archived: null,
			createdAt: null,
			isAnonymized: false,
		});
	});
});

describe('screening tags', () => {
	it('are recognised whatever their case, and keep no result', () => {
		expect(screeningTags(['Backend', 'Report Clear', 'INVITATION COMPLETED'])).toEqual([
			'invitationCompleted',
			'reportReturned',
		]);
		expect(screeningTags(['Report Consider'])).toEqual(screeningTags(['Report Clear']));
		expect(screeningTags(['constructor', 'reports clear'])).toEqual([]);
	});
});
