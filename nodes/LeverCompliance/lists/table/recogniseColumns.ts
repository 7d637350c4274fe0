import { UserError } from 'n8n-workflow';

import { foldColumnName, hintFromColumns, shownColumnName, shownColumns } from './columnNames';

/** A column that a list may have. */
export interface ColumnRule<Field extends string> {
	field: Field;
	/** Name for people, for instance "E-mail" */
	label: string;
	/** Without it the list cannot be used, and the node stops */
	needed: boolean;
	/** Names as `foldColumnName` gives them, most telling first */
	names: readonly string[];
}

export interface RecognisedColumns<Field extends string> {
	/** Field → name of the column in the list */
	columns: Partial<Record<Field, string>>;
	/** Columns that no field stands for, as they may be shown */
	ignored: string[];
}

/**
 * Finds the columns of a list: what a person mapped wins, the rest is recognised by name.
 *
 * @param listName as the person sees it, for instance "Screening List"
 * @param unread fields whose columns are left alone, also where a person mapped them
 * @throws UserError that names the missing column and the columns found
 */
export function recogniseColumns<Field extends string>(
	listName: string,
	headers: readonly string[],
	rules: ReadonlyArray<ColumnRule<Field>>,
	mapped: Partial<Record<string, string>>,
	unread: ReadonlySet<Field> = new Set(),
): RecognisedColumns<Field> {
	refuseUnknownFields(listName, rules, mapped);
	const found = new Map<Field, string>();
	for (const rule of rules) {
		if (unread.has(rule.field)) continue;
		const wanted = mapped[rule.field]?.trim() ?? '';
		const header =
			wanted === ''
				? recognised(listName, headers, rule)
				: mappedHeader(listName, headers, rule, wanted);
		if (header !== undefined) found.set(rule.field, header);
	}
	const missing = rules.filter(({ field, needed }) => needed && !found.has(field));
	if (missing.length > 0) throw missingColumns(listName, headers, missing);
	const used = new Set(found.values());
	const columns: Partial<Record<Field, string>> = {};
	for (const [field, header] of found) columns[field] = header;
	return { columns, ignored: headers.filter((header) => !used.has(header)).map(shownColumnName) };
}

function recognised<Field extends string>(
	listName: string,
	headers: readonly string[],
	{ label, names }: ColumnRule<Field>,
): string | undefined {
	for (const name of names) {
		const [header, another] = headers.filter((candidate) => foldColumnName(candidate) === name);
		if (header !== undefined && another !== undefined) {
			throw new UserError(
				`${listName}: two columns can be "${label}": ${shownColumns([header, another])}.`,
				{ description: `Choose one of them for "${label}" in the Lever Compliance node.` },
			);
		}
		if (header !== undefined) return header;
	}
	return undefined;
}

function mappedHeader<Field extends string>(
	listName: string,
	headers: readonly string[],
	{ label }: ColumnRule<Field>,
	wanted: string,
): string {
	const header =
		headers.find((candidate) => candidate.trim() === wanted) ??
		headers.find((candidate) => foldColumnName(candidate) === foldColumnName(wanted));
	if (header !== undefined) return header;
	throw new UserError(
		`${listName}: the column "${shownColumnName(wanted)}", chosen for "${label}", is not in the list. Columns found: ${shownColumns(headers)}.`,
		{
			description: `Choose a column of the list for "${label}" in the Lever Compliance node, or leave it empty to have it recognised.`,
		},
	);
}

function missingColumns<Field extends string>(
	listName: string,
	headers: readonly string[],
	missing: ReadonlyArray<ColumnRule<Field>>,
): UserError {
	const labels = missing.map(({ label }) => `"${label}"`).join(', ');
	const hint = hintFromColumns(headers);
	return new UserError(
		`${listName}: no column is recognised as ${labels}. Columns found: ${shownColumns(headers)}.${hint === null ? '' : ` ${hint}`}`,
		{
			description: `Add the column to the list, or choose the column that stands for ${labels} in the Lever Compliance node.`,
		},
	);
}

function refuseUnknownFields<Field extends string>(
	listName: string,
	rules: ReadonlyArray<ColumnRule<Field>>,
	mapped: Partial<Record<string, string>>,
): void {
	const fields: string[] = rules.map(({ field }) => field);
	const unknown = Object.keys(mapped).find((field) => !fields.includes(field));
	if (unknown === undefined) return;
	throw new UserError(`${listName}: there is no field "${unknown}" to choose a column for.`, {
		description: `Fields are: ${fields.join(', ')}.`,
	});
}
