import { afterEach, expect, it } from 'vitest';

import type { MockLever } from '../../../mock-lever/index.mts';
import { SCENARIOS, startMock } from '../../../mock-lever/index.mts';
import { RUNS } from '../../../mock-lever/scenarios/runs.mts';

let mock: MockLever;
afterEach(() => mock.close());

const faultsOf = () => mock.faults.list().map(({ rule }) => rule.fault);

async function post(path: string, body: object): Promise<void> {
	const answer = await fetch(`${mock.url}/_mock${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(answer.status).toBe(200);
}

it('a scenario brings its faults, and takes them away again; those of others stay', async () => {
	mock = await startMock({ scenario: 'offers-forbidden', faults: [{ fault: 'unavailable' }] });
	expect(faultsOf()).toEqual(['unavailable', 'forbidden']);
	await post('/scenario', { scenario: 'golden' });
	expect(faultsOf()).toEqual(['unavailable']);
	await post('/scenario', { scenario: 'cursor-refused' });
	expect(faultsOf()).toEqual(['unavailable', 'cursorInvalid']);
	await post('/reset', {});
	expect(faultsOf()).toEqual(['forbidden']);
});

it('every scenario with faults has a run that says what may come of them', async () => {
	mock = await startMock({ scenario: 'empty' });
	const driven = new Set(Object.values(RUNS).map(({ scenario }) => scenario));
	const names = Object.entries(SCENARIOS).filter(([, parts]) => 'faults' in parts);
	expect(names.length).toBeGreaterThan(3);
	for (const [name] of names) expect(driven).toContain(name);
});
