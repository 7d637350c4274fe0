import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import { AS_OF } from '../client.mts';
import { ask } from './wire.mts';

let mock: MockLever;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
});
afterAll(async () => {
	await mock.close();
});
afterEach(() => {
	mock.faults.clear();
});

const PATH = '/opportunities?limit=100';

describe('the connection', () => {
	it('resetBeforeAnswer: nothing but a reset, and the next request is answered', async () => {
		mock.faults.add({ fault: 'resetBeforeAnswer' });
		expect(await ask(mock, PATH)).toMatchObject({ end: 'cut off', code: 'ECONNRESET', status: 0 });
		expect(await ask(mock, PATH)).toMatchObject({ end: 'whole', status: 200 });
	});

	it('resetInsideBody: the real head, half of the bytes it announces, then a reset', async () => {
		const whole = await ask(mock, PATH);
		mock.faults.add({ fault: 'resetInsideBody' });
		const cut = await ask(mock, PATH);
		expect(cut).toMatchObject({ end: 'cut off', code: 'ECONNRESET', status: 200 });
		expect(Number(cut.headers['content-length'])).toBe(whole.bytes.length);
		expect(cut.headers['content-type']).toBe(whole.headers['content-type']);
		expect(cut.bytes.length).toBe(Math.ceil(whole.bytes.length / 2));
		expect(whole.bytes.subarray(0, cut.bytes.length).equals(cut.bytes)).toBe(true);
	});

	it('resetInsideBody cuts a download as well', async () => {
		const { resumes } = mock.world.store.database();
		const resume = resumes.find(({ file }) => file?.status === 'processed');
		const path = `/opportunities/${resume?.opportunityId}/resumes/${resume?.id}/download`;
		const whole = await ask(mock, path);
		expect(whole).toMatchObject({ end: 'whole', status: 200 });
		mock.faults.add({ fault: 'resetInsideBody' });
		const cut = await ask(mock, path);
		expect(cut).toMatchObject({ end: 'cut off', status: 200 });
		expect(cut.headers['content-type']).toBe(whole.headers['content-type']);
		expect(cut.bytes.length).toBe(Math.ceil(whole.bytes.length / 2));
	});

	it('noAnswer: not a byte until the client gives up', async () => {
		mock.faults.add({ fault: 'noAnswer' });
		expect(await ask(mock, PATH, { patience: 200 })).toMatchObject({ end: 'gave up', status: 0 });
		expect((await ask(mock, PATH)).status).toBe(200);
	});

	it('the request log names the fault, with the status that went out', async () => {
		const before = mock.requests().length;
		for (const fault of ['resetBeforeAnswer', 'resetInsideBody', 'unavailable'] as const) {
			mock.faults.add({ fault });
			await ask(mock, PATH);
		}
		await ask(mock, PATH);
		// The mock may notice the end of a connection a moment after the client does.
		const seen = () => mock.requests().slice(before);
		while (seen()[0]?.fault === undefined) await new Promise((done) => setImmediate(done));
		expect(seen().map(({ fault, status }) => [fault, status])).toEqual([
			['resetBeforeAnswer', 0],
			['resetInsideBody', 200],
			['unavailable', 503],
			[undefined, 200],
		]);
	});

	it('noAnswer does not keep the mock from being closed', async () => {
		const silent = await startMock({ asOf: AS_OF, faults: [{ fault: 'noAnswer' }] });
		const waiting = ask(silent, PATH);
		while (silent.faults.list()[0]?.struck === 0) await new Promise((done) => setImmediate(done));
		await silent.close();
		expect((await waiting).end).toBe('cut off');
	});
});
