import type { HireIdentity } from '../../../shared/contracts';
import type { Candidacy } from './candidacy';
import { distinctEmails } from '../opportunities/opportunity';

/**
 * Who the hire is, for matching (rules.md §4). Someone whom Lever anonymised stays anonymous, also where
 * an address is left in an offer's signature (rules.md §10).
 *
 * @param episode opportunities of the hire, earliest first
 * @param others other opportunities of the same contact
 */
export function hireIdentity(
	episode: readonly Candidacy[],
	others: readonly Candidacy[],
): HireIdentity {
	if (isAnonymized(episode)) return { name: '', emails: [], otherEmails: [] };
	const emails = emailsOf(episode);
	const own = new Set(emails.map((email) => email.toLowerCase()));
	const signers = episode.flatMap(({ offers }) =>
		offers.flatMap(({ id, candidateEmail }) =>
			candidateEmail === null ? [] : [[id, candidateEmail] as const],
		),
	);
	const tags = [...new Set(episode.flatMap(({ facts }) => facts.tags))];
	return {
		name: episode.findLast(({ facts }) => facts.name !== '')?.facts.name ?? '',
		emails,
		contactEmails: distinctEmails(episode.flatMap(({ facts }) => facts.emails)),
		otherEmails: emailsOf(others).filter((email) => !own.has(email.toLowerCase())),
		...(signers.length > 0 && { signerEmails: Object.fromEntries(signers) }),
		...(tags.length > 0 && { tags }),
	};
}

export function isAnonymized(episode: readonly Candidacy[]): boolean {
	return episode.some(({ facts }) => facts.isAnonymized);
}

function emailsOf(candidacies: readonly Candidacy[]): string[] {
	return distinctEmails(
		candidacies.flatMap(({ facts, offers }) => [
			...facts.emails,
			...offers.map(({ candidateEmail }) => candidateEmail),
		]),
	);
}
