import { beforeAll, describe, expect, it } from 'vitest';

import { withGivenItems } from '../../../nodes/shared/givenItems.ts';
import { aHired, aSuperAdmin, aUser, collectionOf } from '../../unit/run/company.mts';
import { AS_OF, collect, mockLever } from '../collect/collecting.mts';
import { items } from '../harness/index.mts';
import { addPerson, copier, hireIdOf } from './badInput/copies.mts';
import { BAD_LISTS, SCREENING, STAFF } from './badInput/lists.mts';
import { MANY_OFFERS } from './badInput/manyOffers.mts';
import { ODD_PEOPLE } from './badInput/people.mts';
import {
	expectNobodySkipped,
	expectReadable,
	expectSaid,
	expectStopped,
	foundIn,
} from './badInput/saying.mts';
import { check, companions, leverItems, type CheckedRun } from './checking.mts';

describe('lists with bad input', () => {
	const RECORDS = [collectionOf('hires'), collectionOf('offers'), collectionOf('users')];
	const PEOPLE = [aHired('a'), aHired('b'), aSuperAdmin(), aUser('member')];
	const LEVER = items([...withGivenItems(RECORDS, PEOPLE), ...PEOPLE]);
	const HIRES = new Map(['a', 'b'].map((key) => [aHired(key).hireId, key]));

	it.each(BAD_LISTS)('$given', async (input) => {
		const { screening = SCREENING, staff = STAFF } = input;
		const run = await check({ 0: LEVER, 1: items(screening), 2: items(staff) });
		if (input.stops) expectStopped(run, input.stops);
		else expectSaid(run, input, HIRES);
	});
});

describe('bad input from Lever itself', () => {
	const copy = copier();
	const people = [...ODD_PEOPLE, ...MANY_OFFERS].map((row, number) => ({
		...row,
		person: row.change(copy(number)),
	}));
	let run: CheckedRun;

	beforeAll(async () => {
		const mock = await mockLever({ scenario: 'no-hires' });
		try {
			for (const { person } of people) addPerson(mock, person);
			const collected = await collect(mock.baseUrl, mock.keys.all, { evidenceDate: AS_OF });
			const lists = await companions(mock);
			run = await check({
				0: leverItems(collected.items),
				1: items(people.map(({ person }) => person.screening)),
				2: [...(lists[2] ?? []), ...items(people.map(({ person }) => person.staff))],
				3: lists[3] ?? [],
			});
		} finally {
			await mock.close();
		}
	});

	it('stops nothing, skips nobody, and is told in few words', () => {
		expect(run.error).toBeUndefined();
		expectNobodySkipped(
			run,
			people.map(({ person }) => hireIdOf(person)),
		);
		expectReadable(run);
	});

	it.each(people)('$given', ({ person, found, rung, firstDay, restsOn, message }) => {
		const hireId = hireIdOf(person);
		const own = run.findings.filter(({ subjectId }) => subjectId === hireId);
		expect(foundIn(own, new Map())[hireId] ?? {}).toEqual(found ?? {});
		expect(own.find(({ checkId }) => checkId === 'SCR-07')?.match?.rung).toBe(rung);
		const hire = run.evidence.find((item) => item.kind === 'hire' && item.hireId === hireId);
		expect(hire).toMatchObject({ decision: { firstDay } });
		for (const [id, number] of Object.entries(restsOn ?? {})) {
			const { evidence } = own.find(({ checkId }) => checkId === id) ?? { evidence: [] };
			expect(new Set(evidence.map(({ recordId }) => recordId)).size, id).toBe(number);
			expect(evidence.every(({ rawSha256 }) => rawSha256 !== null)).toBe(true);
		}
		for (const [id, text] of Object.entries(message ?? {})) {
			expect(own.find(({ checkId }) => checkId === id)?.message).toBe(text);
		}
	});
});
