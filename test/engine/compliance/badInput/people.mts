import type { Person } from './copies.mts';
import { signedWith, startingOn } from './offers.mts';
import { LINKED_BY_NAME } from './linkedByName.mts';

/** A hire of whom Lever itself holds something odd, and everything that must be said of it. */
export interface BadPerson {
	given: string;
	change: (person: Person) => Person;
	/** Check → status and reason code, for each result that is neither pass nor not applicable */
	found?: Record<string, string>;
	/** Rung of the link to the screening record */
	rung: 'M2' | 'M4';
	/** The first day that counts */
	firstDay: string | null;
	/** Check → number of records that its finding rests on */
	restsOn?: Record<string, number>;
	/** Check → the whole message */
	message?: Record<string, string>;
}

/** With another start in Lever, and none on the staff list. */
const starting = (value: string | number) => (person: Person) => ({
	...person,
	offers: person.offers.map((offer) => startingOn(offer, value)),
	staff: { ...person.staff, start_date: '' },
});

/** Only the name leads from the screening record to the person. */
const called = (name: string) => (person: Person) => ({
	...person,
	contact: { ...person.contact, name },
	opportunity: { ...person.opportunity, name },
	screening: { ...person.screening, email: 'elsewhere@example.com' },
});

/** Nothing but this address of the contact leads to the person. */
const addressed = (change: (email: string) => string) => (person: Person) => {
	const emails = person.contact.emails.map(change);
	return {
		...person,
		contact: { ...person.contact, emails },
		opportunity: { ...person.opportunity, emails },
		application: { ...person.application, email: null },
		offers: person.offers.map((offer) => signedWith(offer, emails[0] ?? null)),
	};
};

const LONG_PAST = {
	'OFR-03': 'fail starts-long-before-acceptance',
	'OFR-04': 'fail signed-after-start',
	'SCR-02': 'fail completed-after-start',
	'SCR-10': 'fail window-passed',
};
const FAR_AWAY = { 'OFR-03': 'fail starts-long-after-acceptance' };
const UNREADABLE = {
	'OFR-04': 'indeterminate start-unreadable',
	'SCR-02': 'indeterminate start-unreadable',
	'SCR-04': 'indeterminate start-unreadable',
	'SCR-08': 'indeterminate start-unreadable',
	'SCR-09': 'indeterminate start-unreadable',
	'SCR-10': 'indeterminate start-unreadable',
};

export const ODD_PEOPLE: readonly BadPerson[] = [
	{ given: 'nothing odd', change: (person) => person, rung: 'M2', firstDay: '2026-10-12' },
	{
		given: 'a name with right-to-left and zero-width characters',
		change: called('\u202ePerson1\u202c \u200bSam\u200dple1\u200f'),
		rung: 'M4',
		firstDay: '2026-10-12',
		found: LINKED_BY_NAME,
	},
	{
		given: 'an address with spaces around and in mixed case',
		change: addressed((email) => `  ${email.replace('person', 'PerSon').replace('com', 'COM')}\t`),
		rung: 'M2',
		firstDay: '2026-10-12',
	},
	{
		given: 'an address with zero-width characters',
		change: addressed((email) => `\u200b${email}\u2060`),
		rung: 'M2',
		firstDay: '2026-10-12',
	},
	{
		given: 'an address with a space inside',
		change: addressed((email) => email.replace('@', ' @')),
		rung: 'M4',
		firstDay: '2026-10-12',
		found: LINKED_BY_NAME,
	},
	{
		given: 'a start in 1900, as an epoch',
		change: starting(Date.UTC(1900, 0, 1)),
		rung: 'M2',
		firstDay: '1900-01-01',
		found: LONG_PAST,
	},
	{
		given: 'a start in 1900, as text',
		change: starting('1900-01-01'),
		rung: 'M2',
		firstDay: '1900-01-01',
		found: LONG_PAST,
	},
	{
		given: 'a start before 1900',
		change: starting('1899-12-31'),
		rung: 'M2',
		firstDay: null,
		found: {
			...UNREADABLE,
			'OFR-03': 'indeterminate start-impossible',
			'PIP-03': 'indeterminate start-unreadable',
		},
		message: {
			'OFR-03':
				'The first day on the signed offer cannot be read: the calendar has no such day, or it lies before 1900. Expected: one day.',
		},
	},
	{
		given: 'a start in 2999, as an epoch',
		change: starting(Date.UTC(2999, 11, 31)),
		rung: 'M2',
		firstDay: '2999-12-31',
		found: FAR_AWAY,
	},
	{
		given: 'a start in 2999, as text',
		change: starting('December 31, 2999'),
		rung: 'M2',
		firstDay: '2999-12-31',
		found: FAR_AWAY,
	},
	{
		given: 'a start beyond every calendar',
		change: starting(8.64e15),
		rung: 'M2',
		firstDay: null,
		found: {
			...UNREADABLE,
			'OFR-03': 'fail start-unparsable',
			'PIP-03': 'fail hired-without-start',
		},
	},
];
