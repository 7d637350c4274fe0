import { describe, expect, it } from 'vitest';

import { aHired, anOffer, check, millis, screened } from './company.mts';

const DAY = 86_400_000;

/** A hire who signed so many offers, each a day later and with a start a day later than the last. */
function hiredWith(number: number) {
	const offers = Array.from({ length: number }, (_, index) => {
		const daysOlder = number - 1 - index;
		return anOffer('a', {
			id: `offer-${String(index).padStart(4, '0')}`,
			candidateSignedAt: millis('2026-09-10T10:00:00Z') - daysOlder * DAY,
			createdAt: millis('2026-09-01T10:00:00Z') - daysOlder * DAY,
			startDateRaw: millis('2026-10-12T00:00:00Z') - daysOlder * DAY,
		});
	});
	const hire = aHired('a', {
		offers,
		rawSha256: Object.fromEntries(
			['opp-a', ...offers.map(({ id }) => id)].map((id) => [id, '1'.repeat(64)]),
		),
	});
	return check({ hires: [hire], screening: [screened()] });
}

describe('a hire with many offers', () => {
	it('gives an output that grows with the offers, and no faster', () => {
		const size = (offers: number) => JSON.stringify(hiredWith(offers).evidence).length;
		const growth = (size(400) - size(200)) / (size(200) - size(100));
		expect(growth).toBeGreaterThan(1.9);
		expect(growth).toBeLessThan(2.1);
	});

	it('is judged by the newest signed one, and names the earlier one that speaks against it', () => {
		const finding = hiredWith(200).of('SCR-02');
		expect(finding).toMatchObject({
			status: 'warn',
			reasonCode: 'earlier-start-would-fail',
			observed: { startDate: '2026-10-12', earlierSignedStart: '2026-03-27' },
		});
		expect(finding.evidence.map(({ recordId }) => recordId)).toEqual([
			'opp-a',
			'offer-0199',
			'report-a',
			'offer-0000',
		]);
	});
});
