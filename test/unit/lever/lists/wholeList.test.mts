import { expect, it } from 'vitest';

import { WholeList } from '../../../../nodes/Lever/lists/wholeList.ts';

it('gives a whole list newest first, each record in its newest state', () => {
	const list = new WholeList<string>();
	list.add('b', 10, 'b');
	list.add('c', 30, 'c');
	list.add('a', 10, 'a');
	list.add('d', 20, 'd');
	list.replace('d', 'd, changed');
	expect([...list.newestFirst()]).toEqual(['c', 'd, changed', 'a', 'b']);
	expect([...new WholeList<string>().newestFirst()]).toEqual([]);
});
