import { UserError } from 'n8n-workflow';

import { cellDate, cellText, isPlainObject, type Cells } from '../table/cells';
import { shownColumns } from '../table/columnNames';
import { foldStatus } from '../table/foldStatus';
import type { Unfold } from '../table/unfold';
import { LEVER } from './lever';

/**
 * Reads what *Profile Form: Get Many* of the Lever node gives (lever-api.md §5.10): each form with the given
 * title is a record of its opportunity, completed on the first date that was filled in. A form without a
 * date says neither that a check runs nor that it is done. Deleted forms are left out.
 *
 * @param title of the form, compared without case and signs
 * @throws UserError when no title is given, or the forms do not say which opportunity they belong to
 */
export function leverForms(title: string): Unfold {
	return (items) => {
		const forms = items.map((item): Cells => Object.fromEntries(Object.entries(item)));
		if (title.trim() === '') throw withoutTitle(forms);
		const chosen = forms.filter(
			(form) =>
				foldStatus(cellText(form.text)) === foldStatus(title) && cellText(form.deletedAt) === '',
		);
		if (chosen.some((form) => cellText(form.opportunityId) === '')) throw withoutOpportunity();
		return {
			rows: chosen.map((form) => ({ raw: form, row: rowOf(form) })),
			understood: 'read from profile forms in Lever',
			incompleteBecause: null,
		};
	};
}

function rowOf(form: Cells): Cells {
	const date = firstDate(form);
	return {
		provider: LEVER.name,
		report_id: form.id,
		external_id: form.opportunityId,
		email: '',
		status: date === null ? '' : 'complete',
		ordered_at: form.createdAt,
		completed_at: date,
	};
}

/** Of simplified forms an answer that is a date; of others the value of a field of the type `date`. */
function firstDate({ answers, fields }: Cells): unknown {
	if (isPlainObject(answers)) return Object.values(answers).find(isDate) ?? null;
	const dates = (Array.isArray(fields) ? fields : [])
		.filter(isPlainObject)
		.map((field): Cells => Object.fromEntries(Object.entries(field)))
		.filter(({ type }) => type === 'date');
	return dates.map(({ value }) => value).find(isDate) ?? null;
}

function isDate(value: unknown): boolean {
	const { precision } = cellDate(value);
	return precision === 'day' || precision === 'instant';
}

function withoutTitle(forms: readonly Cells[]): UserError {
	const titles = [...new Set(forms.map(({ text }) => cellText(text)).filter(Boolean))].sort();
	return new UserError(
		`Screening List: 'Profile Form' must name the form that holds the screening. Forms found: ${shownColumns(titles)}.`,
	);
}

function withoutOpportunity(): UserError {
	return new UserError(
		'Screening List: the profile forms do not say which opportunity they belong to.',
		{ description: "Switch on 'Simplify' in the Lever node that reads the profile forms." },
	);
}
