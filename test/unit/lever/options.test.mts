import type { IExecuteFunctions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { readRequestsPerSecond } from '../../../nodes/Lever/fields/options.ts';

describe('Requests per Second', () => {
	it.each<[unknown, number | undefined]>([
		[5, 5],
		['5', 5],
		[' 2.5 ', 2.5],
		[0, undefined],
		[-1, undefined],
		['', undefined],
		['fast', undefined],
		['Infinity', undefined],
		[null, undefined],
	])('%j gives %j', (chosen, pace) => {
		// Only the one parameter is asked for.
		const context = { getNodeParameter: () => chosen } as unknown as IExecuteFunctions;
		expect(readRequestsPerSecond(context)).toBe(pace);
	});
});
