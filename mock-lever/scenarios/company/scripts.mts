import type { Faker } from '@faker-js/faker';
import { faker as arabic } from '@faker-js/faker/locale/ar';
import { faker as brazilian } from '@faker-js/faker/locale/pt_BR';
import { faker as chinese } from '@faker-js/faker/locale/zh_CN';
import { faker as czech } from '@faker-js/faker/locale/cs_CZ';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as georgian } from '@faker-js/faker/locale/ka_GE';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as greek } from '@faker-js/faker/locale/el';
import { faker as hebrew } from '@faker-js/faker/locale/he';
import { faker as japanese } from '@faker-js/faker/locale/ja';
import { faker as korean } from '@faker-js/faker/locale/ko';
import { faker as nepali } from '@faker-js/faker/locale/ne';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as thai } from '@faker-js/faker/locale/th';
import { faker as turkish } from '@faker-js/faker/locale/tr';
import { faker as ukrainian } from '@faker-js/faker/locale/uk';
import { faker as vietnamese } from '@faker-js/faker/locale/vi';
import type { NameScript } from './names.mts';

/** Locale, how it writes a full name, and its share of the people */
const LOCALES: ReadonlyArray<readonly [Faker, NameScript['order'], number]> = [
	[english, 'first last', 10],
	[german, 'first last', 5],
	[polish, 'first last', 3],
	[czech, 'first last', 3],
	[turkish, 'first last', 3],
	[brazilian, 'first last', 3],
	[vietnamese, 'last first', 2],
	[ukrainian, 'first last', 2],
	[greek, 'first last', 2],
	[arabic, 'first last', 2],
	[hebrew, 'first last', 1],
	[nepali, 'first last', 2],
	[japanese, 'last first', 2],
	[chinese, 'lastfirst', 2],
	[korean, 'lastfirst', 2],
	[thai, 'first last', 1],
	[georgian, 'first last', 1],
];

/** Names to draw of each kind and locale; enough that few of a large company's people share a name */
const DRAWN = 400;

/**
 * First and last names of many languages, to be combined at random: no pair is taken from one person. The
 * more common a language, the more often it is in the list.
 */
export function nameScripts(seed: number): NameScript[] {
	return LOCALES.flatMap(([faker, order, share]) => {
		faker.seed(seed);
		const draw = (name: () => string) => [...new Set(Array.from({ length: DRAWN }, name))];
		const script: NameScript = {
			first: draw(() => faker.person.firstName()),
			last: draw(() => faker.person.lastName()),
			order,
		};
		return Array.from({ length: share }, () => script);
	});
}
