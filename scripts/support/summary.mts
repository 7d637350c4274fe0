import Table from 'cli-table3';

import type { Run } from '../../nodes/shared/contracts/index.ts';

/** Columns of the table: a status of the checks and its heading. */
const statuses = [
	['pass', 'pass'],
	['fail', 'fail'],
	['warn', 'warn'],
	['indeterminate', 'unknown'],
	['excepted', 'excepted'],
	['not_applicable', 'n/a'],
] as const;

/** Prints what a run found: what to know first, then one line per check. */
export function printSummary(run: Run): void {
	const table = new Table({
		// Colours and rules between the rows would only make it longer.
		style: { head: [], border: [], compact: true },
		wordWrap: true,
		colWidths: [34, ...statuses.map(() => null), 44],
		head: ['Check', ...statuses.map(([, heading]) => heading), 'Result'],
		colAligns: ['left', ...statuses.map(() => 'right' as const), 'left'],
	});
	for (const check of run.checks) {
		const counts = statuses.map(([status]) => check.counts[status]);
		table.push([`${check.id} ${check.title}`, ...counts, check.verdictText]);
	}
	console.log(`\nEvidence date ${run.asOf}, period ${run.period.from} to ${run.period.to}`);
	if (!run.production) console.log('TEST DATA, NOT EVIDENCE');
	for (const notice of run.notices) console.log(`! ${notice}`);
	console.log(table.toString());
}
