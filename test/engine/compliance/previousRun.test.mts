import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import {
	aHired,
	aSuperAdmin,
	aUser,
	collectionOf,
	employed,
	screened,
} from '../../unit/run/company.mts';
import { withGivenItems } from '../../../nodes/shared/givenItems.ts';
import type { LeverCollection } from '../../../nodes/shared/contracts/index.ts';
import { binary, items, readBinary, runNode } from '../harness/index.mts';
import { check, type Inputs } from './checking.mts';

const PEOPLE = [aHired('a'), aSuperAdmin(), aUser('one')];
const LISTS = { 1: items([screened()]), 2: items([employed('a')]) };

const leverAt = (asOf: string): Inputs => {
	const records = (['hires', 'offers', 'users'] as const).map(
		(purpose): LeverCollection => collectionOf(purpose, { asOf }),
	);
	return { 0: items([...withGivenItems(records, PEOPLE), ...PEOPLE]), ...LISTS };
};
const EARLIER = '2026-10-26T06:00:00.000Z';
const NOW = leverAt('2026-11-02T06:00:00.000Z');

/** What Compression makes of a pack and of its zip: the path is split into `directory` and `fileName`. */
function unzipped(pack: INodeExecutionData): INodeExecutionData {
	const entries = Object.entries(pack.binary ?? {}).map(([property, { fileName }]) => [
		fileName ?? property,
		Uint8Array.from(readBinary(pack, property)),
	]);
	const files: Record<string, IBinaryData> = {};
	const zip = unzipSync(zipSync(Object.fromEntries(entries)));
	for (const [index, [path, content]] of Object.entries(zip).entries()) {
		const slash = path.lastIndexOf('/');
		files[`file_${index}`] = {
			...binary(content, path.slice(slash + 1)),
			directory: path.slice(0, slash),
		};
	}
	return { json: {}, binary: files };
}

it('is read as items and as an unzipped pack, on an input that is not the first', async () => {
	const earlier = await check(leverAt(EARLIER));
	const sealed = await runNode({
		node: 'leverEvidence',
		parameters: { operation: 'seal' },
		inputs: { 0: items(earlier.evidence) },
	});
	const [pack] = sealed.outputs[0] ?? [];
	if (!pack) throw new Error('Nothing was sealed');
	const asItems = await check({ ...NOW, 4: items(earlier.evidence) });
	const asPack = await check({ ...NOW, 4: [unzipped(pack)] });
	expect(asItems.error).toBeUndefined();
	expect(asPack.run.lists[3]).toMatchObject({
		list: 'previousRun',
		state: 'read',
		understood: `Previous Run: run of ${EARLIER}, 1 hire, 2 users, as it was sealed`,
	});
	expect(asPack.evidence).toEqual(asItems.evidence);
});

it('is part of the records of a run that was sealed, also when it could not be used', async () => {
	const { evidence, run } = await check({ ...NOW, 4: items([{ any: 'row' }]) });
	const sealed = await runNode({
		node: 'leverEvidence',
		parameters: { operation: 'seal' },
		inputs: { 0: items(evidence) },
	});
	expect(sealed.error).toBeUndefined();
	expect(sealed.outputs[0]?.[0]?.json.alteredOrIncomplete).toEqual([]);
	expect(run.lists[3]?.state).toBe('failed');
});
