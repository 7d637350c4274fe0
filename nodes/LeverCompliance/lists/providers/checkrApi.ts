import { UserError } from 'n8n-workflow';

import { cellText, isPlainObject, type Cells } from '../table/cells';
import type { Unfold, UnfoldedRow } from '../table/unfold';
import { CHECKR } from './checkr';

/**
 * Reads what an HTTP Request node gives when it asks Checkr's API for reports: report objects, or pages of
 * them (`{ object: 'list', data: [...], count, next_href }`). The candidate of a report stands in it, or
 * comes as a candidate object of its own and is found by `candidate_id`.
 *
 * From Checkr's public documentation (docs.checkr.com/apis/openapi): the fields of Report and Candidate, the
 * pages of lists. General knowledge: `include=candidate` puts the candidate into the report, and searches
 * that are included stand in it as objects with `object` and `status`.
 *
 * @throws UserError when reports name no candidate: nobody could be found for any of them
 */
export const checkrApi: Unfold = (items) => {
	if (!items.some((item) => 'object' in item)) return null;
	const objects = items.map(toCells);
	if (!objects.some((one) => isPage(one) || isReport(one))) return null;
	const pages = objects.filter(isPage);
	const entries = objects.flatMap((one) => (isPage(one) ? entriesOf(one) : [one]));
	const candidates = new Map(
		entries.filter(isCandidate).map((candidate) => [candidate.id, candidate]),
	);
	const reports = entries.filter((entry) => !isCandidate(entry));
	const rows = reports.map((report): UnfoldedRow => {
		const candidate = isPlainObject(report.candidate)
			? toCells(report.candidate)
			: candidates.get(report.candidate_id);
		return { raw: report, row: isReport(report) ? rowOf(report, candidate) : report };
	});
	if (reports.some(isReport) && !rows.some(({ row }) => 'email' in row)) throw withoutCandidates();
	return {
		rows,
		understood: "read from the answer of Checkr's API",
		incompleteBecause: missingPages(pages),
	};
};

function rowOf(report: Cells, candidate: Cells | undefined): Cells {
	const searches = searchesOf(report);
	return {
		// What else stands in the report can be mapped, for instance an id in its metadata.
		...report,
		provider: CHECKR.name,
		report_id: report.id,
		status: report.status,
		includes_canceled: report.includes_canceled,
		ordered_at: report.created_at,
		completed_at: report.completed_at,
		package: isPlainObject(report.package) ? toCells(report.package).name : report.package,
		result: report.result ?? report.assessment,
		adjudication: report.adjudication,
		adjudicated_at: report.adjudicated_at,
		...(searches.length > 0 && { components: searches }),
		...(candidate !== undefined && {
			external_id: candidate.custom_id,
			email: candidate.email,
			name: [candidate.first_name, candidate.middle_name, candidate.last_name]
				.map(cellText)
				.filter(Boolean)
				.join(' '),
			date_of_birth: candidate.dob,
		}),
	};
}

/** Parts of a report that are no searches, although they have a type and may have a status. */
const NO_SEARCHES: ReadonlySet<string> = new Set(['candidate', 'package', 'program', 'geo']);

/** Searches that the answer includes; ids alone itemise nothing. */
function searchesOf(report: Cells): Array<{ name: string; status: unknown }> {
	return Object.values(report)
		.flat()
		.filter(isPlainObject)
		.map(toCells)
		.filter(({ object, status }) => typeof object === 'string' && typeof status === 'string')
		.filter(({ object }) => !NO_SEARCHES.has(String(object)))
		.map(({ object, status }) => ({ name: String(object).replace(/_/g, ' '), status }));
}

/** One page of many looks like a whole list; its `count` and `next_href` say that it is none. */
function missingPages(pages: readonly Cells[]): string | null {
	for (const kind of ['report', 'candidate']) {
		const ofKind = pages.filter((page) => entriesOf(page).some(({ object }) => object === kind));
		if (ofKind.length === 0) continue;
		const ids = new Set(ofKind.flatMap(entriesOf).map(({ id }) => id));
		const counts = ofKind.map(({ count }) => count).filter((count) => typeof count === 'number');
		const announced = Math.max(0, ...counts);
		const lastIsHere = ofKind.some(({ next_href: next }) => next === null || next === undefined);
		if (ids.size >= announced && lastIsHere) continue;
		const all = announced > 0 ? `${announced}` : 'more';
		return `Only ${ids.size} of ${all} ${kind}s of Checkr arrived: switch on 'Pagination' in the HTTP Request node, so that it follows next_href to the last page.`;
	}
	return null;
}

function withoutCandidates(): UserError {
	return new UserError(
		"Screening List: Checkr's reports name their candidates only by Checkr's own id, so nobody can be found for them.",
		{
			description:
				"Add 'include=candidate' to the query of the HTTP Request node that reads the reports, or read the candidates too and append both lists with a Merge node.",
		},
	);
}

/** An empty page is one too. */
function isPage(one: Cells): boolean {
	const { object, data } = one;
	return (
		object === 'list' &&
		Array.isArray(data) &&
		entriesOf(one).every((entry) => isReport(entry) || isCandidate(entry))
	);
}

function entriesOf({ data }: Cells): Cells[] {
	return Array.isArray(data) ? data.filter(isPlainObject).map(toCells) : [];
}

function isReport({ object, status }: Cells): boolean {
	return object === 'report' && typeof status === 'string';
}

function isCandidate({ object }: Cells): boolean {
	return object === 'candidate';
}

function toCells(object: object): Cells {
	return Object.fromEntries(Object.entries(object));
}
