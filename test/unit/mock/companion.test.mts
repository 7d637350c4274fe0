import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import { AS_OF } from './client.mts';

let mock: MockLever;
const { companion } = loadScenario('golden', AS_OF);
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF });
});
afterAll(async () => {
	await mock.close();
});

async function list(name: string, variant?: string) {
	const query = variant === undefined ? '' : `?variant=${variant}`;
	const response = await fetch(`${mock.url}/companion/${name}.csv${query}`);
	const bytes = Buffer.from(await response.arrayBuffer());
	return { status: response.status, type: response.headers.get('content-type'), bytes };
}

type Rows = Array<Record<string, string>>;
const read = (bytes: Buffer, delimiter = ','): Rows => parse(bytes, { columns: true, delimiter });

const NAMES = ['screening', 'staff', 'approvals'] as const;

describe('companion lists', () => {
	it.each(NAMES)('%s.csv holds the rows of the scenario, without a key', async (name) => {
		const { status, type, bytes } = await list(name);
		expect(status).toBe(200);
		expect(type).toBe('text/csv; charset=utf-8');
		expect(read(bytes)).toEqual(companion[name]);
	});

	it.each(NAMES)('%s: empty has no byte, header-only no row', async (name) => {
		expect((await list(name, 'empty')).bytes).toHaveLength(0);
		const { bytes } = await list(name, 'header-only');
		expect(bytes.toString().trim().split('\n')).toHaveLength(1);
		expect(read(bytes)).toEqual([]);
	});

	it('bom begins with the mark and is otherwise the same', async () => {
		const { bytes } = await list('screening', 'bom');
		expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
		expect(bytes.subarray(3)).toEqual((await list('screening')).bytes);
	});

	it('semicolon has no quote at all, semicolon-quoted quotes every cell', async () => {
		const plain = await list('staff', 'semicolon');
		expect(plain.bytes.toString()).not.toContain('"');
		expect(read(plain.bytes, ';')).toEqual(companion.staff);
		const quoted = await list('staff', 'semicolon-quoted');
		for (const line of quoted.bytes.toString().trim().split('\n').slice(1)) {
			expect(line).toMatch(/^("[^"]*";)+"[^"]*"$/);
		}
		expect(read(quoted.bytes, ';')).toEqual(companion.staff);
	});

	it.each(['screening', 'staff'] as const)('%s: no-email leaves the column out', async (name) => {
		const { bytes } = await list(name, 'no-email');
		const expected = companion[name].map(({ email: _email, ...row }) => row);
		expect(read(bytes)).toEqual(expected);
	});

	it('unreadable-date changes one completed date and nothing else', async () => {
		const rows = read((await list('screening', 'unreadable-date')).bytes);
		const changed = rows.filter((row, index) => {
			const original = companion.screening[index];
			return JSON.stringify(row) !== JSON.stringify(original);
		});
		expect(changed).toHaveLength(1);
		expect(Number.isNaN(Date.parse(changed[0]?.completed_at ?? ''))).toBe(true);
	});

	it('failed is 500, html is 200 with a page', async () => {
		expect((await list('screening', 'failed')).status).toBe(500);
		const html = await list('staff', 'html');
		expect(html.status).toBe(200);
		expect(html.type).toContain('text/html');
		expect(html.bytes.toString()).toContain('<html>');
	});

	it('leavers-only holds those who have an end date', async () => {
		const rows = read((await list('staff', 'leavers-only')).bytes);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows).toEqual(companion.staff.filter((row) => row.end_date !== ''));
		expect(rows.length).toBeLessThan(companion.staff.length);
	});

	it('names the variants when asked for one that is not there', async () => {
		const { status, bytes } = await list('screening', 'leavers-only');
		expect(status).toBe(404);
		expect(bytes.toString()).toContain('header-only');
		expect((await list('screening', 'constructor')).status).toBe(404);
		expect((await list('payroll')).status).toBe(404);
	});
});
