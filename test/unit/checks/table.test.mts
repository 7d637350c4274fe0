import { describe, expect, it } from 'vitest';

import { CHECKS } from '../../../nodes/LeverCompliance/checks/index.ts';
import { namedControls } from '../../../nodes/LeverCompliance/checks/controls.ts';
import { DEFAULT_POLICY } from '../../../nodes/LeverCompliance/policy/index.ts';

describe('the table of checks', () => {
	it('has every id once, in the order of the ids of each family', () => {
		const ids = CHECKS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const prefixes = [...new Set(ids.map((id) => id.slice(0, 3)))];
		const inOrder = prefixes.flatMap((prefix) => ids.filter((id) => id.startsWith(prefix)).sort());
		expect(ids).toEqual(inOrder);
	});

	it.each(CHECKS.map((check) => [check.id, check] as const))(
		'%s names only settings that exist',
		(_id, check) => {
			for (const path of check.policyFields) {
				const [part, setting] = path.split('.');
				const settings: unknown = Reflect.get(DEFAULT_POLICY, part ?? '');
				expect(settings).toBeDefined();
				if (setting !== undefined) expect(Object.keys(settings as object)).toContain(setting);
			}
		},
	);

	it('names no control that asks for more than the usual policy (rules.md §1)', () => {
		// UAR-08 compares moments: an account of the day of the completion passes only when it came later.
		// SCR-14 is about the other half of A.6.1, which goes on after joining and leaves the interval open.
		const others = CHECKS.filter(({ id }) => id !== 'UAR-08' && id !== 'SCR-14');
		const named = others.flatMap(({ controls }) => namedControls(controls, DEFAULT_POLICY));
		const ids = named.map(({ framework, id }) => `${framework} ${id}`);
		// "prior to": a completion or signature on the first day itself passes.
		expect(ids.filter((id) => /PS-3a|12\.7\.1|A\.6\.1|PS-6c|8\.2\.5/.test(id))).toEqual([]);
		expect(ids).toContain('SOC 2 TSC 2017 CC1.4');
	});

	it('tells people what to do without the words that n8n avoids', () => {
		for (const { remediation, tests, title } of CHECKS) {
			expect(`${title} ${tests} ${remediation}`).not.toMatch(/\b(error|problem|failure|mistake)/i);
		}
	});
});
