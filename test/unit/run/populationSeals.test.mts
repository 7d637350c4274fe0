import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PackItems } from '../../../nodes/LeverCompliance/run/pack/evidenceItems.ts';
import { hideAddresses } from '../../../nodes/LeverCompliance/run/pack/hideAddresses.ts';
import { sealPopulations } from '../../../nodes/LeverCompliance/run/pack/populationSeals.ts';
import type { Definition, Identity } from '../../../nodes/shared/contracts/index.ts';
import {
	populationInOrder,
	populationLines,
	POPULATIONS,
} from '../../../nodes/shared/populations.ts';
import { sha256OfLines } from '../../../nodes/shared/sha256.ts';

function sealed(some: Partial<PackItems>) {
	const none = Object.fromEntries(POPULATIONS.map(({ kind }) => [kind, []]));
	const { items, seals } = sealPopulations({ ...none, ...some } as PackItems);
	return {
		items,
		sealOf: (kind: string) => seals.find((seal) => seal.kind === kind),
	};
}

function definition(id: string, text: string): Definition {
	return {
		kind: 'definition',
		definitionType: 'stage',
		id,
		text,
		collectionId: 'c'.repeat(64),
		rawSha256: 'd'.repeat(64),
	} as Definition;
}

describe('sealPopulations', () => {
	it('hides addresses wherever they stand, and seals what is shown in its order', () => {
		const id = fc.oneof(
			fc.constantFrom('z@example.com', 'a @', 'b%40c'),
			fc.string({ unit: fc.constantFrom('a', 'b', '…', '!', '1') }),
		);
		const text = fc.constantFrom('Phone screen', 'Ask ada@example.com', 'Meet @ Berlin');
		fc.assert(
			fc.property(fc.array(fc.tuple(id, text), { maxLength: 40 }), (rows) => {
				const given = rows.map(([one, other]) => definition(one, other));
				const expected = populationInOrder('definition', given.map(hideAddresses));
				const { items, sealOf } = sealed({ definition: given });
				expect(items.definition).toEqual(expected);
				expect(sealOf('definition')).toMatchObject({
					count: given.length,
					sha256: sha256OfLines(populationLines('definition', expected)),
				});
				expect(JSON.stringify(items.definition)).not.toContain('ada@');
			}),
		);
	});

	it.each(POPULATIONS.filter(({ kind }) => kind !== 'identity'))(
		'hides an address that somebody wrote into $name',
		({ kind, id }) => {
			const names = Object.fromEntries(id.map((name) => [name, 'x']));
			const item = { kind, ...names, text: { any: ['Ask ada@example.com'] } };
			const { items } = sealed({ [kind]: [item] });
			expect(items[kind]).toEqual([{ ...item, text: { any: ['Ask …'] } }]);
		},
	);

	it('leaves identities as they are: they are what addresses are for', () => {
		const ada: Identity = {
			kind: 'identity',
			subjectType: 'hire',
			subjectId: 'contact-1:opp-1',
			name: 'Ada Example',
			emails: ['ada@example.com'],
		};
		const { items, sealOf } = sealed({ identity: [ada] });
		expect(items.identity).toEqual([ada]);
		expect(sealOf('identity')?.sha256).toBe(sha256OfLines(populationLines('identity', [ada])));
		expect(sealOf('hire')).toMatchObject({ name: 'hires', count: 0, sha256: sha256OfLines([]) });
	});
});
