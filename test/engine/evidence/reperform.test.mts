import { expect, it } from 'vitest';

import { canonicalJson } from '../../../nodes/shared/canonicalJson.ts';
import { sha256 } from '../../../nodes/shared/sha256.ts';
import { collect, mockLever } from '../collect/collecting.mts';
import { check, companions, leverItems } from '../compliance/checking.mts';
import { items, readBinary, runNode } from '../harness/index.mts';

const PLACEHOLDER = /\{(record|opportunity)\}/;

/** One table of the report's records: the address over it, and its rows from left to right. */
interface PrintedRead {
	address: string;
	rows: string[][];
}

function printedReads(report: string): PrintedRead[] {
	const section = /<h2 id="records">[\s\S]*?<\/section>/.exec(report)?.[0] ?? '';
	return section
		.split('<h3>')
		.slice(1)
		.map((part) => ({
			address: (/GET (http[^<]+)</.exec(part)?.[1] ?? '').replaceAll('&amp;', '&'),
			rows: [...part.matchAll(/<tr id="r\d+">([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
				[...row.matchAll(/<code[^>]*>([^<]+)<\/code>/g)].map(([, cell = '']) => cell),
			),
		}));
}

it('what the report says about reading a record again gives the hash that it states', async () => {
	const mock = await mockLever();
	try {
		const collected = await collect(mock.baseUrl, mock.keys.all);
		const lists = await companions(mock);
		const { evidence } = await check({ 0: leverItems(collected.items), ...lists });
		const sealed = await runNode({
			node: 'leverEvidence',
			parameters: { operation: 'seal' },
			inputs: { 0: items(evidence) },
		});
		const [pack] = sealed.outputs[0] ?? [];
		if (!pack) throw new Error('Nothing was sealed');
		const report = Buffer.from(readBinary(pack, 'data_report_html')).toString('utf8');
		const authorization = `Basic ${Buffer.from(`${mock.keys.all}:`).toString('base64')}`;

		const reads = printedReads(report).filter(({ address }) => PLACEHOLDER.test(address));
		expect(reads.length).toBeGreaterThanOrEqual(3);
		for (const { address, rows } of reads) {
			expect(rows.length).toBeGreaterThan(0);
			for (const row of rows.slice(0, 12)) {
				const [id = ''] = row;
				const recordId = row.at(-2);
				const answer = await fetch(address.replace(PLACEHOLDER, id), {
					headers: { authorization },
				});
				expect(answer.status, `${address} ${id}`).toBe(200);
				const { data } = (await answer.json()) as { data: unknown };
				const records: unknown[] = [data].flat();
				const hashes = records.map((record) => sha256(canonicalJson(record)));
				expect(hashes, `${address} ${recordId}`).toContain(row.at(-1));
			}
		}
	} finally {
		await mock.close();
	}
});
