import type { MatchRung } from '../../shared/contracts';
import { addDays, listedDay } from '../../shared/dates';
import type { ConfirmedMatch, ScreeningRow } from '../lists/types';
import { foldEmail } from './emails';
import { hireIndex } from './hireIndex';
import { ManyByKey } from './manyByKey';
import { foldName, type FoldedName } from './names';
import type { HireToMatch } from './types';

export interface ScreeningMatchOptions {
	/** Those that hold on the evidence date and name a row of the screening list */
	confirmed: readonly ConfirmedMatch[];
	/** Policy's `screening.matchByNameAndBirthDate`: rung M3 */
	byNameAndBirthDate: boolean;
}

/** A hire with its name and addresses folded once. */
export interface Subject extends HireToMatch {
	name: FoldedName;
	emails: ReadonlySet<string>;
	otherEmails: ReadonlySet<string>;
}

/** Who a record may belong to. */
export interface Candidates {
	rung: MatchRung;
	/** Found by a match that a person confirmed */
	confirmed: boolean;
	/** Hires of these contacts; more than one contact is an ambiguity */
	subjects: readonly Subject[];
	ambiguous: boolean;
	/** Name and addresses of the record, folded once for all subjects */
	name: FoldedName;
	emails: readonly string[];
}

/** Days that an order may lie before the offer and after the start for a name alone (rules.md §4). */
const DAYS_BEFORE_OFFER = 30;
const DAYS_AFTER_START = 90;

export function subjectOf(hire: HireToMatch): Subject {
	const { name, emails, otherEmails } = hire.hire.identity;
	return {
		...hire,
		name: foldName(name),
		emails: new Set(emails.map(foldEmail)),
		otherEmails: new Set(otherEmails.map(foldEmail)),
	};
}

/**
 * Builds the ladder of rules.md §4 once; the function it returns gives the first rung on which anybody
 * stands, or null. A match that a person confirmed comes before what the list says.
 */
export function screeningLadder(
	subjects: readonly Subject[],
	{ confirmed, byNameAndBirthDate }: ScreeningMatchOptions,
): (row: ScreeningRow) => Candidates | null {
	const index = hireIndex(subjects, confirmed, ({ identity }) => [
		...identity.emails,
		...identity.otherEmails,
	]);
	const named = namedSubjects(subjects);
	const episodesOf = (contacts: Iterable<string>, anonymisedToo: boolean) =>
		[...contacts].flatMap((contact) =>
			index.hiresOf.get(contact).filter(({ hire }) => anonymisedToo || !hire.isAnonymized),
		);
	return (row) => {
		const { externalId } = row.record;
		const confirmedContacts = index.byConfirmedRecord.ofAny(
			row.reference === null ? [] : [row.reference],
		);
		const name = foldName(row.name);
		const emails = row.emails.map(foldEmail);
		const idContacts = index.byIdOfAnybody.ofAny(externalId === null ? [] : [externalId]);
		const rungs: Array<() => [MatchRung, Subject[]]> = [
			() => ['M1', episodesOf(confirmedContacts, true)],
			() => ['M1', episodesOf(idContacts, false)],
			() => ['M2', episodesOf(index.byEmail.ofAny(emails), false)],
			() => ['M3', byNameAndBirthDate ? sameBirthDate(named.get(name.key), row) : []],
			() => ['M4', orderedInWindow(named.get(name.key), row)],
		];
		for (const [position, find] of rungs.entries()) {
			const [rung, found] = find();
			if (found.length === 0) {
				// It names somebody whom Lever anonymised: it is that person's, and no namesake's (rules.md §10).
				if (position > 0 && idContacts.size > 0) return null;
				continue;
			}
			const contacts = new Set(found.map(({ hire }) => hire.contact));
			return {
				rung,
				confirmed: position === 0,
				subjects: found,
				ambiguous: contacts.size > 1,
				name,
				emails,
			};
		}
		return null;
	};
}

/** Folded name → hires that bear it; anonymised hires and hires without a name bear none. */
function namedSubjects(subjects: readonly Subject[]): ManyByKey<Subject> {
	const named = new ManyByKey<Subject>();
	for (const subject of subjects) {
		if (!subject.hire.isAnonymized && subject.name.key !== '') named.add(subject.name.key, subject);
	}
	return named;
}

function sameBirthDate(namesakes: readonly Subject[], { birthDate }: ScreeningRow): Subject[] {
	return namesakes.filter((subject) => birthDate !== null && subject.birthDate === birthDate);
}

function orderedInWindow(namesakes: readonly Subject[], { record }: ScreeningRow): Subject[] {
	return namesakes.filter(({ offerDay, start, workZone }) => {
		const ordered = listedDay(record.orderedAt, workZone);
		if (ordered === null || offerDay === null || start === null) return false;
		return (
			ordered >= addDays(offerDay, -DAYS_BEFORE_OFFER) &&
			ordered <= addDays(start, DAYS_AFTER_START)
		);
	});
}
