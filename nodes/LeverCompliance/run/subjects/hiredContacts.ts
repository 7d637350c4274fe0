import { signedOffers, type DecidedHire } from '../../population';

/**
 * Contacts whom an archiving as hired, or a signed offer that was not withdrawn, makes hires (rules.md §3);
 * not those who are kept as candidates for it because their offers were not read (PRV-02).
 */
export function hiredContacts(decided: readonly DecidedHire[]): ReadonlySet<string> {
	const contacts = new Set<string>();
	for (const { hire, notInPopulation } of decided) {
		if (notInPopulation === 'withdrawnBeforeStart') continue;
		const archivedAsHired = hire.archives.some(({ reasonType }) => reasonType === 'hired');
		if (archivedAsHired || hire.archivedAt !== null || signedOffers(hire).length > 0) {
			contacts.add(hire.contact);
		}
	}
	return contacts;
}
