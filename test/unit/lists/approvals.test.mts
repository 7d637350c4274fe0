import { describe, expect, it } from 'vitest';

import { readApprovals } from '../../../nodes/LeverCompliance/lists/index.ts';
import { liveConfirmedMatches } from '../../../nodes/LeverCompliance/matching/index.ts';
import { sha256OfJson } from '../../../nodes/shared/sha256.ts';
import { AS_OF, listOf, refusal, type Row } from './listItems.mts';

const EXCEPTION: Row = {
	id: 'A-1',
	type: 'exception',
	check_id: 'SCR-02',
	subject_id: 'contact-1:opp-1',
	record_id: '',
	reason: 'Court closed',
	compensating_control: 'Reduced access',
	requested_by: 'ask@example.com',
	approved_by: 'lead@example.com',
	approved_at: '2026-09-01',
	expires_at: '2026-12-31',
};

const CONFIRMED: Row = {
	id: 'A-2',
	type: 'confirmed_match',
	subject_id: 'contact-1',
	record_id: 'R-1',
	approved_by: 'lead@example.com',
	approved_at: '2026-09-01T10:00:00+02:00',
	expires_at: '',
};

const REVIEW: Row = {
	...CONFIRMED,
	id: 'A-4',
	type: 'access review',
	subject_id: 'user-1',
	record_id: '',
	decision: 'keep',
};

const read = (rows: readonly Row[]) => readApprovals(listOf(rows));

describe('readApprovals', () => {
	it('reads the three types', () => {
		const { approvals, notices } = read([
			EXCEPTION,
			CONFIRMED,
			{ ...CONFIRMED, id: 'A-3', type: 'Privileged User', record_id: '' },
		]);
		expect(notices).toEqual([]);
		expect(approvals).toEqual([
			{
				type: 'exception',
				id: 'A-1',
				row: 1,
				rawSha256: sha256OfJson(EXCEPTION),
				checkId: 'SCR-02',
				subjectId: 'contact-1:opp-1',
				reason: 'Court closed',
				compensatingControl: 'reduced access',
				requestedBy: 'ask@example.com',
				approvedBy: 'lead@example.com',
				approvedAt: { precision: 'day', date: '2026-09-01' },
				expiresAt: { precision: 'day', date: '2026-12-31' },
			},
			{
				type: 'confirmed_match',
				id: 'A-2',
				row: 2,
				rawSha256: sha256OfJson(CONFIRMED),
				subjectId: 'contact-1',
				recordId: 'R-1',
				reason: '',
				requestedBy: '',
				approvedBy: 'lead@example.com',
				approvedAt: { precision: 'instant', instant: Date.parse('2026-09-01T08:00:00Z') },
				expiresAt: null,
			},
			expect.objectContaining({ type: 'privileged_user', id: 'A-3' }),
		]);
	});

	it.each([
		['External Account', 'external_account'],
		['role-change', 'role_change'],
	])('reads "%s", which needs nothing but subject, approver and date', (written, type) => {
		const { approvals, notices } = read([
			{ ...CONFIRMED, type: written, record_id: '', requested_by: 'ask@example.com' },
		]);
		expect(notices).toEqual([]);
		expect(approvals).toEqual([
			{
				type,
				id: 'A-2',
				row: 1,
				rawSha256: expect.any(String) as string,
				subjectId: 'contact-1',
				reason: '',
				requestedBy: 'ask@example.com',
				approvedBy: 'lead@example.com',
				approvedAt: { precision: 'instant', instant: Date.parse('2026-09-01T08:00:00Z') },
				expiresAt: null,
			},
		]);
	});

	it.each([
		['keep', 'keep'],
		['Maintain', 'keep'],
		['APPROVED', 'keep'],
		['modify', 'change'],
		['Remove', 'remove'],
		['revoke', 'remove'],
	])('reads the decision "%s" of an access review', (decision, expected) => {
		expect(read([{ ...REVIEW, decision }]).approvals).toMatchObject([
			{ type: 'access_review', decision: expected },
		]);
	});

	it('says which words a decision may have', () => {
		expect(read([{ ...REVIEW, decision: 'escalate' }]).notices).toEqual([
			'Approvals: not used, because the column "decision" must be one of keep, maintain, approved, change, modify, remove, revoke (row 1).',
		]);
	});

	it.each([
		['a review without a decision', REVIEW, { decision: '' }, 'decision'],
		[
			'a review with a property of every object as decision',
			REVIEW,
			{ decision: 'constructor' },
			'decision',
		],
		['an unknown type', EXCEPTION, { type: 'waiver' }, 'type'],
		['no subject', EXCEPTION, { subject_id: ' ' }, 'subject_id'],
		['no approver', EXCEPTION, { approved_by: '' }, 'approved_by'],
		['no approval date', EXCEPTION, { approved_at: '' }, 'approved_at'],
		['an ambiguous approval date', EXCEPTION, { approved_at: '03/04/2026' }, 'approved_at'],
		['no check', EXCEPTION, { check_id: '' }, 'check_id'],
		['no requester', EXCEPTION, { requested_by: '' }, 'requested_by'],
		['no expiry', EXCEPTION, { expires_at: '' }, 'expires_at'],
		['an unreadable expiry', CONFIRMED, { expires_at: 'never' }, 'expires_at'],
		[
			'a control outside the closed list',
			EXCEPTION,
			{ compensating_control: 'trust' },
			'compensating_control',
		],
		['no record to confirm', CONFIRMED, { record_id: '' }, 'record_id'],
	])('does not use a row with %s, and names row and column', (_, row, change, column) => {
		const { approvals, notices } = read([{ ...row, ...change }, EXCEPTION]);
		expect(approvals).toHaveLength(1);
		expect(notices).toHaveLength(1 + (row === EXCEPTION ? 1 : 0));
		expect(notices[0]).toContain(`because the column "${column}"`);
		expect(notices[0]).toContain('(row 1)');
		expect(notices.join()).not.toContain('example.com');
	});

	it('stops without a needed column', () => {
		expect(refusal(() => read([{ id: 'A-1', type: 'exception' }]))).toContain(
			'Approvals: no column is recognised as "Subject ID", "Approved by", "Approved at"',
		);
	});
});

describe('liveConfirmedMatches', () => {
	it.each([
		['approved before', {}, true],
		['approved on the evidence day', { approved_at: '2026-11-02' }, true],
		['approved later that day', { approved_at: '2026-11-02T07:00:00Z' }, false],
		['approved the day after', { approved_at: '2026-11-03' }, false],
		['expired the day before', { expires_at: '2026-11-01' }, false],
		['expiring on the evidence day', { expires_at: '2026-11-02' }, true],
		['expired an hour before', { expires_at: '2026-11-02T05:00:00Z' }, false],
	])('%s', (_, change, live) => {
		const { approvals } = read([{ ...CONFIRMED, ...change }, EXCEPTION]);
		expect(liveConfirmedMatches(approvals, AS_OF)).toHaveLength(live ? 1 : 0);
	});
});
