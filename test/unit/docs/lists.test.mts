import path from 'node:path';

import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';

import { APPROVAL_COLUMNS } from '../../../nodes/LeverCompliance/lists/approvals/approvalColumns.ts';
import {
	DECISIONS,
	NEEDED_BY_ALL,
	NEEDED_BY_TYPE,
	type ApprovalType,
} from '../../../nodes/LeverCompliance/lists/approvals/approvalRow.ts';
import { COMPENSATING_CONTROLS, LIST_LABELS } from '../../../nodes/LeverCompliance/lists/index.ts';
import { SCREENING_COLUMNS } from '../../../nodes/LeverCompliance/lists/screening/screeningColumns.ts';
import { STAFF_COLUMNS } from '../../../nodes/LeverCompliance/lists/staff/staffColumns.ts';
import { listsDocument } from '../../../scripts/support/listsDocument.mts';

const file = path.resolve(import.meta.dirname, '../../../docs/lists.md');

const labelOf = (field: string) =>
	APPROVAL_COLUMNS.find((column) => column.field === field)?.label ?? field;
const neededByType = Object.fromEntries(
	Object.entries(NEEDED_BY_TYPE).map(([type, fields]) => [type, fields.map(labelOf)]),
) as Record<ApprovalType, string[]>;

const text = listsDocument({
	lists: [
		{
			label: LIST_LABELS.screeningList,
			about:
				'An export of your background check provider, or its API answer. Results and adjudications are read only where the policy states a lawful basis.',
			columns: SCREENING_COLUMNS,
		},
		{
			label: LIST_LABELS.staffList,
			about:
				'An export of your HR system or directory: everybody who works here, and who left. Last sign-ins are read only where the policy allows it.',
			columns: STAFF_COLUMNS,
		},
		{
			label: LIST_LABELS.approvals,
			about: 'What somebody decided or accepted: one table, one row for each decision.',
			columns: APPROVAL_COLUMNS,
		},
	],
	neededByAll: NEEDED_BY_ALL.map(labelOf),
	neededByType,
	decisions: DECISIONS,
	compensatingControls: COMPENSATING_CONTROLS,
});

/** `node scripts/catalogue.mts` writes it anew. */
describe('the columns of the lists', () => {
	it('are those that docs/lists.md shows', async () => {
		const options = { ...(await resolveConfig(file)), filepath: file };
		await expect(await format(text, options)).toMatchFileSnapshot(file);
	});

	it('are named, each with the names that it is recognised by', () => {
		for (const { label, names } of [...SCREENING_COLUMNS, ...STAFF_COLUMNS, ...APPROVAL_COLUMNS]) {
			expect(text).toContain(`| ${label} |`);
			for (const name of names) expect(text).toContain(`\`${name}\``);
		}
		for (const type of Object.keys(NEEDED_BY_TYPE)) expect(text).toContain(`\`${type}\``);
		expect(text).not.toMatch(/undefined|\[object/);
	});
});
