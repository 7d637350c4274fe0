import type { IExecuteFunctions, IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import {
	choiceFilter,
	confidentialityFilter,
	filtersQuery,
	optionsNamed,
	periodFilters,
} from '../../../nodes/Lever/fields/filters.ts';
import { opportunityFilters } from '../../../nodes/Lever/actions/candidates/opportunity/filters.ts';
import { isoMoment } from '../../../nodes/Lever/fields/isoMoment.ts';
import { readLimit } from '../../../nodes/Lever/fields/returnAllOrLimit.ts';
import { reference } from '../../../nodes/Lever/fields/reference.ts';
import { answersOf } from '../../../nodes/Lever/actions/candidates/answers.ts';

describe('filters', () => {
	const query = (chosen: IDataObject) => {
		// Only the one parameter and the zone are asked for.
		const context = {
			getNodeParameter: () => chosen,
			getTimezone: () => 'UTC',
		} as unknown as IExecuteFunctions;
		return filtersQuery(context, 0, [
			...periodFilters('uploaded_at', 'Uploaded', 'Uploaded'),
			choiceFilter('state', { displayName: 'State', name: 'state', options: [] }),
			confidentialityFilter('postings'),
		]);
	};

	it('from and to of a date are two parameters', () => {
		expect(query({ uploadedAfter: '2026-11-02', uploadedBefore: '2026-11-03T00:00:00Z' })).toEqual({
			uploaded_at_start: Date.UTC(2026, 10, 2),
			uploaded_at_end: Date.UTC(2026, 10, 3),
		});
	});

	it('what is empty is not sent', () => {
		expect(query({ uploadedAfter: '', state: '', confidentiality: undefined })).toEqual({});
	});

	it('a choice is sent as it is, and confidentiality says what the key must allow', () => {
		expect(query({ state: 'draft', confidentiality: 'all' })).toEqual({
			state: 'draft',
			confidentiality: 'all',
		});
		const { description } = confidentialityFilter('postings').field;
		expect(description).toContain('access to confidential data');
		expect(description).toContain('confidential:access:admin');
	});

	it.each([
		['posting_id', 'p1, p2', ['p1', 'p2']],
		['contact_id', 'c1,c2', ['c1', 'c2']],
		['origin', 'agency, applied', ['agency', 'applied']],
		['location', 'Austin, TX', ['Austin, TX']],
		['tag', 'Boston, MA', ['Boston, MA']],
		['source', 'Fair, spring', ['Fair, spring']],
		['location', ['Austin, TX', 'Oslo'], ['Austin, TX', 'Oslo']],
	])('%s from an expression: %j', (parameter, given, sent) => {
		const filters = opportunityFilters.filter((filter) => filter.parameter === parameter);
		const chosen = { [filters[0]?.field.name ?? '']: given };
		// Only the one parameter and the zone are asked for.
		const context = {
			getNodeParameter: () => chosen,
			getTimezone: () => 'UTC',
		} as unknown as IExecuteFunctions;
		expect(filtersQuery(context, 0, filters)).toEqual({ [parameter]: sent });
	});

	it('names of choices follow from their values', () => {
		expect(optionsNamed(['non-hired', 'agency', 'onHold']).map(({ name }) => name)).toEqual([
			'Non-Hired',
			'Agency',
			'On Hold',
		]);
	});
});

describe('Limit', () => {
	const limit = (given: unknown) => {
		const context = {
			getNodeParameter: (name: string) => (name === 'limit' ? given : false),
		} as unknown as IExecuteFunctions;
		return readLimit(context, 0);
	};

	it.each([
		[20, 20],
		['20', 20],
		[2.9, 2],
		[0, 1],
	])('%j is %j', (given, wanted) => {
		expect(limit(given)).toBe(wanted);
	});

	it.each(['abc', '', undefined, null, Number.NaN, Number.POSITIVE_INFINITY])(
		'%j is refused: it would read without a limit',
		(given) => {
			expect(() => limit(given)).toThrow("'Limit' must be a number from 1.");
		},
	);
});

describe('isoMoment', () => {
	it.each([
		[1_768_476_600_000, '2026-01-15T11:30:00.000Z'],
		['1768476600000', '2026-01-15T11:30:00.000Z'],
		['2026-01-15T11:30:00Z', '2026-01-15T11:30:00.000Z'],
		[0, '1970-01-01T00:00:00.000Z'],
		['soon', null],
		[Number.NaN, null],
		[null, null],
		[undefined, null],
	])('%s is %s', (moment, iso) => {
		expect(isoMoment(moment)).toBe(iso);
	});
});

describe('reference', () => {
	it.each([
		['u1', { ownerId: 'u1' }],
		[null, { ownerId: null }],
		[undefined, { ownerId: null }],
		[
			{ id: 'u1', name: 'Marek' },
			{ ownerId: 'u1', owner: 'Marek' },
		],
		[
			{ id: 's1', text: 'Offer' },
			{ ownerId: 's1', owner: 'Offer' },
		],
		[
			{ id: 'u1', name: null },
			{ ownerId: 'u1', owner: null },
		],
	])('%j', (value, shown) => {
		expect(reference('owner', value)).toEqual(shown);
	});
});

describe('answersOf', () => {
	const field = (text: string, value: unknown, type = 'text') => ({ id: text, type, text, value });

	it('names answers by their labels, also those that come again', () => {
		expect(
			answersOf([
				field('Score', 3, 'score'),
				field('Score', null),
				field('When', Date.UTC(2026, 10, 2), 'date'),
				field('', 'x'),
			]),
		).toEqual({ Score: 3, 'Score (2)': null, When: '2026-11-02T00:00:00.000Z', '': 'x' });
	});

	it('takes a label that is a word of JavaScript', () => {
		const answers = answersOf([field('__proto__', 'x'), field('constructor', 'y')]);
		expect(Object.entries(answers)).toEqual([
			['__proto__', 'x'],
			['constructor', 'y'],
		]);
		expect(Object.getPrototypeOf(answers)).toBe(Object.prototype);
	});

	it('is empty without fields', () => {
		expect(answersOf(null)).toEqual({});
	});
});
