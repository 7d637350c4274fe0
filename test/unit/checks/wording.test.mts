import { describe, expect, it } from 'vitest';

import { aHired, anOffer, aUser, check, millis, screened, type Company } from '../run/company.mts';
import { approvalOf, staffOf } from './accessCompany.mts';

/** What the finding of a check for a reason says to whoever must act. */
function words(company: Company, checkId: string, reason: string) {
	const found = check(company).findings.find(
		(finding) => finding.checkId === checkId && finding.reasonCode === reason,
	);
	return { says: found?.message, toDo: found?.remediation.text };
}

const TOO_LATE = /^A late deactivation cannot be cured: /;

describe('what can no longer be cured is not asked for', () => {
	it('a screening that was completed too late is not to be completed', () => {
		const late = screened('a', { completed_at: '2026-10-14' });
		const company = { hires: [aHired()], screening: [late] };
		expect(words(company, 'SCR-02', 'completed-after-start').toDo).toBe(
			'A completion after the first day cannot be cured: record why it was late and who accepted it.',
		);
	});

	it('an account that was deactivated too late is not to be deactivated', () => {
		const company: Company = {
			users: [aUser('a', { deactivatedAt: millis('2026-10-30T09:00:00Z') })],
			staff: [staffOf('a', { status: 'terminated', end_date: '2026-09-30' }), staffOf('b')],
		};
		expect(words(company, 'UAR-01', 'deactivated-late').toDo).toMatch(TOO_LATE);
	});

	it('an account that a review had deactivated too late is not to be reviewed', () => {
		const review = { subject_id: 'user-a', decision: 'remove', approved_at: '2026-09-01' };
		const company: Company = {
			users: [aUser('a', { deactivatedAt: millis('2026-10-30T09:00:00Z') })],
			approvals: [approvalOf('access_review', review)],
		};
		expect(words(company, 'UAR-06', 'removed-late').toDo).toMatch(TOO_LATE);
	});
});

describe('numbers read as a person would say them', () => {
	it('one offer that nobody signed', () => {
		const offer = anOffer('a', {
			status: 'sent',
			candidateSigned: false,
			candidateSignedAt: null,
		});
		expect(
			words({ hires: [aHired('a', { offers: [offer] })] }, 'OFR-01', 'not-signed').says,
		).toMatch(/^Hired, but the candidate did not sign the offer \(status sent\)\. /);
	});

	it('a first day that is today', () => {
		const today = aHired('a', {}, { startDateRaw: millis('2026-11-02T00:00:00Z') });
		const company = {
			hires: [today],
			screening: [screened('b')],
			approvals: [approvalOf('exception')],
		};
		expect(words(company, 'SCR-10', 'no-interim-control').says).toMatch(
			/^The screening is not done on the first day\. /,
		);
	});

	it('no form before the offer', () => {
		const form = {
			feedbackId: 'feedback-f',
			opportunityId: 'opp-a',
			userId: 'user-x',
			completedAt: millis('2026-09-20T10:00:00Z'),
			rawSha256: '7'.repeat(64),
		};
		const feedback = { read: true as const, forms: [form], collectionId: '5'.repeat(64) };
		const company = { hires: [aHired('a', { feedback })], collections: { interviews: {} } };
		expect(words(company, 'PIP-02', 'feedback-late').says).toMatch(
			/^No feedback form was complete before the offer, only later\. /,
		);
	});
});
