import { compareCodeUnits } from '../../shared/canonicalJson';
import type { Match } from '../../shared/contracts';
import type { ScreeningRow } from '../lists/types';
import { foldEmail } from './emails';
import { namesAgree } from './names';
import {
	screeningLadder,
	subjectOf,
	type Candidates,
	type ScreeningMatchOptions,
	type Subject,
} from './screeningLadder';
import type { HireScreening, HireToMatch, ScreeningLink, ScreeningMatches } from './types';

/** A record beside a hire it may belong to. */
interface Edge {
	row: ScreeningRow;
	subject: Subject;
	candidates: Candidates;
	namesAgree: boolean | null;
}

/**
 * Finds the screening records of hires (rules.md §4): every record takes the first rung that leads to
 * somebody; one contact there is a link to all its episodes, two contacts are an ambiguity and no link.
 * By name alone a hire must besides be left with one person's records only. The order of hires and rows
 * does not matter.
 *
 * @param hires all hires that were collected, in the population or not, so that a record of somebody
 *   outside it does not go to a namesake inside
 */
export function matchScreening(
	hires: readonly HireToMatch[],
	rows: readonly ScreeningRow[],
	options: ScreeningMatchOptions,
): ScreeningMatches {
	const candidatesOf = screeningLadder(hires.map(subjectOf), options);
	const edgesByHire = new Map<string, Edge[]>(hires.map(({ hire }) => [hire.hireId, []]));
	const unmatched: ScreeningRow[] = [];
	for (const row of [...rows].sort(byRecordId)) {
		const candidates = candidatesOf(row);
		if (candidates === null) unmatched.push(row);
		else {
			for (const subject of candidates.subjects) {
				edgesByHire.get(subject.hire.hireId)?.push({
					row,
					subject,
					candidates,
					namesAgree: namesAgree(subject.name, candidates.name),
				});
			}
		}
	}
	const byHire = new Map<string, HireScreening>();
	const matches: Match[] = [];
	for (const hireId of [...edgesByHire.keys()].sort(compareCodeUnits)) {
		const edges = edgesByHire.get(hireId) ?? [];
		const doubted = doubtedEdges(edges);
		byHire.set(hireId, {
			linked: edges.filter((edge) => !doubted.has(edge)).map(linkOf),
			ambiguous: edges.filter((edge) => doubted.has(edge)).map(({ row }) => row.record),
		});
		for (const edge of edges) matches.push(matchOf(edge, !doubted.has(edge)));
	}
	return { byHire, matches, unmatched };
}

/** Edges that are no link: several contacts on the rung, or several people's records for one name. */
function doubtedEdges(edges: readonly Edge[]): ReadonlySet<Edge> {
	const byName = edges.filter(
		({ candidates }) => candidates.rung === 'M4' && !candidates.ambiguous,
	);
	const people = new Set(byName.map(({ row }) => personBehind(row)));
	return new Set([
		...edges.filter(({ candidates }) => candidates.ambiguous),
		...(people.size > 1 ? byName : []),
	]);
}

/** Two records of one name are one person's when they share all addresses; without any, each is its own. */
function personBehind({ emails, record }: ScreeningRow): string {
	return emails.length === 0 ? record.recordId : emails.map(foldEmail).sort().join(' ');
}

function linkOf({ row, subject, candidates, namesAgree: agree }: Edge): ScreeningLink {
	const { rung, confirmed, emails } = candidates;
	const own = emails.some((email) => subject.emails.has(email));
	const others = emails.some((email) => subject.otherEmails.has(email));
	const comparable = emails.length > 0 && subject.emails.size + subject.otherEmails.size > 0;
	return {
		record: row.record,
		rung,
		namesAgree: agree,
		emailsAgree: comparable ? own || others : null,
		viaOtherEmail: rung === 'M2' && !own,
		confirmed,
	};
}

function matchOf({ row, subject, candidates, namesAgree: agree }: Edge, linked: boolean): Match {
	return {
		kind: 'match',
		subjectType: 'hire',
		subjectId: subject.hire.hireId,
		list: 'screeningList',
		recordId: row.record.recordId,
		rung: candidates.rung,
		linked,
		namesAgree: agree,
	};
}

function byRecordId(a: ScreeningRow, b: ScreeningRow): number {
	return compareCodeUnits(a.record.recordId, b.record.recordId);
}
