import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { AnswerChecker } from '../../../mock-lever/answers/checkAnswer.mts';
import { readDescription } from '../../../mock-lever/answers/description.mts';

/** Operation → an answer; the ones of lever-api.md §5, and of the shapes that §5.7, §5.14 and §6.4 describe in words. */
const folder = new URL('examples/', import.meta.url);
const examples = readdirSync(folder).map((file) => ({
	operation: file.replace('.json', ''),
	body: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>,
}));

const description = readDescription();
const checker = new AnswerChecker(description);
const paths = new Map(
	Object.entries(description.paths).map(([path, { get }]) => [get.operationId, path]),
);

function complaints(operation: string, body: unknown): string[] {
	const path = (paths.get(operation) ?? '').replaceAll(/[{}]/g, '');
	const bytes = Buffer.from(JSON.stringify(body));
	const contentType = 'application/json; charset=utf-8';
	const verdict = checker.check({ path, asked: [], status: 200, contentType, body: bytes });
	expect(verdict.operation?.id).toBe(operation);
	return verdict.complaints;
}

/** The record, or the only one of a list, inside an answer. */
function recordIn(body: Record<string, unknown>): Record<string, unknown> {
	const data = body['data'] ?? body;
	return (Array.isArray(data) ? data[0] : data) as Record<string, unknown>;
}

describe.each(examples)('$operation', ({ operation, body }) => {
	it('is described as Lever answers it', () => {
		expect(complaints(operation, body)).toEqual([]);
	});

	it.each(Object.keys(recordIn(body)))('%s of another type is not', (key) => {
		const wrong = structuredClone(body);
		const record = recordIn(wrong);
		// Nowhere are both a boolean and anything else allowed.
		record[key] = typeof record[key] === 'boolean' ? 7.5 : true;
		expect(complaints(operation, wrong).join()).toContain(`/${key} `);
	});

	it('may hold fields that Lever adds later', () => {
		const more = structuredClone(body);
		recordIn(more)['fieldOfTomorrow'] = { kept: [true] };
		expect(complaints(operation, more)).toEqual([]);
	});
});

describe('the answer to a question in a form (lever-api.md §5.10)', () => {
	const feedback = examples.find(({ operation }) => operation === 'getOpportunityFeedback');
	const answering = (field: object) => {
		const body = structuredClone(feedback?.body ?? {});
		recordIn(body)['fields'] = [{ id: 'x', text: 'Question', ...field }];
		return complaints('getOpportunityFeedback', body);
	};

	it.each([
		['text', 'words', 7],
		['textarea', null, 7],
		['university', 'Bergen', []],
		['code', 'let x;', {}],
		['date', 1_768_176_000_000, '2026-01-12'],
		['currency', 12.5, '12.5'],
		['yes-no', 'yes', true],
		['dropdown', 'One', ['One']],
		['multiple-choice', 'One', ['One']],
		['multiple-select', ['One', 'Two'], 'One'],
		['score-system', '3 - Hire', 3],
		['score', 4, 5],
		['scorecard', [{ score: 3, comment: 'Good' }], [3]],
	])('%s: %j, not %j', (type, right, wrong) => {
		expect(answering({ type, value: right })).toEqual([]);
		expect(answering({ type, value: null })).toEqual([]);
		expect(answering({ type, value: wrong }).join()).toContain('/data/fields/0/value');
	});

	it('is not known for types of tomorrow', () => {
		expect(answering({ type: 'hologram', value: { any: 'thing' } })).toEqual([]);
	});
});
