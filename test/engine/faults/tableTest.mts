import { beforeAll, describe, expect, it } from 'vitest';

import { expectHonest, incomplete, narrowed, outcomeOf } from './outcome.mts';
import type { Outcome } from './outcome.mts';
import { NEEDS_A_CURSOR, read, ruleOf, startCompany } from './reads.mts';
import type { Reading } from './reads.mts';
import { shortenTimeout } from './shortTimeout.mts';
import { ENDINGS } from './table.mts';

/**
 * The table of faults for one way to read: every fault, at places chosen by chance.
 *
 * @param attempts places per fault
 */
export function testTable(reading: Reading, attempts: number): void {
	let truth: Outcome;

	beforeAll(async () => {
		const sound = await startCompany(reading);
		truth = outcomeOf(await read(reading, sound));
		await sound.close();
		expect(truth.said.filter((words) => !words.includes('Test data'))).toEqual([]);
		expect(incomplete(truth)).toEqual([]);
		expect(truth.records.length).toBeGreaterThan(10);
	});
	const cases = ENDINGS.flatMap(([fault, ending]) =>
		Array.from({ length: attempts }, (_, attempt) => ({
			rule: ruleOf(fault, reading, attempt),
			ending,
		})),
	);

	describe(reading.name, () => {
		// A mock for each test: what a run that stopped had still under way must not meet the next fault.
		it.concurrent.each(cases)('$rule.fault after $rule.after', async ({ rule, ending }) => {
			const mock = await startCompany(reading);
			if (rule.fault === 'noAnswer') shortenTimeout(mock.url);
			mock.faults.add(rule);
			const outcome = outcomeOf(await read(reading, mock));
			const [{ struck } = { struck: 0 }] = mock.faults.list();
			const canStrike = !(reading.onePage && NEEDS_A_CURSOR.includes(rule.fault));
			expect(struck).toBe(canStrike ? 1 : 0);

			expectHonest(outcome, truth, mock);
			if (ending === 'exact' || !canStrike) {
				expect(outcome.records).toEqual(truth.records);
				expect(incomplete(outcome)).toEqual([]);
			} else {
				expect(outcome.said.join('\n')).toMatch(ending);
				expect([...incomplete(outcome), ...narrowed(outcome)]).not.toEqual([]);
			}
			expect(mock.faults.elsewhere().filter(({ credentials }) => credentials)).toEqual([]);
			await mock.close();
		});
	});
}
