import type { Account } from '../account.mts';
import { defineChange } from '../change.mts';
import { filledText, flag, oneOf, opportunity, optional } from '../inputs.mts';
import { ChangeRefused } from '../refused.mts';
import { isoInstant } from '../staff.mts';

type Row = Record<string, string>;

/** The provider's records, changed as it would change them; Lever knows nothing of it. */
function replaceRow({ companion }: Account, report: string, changed: (row: Row) => Row): Row {
	const position = companion.screening.findIndex((row) => row.report_id === report);
	const before = companion.screening[position];
	if (before === undefined) {
		throw new ChangeRefused(`The screening list has no report "${report}".`);
	}
	const after = changed(before);
	companion.screening[position] = after;
	return after;
}

function freeReportId({ companion }: Account): string {
	const taken = new Set(companion.screening.map((row) => row.report_id));
	let number = companion.screening.length + 1;
	while (taken.has(`R-${number}`)) number += 1;
	return `R-${number}`;
}

export const orderScreening = defineChange({
	about: 'Orders a background check for a candidate',
	inputs: { opportunity, package: optional(filledText) },
	run(account, { opportunity: of, package: ordered }) {
		if (of.isAnonymized) throw new ChangeRefused('Nobody can be screened without a name.');
		const row = {
			provider: 'checkr',
			report_id: freeReportId(account),
			external_id: of.id,
			email: of.emails[0] ?? '',
			name: of.name,
			date_of_birth: '',
			package: ordered ?? 'standard',
			status: 'pending',
			result: '',
			adjudication: '',
			includes_canceled: '',
			ordered_at: isoInstant(account.now()),
			completed_at: '',
			adjudicated_at: '',
			pre_adverse_at: '',
			post_adverse_at: '',
			record_type: '',
		};
		account.companion.screening.push(row);
		return row;
	},
});

export const completeScreening = defineChange({
	about: 'Completes a background check: clear, or something to consider',
	inputs: {
		report: filledText,
		result: optional(oneOf(['clear', 'consider'])),
		includesCanceled: optional(flag),
	},
	run: (account, { report, result, includesCanceled }) =>
		replaceRow(account, report, (row) => ({
			...row,
			status: 'complete',
			result: result ?? 'clear',
			includes_canceled: String(includesCanceled ?? false),
			completed_at: isoInstant(account.now()),
		})),
});

export const cancelScreening = defineChange({
	about: 'Cancels a background check',
	inputs: { report: filledText },
	run: (account, { report }) =>
		replaceRow(account, report, (row) => ({
			...row,
			status: 'canceled',
			result: '',
			completed_at: '',
		})),
});

export const adjudicateScreening = defineChange({
	about: 'Decides about a completed background check',
	inputs: {
		report: filledText,
		adjudication: oneOf(['engaged', 'pre_adverse_action', 'post_adverse_action']),
	},
	run: (account, { report, adjudication }) =>
		replaceRow(account, report, (row) => {
			if (row.status !== 'complete') {
				throw new ChangeRefused(`The report "${report}" is not complete yet.`);
			}
			return { ...row, adjudication, adjudicated_at: isoInstant(account.now()) };
		}),
});
