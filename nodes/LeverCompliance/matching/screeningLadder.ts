import type { MatchRung } from '../../shared/contracts';
import { addDays, listedDay } from '../../shared/dates';
import type { ConfirmedMatch, ScreeningRow } from '../lists/types';
import { foldEmail } from './emails';
import { hireIndex } from './hireIndex';
import { lazily } from '../lazily';
import { ManyByKey } from '../manyByKey';
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
	emails: readonly string[];
	otherEmails: readonly string[];
	/** Among all hires, by id */
	position: number;
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

export function subjectOf(hire: HireToMatch, position: number): Subject {
	const { name, emails, otherEmails } = hire.hire.identity;
	return {
		...hire,
		name: foldName(name),
		emails: emails.map(foldEmail),
		otherEmails: otherEmails.length === 0 ? otherEmails : otherEmails.map(foldEmail),
		position,
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
	const index = hireIndex(subjects, confirmed, ({ emails, otherEmails }) =>
		otherEmails.length === 0 ? emails : [...emails, ...otherEmails],
	);
	// Hardly a record of most lists gets that far down.
	const named = lazily(() => namedSubjects(subjects));
	const hiresOf = new ManyByKey<Subject>();
	for (const subject of subjects) hiresOf.add(subject.hire.contact, subject);
	const episodesOf = (contacts: readonly string[]) => hiresOf.ofAny(contacts);
	const namedEpisodesOf = (contacts: readonly string[]) =>
		episodesOf(contacts).filter(({ hire }) => !hire.isAnonymized);
	return (row) => {
		const { reference } = row;
		const { externalId } = row.record;
		const name = foldName(row.name);
		const emails = row.emails.map(foldEmail);
		const candidates = (
			rung: MatchRung,
			found: readonly Subject[],
			isConfirmed = false,
		): Candidates => ({
			rung,
			confirmed: isConfirmed,
			subjects: found,
			ambiguous: found.some(({ hire }) => hire.contact !== found[0]?.hire.contact),
			name,
			emails,
		});
		if (reference !== null) {
			const found = episodesOf(index.byConfirmedRecord.ofAny([reference]));
			if (found.length > 0) return candidates('M1', found, true);
		}
		if (externalId !== null) {
			const contacts = index.byId().ofAny([externalId]);
			const found = namedEpisodesOf(contacts);
			if (found.length > 0) return candidates('M1', found);
			// It names somebody whom Lever anonymised: it is that person's, and no namesake's (rules.md §10).
			if (contacts.length > 0) return null;
		}
		const byEmail = namedEpisodesOf(index.byEmail.ofAny(emails));
		if (byEmail.length > 0) return candidates('M2', byEmail);
		const namesakes = named().get(name.key);
		const compared = byNameAndBirthDate && row.birthDate !== null;
		const byBirthDate = compared ? namesakes.filter((one) => birthDatesAgree(one, row)) : [];
		if (byBirthDate.length > 0) return candidates('M3', byBirthDate);
		// Whose date of birth is another one is a namesake.
		const byName = orderedInWindow(
			compared ? namesakes.filter((one) => birthDatesAgree(one, row) === null) : namesakes,
			row,
		);
		return byName.length > 0 ? candidates('M4', byName) : null;
	};
}

/** Folded name → hires that bear it; anonymised hires and hires without a name bear none. */
function namedSubjects(subjects: readonly Subject[]): ManyByKey<Subject> {
	const named = new ManyByKey<Subject>();
	for (const subject of subjects) {
		if (!subject.hire.isAnonymized && !subject.name.isEmpty) named.add(subject.name.key, subject);
	}
	return named;
}

/** Of a hire and a record; null when one of them has no date of birth. */
export function birthDatesAgree(
	subject: HireToMatch,
	{ birthDate }: Pick<ScreeningRow, 'birthDate'>,
): boolean | null {
	return birthDate === null || subject.birthDate === null ? null : subject.birthDate === birthDate;
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
