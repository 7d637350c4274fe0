import type { ContactSituation } from '../situation.mts';
import { TOWNS } from './catalogue.mts';
import type { NameScript } from './names.mts';
import type { Random } from './random.mts';

/** A full name as its language writes it. */
export function personName(random: Random, scripts: readonly NameScript[]): string {
	const script = random.pick(scripts);
	const first = random.pick(script.first);
	const last = random.pick(script.last);
	const forms = {
		'first last': `${first} ${last}`,
		'last first': `${last} ${first}`,
		lastfirst: `${last}${first}`,
	};
	return forms[script.order];
}

/** An address made of a name's Latin letters; of a name without any, a plain number. */
export function addressOf(name: string, kind: string, number: number): string {
	const latin = name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z ]/g, '')
		.trim()
		.replace(/ +/g, '.');
	return `${latin === '' ? kind : latin}.${number}@example.com`;
}

const EMPLOYERS = ['Example Works', 'Sample Labs', 'Placeholder Systems', 'Test & Daughters'];
const TOWN_NAMES = Object.keys(TOWNS);

/**
 * One candidate.
 *
 * @param old whether the person came long ago: some of those are anonymised
 */
export function contactOf(
	random: Random,
	scripts: readonly NameScript[],
	person: number,
	old: boolean,
): ContactSituation {
	const name = personName(random, scripts);
	const address = addressOf(name, 'candidate', person);
	const addresses = random.chance(0.05) ? [address, `private.${person}@example.com`] : [address];
	return {
		id: `contact-${person}`,
		name,
		emails: random.chance(0.01) ? [] : addresses,
		headline: random.chance(0.6) ? random.sample(EMPLOYERS, random.between(1, 2)).join(', ') : '',
		location: random.chance(0.6) ? random.pick(TOWN_NAMES) : '',
		...(old && random.chance(0.03) ? { isAnonymized: true } : {}),
	};
}
