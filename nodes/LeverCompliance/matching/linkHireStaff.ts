import { compareCodeUnits } from '../../shared/canonicalJson';
import type { CivilDate, Hire, Match, MatchRung, User } from '../../shared/contracts';
import type { TimeZone } from '../../shared/dates';
import type { ConfirmedMatch, StaffRow } from '../lists/types';
import { foldEmail } from './emails';
import { employmentOf, nearestEpisode, winningRows } from './employments';
import { contactsById, hireIndex } from './hireIndex';
import { ManyByKey } from '../manyByKey';
import { foldName, namesAgree } from './names';
import type { HireStaff } from './types';

/** A hire with what tells its own employment from an earlier one of the same person. */
export interface HireToLink {
	hire: Hire;
	/** First day that the newest signed offer names */
	offeredStart: CivilDate | null;
	/** Day of the newest signed offer (sent, else created), in the work zone */
	offerDay: CivilDate | null;
	/** Work zone and organisation's zone, to read the dates of the staff list */
	zones: readonly TimeZone[];
}

export interface HireStaffLinks {
	/** hireId → its staff row; without any rows hires have no entry */
	byHire: ReadonlyMap<string, HireStaff>;
	/** By hire, then record */
	matches: Match[];
}

/** A row beside a contact it may belong to. */
interface Edge {
	row: StaffRow;
	rung: MatchRung;
	/** The row may belong to somebody else as well */
	ambiguous: boolean;
}

/**
 * Finds the staff row of each hire: by external id or confirmed match, else by an e-mail of the hire,
 * else by the e-mail of a Lever user who is linked to the hire's contact; nothing weaker.
 * Of several rows a current one wins over an old one, else the later start; rows that are still equal
 * are ambiguous. A row of an employment that ended before the offer belongs to no hire, and of several
 * episodes of a contact each row belongs to the one whose offered start is nearest.
 *
 * @param confirmed those that name a row of the staff list
 */
export function linkHireStaff(
	hires: readonly HireToLink[],
	rows: readonly StaffRow[],
	users: readonly User[],
	confirmed: readonly ConfirmedMatch[],
): HireStaffLinks {
	if (rows.length === 0) {
		return { byHire: new Map(), matches: [] };
	}
	const edgesOf = contactEdges(hires, rows, users, confirmed);
	const episodesOf = new ManyByKey<HireToLink>();
	for (const hire of hires) episodesOf.add(hire.hire.contact, hire);
	const byHire = new Map<string, HireStaff>();
	const matches: Match[] = [];
	for (const hire of [...hires].sort(byHireId)) {
		const { contact, hireId } = hire.hire;
		const edges = edgesOf.get(contact).filter(({ row }) => {
			const employment = employmentOf(row, hire.zones);
			const endedBefore =
				employment.end !== null && hire.offerDay !== null && employment.end < hire.offerDay;
			return !endedBefore && nearestEpisode(employment.start, episodesOf.get(contact)) === hire;
		});
		const sure = edges.filter(({ ambiguous }) => !ambiguous).map(({ row }) => row);
		const winners = winningRows(sure.length > 0 ? sure : edges.map(({ row }) => row), hire.zones);
		const doubted = sure.length === 0 || winners.length > 1 ? winners : [];
		byHire.set(hireId, {
			row: doubted.length > 0 ? null : (winners[0] ?? null),
			ambiguous: doubted,
		});
		for (const edge of edges) {
			matches.push(matchOf(hire.hire, edge, !edge.ambiguous && !doubted.includes(edge.row)));
		}
	}
	return { byHire, matches };
}

/** Contact → rows that may be its own, by recordId; each row on the first rung that leads to anybody. */
function contactEdges(
	hires: readonly HireToLink[],
	rows: readonly StaffRow[],
	users: readonly User[],
	confirmed: readonly ConfirmedMatch[],
): ManyByKey<Edge> {
	const edges = new ManyByKey<Edge>();
	const index = hireIndex(hires, confirmed, ({ hire }) => hire.identity.emails.map(foldEmail));
	const byUserEmail = new ManyByKey<string>();
	const named = hires.filter(({ hire }) => !hire.isAnonymized);
	const byId = contactsById(named);
	const matchable = new Set(named.map(({ hire }) => hire.contact));
	for (const { email, linkedContactIds } of users) {
		for (const contact of linkedContactIds) {
			if (matchable.has(contact)) byUserEmail.add(foldEmail(email), contact);
		}
	}
	for (const row of [...rows].sort(byRecordId)) {
		const addresses = row.emails.map(foldEmail);
		const references = row.reference === null ? [] : [row.reference];
		const rungs: ReadonlyArray<[MatchRung, readonly string[]]> = [
			['M1', index.byConfirmedRecord.ofAny(references)],
			['M1', byId.ofAny(references)],
			['M2', index.byEmail.ofAny(addresses)],
			['M2', byUserEmail.ofAny(addresses)],
		];
		const [rung, contacts] = rungs.find(([, found]) => found.length > 0) ?? ['M2', []];
		for (const contact of contacts)
			edges.add(contact, { row, rung, ambiguous: contacts.length > 1 });
	}
	return edges;
}

function matchOf(hire: Hire, { row, rung }: Edge, linked: boolean): Match {
	return {
		kind: 'match',
		subjectType: 'hire',
		subjectId: hire.hireId,
		list: 'staffList',
		recordId: row.record.recordId,
		rung,
		linked,
		namesAgree: namesAgree(foldName(hire.identity.name), foldName(row.name)),
	};
}

function byHireId(a: HireToLink, b: HireToLink): number {
	return compareCodeUnits(a.hire.hireId, b.hire.hireId);
}

function byRecordId(a: StaffRow, b: StaffRow): number {
	return compareCodeUnits(a.record.recordId, b.record.recordId);
}
