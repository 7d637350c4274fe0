import fc from 'fast-check';
import { it } from 'vitest';

export { fc };

/** A vitest test over generated values. */
export const test = {
	prop:
		<Values extends [unknown, ...unknown[]]>(
			values: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
			numRuns = 60,
		) =>
		(name: string, property: (...generated: Values) => Promise<void> | void): void => {
			it(name, async () => {
				await fc.assert(
					fc.asyncProperty(...values, async (...generated: Values) => {
						await property(...generated);
					}),
					{ numRuns },
				);
			});
		},
};
