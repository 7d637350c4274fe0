import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import { RequestLog } from '../../../../mock-lever/server/requestLog.mts';

function asked(log: RequestLog, path: string): void {
	const response = Object.assign(new EventEmitter(), { locals: {}, writeHead: () => response });
	const request = { method: 'GET', path, url: path };
	log.record(request as unknown as Request, response as unknown as Response, () => {});
}

describe('a long run', () => {
	it('keeps the last entries and counts those that were dropped', () => {
		const log = new RequestLog(50);
		for (let number = 1; number <= 203; number += 1) asked(log, `/v1/users/${number}`);
		expect(log.entries.length).toBeLessThanOrEqual(50);
		expect(log.entries.length).toBeGreaterThanOrEqual(45);
		expect(log.entries.at(-1)?.path).toBe('/v1/users/203');
		expect(log.dropped + log.entries.length).toBe(203);
		log.clear();
		expect([log.entries.length, log.dropped]).toEqual([0, 0]);
	});

	it('drops nothing before', () => {
		const log = new RequestLog(50);
		for (let number = 1; number <= 50; number += 1) asked(log, '/v1/users');
		expect([log.entries.length, log.dropped]).toEqual([50, 0]);
	});
});
