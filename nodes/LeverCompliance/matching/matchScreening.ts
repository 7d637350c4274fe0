import { compareCodeUnits } from '../../shared/canonicalJson';
import type { Match } from '../../shared/contracts';
import type { ScreeningRow } from '../lists/types';
import { foldEmail } from './emails';
import { namesAgree } from './names';
import {
	birthDatesAgree,
	screeningLadder,
	subjectOf,
	type Candidates,
	type ScreeningMatchOptions,
	type Subject,
} from './screeningLadder';
import {
	NO_SCREENING,
	type HireScreening,
	type HireToMatch,
	type ScreeningLink,
	type ScreeningMatches,
} from './types';

/** A record beside a hire it may belong to. */
interface Edge {
	row: ScreeningRow;
	subject: Subject;
	link: ScreeningLink;
	/** The record leads to other contacts as well */
	shared: boolean;
}

const NO_EDGES: readonly Edge[] = [];

/**
 * Finds the screening records of hires (rules.md §4): every record takes the first rung that leads to
 * somebody; one contact there is a link to all its episodes, two contacts are an ambiguity and no link.
 * By name alone a hire must besides be left with one person's records only, and have none by a stronger
 * rung. The order of hires and rows does not matter.
 *
 * @param hires all hires that were collected, in the population or not, so that a record of somebody
 *   outside it does not go to a namesake inside
 */
export function matchScreening(
	hires: readonly HireToMatch[],
	rows: readonly ScreeningRow[],
	options: ScreeningMatchOptions,
): ScreeningMatches {
	const subjects = [...hires].sort(byHireId).map(subjectOf);
	const candidatesOf = screeningLadder(subjects, options);
	const edgesOf: Array<Edge[] | undefined> = subjects.map(() => undefined);
	for (const row of [...rows].sort(byRecordId)) {
		const candidates = candidatesOf(row);
		if (candidates === null) continue;
		for (const subject of candidates.subjects) {
			(edgesOf[subject.position] ??= []).push(edgeOf(row, subject, candidates, options));
		}
	}
	const byHire = new Map<string, HireScreening>();
	const matches: Match[] = [];
	for (const { hire, position } of subjects) {
		const { hireId } = hire;
		const edges = withoutBorrowed(edgesOf[position] ?? NO_EDGES);
		if (edges.length === 0) {
			byHire.set(hireId, NO_SCREENING);
			continue;
		}
		if (edges.every(isBeyondDoubt)) {
			byHire.set(hireId, {
				linked: edges.map(({ link }) => link),
				ambiguous: NO_SCREENING.ambiguous,
				ofSomebodyElse: NO_SCREENING.ofSomebodyElse,
			});
			for (const edge of edges) matches.push(matchOf(edge, true));
			continue;
		}
		const doubted = doubtedEdges(edges);
		const records = (some: readonly Edge[]) => some.map(({ row }) => row.record);
		byHire.set(hireId, {
			linked: edges.filter((edge) => !doubted.has(edge)).map(({ link }) => link),
			ambiguous: records(edges.filter((edge) => doubted.has(edge))),
			ofSomebodyElse: records(edges.filter((edge) => !edge.shared && isOfSomebodyElse(edge))),
		});
		for (const edge of edges) matches.push(matchOf(edge, !doubted.has(edge)));
	}
	return { byHire, matches };
}

/**
 * A name alone says nothing about somebody whose own record is known: what it leads to is a namesake's
 * (rules.md §4: unique on both sides, and a fail stays a fail).
 */
function withoutBorrowed(edges: readonly Edge[]): readonly Edge[] {
	const hasOwn = edges.some((edge) => edge.link.rung !== 'M4' && !isDoubtful(edge));
	return hasOwn ? edges.filter(({ link }) => link.rung !== 'M4') : edges;
}

/** Edges that are no link: those in doubt by themselves, or several people's records for one name. */
function doubtedEdges(edges: readonly Edge[]): ReadonlySet<Edge> {
	const byName = edges.filter(({ link, shared }) => link.rung === 'M4' && !shared);
	const people = new Set(byName.map(({ row }) => personBehind(row)));
	return new Set([...edges.filter(isDoubtful), ...(people.size > 1 ? byName : [])]);
}

/** Most are: nothing else is to be weighed for them. */
function isBeyondDoubt(edge: Edge): boolean {
	return edge.link.rung !== 'M4' && !isDoubtful(edge);
}

function isDoubtful(edge: Edge): boolean {
	return edge.shared || isOfSomebodyElse(edge);
}

/** An id of this hire, but another name and another e-mail: probably mistyped (reference B.2 SCR-07). */
function isOfSomebodyElse({ link }: Edge): boolean {
	return (
		link.rung === 'M1' && !link.confirmed && link.namesAgree === false && link.emailsAgree === false
	);
}

/** Two records of one name are one person's when they share all addresses; without any, each is its own. */
function personBehind({ emails, record }: ScreeningRow): string {
	return emails.length === 0 ? record.recordId : emails.map(foldEmail).sort().join(' ');
}

function edgeOf(
	row: ScreeningRow,
	subject: Subject,
	candidates: Candidates,
	{ byNameAndBirthDate }: ScreeningMatchOptions,
): Edge {
	const { rung, confirmed, emails, name, ambiguous } = candidates;
	const own = emails.some((email) => subject.emails.includes(email));
	const others = emails.some((email) => subject.otherEmails.includes(email));
	const comparable = emails.length > 0 && subject.emails.length + subject.otherEmails.length > 0;
	const link = {
		record: row.record,
		details: row.details,
		rung,
		namesAgree: namesAgree(subject.name, name),
		emailsAgree: comparable ? own || others : null,
		birthDatesAgree: byNameAndBirthDate ? birthDatesAgree(subject, row) : null,
		viaOtherEmail: rung === 'M2' && !own,
		confirmed,
	};
	return { row, subject, link, shared: ambiguous };
}

function matchOf({ row, subject, link }: Edge, linked: boolean): Match {
	return {
		kind: 'match',
		subjectType: 'hire',
		subjectId: subject.hire.hireId,
		list: 'screeningList',
		recordId: row.record.recordId,
		rung: link.rung,
		linked,
		namesAgree: link.namesAgree,
	};
}

function byHireId(a: HireToMatch, b: HireToMatch): number {
	return compareCodeUnits(a.hire.hireId, b.hire.hireId);
}

function byRecordId(a: ScreeningRow, b: ScreeningRow): number {
	return compareCodeUnits(a.record.recordId, b.record.recordId);
}
