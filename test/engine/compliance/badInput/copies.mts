import { loadScenario, type LeverDatabase, type MockLever } from '../../../../mock-lever/index.mts';
import { AS_OF } from '../../collect/collecting.mts';

type Of<Name extends keyof LeverDatabase> = LeverDatabase[Name][number];
type ListRow = Record<string, string>;

/** One hire with everything that hangs on it: records of Lever, and a row in each list. */
export interface Person {
	contact: Of<'contacts'>;
	opportunity: Of<'opportunities'>;
	application: Of<'applications'>;
	offers: Array<Of<'offers'>>;
	feedback: Array<Of<'feedback'>>;
	screening: ListRow;
	staff: ListRow;
}

/** Starts on 12 October 2026, screened and signed long before: no check finds anything. */
const MODEL = 'Ingrid Solvang';

/** Makes copies of one blameless hire of the golden scenario, each with ids and an address of its own. */
export function copier(): (number: number) => Person {
	const { db, companion } = loadScenario('golden', AS_OF);
	const contact = one(db.contacts, ({ name }) => name === MODEL);
	const opportunity = one(db.opportunities, (found) => found.contact === contact.id);
	const isOfModel = (found: { opportunityId: string }) => found.opportunityId === opportunity.id;
	const model: Person = {
		contact,
		opportunity,
		application: one(db.applications, isOfModel),
		offers: db.offers.filter(isOfModel),
		feedback: db.feedback.filter(isOfModel),
		screening: one(companion.screening, ({ name }) => name === MODEL),
		staff: one(companion.staff, ({ name }) => name === MODEL),
	};
	const text = JSON.stringify(model);
	const ownIds = [model.application, contact, opportunity, ...model.offers, ...model.feedback].map(
		({ id }) => id,
	);
	return (number) => {
		const tail = String(number).padStart(4, '0');
		const renamed = ownIds.reduce(
			(all, id) => all.replaceAll(id, `${id.slice(0, -4)}${tail}`),
			text,
		);
		return JSON.parse(
			renamed
				.replaceAll('contact-a.01@', `person-${number}@`)
				.replaceAll(MODEL, `Sample${number} Person${number}`)
				.replaceAll('R-01-1', `R-${number}`)
				.replaceAll('E-0101', `E-${number}`),
		) as Person;
	};
}

/** Puts a person into the account of a running mock, and the offers on the requisition hired on. */
export function addPerson({ world: { store } }: MockLever, person: Person): void {
	store.put('contacts', person.contact);
	store.put('opportunities', person.opportunity);
	store.put('applications', person.application);
	for (const offer of person.offers) store.put('offers', offer);
	for (const form of person.feedback) store.put('feedback', form);
	const hiredOn = person.application.requisitionForHire?.id ?? '';
	const requisition = store.get('requisitions', hiredOn);
	if (requisition === undefined) throw new Error(`There is no requisition ${hiredOn}`);
	store.put('requisitions', {
		...requisition,
		headcountTotal: 'unlimited',
		offerIds: [...requisition.offerIds, ...person.offers.map(({ id }) => id)],
	});
}

/** Id that Lever Compliance gives the hire. */
export const hireIdOf = ({ contact, opportunity }: Person) => `${contact.id}:${opportunity.id}`;

function one<T>(records: readonly T[], is: (record: T) => boolean): T {
	const [found, another] = records.filter(is);
	if (found === undefined || another !== undefined) throw new Error('Not exactly one record');
	return found;
}
