import { describe, expect, it } from 'vitest';

import { CHECKS } from '../../../nodes/LeverCompliance/checks/index.ts';
import { namedControls } from '../../../nodes/LeverCompliance/checks/controls.ts';
import { DEFAULT_POLICY, parsePolicy } from '../../../nodes/LeverCompliance/policy/index.ts';
import { aHired, check, millis, screened, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const BEFORE: Company['policy'] = {
	screening: { completeBefore: 'before' },
	offers: { signedBefore: 'before' },
};
/** First day 12 October 2026. */
const completed = (completed_at: string, zone = 'UTC'): Company => ({
	hires: [aHired()],
	screening: [screened('a', { completed_at })],
	policy: { ...BEFORE, workZones: { Berlin: zone } },
});
const signed = (at: string): Company => ({
	hires: [aHired('a', {}, { candidateSignedAt: millis(at) })],
	policy: BEFORE,
});

describe('SCR-02 where a screening must be complete before the first day', () => {
	cases('SCR-02', [
		['the day before', completed('2026-10-11'), 'pass completed-in-time'],
		['the first day itself', completed('2026-10-12'), 'fail completed-on-first-day'],
		['a day later', completed('2026-10-13'), 'fail completed-after-start'],
		[
			'the evening before in the work zone, the first day in UTC',
			completed('2026-10-12T06:30:00Z', 'America/Los_Angeles'),
			'warn time-zone-sensitive',
		],
		[
			'the morning of the first day in the work zone, the day before in UTC',
			completed('2026-10-11T23:30:00Z', 'Europe/Berlin'),
			'warn time-zone-sensitive',
		],
		['the oldest that is valid', completed('2025-10-12'), 'pass completed-in-time'],
		['a day older', completed('2025-10-11'), 'fail stale'],
	]);

	it('says how late a completion on the first day is', () => {
		const { message, observed, expected } = check(completed('2026-10-12')).of('SCR-02');
		expect(message).toContain('the first day itself. Expected: before 2026-10-12');
		expect(observed.daysLate).toBe(1);
		expect(expected.completedOnOrBefore).toBe('2026-10-11');
	});

	it('leaves a completion on the first day in time for everybody else', () => {
		const usual = { ...completed('2026-10-12'), policy: {} };
		expect(check(usual).of('SCR-02').status).toBe('pass');
	});
});

describe('OFR-04 where an offer must be signed before the first day', () => {
	cases('OFR-04', [
		['the day before', signed('2026-10-11T23:59:59Z'), 'pass signed-in-time'],
		['the first day itself', signed('2026-10-12T06:00:00Z'), 'fail signed-on-first-day'],
		['a day later', signed('2026-10-13T06:00:00Z'), 'fail signed-after-start'],
	]);
});

describe('controls that say "prior to" (rules.md §1)', () => {
	const idsUnder = (document: unknown) => {
		const reading = parsePolicy(document, null);
		const policy = reading.ok ? reading.policy : DEFAULT_POLICY;
		return CHECKS.flatMap((one) =>
			namedControls(one.controls, policy).map(({ id }) => `${one.id} ${id}`),
		);
	};
	const SCREENED = ['SCR-02 A.6.1', 'SCR-02 PS-3a', 'SCR-02 12.7.1', 'SCR-02 10.2'];
	const SIGNED = ['OFR-04 PS-6c'];

	it('are named exactly when the first day itself is too late', () => {
		const usual = idsUnder({});
		const screenedBefore = idsUnder({ screening: { completeBefore: 'before' } });
		const signedBefore = idsUnder({ offers: { signedBefore: 'before' } });
		for (const id of SCREENED) {
			expect(usual).not.toContain(id);
			expect(signedBefore).not.toContain(id);
			expect(screenedBefore).toContain(id);
		}
		for (const id of SIGNED) {
			expect(usual).not.toContain(id);
			expect(screenedBefore).not.toContain(id);
			expect(signedBefore).toContain(id);
		}
	});
});
