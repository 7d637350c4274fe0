import { describe, expect, it } from 'vitest';

import { aHired, check, screened } from '../run/company.mts';

const fromLever = (changes: object = {}) =>
	check({
		hires: [aHired()],
		screening: [screened('a', { provider: 'Lever', external_id: 'opp-a', ...changes })],
	});

describe('a form in Lever as the only source of a screening', () => {
	it.each(['SCR-01', 'SCR-02'])('is a warning at best in %s', (checkId) => {
		const finding = fromLever().of(checkId);
		expect(finding).toMatchObject({ status: 'warn', reasonCode: 'weak-source' });
		expect(finding.message).toContain("somebody's word in Lever");
		expect(finding.remediation.text).toContain("provider's own list");
	});

	it('leaves a fail a fail', () => {
		const late = fromLever({ completed_at: '2026-10-20' });
		expect(late.of('SCR-02').status).toBe('fail');
	});

	it('gives way to a record of the provider', () => {
		const both = check({
			hires: [aHired()],
			screening: [
				screened('a', { provider: 'Lever', external_id: 'opp-a' }),
				screened('a', { report_id: 'of-the-provider', external_id: 'opp-a' }),
			],
		});
		expect(both.of('SCR-01').status).toBe('pass');
		expect(both.of('SCR-02').status).toBe('pass');
	});
});
