import { listOf } from './body.mts';
import type { Fault } from './fault.mts';

/** Pages that do not lead on as they should (lever-api.md §3). */
export const PAGE_FAULTS = {
	nextMissing: {
		about: 'hasNext is true and next is absent',
		change: (answer) => {
			const list = listOf(answer);
			if (list === null) return null;
			const { next: _next, ...rest } = list;
			return { ...answer, body: { ...rest, hasNext: true } };
		},
	},
	cursorRepeats: {
		about: 'next is the cursor that this very page was asked with',
		fits: ({ query }) => query.one('offset') !== undefined,
		change: (answer, { call }) => {
			const list = listOf(answer);
			const offset = call.query.one('offset') ?? '';
			// As Lever writes it: percent-encoded once.
			const next = /^%5b/i.test(offset) ? offset : encodeURIComponent(offset);
			return list === null ? null : { ...answer, body: { ...list, hasNext: true, next } };
		},
	},
	emptyPageGoesOn: {
		about:
			'an empty page with hasNext and a next that leads to the page held back: nothing is lost',
		change: (answer, { path, call, memory }) => {
			const list = listOf(answer);
			if (list === null) return null;
			const next = memory.holdBack(path, call);
			return { ...answer, body: { data: [], hasNext: true, next } };
		},
	},
	recordTwice: {
		about: 'the last record of the previous page comes again, before those of this page',
		fits: ({ query }) => query.one('offset') !== undefined,
		change: (answer, { path, call, memory }) => {
			const list = listOf(answer);
			const record = memory.recordBefore(path, call);
			if (list === null || record === undefined) return null;
			return { ...answer, body: { ...list, data: [record, ...list.data] } };
		},
	},
} as const satisfies Record<string, Fault>;
