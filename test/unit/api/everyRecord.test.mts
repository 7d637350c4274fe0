import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readDescription } from '../../../mock-lever/answers/description.mts';
import { operationsOf } from '../../../mock-lever/answers/operations.mts';
import type { MockLever, MockOptions } from '../../../mock-lever/index.mts';
import { startMock } from '../../../mock-lever/index.mts';
import { AS_OF, send } from '../mock/client.mts';

interface Shown {
	id?: string;
	contact?: string;
}
interface Body {
	data?: Shown | Shown[];
	next?: string;
}

const operations = operationsOf(readDescription());
/** Asks for records that a list leaves out by default. */
const WIDER: Record<string, string> = {
	'/opportunities': 'confidentiality=all',
	'/postings': 'confidentiality=all',
	'/requisitions': 'confidentiality=all',
	'/users': 'includeDeactivated=true',
};

/** Reads what a mock has to show: lists to their end, single records, and what lies below them. */
class Sweep {
	/** Operation → records or files that it gave */
	readonly found = new Map<string, number>();
	readonly unexpected: string[] = [];
	private readonly mock: MockLever;

	constructor(mock: MockLever) {
		this.mock = mock;
	}

	async everything(): Promise<void> {
		const contacts = new Set<string>();
		for (const { path } of operations.filter((each) => !each.path.includes('{'))) {
			const records = await this.withBelow(path, path);
			if (path === '/opportunities') records.forEach(({ contact }) => contacts.add(contact ?? ''));
		}
		for (const contact of contacts) await this.read('/contacts/{contact}', `/contacts/${contact}`);
	}

	/**
	 * @param path as in the description; `real` has ids in it
	 * @returns the records of a list to its end; the one record or file otherwise
	 */
	async read(path: string, real: string): Promise<{ records: Shown[]; isList: boolean }> {
		const found: Shown[] = [];
		let isList = false;
		let next: string | undefined;
		do {
			const query = [WIDER[path], next && `offset=${next}`].filter(Boolean).join('&');
			const { status, body } = await send<Body | null>(this.mock, `${real}?${query}`, {
				redirect: 'manual',
			});
			if (!isExpected(path, status)) this.unexpected.push(`${real} answers ${status}`);
			if (status >= 400) break;
			for (const record of [body?.data ?? {}].flat()) found.push(record);
			isList = Array.isArray(body?.data);
			next = body?.next;
		} while (next !== undefined);
		const id = operations.find((operation) => operation.path === path)?.id ?? '';
		this.found.set(id, (this.found.get(id) ?? 0) + found.length);
		return { records: found, isList };
	}

	private async withBelow(path: string, real: string): Promise<Shown[]> {
		const { records, isList } = await this.read(path, real);
		if (!isList) return records;
		// Single reads, downloads and sub-lists: one id more, and at most one word after it.
		const below = operations
			.map((operation) => operation.path)
			.filter(
				(each) => each.startsWith(`${path}/{`) && each.slice(path.length).split('/').length <= 3,
			);
		// Opportunities differ in what they have; of the rest a few single reads show what a list already showed.
		const chosen = path === '/opportunities' ? records : records.slice(0, 2);
		for (const { id } of chosen) {
			for (const each of below) {
				const rest = each.slice(path.length).replace(/^\/\{\w+\}/, '');
				await this.withBelow(each, `${real}/${id}${rest}`);
			}
		}
		return records;
	}
}

/**
 * The account-wide list of offers is there in seed mode only; drafts of offers, online profiles and files that
 * Lever could not read have nothing to download.
 */
function isExpected(path: string, status: number): boolean {
	const others = path === '/offers' ? [404] : path.endsWith('/download') ? [302, 404, 422] : [];
	return status === 200 || others.includes(status);
}

/** Seed mode has the one; the other holds only what clients register. */
const EMPTY = ['listOffers', 'listWebhooks'];

describe.each<[string, MockOptions]>([
	['golden', { scenario: 'golden' }],
	['generated', { scenario: 'generated', size: 60, seed: 7 }],
])('%s', (_name, options) => {
	let mock: MockLever;
	let sweep: Sweep;
	beforeAll(async () => {
		mock = await startMock({ ...options, asOf: AS_OF, rateLimit: false });
		sweep = new Sweep(mock);
		await sweep.everything();
	});
	afterAll(async () => {
		await mock.close();
	});

	it('every record that the mock has is described', () => {
		expect(mock.defects()).toEqual([]);
		expect(sweep.unexpected).toEqual([]);
	});

	it('there is something to read for every operation', () => {
		const empty = operations.filter(({ id }) => !sweep.found.get(id)).map(({ id }) => id);
		expect(empty).toEqual(EMPTY);
	});
});

it('every record of seed mode is described', async () => {
	const mock = await startMock({ mode: 'seed', asOf: AS_OF, rateLimit: false });
	const sweep = new Sweep(mock);
	for (const path of ['/opportunities', '/offers']) await sweep.read(path, path);
	expect(sweep.found.get('listOffers')).toBeGreaterThan(100);
	expect(sweep.unexpected).toEqual([]);
	const { body } = await send<{ data: unknown[] }>(mock, '/offers?include=id&expand=creator');
	expect(body.data[0]).toEqual({
		id: expect.any(String),
		creator: expect.objectContaining({ email: expect.any(String) }),
	});
	await mock.close();
});
