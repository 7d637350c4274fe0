import type { ApprovalType } from '../../nodes/LeverCompliance/lists/approvals/approvalRow.ts';
import type { ColumnRule } from '../../nodes/LeverCompliance/lists/table/recogniseColumns.ts';

/** Everything that docs/lists.md is made from. */
export interface ListsCatalogue {
	lists: ReadonlyArray<{
		label: string;
		about: string;
		columns: ReadonlyArray<ColumnRule<string>>;
	}>;
	/** Columns that every approval must fill, by their labels */
	neededByAll: readonly string[];
	/** Those that a type of approval must fill besides */
	neededByType: Readonly<Record<ApprovalType, readonly string[]>>;
	/** Word in the list → what it decides */
	decisions: Readonly<Record<string, string>>;
	compensatingControls: readonly string[];
}

const WHAT_IT_DOES: Record<ApprovalType, string> = {
	exception: 'Accepts a deviation of one check for one person, up to a day',
	privileged_user: 'Lets a user have a privileged role (UAR-02)',
	confirmed_match: 'Says whose a screening or staff record is (SCR-07)',
	external_account: 'Lets an account belong to nobody of the staff (UAR-04)',
	role_change: "Lets a user's role be raised (UAR-07)",
	access_review: 'Decides about the access of a user (UAR-06)',
};

/** Text of docs/lists.md. */
export function listsDocument(catalogue: ListsCatalogue): string {
	return [
		'# The lists',
		'Made from the tables of the nodes by `scripts/catalogue.mts`: change those, not this.',
		'_Lever Compliance_ recognises columns by their names; case, spaces, dashes and underscores do not matter, and the first name in a row of the tables below wins. Any other name can be mapped in the node, under _Column Mappings_. A list may have more columns: they are not read, and the summary names them.',
		'Dates are read as `2026-11-02`, `2026-11-02T09:30:00Z` or with another offset, or in a form that can be read in one way only: `03/04/2026` cannot. A day without a time is never shifted into another time zone. Words for a status that no table knows leave a result undecided; map them under _Status Mappings_.',
		...catalogue.lists.flatMap(({ label, about, columns }) => [
			`## ${label}`,
			about,
			columnsTable(columns),
		]),
		...approvals(catalogue),
	].join('\n\n');
}

function columnsTable(columns: ReadonlyArray<ColumnRule<string>>): string {
	return table(
		['Column', 'Needed', 'Recognised by'],
		columns.map(({ label, needed, names }) => [
			label,
			needed ? 'yes' : '',
			names.map((name) => `\`${name}\``).join(', '),
		]),
	);
}

function approvals({
	neededByAll,
	neededByType,
	decisions,
	compensatingControls,
}: ListsCatalogue): string[] {
	return [
		'### Types of approvals',
		`Every row fills ${listed(neededByAll)}. The subject is the id of a hire, contact, opportunity or user, as findings name it.`,
		table(
			['Type', 'What it does', 'Must be filled besides'],
			Object.entries(neededByType).map(([type, columns]) => [
				`\`${type}\``,
				WHAT_IT_DOES[type as ApprovalType],
				listed(columns),
			]),
		),
		`Compensating controls: ${listed(compensatingControls)}.`,
		`Decisions: ${Object.entries(decisions)
			.map(([word, meaning]) => (word === meaning ? word : `${word} (${meaning})`))
			.join(', ')}.`,
		"An approval counts only when somebody else gave it: the approver is named by e-mail, for an account also by the id of a Lever user, is neither the person it is about nor the one who asked for it, and worked for the organisation on that day by the Staff List. It must be older than the deviation and not have expired on the evidence date. The report's file `links-to-confirm.csv` holds rows of the type `confirmed_match`, ready to be filled in.",
	];
}

function listed(words: readonly string[]): string {
	return words.join(', ');
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
