import type { INodeParameters } from 'n8n-workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startMock } from '../../../mock-lever/index.mts';
import type { MockLever } from '../../../mock-lever/index.mts';
import { readBinary } from '../harness/index.mts';
import type { NodeRun } from '../harness/index.mts';
import { located, READS } from './reads.mts';
import type { Read } from './reads.mts';
import { jsonOf, runLever, schemaFields } from './support.mts';

/** Every operation of the node against the mock, which holds its answers against the description of the API. */

interface Recorded {
	id: string;
	contact?: string;
	status?: string;
	file?: { status: string } | null;
}

let mock: MockLever;
let opportunities: Recorded[];

beforeAll(async () => {
	mock = await startMock({
		asOf: '2026-11-02T06:00:00Z',
		scenario: 'generated',
		size: 100,
		rateLimit: false,
		checkAnswers: true,
	});
	opportunities = await listed('/opportunities?confidentiality=all');
});
afterAll(async () => {
	await mock.close();
});

async function read(
	{ resource, operation }: Pick<Read, 'resource' | 'operation'>,
	parameters: INodeParameters,
	apiKey: string = mock.keys.all,
): Promise<NodeRun> {
	return await runLever(
		{ resource, operation, ...parameters, options: { requestsPerSecond: 500 } },
		{ credentials: { leverApi: { apiKey, environment: 'custom', baseUrl: mock.baseUrl } } },
	);
}

/** What the mock answers without the node. */
async function answered(path: string): Promise<Response> {
	return await fetch(`${mock.baseUrl}${path}`, {
		headers: { authorization: `Bearer ${mock.keys.all}` },
	});
}

/** A whole list, as the mock has it. */
async function listed(path: string): Promise<Recorded[]> {
	const records: Recorded[] = [];
	for (let next: string | undefined = ''; next !== undefined; ) {
		const page = `${path}${path.includes('?') ? '&' : '?'}offset=${next}`;
		const answer = (await (await answered(next === '' ? path : page)).json()) as {
			data: Recorded[];
			next?: string;
		};
		records.push(...answer.data);
		next = answer.next;
	}
	return records;
}

/** The first opportunity that has such a record, and the record. */
async function firstBelow(
	collection: string,
	fits: (record: Recorded) => boolean = () => true,
): Promise<[opportunity: string, record: string]> {
	for (const { id } of opportunities) {
		const record = (await listed(`/opportunities/${id}/${collection}`)).find(fits);
		if (record) return [id, record.id];
	}
	throw new Error(`No opportunity of the mock has such ${collection}`);
}

/** The same read, of records that the mock has instead of the samples. */
async function ofTheMock(sample: Read): Promise<Read> {
	const [, , collection = '', first = '', below = '', second = ''] = sample.path.split('/');
	const ids: Record<string, string> = {};
	if (collection === 'opportunities' && below !== '') {
		[ids[first], ids[second]] = await firstBelow(below);
	} else if (collection === 'contacts') {
		ids[first] = opportunities[0]?.contact ?? '';
	} else if (first !== '' && first !== 'deleted') {
		ids[first] = (await listed(`/${collection}`))[0]?.id ?? '';
	}
	const replaced = Object.entries(ids)
		.filter(([from]) => from !== '')
		.reduce(
			(text, [from, to]) => text.replaceAll(from, to),
			JSON.stringify({ path: sample.path, parameters: sample.parameters }),
		);
	return { ...sample, ...(JSON.parse(replaced) as Pick<Read, 'path' | 'parameters'>) };
}

/** What the node must give with 'Simplify' off. */
async function expected({ path, query, envelope }: Read): Promise<object[]> {
	const url = `${path.slice('/v1'.length)}?${new URLSearchParams(query as Record<string, string>).toString()}`;
	if (envelope === 'list') return await listed(url);
	const body = (await (await answered(url)).json()) as { data?: object };
	return [body.data ?? body];
}

function keyWithout(permission: string): string {
	const { permissions } = mock.access.keyDesk;
	const label = permission.toLowerCase();
	expect(permissions).toContain(label);
	return mock.access.keyDesk.make({
		name: `all but ${label}`,
		permissions: permissions.filter((each) => each !== label),
		confidential: true,
	}).text;
}

/** Nobody has registered a webhook with the mock. */
const EMPTY = ['webhook'];

describe('every read', () => {
	it.each(READS)('$resource $operation ($path)', async (sample) => {
		const real = await ofTheMock(sample);
		const parameters = {
			...real.parameters,
			...(real.envelope === 'list' && { returnAll: true }),
		};
		const records = await expected(real);
		const raw = jsonOf(await read(real, { ...parameters, simplify: false }));
		const byId = (list: object[]) =>
			[...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
		expect(byId(raw)).toEqual(byId(records));
		expect(raw.length > 0).toBe(!EMPTY.includes(real.resource));

		for (const json of jsonOf(await read(real, parameters))) {
			expect(Object.keys(json)).toEqual(
				expect.arrayContaining(schemaFields(real.resource, real.operation)),
			);
		}

		const refused = await read(real, parameters, keyWithout(real.permission));
		expect(refused.error?.message).toMatch(
			/^Lever does not let this API key read .+ \(status 403\)\.$/,
		);
		expect(refused.error?.description).toContain(`'${real.permission}'`);
	});

	it('sends nothing but GET', () => {
		expect(mock.requests().length).toBeGreaterThan(100);
		expect([...new Set(mock.requests().map(({ method }) => method))]).toEqual(['GET']);
	});
});

describe('downloads', () => {
	const documents: Array<
		[resource: string, collection: string, fits: (record: Recorded) => boolean]
	> = [
		['resume', 'resumes', ({ file }) => file?.status === 'processed'],
		['file', 'files', ({ status }) => status === 'processed'],
		['offer', 'offers', ({ status }) => status === 'signed'],
	];

	it.each(documents)('%s: the bytes that Lever has', async (resource, collection, fits) => {
		const [opportunity, document] = await firstBelow(collection, fits);
		const parameters = {
			opportunityId: located(opportunity),
			[`${resource}Id`]: located(document),
		};
		const run = await read({ resource, operation: 'download' }, parameters);
		expect(run.error).toBeUndefined();
		const path = `/opportunities/${opportunity}/${collection}/${document}/download`;
		const bytes = Buffer.from(await (await answered(path)).arrayBuffer());
		const [item] = run.outputs[0] ?? [];
		expect(bytes.length).toBeGreaterThan(100);
		if (item) expect(readBinary(item, 'data').equals(bytes)).toBe(true);
		expect(item?.json['size']).toBe(bytes.length);

		const permission = `Download opportunity ${resource}`;
		const refused = await read(
			{ resource, operation: 'download' },
			parameters,
			keyWithout(permission),
		);
		expect(refused.error?.description).toContain(`'${permission}'`);
	});

	it('a file that Lever could not process says so', async () => {
		const [opportunity, document] = await firstBelow('resumes', ({ file }) =>
			['error', 'unsupported'].includes(file?.status ?? ''),
		);
		const run = await read(
			{ resource: 'resume', operation: 'download' },
			{ opportunityId: located(opportunity), resumeId: located(document) },
		);
		expect(run.error?.message).toContain('could not process this file');
	});
});
