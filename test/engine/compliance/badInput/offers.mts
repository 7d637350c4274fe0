import type { Person } from './copies.mts';

type Offer = Person['offers'][number];

const DAY = 86_400_000;

export function startingOn(offer: Offer, value: string | number | null): Offer {
	const identifier = 'anticipated_start_date';
	const others = offer.fields.filter((field) => field.identifier !== identifier);
	return { ...offer, fields: [...others, { text: 'Anticipated start date', identifier, value }] };
}

/** Starts so many days before the day that the model starts on. */
export const startingEarlier = (offer: Offer, days: number) =>
	startingOn(offer, Date.UTC(2026, 9, 12) - days * DAY);

export const unsigned =
	(status: string) =>
	(offer: Offer): Offer => ({
		...offer,
		status,
		signatures: { candidate: { ...candidateOf(offer), signedAt: null, signed: false } },
		signedDocument: null,
	});

/** Signed so many days earlier than the model. */
export const signedEarlier = (offer: Offer, days: number): Offer => {
	const candidate = candidateOf(offer);
	const signedAt = (candidate.signedAt ?? 0) - days * DAY;
	return { ...offer, signatures: { candidate: { ...candidate, signedAt } } };
};

export const signedWith = (offer: Offer, email: string | null): Offer => ({
	...offer,
	signatures: { candidate: { ...candidateOf(offer), email } },
});

/**
 * The person with 200 offers in the place of the one there is, and no start on the staff list.
 *
 * @param newest made of the offer there is
 * @param older made of it too, 199 times, each a day older than the last
 */
export const withOffers =
	(newest: (offer: Offer) => Offer, older: (offer: Offer, daysOlder: number) => Offer) =>
	(person: Person): Person => ({
		...person,
		offers: person.offers.flatMap((offer) => [
			newest(offer),
			...Array.from({ length: 199 }, (_, index) => {
				const days = index + 1;
				const createdAt = offer.createdAt - days * DAY;
				return older({ ...offer, id: idOfCopy(offer.id, days), createdAt }, days);
			}),
		]),
		staff: { ...person.staff, start_date: '' },
	});

function candidateOf({ signatures }: Offer) {
	return signatures?.candidate ?? { role: 'candidate', name: null, email: null };
}

/** The last four digits tell the people apart. */
function idOfCopy(id: string, number: number): string {
	return `${id.slice(0, -8)}${String(number).padStart(4, '0')}${id.slice(-4)}`;
}
