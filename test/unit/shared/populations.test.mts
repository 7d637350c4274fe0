import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { populationIdOf, populationLines, POPULATIONS } from '../../../nodes/shared/populations.ts';

const ids = fc.constantFrom('a', 'b', 'B', 'ä', '😀', 'ﬁ', '');
const matches = fc.array(
	fc.record({ subjectType: ids, subjectId: ids, list: ids, recordId: ids, rung: fc.nat(3) }),
);

describe('populations', () => {
	it('have a name, a kind and a file of their own', () => {
		expect(new Set(POPULATIONS.map(({ name }) => name)).size).toBe(POPULATIONS.length);
		expect(new Set(POPULATIONS.map(({ kind }) => kind)).size).toBe(POPULATIONS.length);
	});

	it('are in the order of their ids, in UTF-16 code units', () => {
		const users = ['ﬁ', 'b', '😀', 'B', 'ä'].map((userId) => ({ kind: 'user', userId }));
		expect([...populationLines('user', users)]).toEqual(
			['B', 'b', 'ä', '😀', 'ﬁ'].map((userId) => `{"kind":"user","userId":"${userId}"}`),
		);
	});

	it('take all members of an id', () => {
		const match = { subjectType: 'hire', subjectId: '1', list: 'staffList', recordId: '2' };
		expect(populationIdOf('match')(match)).toBe('hire 1 staffList 2');
		expect(populationIdOf('match')({ subjectType: 'hire', subjectId: 1 })).toBe('hire   ');
	});

	it('are the same in whatever order the items come, also where ids are the same', () => {
		fc.assert(
			fc.property(matches, fc.infiniteStream(fc.nat()), (items, numbers) => {
				const shuffled = items
					.map((item) => ({ item, at: numbers.next().value ?? 0 }))
					.sort((a, b) => a.at - b.at)
					.map(({ item }) => item);
				const lines = [...populationLines('match', shuffled)];
				expect(lines).toEqual([...populationLines('match', items)]);
				expect(lines.toSorted()).toEqual(items.map(sortedMembers).toSorted());
			}),
		);
	});
});

/** Canonical JSON of a flat record, the naive way. */
function sortedMembers(item: object): string {
	return JSON.stringify(
		Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))),
	);
}
