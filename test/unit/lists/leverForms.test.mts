import { describe, expect, it } from 'vitest';

import {
	readScreeningList,
	type ScreeningListOptions,
} from '../../../nodes/LeverCompliance/lists/index.ts';
import { listOf, refusal, type Row } from './listItems.mts';

const OPTIONS: ScreeningListOptions = {
	provider: 'Lever',
	leverForm: 'Background check',
	statusMeanings: {},
	readBirthDates: false,
	readResults: false,
};

/** As *Profile Form: Get Many* gives it, simplified. */
const FORM: Row = {
	id: 'form-1',
	opportunityId: 'opp-1',
	text: 'Background Check',
	createdAt: '2026-09-01T10:00:00.000Z',
	completedAt: '2026-09-01T10:00:00.000Z',
	deletedAt: null,
	answers: {
		Notes: 'All good, says Ada Sample',
		'Completed on': '2026-09-10T00:00:00.000Z',
		'Valid until': '2027-09-10T00:00:00.000Z',
	},
};

const read = (rows: readonly Row[], changes: Partial<ScreeningListOptions> = {}) =>
	readScreeningList(listOf(rows), { ...OPTIONS, ...changes });

describe('profile forms in Lever as the screening list', () => {
	it('takes the first date for the completion and the opportunity for the id', () => {
		const list = read([FORM]);
		expect(list.rows).toHaveLength(1);
		expect(list.rows[0]).toMatchObject({
			reference: 'form-1',
			emails: [],
			details: { weakSource: true },
			record: {
				provider: 'Lever',
				externalId: 'opp-1',
				state: 'done',
				completedAt: { precision: 'day', date: '2026-09-10' },
			},
		});
		expect(list.summary.understood).toContain('read from profile forms in Lever');
		expect(JSON.stringify(list.rows.map(({ record }) => record))).not.toContain('Ada');
	});

	it('reads forms that were not simplified, where they name their opportunity', () => {
		const { answers: _answers, ...form } = FORM;
		const fields = [
			{ type: 'text', text: 'Notes', value: '2026-01-01' },
			{ type: 'date', text: 'Completed on', value: Date.parse('2026-09-10T00:00:00Z') },
		];
		expect(read([{ ...form, fields }]).rows[0]?.record.completedAt).toEqual({
			precision: 'day',
			date: '2026-09-10',
		});
	});

	it('leaves out other forms and deleted ones', () => {
		const list = read([
			{ ...FORM, id: 'form-2', text: 'Interview notes' },
			{ ...FORM, id: 'form-3', deletedAt: '2026-09-12T00:00:00.000Z' },
			FORM,
		]);
		expect(list.rows.map(({ reference }) => reference)).toEqual(['form-1']);
		expect(read([{ ...FORM, text: 'Other' }]).state).toBe('empty');
	});

	it('does not know what a form without a date says', () => {
		expect(read([{ ...FORM, answers: { 'Completed on': null } }]).rows[0]?.record).toMatchObject({
			state: 'unknown',
			completedAt: { precision: 'missing' },
		});
	});

	it('asks for the title of the form, and names those that came', () => {
		expect(refusal(() => read([FORM], { leverForm: ' ' }))).toContain(
			"'Profile Form' must name the form that holds the screening. Forms found: Background Check",
		);
	});

	it('says what to do when the forms name no opportunity', () => {
		const { opportunityId: _opportunity, ...form } = FORM;
		expect(refusal(() => read([form]))).toContain("'Simplify'");
	});
});
